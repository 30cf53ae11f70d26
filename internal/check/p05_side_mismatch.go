package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

var sideMismatch = Rule{
	Rule: diag.Rule{Code: "P05", Name: "side-mismatch", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, e := range lib.Exercises {
			if e.Has("sides") && !e.Broken("sides") {
				checkSides(e, e.Dose, e.Origin, report)
			}
		}
		for row := range lib.Prescriptions() {
			e := lib.Exercise(row.Exercise.ID)
			if e != nil && row.Side != "" && e.Has("sides") && !e.Broken("sides") && !e.OneSided() {
				found := report(row.At("side"), "`%s` works both sides at once, so it has no `%s` side", e.ID, row.Side)
				found.Help = "leave out `side`, or set the exercise's `sides` to each or alternating"
				found.Related = []diag.Related{{At: e.At("sides"), Message: "both sides work together"}}
			}
			if e != nil && row.Side == "" && e.Has("sides") && !e.Broken("sides") && !row.Broken("side") {
				checkSides(e, row.Dose, row.Origin, report)
			}
		}
	},
}

func checkSides(e *regimen.Exercise, d dose.Dose, o regimen.Origin, report reporter) {
	for i, g := range d.Groups {
		switch {
		case e.OneSided() && !g.Amount.PerSide && isTotal(e, g.Amount):
			if odd(g.Amount) {
				found := report(amountAt(o, d, i), "an odd number of steps gives one leg more than the other")
				found.Help = "write an even number, or say each side"
				found.Related = []diag.Related{{At: e.At("sides"), Message: "left and right in turn"}}
			}
		case e.OneSided() && !g.Amount.PerSide:
			found := report(amountAt(o, d, i), "`%s` works one side at a time, and this does not say each side", e.ID)
			found.Help = "write `each side` behind the amount; for one side only add `side: left` or `side: right`"
			found.Fixes = behind(found.At, " each side")
			found.Related = []diag.Related{{At: e.At("sides"), Message: "left and right are counted apart"}}
		case !e.OneSided() && g.Amount.PerSide:
			found := report(sideAt(o, d, i), "`%s` works both sides at once, so there is no each side", e.ID)
			found.Help = "leave it out, or set the exercise's `sides` to each or alternating"
			found.Fixes = leavingOut(found.At)
			found.Related = []diag.Related{{At: e.At("sides"), Message: "both sides work together"}}
		}
	}
}

// isTotal reports whether an amount without each side is plain all the same: steps,
// seconds or metres of an exercise that alternates are those of both sides together.
func isTotal(e *regimen.Exercise, a dose.Amount) bool {
	return e.Sides == regimen.SidesAlternating && a.Unit != dose.Reps
}

func odd(a dose.Amount) bool {
	return a.Unit == dose.Steps && (int(a.Min)%2 == 1 || int(a.Max)%2 == 1)
}
