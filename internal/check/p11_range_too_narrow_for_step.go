package check

import (
	"fmt"
	"math"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// narrowRange compares the smallest step of the load with what a reader who has reached
// the top of the range can drop back to (from the formula of Epley).
var narrowRange = Rule{
	Rule: diag.Rule{Code: "P11", Name: "range-too-narrow-for-step", Severity: diag.Info},
	Limits: []Limit{
		{"widest-top", 30, "repetitions up to which a wider range is proposed", "see P04"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, r := range lib.dosed() {
			if r.Programme == nil || r.Programme.Overload.Method != "double" || !r.works() || r.Of == nil {
				continue
			}
			load, found := firstMass(r)
			if step := smallestStep(lib, r.Of, load.Load); found && step > 0 {
				checkRange(r, load, step, limit, report)
			}
		}
	},
}

func checkRange(r row, load stated, step float64, limit limits, report reporter) {
	for i, g := range r.Dose.Groups {
		a := g.Amount
		if a.Unit != dose.Reps || a.Open != dose.Closed || !r.statesDose() {
			continue
		}
		rise, room := step/load.Min, (30+a.Max)/(30+a.Min)-1
		if rise <= room+1e-9 {
			continue
		}
		found := report(amountAt(r.Origin, r.Dose, i), "%s for a step of %.1f %%: %g %s on %g %s",
			roomOf(a, room), 100*rise, step, load.Unit, load.Min, load.Unit)
		found.Related = []diag.Related{{At: load.At, Message: "the load"}}
		found.Help = "use smaller steps of load"
		if wide := math.Ceil((30+a.Min)*(1+rise) - 30 - 1e-9); wide <= limit("widest-top") {
			found.Help = fmt.Sprintf("widen the range to `%g-%g`, or use smaller steps of load", a.Min, wide)
		}
		return
	}
}

func roomOf(a dose.Amount, room float64) string {
	if a.Min == a.Max {
		return "a fixed number of repetitions leaves no room"
	}
	return fmt.Sprintf("%g-%g repetitions leave room for a step of %.1f %%, not", a.Min, a.Max, 100*room)
}

func firstMass(r row) (stated, bool) {
	for _, l := range statedLoads(r) {
		if l.Kind == dose.Mass && l.Min > 0 {
			return l, true
		}
	}
	return stated{}, false
}

// smallestStep is the smallest step of any weight that the exercise is done with; 0
// where none is given.
func smallestStep(lib *library, e *regimen.Exercise, load dose.Load) float64 {
	least := 0.0
	for _, q := range kitOf(lib, e).weights {
		steps := q.Step
		if len(q.StepUpper) > 0 && e.UpperBody() {
			steps = q.StepUpper
		}
		if step := amountAtLoad(steps, load.Unit, load.Min); step > 0 && (least == 0 || step < least) {
			least = step
		}
	}
	return least
}
