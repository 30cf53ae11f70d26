package check

import (
	"iter"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// substituteUnsuitable judges each substitute wherever it is meant to stand in, and
// reports it once, where it fares worst.
var substituteUnsuitable = Rule{
	Rule:   diag.Rule{Code: "C06", Name: "substitute-unsuitable", Severity: diag.Error},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		s := &swaps{lib: lib, known: map[diag.Span]*swap{}}
		used := map[string]bool{}
		for _, e := range lib.Exercises {
			s.ofExercise(e)
			if slices.ContainsFunc(e.Substitutes, forEverybody) {
				used[e.ID] = true
			}
		}
		for _, c := range lib.Conditions {
			for i := range c.Guidance {
				s.ofGuidance(c, &c.Guidance[i])
			}
		}
		for p, r := range rowsOf(lib.proofs()) {
			s.ofRow(p, r)
		}
		for p, r := range rowsOf(lib.proofsWith(used)) {
			if used[r.Exercise.ID] {
				s.inUse(p, r)
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

// ofRow judges a row's own substitutes.
func (s *swaps) ofRow(p *proof, r *suit.Row) {
	if len(r.Prescription.Substitutes) == 0 || unsure(p.Programme, r) {
		return
	}
	for _, sub := range r.Prescription.Substitutes {
		if one := s.named(r.Exercise, sub.Exercise); one != nil && sub.Holds(r.Condition.ID, r.Stage.ID) {
			one.judge(r.Place(), p)
		}
	}
}

// inUse judges the substitutes for everybody of an exercise where a programme uses it.
func (s *swaps) inUse(p *proof, r *suit.Row) {
	if nothingStandsIn(r) || unsure(p.Programme, r) {
		return
	}
	for _, sub := range r.Exercise.Substitutes {
		if !forEverybody(sub) {
			continue
		}
		if one := s.named(r.Exercise, sub.Exercise); one != nil {
			one.judge(r.Place(), p)
		}
	}
}

// forEverybody reports whether a substitute is for no condition in particular.
func forEverybody(sub regimen.Substitute) bool { return len(sub.For) == 0 && !sub.Broken("for") }

// rowsOf walks the rows of proofs.
func rowsOf(proofs []proof) iter.Seq2[*proof, *suit.Row] {
	return func(yield func(*proof, *suit.Row) bool) {
		for i := range proofs {
			for k := range proofs[i].Rows {
				if !yield(&proofs[i], &proofs[i].Rows[k]) {
					return
				}
			}
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
