package check

import (
	"fmt"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// recoveryBetweenHeavy looks for heavy work of one kind of movement on two days that
// stand too close.
var recoveryBetweenHeavy = Rule{
	Rule: diag.Rule{Code: "W03", Name: "recovery-between-heavy", Severity: diag.Warning},
	Limits: []Limit{
		{"hours", 48, "hours between heavy work of the same movement", "custom of the ACSM and the NSCA, from reports of others"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for _, p := range lib.plans() {
			if !p.resolved() {
				continue
			}
			for i := range p.Stretches {
				s := &p.Stretches[i]
				if !s.heavy() {
					continue
				}
				if crowded(p, s, limit("hours"), report) {
					continue
				}
				checkDaysBetween(p, s, limit("hours"), report)
			}
		}
	},
}

// checkDaysBetween follows the sessions whose days are known through one cycle and
// into the next.
func checkDaysBetween(p *plan, s *stretch, hours float64, report reporter) {
	slots := s.slots(p.Schedule)
	round := 7 * len(s.Cycle)
	for _, pattern := range heavyPatterns() {
		var before *slot
		var first *row
		for turn := range 2 {
			for i := range slots {
				at := slots[i]
				r := heavyRow(at.visit, pattern)
				if !at.known || r == nil {
					continue
				}
				at.day += turn * round
				if before != nil && float64(24*(at.day-before.day)) < hours {
					tooClose(p, pair{first, r, before.day, at.day}, report)
				}
				before, first = &at, r
			}
		}
	}
}

// heavyRow finds heavy work of a movement in a session; a hold is none.
func heavyRow(v *visit, pattern string) *row {
	for i := range v.Work {
		r := &v.Work[i]
		if r.Of != nil && r.works() && r.Class == regimen.Heavy && r.Of.Pattern.Is(pattern) && r.Dose.Measure() != dose.Seconds {
			return r
		}
	}
	return nil
}

// pair is heavy work and the next, with their days.
type pair struct {
	first, next *row
	from, to    int
}

func tooClose(p *plan, both pair, report reporter) {
	pattern := both.next.Of.Pattern.ID
	days := fmt.Sprintf("on %s and again on %s, too soon to recover", weekday(both.from), weekday(both.to))
	if both.from == both.to {
		days = "twice on " + weekday(both.to)
	}
	found := report(both.next.Exercise.At, "heavy `%s` work %s", pattern, days)
	if both.first.Prescription != both.next.Prescription {
		found.Related = []diag.Related{{At: both.first.Exercise.At, Message: "heavy too, on " + weekday(both.from)}}
	}
	found.Related = append(found.Related, diag.Related{At: oftenAt(p.Schedule), Message: "the days"})
	found.Help = "leave a day between the two, or make one of them `load: moderate`"
	advancedIsInfo(p, found)
}

func weekday(day int) string { return regimen.Words("weekday")[day%7] }

// Trained people recover faster.
func advancedIsInfo(p *plan, found *diag.Diagnostic) {
	if p.Level == "advanced" {
		found.Severity = diag.Info
	}
}

// crowded reports heavy work of one movement so often in a week of free days that it
// cannot be spread over them.
func crowded(p *plan, s *stretch, hours float64, report reporter) bool {
	if p.Schedule.PerWeek == 0 || len(p.Schedule.Days) > 0 || p.Schedule.MinGap > 0 {
		return false
	}
	for _, pattern := range heavyPatterns() {
		times := 0.0
		var last *row
		for i, v := range s.Sessions {
			if r := heavyRow(v, pattern); r != nil && s.Times[i] > 0 {
				times += s.Times[i]
				last = r
			}
		}
		if times*hours <= 7*24 {
			continue
		}
		found := report(last.Exercise.At, "heavy `%s` work %.3g times a week leaves under %g hours between", pattern, times, hours)
		found.Related = []diag.Related{{At: oftenAt(p.Schedule), Message: "how often"}}
		found.Help = "make some of it `load: moderate`, or plan fewer sessions"
		advancedIsInfo(p, found)
	}
	return true
}
