package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
)

var differsFromDefault = Rule{
	Rule: diag.Rule{Code: "P12", Name: "differs-from-default", Severity: diag.Info},
	find: func(lib *library, _ limits, report reporter) {
		for _, r := range lib.rows() {
			if r.Of == nil || r.Variant.ID != "" || r.Broken("sets") || len(r.Dose.Groups) == 0 || len(r.Of.Dose.Groups) == 0 {
				continue
			}
			if at := differs(r); at.File != nil {
				found := report(at, "`%s` says %s here, and %s in its own file", r.Exercise.ID, amounts(r.Dose), amounts(r.Of.Dose))
				found.Related = []diag.Related{{At: r.Of.At("dose"), Message: "the exercise's own dose"}}
				found.Help = "leave it if it is meant"
			}
		}
	},
}

// differs is where a row departs from its exercise's own sets or amount; nowhere where
// it does not, or where another measure than the exercise's is P01's to report.
func differs(r row) diag.Span {
	own, here := r.Of.Dose.Groups, r.Dose.Groups
	if measure := measureOf(here[0].Amount.Unit); !has(r.Of.Measures, measure) {
		return diag.Span{}
	}
	if len(own) != len(here) {
		return wholeDose(r)
	}
	for i := range here {
		switch {
		case !sameAmount(here[i].Amount, own[i].Amount):
			return amountAt(r.Origin, r.Dose, i)
		case here[i].Sets != own[i].Sets && r.Group == "":
			return setsAt(r.Origin, r.Dose, i)
		}
	}
	return diag.Span{}
}

// sameAmount leaves the sides out: P05 sees to them.
func sameAmount(a, b dose.Amount) bool {
	a.PerSide = b.PerSide
	return a == b
}

// amounts is the sets and amounts of a dose without anything else.
func amounts(d dose.Dose) string {
	only := dose.Dose{Groups: make([]dose.Group, len(d.Groups))}
	for i, g := range d.Groups {
		only.Groups[i] = dose.Group{Sets: g.Sets, Amount: g.Amount}
	}
	return only.String()
}
