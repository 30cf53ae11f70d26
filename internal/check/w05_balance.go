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
				weigh(p, s, scale{kinds[2], kinds[3], limit("push-pull"), limit("least-sets")}, report)
				weigh(p, s, scale{kinds[0], kinds[1], limit("squat-hinge"), limit("least-sets")}, report)
				weighSides(p, s, limit("least-sets"), report)
			}
		}
	},
}

// scale is two families with how far they may be apart.
type scale struct {
	a, b        family
	most, least float64
}

func weigh(p *plan, s *stretch, on scale, report reporter) {
	more, fewer := on.a, on.b
	if s.hardSets(fewer) > s.hardSets(more) {
		more, fewer = fewer, more
	}
	many, few := s.hardSets(more), s.hardSets(fewer)
	if many < on.least || many <= on.most*few {
		return
	}
	tips := s.tips(max(on.most*few, on.least-1e-9), func(v *visit) float64 { return v.hardSets(more) })
	if tips == nil {
		return
	}
	says := func(s *stretch) string { return fmt.Sprint(s.hardSets(more), s.hardSets(fewer)) }
	found := report(tips.Where, "%.3g hard sets of %s a week, and %.3g of %s%s", many, more.name, few, fewer.name, p.when(s, says))
	found.Related = []diag.Related{{At: oftenAt(p.Schedule), Message: "how often"}}
	found.Help = fmt.Sprintf("add sets of %s, or take some of %s off; up to %g to 1 is usual", fewer.name, more.name, on.most)
}

func (s *stretch) hardSets(f family) float64 {
	return s.weekly(func(v *visit) float64 { return v.hardSets(f) })
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
func weighSides(p *plan, s *stretch, least float64, report reporter) {
	left, right := s.sideSets("right"), s.sideSets("left")
	side := "left"
	if right > left {
		side = "right"
	}
	if left == right || max(left, right) < least {
		return
	}
	r, _ := pick(s, nil, func(r *row) (bool, bool) { return true, r.Side == side && r.hard() })
	if r == nil {
		return
	}
	says := func(s *stretch) string { return fmt.Sprint(s.sideSets("right"), s.sideSets("left")) }
	found := report(r.At("side"), "%.3g hard sets a week on the left and %.3g on the right%s", left, right, p.when(s, says))
	found.Related = []diag.Related{{At: r.Exercise.At, Message: "one side only"}}
	found.Help = "add a row for the other side, unless the weak side is meant to have more"
}

func (s *stretch) sideSets(without string) float64 {
	return s.weekly(func(v *visit) float64 { return v.sideSets(without) })
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
