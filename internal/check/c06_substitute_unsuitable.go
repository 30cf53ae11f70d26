package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// substituteUnsuitable judges each substitute wherever it is meant to stand in, and
// reports it once, where it fares worst.
var substituteUnsuitable = Rule{
	Rule: diag.Rule{Code: "C06", Name: "substitute-unsuitable", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		s := &swaps{lib: lib, known: map[diag.Span]*swap{}}
		for _, e := range lib.Exercises {
			s.ofExercise(e)
		}
		for _, c := range lib.Conditions {
			for i := range c.Guidance {
				s.ofGuidance(c, &c.Guidance[i])
			}
		}
		proofs := lib.proofs()
		for i := range proofs {
			for k := range proofs[i].Rows {
				s.ofRow(&proofs[i], &proofs[i].Rows[k])
			}
		}
		for _, one := range s.list {
			one.tell(lib, report)
		}
	},
}

// ofExercise judges a substitute that is for some conditions at those of their stages
// where the original is to be avoided or modified.
func (s *swaps) ofExercise(e *regimen.Exercise) {
	for _, sub := range e.Substitutes {
		one := s.named(e, sub.Exercise)
		if one == nil || e.Broken("stressors") {
			continue
		}
		for _, w := range sub.For {
			s.eachStage(w.ID, func(at suit.Place) {
				if v := suit.Judge(e, at.Condition, at.Stage, e.UsualLoad).Verdict; v == suit.Modify || v == suit.Avoid {
					one.judge(at, nil)
				}
			})
		}
	}
}

// eachStage visits the stages that a `for` names: one, or all of a condition.
func (s *swaps) eachStage(circumstance string, visit func(suit.Place)) {
	condition, stage := splitCircumstance(circumstance)
	c := s.lib.Condition(condition)
	if c == nil {
		return
	}
	for _, st := range c.Stages {
		if stage == "" || st.ID == stage {
			visit(suit.Place{Condition: c, Stage: st})
		}
	}
}

// ofGuidance judges what a condition names instead, at the stages that it speaks of;
// where it names none, at those where the original is to be avoided or modified.
func (s *swaps) ofGuidance(c *regimen.Condition, g *regimen.Guidance) {
	e := s.lib.Exercise(g.Exercise.ID)
	if e == nil || g.Broken("while") {
		return
	}
	for _, w := range g.Instead {
		one := s.named(e, w)
		if one == nil {
			continue
		}
		for _, st := range c.Stages {
			at := suit.Place{Condition: c, Stage: st}
			if has(g.While, st.ID) {
				one.judge(at, nil)
			} else if len(g.While) == 0 && !suit.Judge(e, c, st, e.UsualLoad).Verdict.Passes() {
				one.judge(at, nil)
			}
		}
	}
}

// ofRow judges, where a programme uses the original, the row's own substitutes and
// those of the exercise that are for everybody.
func (s *swaps) ofRow(p *proof, r *suit.Row) {
	if unsure(p.Programme, r) {
		return
	}
	for _, sub := range r.Prescription.Substitutes {
		if one := s.named(r.Exercise, sub.Exercise); one != nil && sub.Holds(r.Condition.ID, r.Stage.ID) {
			one.judge(r.Place(), p)
		}
	}
	if nothingStandsIn(r) {
		return
	}
	for _, sub := range r.Exercise.Substitutes {
		if one := s.named(r.Exercise, sub.Exercise); one != nil && len(sub.For) == 0 && !sub.Broken("for") {
			one.judge(r.Place(), p)
		}
	}
}

// nothingStandsIn reports whether the exercise says so for the stage.
func nothingStandsIn(r *suit.Row) bool {
	for _, sub := range r.Exercise.Substitutes {
		if sub.Exercise.Is("none") && sub.Holds(r.Condition.ID, r.Stage.ID) {
			return true
		}
	}
	return false
}
