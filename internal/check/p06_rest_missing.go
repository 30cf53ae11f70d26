package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
)

var restMissing = Rule{
	Rule: diag.Rule{Code: "P06", Name: "rest-missing", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		for _, r := range lib.dosed() {
			if r.Programme == nil || !r.statesDose() || !r.purposeRead() || !r.works() || r.Group != "" || r.Broken("group") {
				continue
			}
			if r.Dose.Rest != nil || r.Broken("rest") || r.Dose.Sets().Max < 2 {
				continue
			}
			found := report(wholeDose(r), "no rest is stated between the sets of `%s`", r.Exercise.ID)
			found.Help = "add the rest, such as `" + usualRest(r) + "`, or `no rest` where none is meant"
		}
	},
}

// wholeDose is the one line, or the sets that make a rest necessary.
func wholeDose(r row) diag.Span {
	if r.Has("dose") {
		return r.At("dose")
	}
	return r.At("sets")
}

// usualRest is the rest of the exercise's own dose; without one, what suits most work.
func usualRest(r row) string {
	if r.Of != nil && r.Of.Dose.Rest != nil {
		return strings.TrimPrefix(dose.Dose{Rest: r.Of.Dose.Rest}.String(), ", ")
	}
	return "rest 60 s"
}
