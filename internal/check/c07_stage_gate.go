package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// stageGate is for what is not ruled out but comes too early.
var stageGate = Rule{
	Rule: diag.Rule{Code: "C07", Name: "stage-gate", Severity: diag.Error},
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
				found.Help = "write `load: " + fitting.String() + "`, which this stage allows; " + found.Help
			}
		}
	},
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
