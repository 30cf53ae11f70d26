package check

import (
	"fmt"
	"slices"

	"regimen/internal/diag"
)

// balance weighs pushes against pulls, squats against hinges and left against right.
var balance = Rule{
	Rule: diag.Rule{Code: "W05", Name: "balance", Severity: diag.Info},
	Limits: []Limit{
		{"least-sets", 6, "weekly hard sets of the larger side", "convention"},
		{"push-pull", 2, "times as many of one as of the other", "convention; the evidence is weak"},
		{"squat-hinge", 3, "times as many of one as of the other", "the same"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for _, p := range lib.plans() {
			if !p.resolved() || p.Goal != "strength" && p.Goal != "hypertrophy" && p.Goal != "general-health" {
				continue
			}
			kinds := families()
			for i := range p.Stretches {
				s := &p.Stretches[i]
				weigh(s, scale{kinds[2], kinds[3], limit("push-pull"), limit("least-sets")}, report)
				weigh(s, scale{kinds[0], kinds[1], limit("squat-hinge"), limit("least-sets")}, report)
				weighSides(s, limit("least-sets"), report)
			}
		}
	},
}

// scale is two families with how far they may be apart.
type scale struct {
	a, b        family
	most, least float64
}

func weigh(s *stretch, on scale, report reporter) {
	more, fewer := on.a, on.b
	sum := func(f family) float64 { return s.weekly(func(v *visit) float64 { return v.hardSets(f) }) }
	if sum(fewer) > sum(more) {
		more, fewer = fewer, more
	}
	if sum(more) < on.least || sum(more) <= on.most*sum(fewer) {
		return
	}
	tips := s.tips(max(on.most*sum(fewer), on.least-1e-9), func(v *visit) float64 { return v.hardSets(more) })
	if tips == nil {
		return
	}
	found := report(tips.Where, "%.3g hard %s sets a week, and %.3g of %s%s", sum(more), more.name, sum(fewer), fewer.name, s.inWeeks())
	found.Related = []diag.Related{{At: oftenAt(tips.Programme.Schedule), Message: "how often"}}
	found.Help = fmt.Sprintf("add sets of %s, or take some of %s off; up to %g to 1 is usual", fewer.name, more.name, on.most)
}

// hardSets counts a session's hard sets of a family.
func (v *visit) hardSets(f family) float64 {
	sum := 0.0
	for _, r := range v.Work {
		if r.Of != nil && r.hard() && slices.Contains(f.patterns, r.Of.Pattern.ID) {
			sum += r.Dose.Sets().Max
		}
	}
	return sum
}

// weighSides compares left and right where rows train one side on purpose.
func weighSides(s *stretch, least float64, report reporter) {
	left := s.weekly(func(v *visit) float64 { return v.sideSets("right") })
	right := s.weekly(func(v *visit) float64 { return v.sideSets("left") })
	side := "left"
	if right > left {
		side = "right"
	}
	if left == right || max(left, right) < least {
		return
	}
	for i, v := range s.Sessions {
		for _, r := range v.Work {
			if s.Times[i] == 0 || r.Side != side || r.Of == nil || !r.hard() {
				continue
			}
			found := report(r.At("side"), "%.3g hard sets a week on the left and %.3g on the right%s", left, right, s.inWeeks())
			found.Related = []diag.Related{{At: r.Exercise.At, Message: "one side only"}}
			found.Help = "add a row for the other side, unless the weak side is meant to have more"
			return
		}
	}
}

// sideSets counts a session's hard sets of one-sided work, without those of a side.
func (v *visit) sideSets(without string) float64 {
	sum := 0.0
	for _, r := range v.Work {
		if r.Of != nil && r.hard() && r.Of.OneSided() && r.Side != without {
			sum += r.Dose.Sets().Max
		}
	}
	return sum
}
