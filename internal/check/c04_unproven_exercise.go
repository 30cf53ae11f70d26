package check

import (
	"regimen/internal/diag"
	"regimen/internal/suit"
)

// unprovenExercise tells of an untagged exercise once for each programme: the tags
// that are missing are missing once.
var unprovenExercise = Rule{
	Rule: diag.Rule{Code: "C04", Name: "unproven-exercise", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		type untagged struct{ programme, exercise string }
		told := map[untagged]bool{}
		for _, f := range lib.faults(func(r *suit.Row) bool { return r.Verdict == suit.Unknown && !r.Exercise.Broken("stressors") }) {
			this := untagged{f.proof.Programme.ID, f.Exercise.ID}
			if told[this] {
				continue
			}
			told[this] = true
			found := report(exerciseAt(f.Row), "`%s` is not tagged, so nothing shows that it suits `%s`", f.Exercise.ID, f.Condition.ID+"/"+f.Stage.ID)
			if f.untaggedIsError() {
				found.Severity = diag.Error
			}
			found.Label = reason(&f.Judgement, f.Stage)
			found.Related = f.related()
			found.Help = "add `stressors:` to " + f.Exercise.File.Path + "; `stressors: {}` says that it makes none of these demands"
		}
	},
}

// untaggedIsError reports whether a stage in force, under any of the conditions, takes
// no untagged exercise.
func (f *fault) untaggedIsError() bool {
	for i := range f.proofs {
		for k := range f.proofs[i].Rows {
			r := &f.proofs[i].Rows[k]
			if r.Written == f.Written && r.Verdict == suit.Unknown && r.Stage.Untagged == "error" {
				return true
			}
		}
	}
	return false
}
