package check

import (
	"fmt"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

var dosePlausibility = Rule{
	Rule: diag.Rule{Code: "P04", Name: "dose-plausibility", Severity: diag.Warning},
	Limits: []Limit{
		{"most-loaded-reps", 30, "repetitions with a load", "general practice"},
		{"most-heavy-reps", 12, "repetitions at heavy load", "the load classes: heavy is 80 % of the maximum and up"},
		{"novice-reps", 4, "repetitions, the fewest for novices and in rehab", "ACSM position stand 2009: 8-12 for novices"},
		{"shortest-hold", 5, "seconds of one hold", "general practice"},
		{"longest-hold", 120, "seconds of one hold", "general practice"},
		{"shortest-stretch", 10, "seconds of one stretch", "ACSM 2011, read in summary"},
		{"longest-stretch", 90, "seconds of one stretch", "ACSM 2011: about 60 s a muscle, read in summary"},
		{"longest-carry", 100, "metres of one loaded carry", "general practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, r := range lib.dosed() {
			if r.Purpose == "conditioning" {
				continue // there, long sets are the point
			}
			checkPlausible(r, limit, report)
			checkLongStretch(r, limit, report)
		}
	},
}

// checkPlausible reports the first odd group. Where a phase states only the load, it
// may have made the session's dose too long for it.
func checkPlausible(r row, limit limits, report reporter) {
	for i, g := range r.Dose.Groups {
		at, odd := r.At("load"), oddity{}
		switch {
		case r.statesDose():
			at, odd = amountAt(r.Origin, r.Dose, i), implausible(r, g, limit)
		case r.Has("load") && g.Amount.Unit == dose.Reps:
			odd = tooHeavy(r, g, limit)
		}
		if odd.message != "" {
			report(at, "%s", odd.message).Help = odd.help
			return
		}
	}
}

// oddity is what is odd about a dose, and how to mend it; empty where nothing is.
type oddity struct{ message, help string }

func implausible(r row, g dose.Group, limit limits) oddity {
	if r.Of != nil && !has(r.Of.Measures, measureOf(g.Amount.Unit)) {
		return oddity{} // it was meant otherwise, as P01 says
	}
	switch g.Amount.Unit {
	case dose.Reps:
		return oddReps(r, g, limit)
	case dose.Seconds:
		return oddHold(r.Of, g.Amount, limit)
	case dose.Metres:
		if carried := r.Purpose == "carry" || r.Of != nil && r.Of.Pattern.Is("carry"); carried && top(g.Amount) > limit("longest-carry") {
			return oddity{
				fmt.Sprintf("a loaded carry of %g m; more than %g m is rarely meant", top(g.Amount), limit("longest-carry")),
				"check the number; for a longer way use more sets, or `role: conditioning`",
			}
		}
	}
	return oddity{}
}

func oddReps(r row, g dose.Group, limit limits) oddity {
	if odd := tooHeavy(r, g, limit); odd.message != "" {
		return odd
	}
	n := top(g.Amount)
	switch most, fewest := limit("most-loaded-reps"), limit("novice-reps"); {
	case n > most && (r.heaviest() > regimen.NoLoad || r.weighted()):
		return oddity{
			fmt.Sprintf("%g repetitions with a load; more than %g is rarely meant", n, most),
			"check the number; for endurance use a time, or `role: conditioning`",
		}
	case n < fewest && g.Amount.Open == dose.Closed && r.forBeginners() && !r.fewByNature():
		return oddity{
			fmt.Sprintf("sets of %g for %s; fewer than %g repetitions are for the trained", n, r.readers(), fewest),
			"check the number; 8-12 repetitions at a lighter load teach the movement",
		}
	}
	return oddity{}
}

func tooHeavy(r row, g dose.Group, limit limits) oddity {
	n, most := top(g.Amount), limit("most-heavy-reps")
	if n <= most || r.heaviest() < regimen.Heavy || r.statesPercent(g) {
		return oddity{}
	}
	return oddity{
		fmt.Sprintf("%g repetitions at heavy load; more than %g are not heavy", n, most),
		"check the number, or say `load: moderate` or `load: light`",
	}
}

// statesPercent leaves it to P09 whether the repetitions fit the load.
func (r row) statesPercent(g dose.Group) bool {
	percent := func(l dose.Load) bool { return l.Kind == dose.Percent }
	return slices.ContainsFunc(g.Load, percent) || slices.ContainsFunc(r.Dose.Load, percent) || strings.Contains(r.Load, "%")
}

// weighted reports whether the row states a weight, whatever its class.
func (r row) weighted() bool {
	return slices.ContainsFunc(statedLoads(r), func(l stated) bool { return l.Kind == dose.Mass })
}

func (r row) forBeginners() bool {
	return r.Programme != nil && (r.Programme.Level == "novice" || r.Programme.Goal == "rehab")
}

func (r row) readers() string {
	if r.Programme.Goal == "rehab" {
		return "a reader in rehab"
	}
	return "a novice"
}

// fewByNature exempts what is done a few at a time by anybody: preparation, jumps and
// throws, balance skills, held repetitions, sets against a clock.
func (r row) fewByNature() bool {
	if !r.works() || r.Purpose == "power" || r.hold() != nil {
		return true
	}
	g := r.Session.Group(r.Group)
	return g != nil && clocked(g.Kind) || r.Of != nil && r.Of.Category.Is("balance")
}

func oddHold(e *regimen.Exercise, a dose.Amount, limit limits) oddity {
	if e == nil {
		return oddity{}
	}
	kind, low, high := "hold", limit("shortest-hold"), limit("longest-hold")
	if e.Category.Is("mobility") {
		kind, low, high = "stretch", limit("shortest-stretch"), limit("longest-stretch")
	} else if !heldStill(e) {
		return oddity{}
	}
	switch {
	case top(a) > high:
		return oddity{
			fmt.Sprintf("a %s of %g s; more than %g s is rarely meant", kind, top(a), high),
			"check the number, or part it into more sets",
		}
	case a.Open == dose.Closed && a.Min < low:
		return oddity{
			fmt.Sprintf("a %s of %g s; less than %g s is rarely meant", kind, a.Min, low),
			"check the number and its unit, or count repetitions with a `hold`",
		}
	}
	return oddity{}
}

// checkLongStretch looks at a stretch that is counted in repetitions, each of them held.
func checkLongStretch(r row, limit limits, report reporter) {
	if h := r.Dose.Hold; h != nil && r.states("hold", r.Dose.Spans.Hold) && r.Of != nil && r.Of.Category.Is("mobility") && h.Max > limit("longest-stretch") {
		report(besideAt(r.Origin, r.Dose, "hold", r.Dose.Spans.Hold), "a stretch of %g s; more than %g s is rarely meant", h.Max, limit("longest-stretch")).
			Help = "check the number, or repeat a shorter one"
	}
}

// heldStill reports whether time in the exercise is time held with effort.
func heldStill(e *regimen.Exercise) bool {
	return trunkPattern(e.Pattern.ID) || slices.ContainsFunc(e.Stressors, func(s regimen.Stressor) bool {
		return s.Is("sustained-isometric")
	})
}

func trunkPattern(pattern string) bool {
	return strings.HasPrefix(pattern, "anti-") || strings.HasPrefix(pattern, "spine-")
}
