package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// stubInSession is the part of R01 that needs the whole library: the exercise is
// there, and its page is not.
var stubInSession = Rule{
	Rule: diag.Rule{Code: "R01", Name: "unresolved-reference", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, p := range lib.Programmes {
			if !p.Built() {
				continue
			}
			for _, s := range p.Sessions {
				checkDescribed(lib, s.Rows, report)
			}
			for _, ph := range p.Phases {
				checkDescribed(lib, ph.Rows, report)
			}
		}
	},
}

func checkDescribed(lib *library, rows []*regimen.Prescription, report reporter) {
	for _, row := range rows {
		for _, named := range []regimen.Word{row.Exercise, row.Variant} {
			e := lib.Exercise(named.ID)
			if e == nil || e.Status == regimen.StatusPublished || e.Status == regimen.StatusUnlisted {
				continue
			}
			found := report(named.At, "`%s` has `status: %s`, and a published session needs its description", e.ID, e.Status)
			found.Related = []diag.Related{{At: e.At("status"), Message: "its status"}}
			found.Help = "finish the exercise and set `status: published`, or use another"
		}
	}
}
