package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
)

var rangeOrder = Rule{
	Rule: diag.Rule{Code: "P03", Name: "range-order", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for row := range lib.Prescriptions() {
			if row.Cap != "" || row.Broken("cap") {
				continue
			}
			for i, g := range row.Dose.Groups {
				switch g.Amount.Open {
				case dose.AMRAP, dose.Max, dose.AtLeast:
					found := report(amountAt(row.Origin, row.Dose, i), "this amount is open, and no `cap` says where to stop")
					found.Help = "add a cap to the row, such as `cap: 20 reps`"
				}
			}
		}
	},
}
