package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// stubInSession is the part of R01 that needs the whole library: the exercise is
// there, and its page is not.
var stubInSession = Rule{
	Rule: diag.Rule{Code: "R01", Name: "unresolved-reference", Severity: diag.Error},
	find: func(lib *regimen.Library, report reporter) {
		for _, p := range lib.Programmes {
			if !p.Built() {
				continue
			}
			for _, s := range p.Sessions {
				for _, row := range s.Rows {
					if e := lib.Exercise(row.Exercise.ID); e != nil && e.Status != regimen.StatusPublished && e.Status != regimen.StatusUnlisted {
						found := report(row.At("exercise"), "`%s` is a %s, and a published session needs its description", e.ID, e.Status)
						found.Related = []diag.Related{{At: e.At("status"), Message: "its status"}}
						found.Help = "finish the exercise and set `status: published`, or use another"
					}
				}
			}
		}
	},
}
