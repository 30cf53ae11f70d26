package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

var loadUnspecified = Rule{
	Rule: diag.Rule{Code: "C12", Name: "load-unspecified", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		told := map[*regimen.Prescription]bool{}
		proofs := lib.proofs()
		for i := range proofs {
			for k := range proofs[i].Rows {
				r := &proofs[i].Rows[k]
				if told[r.Written] || !r.Assumed || !scaled(r.Exercise) || unsure(proofs[i].Programme, r) {
					continue
				}
				told[r.Written] = true
				tellAssumed(r, &proofs[i], report)
			}
		}
	},
}

// scaled reports whether load changes what an exercise demands.
func scaled(e *regimen.Exercise) bool {
	if brokenAny(e.Origin, "stressors", "usual-load", "load-floor") {
		return false
	}
	for _, s := range e.Stressors {
		if s.Grades[regimen.NoLoad] != s.Grades[regimen.Heavy] {
			return true
		}
	}
	return false
}

func tellAssumed(r *suit.Row, p *proof, report reporter) {
	usual := r.Class.String()
	value := r.Prescription.Load
	var found *diag.Diagnostic
	if value != "" {
		found = report(loadAt(r), "`%s` is not said to be light, moderate or heavy, so the usual load was judged: %s", value, usual)
		found.Help = "write `load: " + usual + ", " + value + "`, or the class that it is for this reader"
	} else {
		found = report(exerciseAt(r), "no load is given for `%s`, so it was judged at its usual one: %s", r.Exercise.ID, usual)
		found.Help = "add `load: " + usual + "`, or the class that is meant; a phase's `max-load` serves as well"
	}
	heavy := suit.Judge(r.Exercise, r.Condition, r.Stage, regimen.Heavy).Verdict
	found.Label = fit(r.Verdict, r.Class)
	if heavy != r.Verdict {
		found.Label += "; " + fit(heavy, regimen.Heavy)
	}
	found.Related = []diag.Related{{At: p.Declared.Condition.At, Message: "the programme is for this condition"}}
	for _, s := range r.Exercise.Stressors {
		if s.Grades[regimen.NoLoad] != s.Grades[regimen.Heavy] {
			found.Related = append(found.Related, diag.Related{At: s.At, Message: "grows with load"})
			break
		}
	}
}
