package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// avoidInProgramme refutes what the programme itself declares. What only comes too
// early is C07.
var avoidInProgramme = Rule{
	Rule:   diag.Rule{Code: "C01", Name: "avoid-in-programme", Severity: diag.Error},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		for _, f := range lib.faults(func(r *suit.Row) bool { return r.Verdict == suit.Avoid && !r.Gated }) {
			found := report(exerciseAt(f.Row), "`%s` is to be avoided %s", f.Exercise.ID, within(f.Condition, f.Stage))
			found.Label = reason(&f.Judgement, f.Stage)
			found.Related = f.related()
			if class, ok := f.lighter(); ok {
				found.Notes = []string{"with `load: " + class.String() + "` it would be " + fit(f.verdictAt(class), regimen.NoLoad)}
			}
			if c, ok := lib.standIn(f); ok {
				found.Help = praise(f.Exercise, c)
			} else {
				found.Help = "leave the row out, or declare a stage that it suits; nothing like it in this library suits here"
			}
		}
	},
}

// lighter finds the greatest load below the row's own at which it would pass, where
// the author chose the load.
func (f *fault) lighter() (regimen.LoadClass, bool) {
	if !f.Prescription.HasClass {
		return 0, false
	}
	for class := f.Class - 1; class >= f.Exercise.LoadFloor; class-- {
		if f.verdictAt(class).Passes() {
			return class, true
		}
	}
	return 0, false
}

func (f *fault) verdictAt(class regimen.LoadClass) suit.Verdict {
	return suit.Judge(f.Exercise, f.Condition, f.Stage, class).Verdict
}
