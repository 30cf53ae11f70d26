package check

import (
	"fmt"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// progressionIntoUnsuitable follows the chain one step on from every row: the log
// offers that step without asking anybody.
var progressionIntoUnsuitable = Rule{
	Rule: diag.Rule{Code: "C10", Name: "progression-into-unsuitable", Severity: diag.Warning},
	Limits: []Limit{
		{"jump", 2, "grades of one demand in one step", "our own choice, on a scale from 0 to 3"},
	},
	find: func(lib *library, limit limits, report reporter) {
		above := climber{up: lib.steps(), seen: map[string]bool{}}
		for proofs := range programmes(lib.proofs()) {
			if raised(proofs[0].Programme) {
				for _, n := range unsuitableSteps(lib, proofs, int(limit("jump"))) {
					n.tell(report)
				}
			}
			checkChains(lib, proofs, &above, report)
		}
	},
}

// raised reports whether the log of a programme offers anything.
func raised(p *regimen.Programme) bool { return p.Overload.Method != "" && p.Overload.Method != "none" }

// stride is a step that the log may offer and should not.
type stride struct {
	suit.Next
	proof *proof
	cause *suit.Cause // the demand that jumps, where the verdict passes
	from  int         // its grade before
}

// unsuitableSteps lists the steps of a programme that no stage in force takes, each
// once, where it fares worst.
func unsuitableSteps(lib *library, proofs []proof, jump int) []*stride {
	type link struct{ from, to *regimen.Exercise }
	var out []*stride
	steps := lib.next()
	known := map[link]*stride{}
	for i := range proofs {
		p := &proofs[i]
		for n := range p.Next(steps) {
			if n.Row.Verdict == suit.Avoid || !progresses(lib, n.Row) || unsure(p.Programme, n.Row) || undescribed(n.Exercise, n.Verdict) || unsettled(n) {
				continue
			}
			one := stride{Next: n, proof: p}
			// The page that asks for the change tells the reader which.
			if n.Verdict.Passes() && !one.jumps(jump) || n.Verdict == suit.Modify && guided(&n.Judgement) {
				continue
			}
			if first := known[link{n.Row.Exercise, n.Exercise}]; first == nil {
				kept := one
				known[link{n.Row.Exercise, n.Exercise}] = &kept
				out = append(out, &kept)
			} else if n.Verdict > first.Verdict {
				*first = one
			}
		}
	}
	return out
}

// oneUp lists the exercises that are one step harder than each that has steps.
func (l *library) oneUp() suit.Steps {
	up := l.steps()
	out := make(suit.Steps, len(up))
	for id, steps := range up {
		for _, s := range steps {
			if e := l.Exercise(s.to); e != nil && s.to != id {
				out[id] = append(out[id], e)
			}
		}
	}
	return out
}

// progresses reports whether the log raises a row: warm-ups and stretches stay as
// they are.
func progresses(lib *library, r *suit.Row) bool {
	switch lib.Role(r.Written) {
	case "warm-up", "mobility", "cool-down":
		return false
	}
	return true
}

// undescribed reports whether a step is not tagged because its file is still to be
// written, or could not be read.
func undescribed(e *regimen.Exercise, v suit.Verdict) bool {
	return v == suit.Unknown && (e.Broken("stressors") || e.Status == regimen.StatusStub || !e.Built())
}

// unsettled reports whether what decides the step could not be read: what the exercise
// before it demands, or whether its phase is locked.
func unsettled(n suit.Next) bool {
	return n.Row.Exercise.Broken("stressors") || n.Row.Phase != nil && n.Row.Phase.Broken("load-locked")
}

// jumps reports whether a demand rises by so many grades to more than the stage takes
// without a note. Both are compared at the row's load, for a rise of load is no step.
func (s *stride) jumps(by int) bool {
	for i := range s.Causes {
		c := &s.Causes[i]
		before := gradeAt(s.Row.Exercise, c.Stressor, s.Row.Class)
		after := gradeAt(s.Exercise, c.Stressor, s.Row.Class)
		if after-before >= by && after > c.Limit.OK {
			s.cause, s.from = &suit.Cause{Stressor: c.Stressor, Grade: after, Limit: c.Limit}, before
			return true
		}
	}
	return false
}

func gradeAt(e *regimen.Exercise, stressor string, class regimen.LoadClass) int {
	for _, s := range e.Stressors {
		if s.ID == stressor {
			return s.Grades[max(class, e.LoadFloor)]
		}
	}
	return 0
}

func (s *stride) tell(report reporter) {
	at, where := exerciseAt(s.Row), within(s.Row.Condition, s.Stage)
	var found *diag.Diagnostic
	if s.cause != nil {
		found = report(at, "the next step, `%s`, asks for far more at once %s", s.Exercise.ID, where)
		found.Label = fmt.Sprintf("%s rises from %d to %d in one step; this stage takes %d without a note",
			s.cause.Stressor, s.from, s.cause.Grade, s.cause.Limit.OK)
	} else {
		found = report(at, "the next step, `%s`, %s %s", s.Exercise.ID, ahead(s.Verdict), where)
		found.Label = reason(&s.Judgement, s.Stage)
	}
	found.Related = []diag.Related{{At: s.proof.Declared.Condition.At, Message: "the programme is for this condition"}}
	if step, told := s.link(); told {
		found.Related = append(found.Related, diag.Related{At: step.At, Message: "the step that the log would offer"})
	}
	found.Related = append(found.Related, judgedBy(&s.Judgement, s.Exercise, s.Row.Condition, s.Stage)...)
	found.Help = "put a milder step between the two, or lock the phase with `load-locked: true`"
	if s.Row.Phase == nil {
		found.Help = "put a milder step between the two, or allow this with a reason"
	}
}

// link is the word that makes one exercise the step after the other, in either file.
func (s *stride) link() (regimen.Word, bool) {
	for _, w := range s.Row.Exercise.Progressions {
		if w.Is(s.Exercise.ID) {
			return w, true
		}
	}
	for _, w := range s.Exercise.Regressions {
		if w.Is(s.Row.Exercise.ID) {
			return w, true
		}
	}
	return regimen.Word{}, false
}

// ahead says of the next step what is wrong with it.
func ahead(v suit.Verdict) string {
	switch v {
	case suit.Modify:
		return "needs a modification"
	case suit.Unknown:
		return "has no `stressors` to be judged by"
	}
	return "is to be avoided"
}
