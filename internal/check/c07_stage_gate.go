package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// stageGate is for what is not ruled out but comes too early.
var stageGate = Rule{
	Rule:   diag.Rule{Code: "C07", Name: "stage-gate", Severity: diag.Error},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		for _, f := range lib.faults(func(r *suit.Row) bool { return r.Verdict == suit.Avoid && r.Gated }) {
			at, what := exerciseAt(f.Row), ""
			fitting, byLoad := f.allowed()
			if byLoad {
				at, what = loadAt(f.Row), " at "+f.Class.String()+" load"
			}
			found := report(at, "`%s`%s comes too early %s", f.Exercise.ID, what, within(f.Condition, f.Stage))
			found.Label = reason(&f.Judgement, f.Stage)
			found.Related = f.related()
			found.Help = lib.meanwhile(f)
			if f.Later != nil && len(f.proof.Programme.Phases) > 1 && f.stageAt() == f.proof.Declared.Stage.At {
				found.Notes = []string{"no phase up to here changes the stage, so `" + f.Stage.ID + "` is still in force"}
			}
			if byLoad {
				how := "write `load: " + fitting.String() + "`"
				if !f.Prescription.HasClass && !f.Assumed {
					how = "ask for less, so that the load is " + fitting.String()
				}
				found.Help = how + ", which this stage allows; " + found.Help
			}
		}
		proofs := lib.proofs()
		for i := range proofs {
			if proofs[i].Condition.PostOperative {
				checkLeaps(&proofs[i], report)
			}
		}
	},
}

// checkLeaps asks that the phases of a programme after an operation leave no stage out.
// A step back is no leap.
func checkLeaps(p *proof, report reporter) {
	stages, at := p.Condition.Stages, p.Declared.Stage.At
	_, now := p.Condition.Stage(p.Stage.ID)
	for i := range p.Programme.Phases {
		ph := &p.Programme.Phases[i]
		if ph.Broken("stage") {
			return
		}
		for _, change := range ph.Stages {
			_, next := p.Condition.Stage(change.Stage.ID)
			if next < 0 || !change.Condition.Is(p.Condition.ID) {
				continue
			}
			if next > now+1 {
				skipped := stages[now+1].ID
				found := report(change.Stage.At, "`%s` follows `%s`, and `%s` between them is left out", change.Stage.ID, stages[now].ID, skipped)
				found.Related = []diag.Related{{At: at, Message: "the stage up to here"}}
				found.Help = "give `" + skipped + "` a phase of its own before this one"
			}
			now, at = next, change.Stage.At
		}
	}
}

// allowed finds the load that the stage does allow, where nothing but the load is too
// much.
func (f *fault) allowed() (regimen.LoadClass, bool) {
	if !f.ByLoad || f.ByStage || f.Exercise.LoadFloor > f.Stage.MaxLoad {
		return 0, false
	}
	return f.Stage.MaxLoad, f.verdictAt(f.Stage.MaxLoad) != suit.Avoid
}

// meanwhile says from when the row may stand, and what to do until then.
func (l *library) meanwhile(f *fault) string {
	until := "leave the row out"
	if c, ok := l.standIn(f); ok {
		until = praise(f.Exercise, c)
	}
	from := f.from()
	if from == "" {
		return until
	}
	return "it may stand from " + from + "; until then, " + until
}

// from names the stages that admit the row: with a modification, and as written.
func (f *fault) from() string {
	if f.Later == nil {
		return ""
	}
	_, first := f.Condition.Stage(f.Later.ID)
	whole := suit.FirstAdmitting(f.Exercise, f.Condition, f.Class).AsWritten
	switch {
	case whole == nil:
		return "`" + f.Later.ID + "` on with a modification"
	case whole == f.Later:
		return "`" + f.Later.ID + "` on"
	}
	if _, then := f.Condition.Stage(whole.ID); then < first {
		return "`" + f.Later.ID + "` on with a modification"
	}
	return "`" + f.Later.ID + "` on with a modification, and as written from `" + whole.ID + "`"
}
