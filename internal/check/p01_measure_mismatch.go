package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

var measureMismatch = Rule{
	Rule: diag.Rule{Code: "P01", Name: "measure-mismatch", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, e := range lib.Exercises {
			checkMeasure(e, e.Dose, e.Origin, report)
		}
		for row := range lib.Prescriptions() {
			if e := lib.Exercise(row.Exercise.ID); e != nil {
				checkMeasure(e, row.Dose, row.Origin, report)
			}
		}
	},
}

func checkMeasure(e *regimen.Exercise, d dose.Dose, o regimen.Origin, report reporter) {
	for i, g := range d.Groups {
		measure := measureOf(g.Amount.Unit)
		if measure == "" || has(e.Measures, measure) || e.Broken("measure") {
			continue
		}
		found := report(amountAt(o, d, i), "`%s` is done for %s, not for %s", e.ID, either(e.Measures), measure)
		found.Help = "write the amount as " + inMeasure(g.Amount, e.Measures[0].ID) + ", or add `" + measure + "` to the exercise's `measure`"
		found.Related = []diag.Related{{At: e.At("measure"), Message: "the measures of `" + e.ID + "`"}}
	}
}

// measureOf is the word of `measure` for a unit of the notation.
func measureOf(u dose.Unit) string {
	switch u {
	case dose.Seconds:
		return "time"
	case dose.Metres:
		return "distance"
	}
	return string(u)
}

func has(words []regimen.Word, id string) bool {
	for _, w := range words {
		if w.ID == id {
			return true
		}
	}
	return false
}

func either(words []regimen.Word) string { return strings.Join(regimen.IDs(words), " or ") }

// inMeasure writes an amount as it would be in another measure.
func inMeasure(a dose.Amount, measure string) string {
	a.Unit = dose.Unit(measure)
	switch measure {
	case "time":
		a.Unit = dose.Seconds
	case "distance":
		a.Unit = dose.Metres
	}
	return "`" + a.String() + "`"
}
