package check

import (
	"fmt"
	"math"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// durationMismatch compares the time that a session promises with the time that it
// takes.
var durationMismatch = Rule{
	Rule: diag.Rule{Code: "S05", Name: "duration-mismatch", Severity: diag.Warning},
	Limits: []Limit{
		{"transition", 60, "seconds from one exercise to the next", "fitted to the two sessions of the reference programme"},
		{"tolerance", 15, "per cent beyond the stated minutes", "our own choice"},
		{"own-warm-up", 10, "minutes that a session with `warm-up: self` may take on top", "our own choice; 5 to 10 minutes are common"},
		{"long", 90, "minutes", "our own choice; few people keep up more"},
		{"long-rehab", 60, "minutes in a programme for rehab", "the same"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		pace := regimen.DefaultPace()
		pace.Transition = limit("transition")
		for v := range lib.visits() {
			if v.Whole && !v.Programme.Broken("goal") && !v.Broken("minutes") && !v.Broken("groups") && timed(v) {
				checkDuration(v, lib.Estimate(v.Session, pace), limit, report)
			}
		}
	},
}

// timed reports whether the time of each row can be known: nobody knows how fast a
// reader runs, rows or cycles.
func timed(v *visit) bool {
	for _, r := range v.Work {
		switch r.Dose.Measure() {
		case dose.Metres, dose.Steps, dose.Calories:
			if r.Purpose == "conditioning" || r.Of.Pattern.Is("gait") {
				return false
			}
		}
	}
	return true
}

func checkDuration(v *visit, e regimen.Estimate, limit limits, report reporter) {
	low, high := e.Total().Min/60, e.Total().Max/60
	if slack := limit("tolerance") / 100; v.Minutes.Max > 0 &&
		(low > float64(v.Minutes.Max)*(1+slack) || high+ownWarmUp(v, limit) < float64(v.Minutes.Min)*(1-slack)) {
		found := report(v.At("minutes"), "`minutes: %s`, and this session takes about %s min", minutes(v.Minutes), about(low, high))
		found.Notes = []string{fmt.Sprintf("work %s min, rest %s min, from one exercise to the next %s min",
			about(e.Work.Min/60, e.Work.Max/60), about(e.Rest.Min/60, e.Rest.Max/60), about(e.Transitions.Min/60, e.Transitions.Max/60))}
		found.Help = fmt.Sprintf("write `minutes: %.0f-%.0f`, or change what is done", max(1, 5*math.Floor(low/5)), 5*math.Ceil(high/5))
		return
	}
	longest := limit("long")
	if v.Programme.Goal == "rehab" {
		longest = min(longest, limit("long-rehab"))
	}
	if (low+high)/2 <= longest {
		return
	}
	found := report(minutesAt(v), "this session takes about %s min; over %g min is long%s", about(low, high), longest, inRehab(v))
	found.Severity = diag.Info
	found.Help = "do fewer rows a session, or part it in two"
}

// ownWarmUp is the time that readers may take to warm up by themselves. Whether the author
// has counted it in is open.
func ownWarmUp(v *visit, limit limits) float64 {
	if v.WarmUp != "self" {
		return 0
	}
	return limit("own-warm-up")
}

func inRehab(v *visit) string {
	if v.Programme.Goal == "rehab" {
		return " in rehab"
	}
	return ""
}

func minutesAt(v *visit) diag.Span {
	if v.Has("minutes") {
		return v.At("minutes")
	}
	return v.Where
}

func minutes(r regimen.Range) string {
	if r.Min == r.Max {
		return fmt.Sprint(r.Min)
	}
	return fmt.Sprintf("%d-%d", r.Min, r.Max)
}

// about rounds a range of minutes.
func about(low, high float64) string {
	if math.Round(low) == math.Round(high) {
		return fmt.Sprintf("%.0f", high)
	}
	return fmt.Sprintf("%.0f-%.0f", low, high)
}
