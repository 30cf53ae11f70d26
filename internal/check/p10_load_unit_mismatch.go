package check

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// loadUnit asks whether a load can be put on what the exercise is done with. Efforts
// and shares of a voluntary contraction fit any exercise.
var loadUnit = Rule{
	Rule: diag.Rule{Code: "P10", Name: "load-unit-mismatch", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, r := range lib.dosed() {
			e := r.Of
			if e == nil || r.Broken("variant") || !e.Has("equipment") || e.Broken("equipment") || e.Broken("optional-equipment") || lib.Vocabulary.Broken("equipment") {
				continue
			}
			for _, load := range statedLoads(r) {
				if odd := unfit(e, kitOf(lib, e), load); odd.message != "" {
					found := report(load.At, "%s", odd.message)
					found.Help = odd.help
					found.Related = []diag.Related{{At: e.At("equipment"), Message: "what `" + e.ID + "` is done with"}}
					break
				}
			}
		}
	},
}

// kit is the equipment of an exercise by how it is loaded.
type kit struct{ weights, bands []regimen.Equipment }

func kitOf(lib *library, e *regimen.Exercise) kit {
	var k kit
	for _, any := range slices.Concat(e.Equipment, e.OptionalEquipment) {
		for _, piece := range any {
			at := slices.IndexFunc(lib.Vocabulary.Equipment, func(q regimen.Equipment) bool { return q.ID == piece.ID })
			if at < 0 {
				continue
			}
			switch q := lib.Vocabulary.Equipment[at]; {
			case len(q.Levels) > 0:
				k.bands = append(k.bands, q)
			case len(q.Step)+len(q.StepUpper)+len(q.Grid)+len(q.Minimum) > 0:
				k.weights = append(k.weights, q)
			}
		}
	}
	return k
}

func unfit(e *regimen.Exercise, k kit, load stated) oddity {
	switch {
	case load.Level != "":
		return unfitLevel(e, k, load.Level)
	case load.Kind == dose.Mass:
		return unfitMass(e, k, load.Load)
	case load.Kind == dose.Percent && load.Unit == dose.OneRM && len(k.weights) == 0:
		return oddity{
			fmt.Sprintf("`%s` is done without a weight, so there is no maximum to take %s of", e.ID, strings.TrimSuffix(load.String(), "1RM")),
			"say how hard it is with an effort, such as `@ RPE 7`, or name the weight in the exercise's `equipment`",
		}
	}
	return oddity{}
}

func unfitLevel(e *regimen.Exercise, k kit, level string) oddity {
	var levels []string
	for _, band := range k.bands {
		levels = append(levels, band.Levels...)
	}
	switch {
	case slices.Contains(levels, level):
		return oddity{}
	case len(levels) == 0:
		return oddity{
			fmt.Sprintf("`%s` is a level of a band, and `%s` is done without one", level, e.ID),
			"write a weight, or add the band to the exercise's `equipment` or `optional-equipment`",
		}
	}
	return oddity{
		fmt.Sprintf("`%s` is not a level of the band of `%s`", level, e.ID),
		"its levels are " + strings.Join(levels, ", "),
	}
}

func unfitMass(e *regimen.Exercise, k kit, load dose.Load) oddity {
	switch {
	case len(k.weights) > 0:
		var first oddity
		for _, q := range k.weights {
			odd := unloadable(q, load)
			if odd.message == "" {
				return odd
			}
			if first.message == "" {
				first = odd
			}
		}
		return first
	case len(k.bands) > 0:
		return oddity{
			fmt.Sprintf("a band has no weight of %s; `%s` is loaded by the band's level", load, e.ID),
			"write its level, such as `load: " + k.bands[0].Levels[0] + "`",
		}
	}
	return oddity{
		fmt.Sprintf("`%s` is done with %s, and this asks for %s", e.ID, withoutWeight(e), load),
		"name the weight in the exercise's `equipment` or `optional-equipment`; what is hung on the body is `@ bodyweight+10 kg`",
	}
}

// withoutWeight names the equipment that takes no weight.
func withoutWeight(e *regimen.Exercise) string {
	if len(e.Equipment) == 0 {
		return "no weight"
	}
	return "`" + e.Equipment[0][0].ID + "`, which takes no weight in vocabulary.md"
}

// unloadable says why a weight cannot be put on a piece of equipment.
func unloadable(q regimen.Equipment, load dose.Load) oddity {
	least := amountAtLoad(q.Minimum, load.Unit, load.Min)
	for _, value := range [2]float64{load.Min, load.Max} {
		grid := amountAtLoad(q.Grid, load.Unit, value)
		switch {
		case value < least:
			return oddity{
				fmt.Sprintf("`%s` begins at %g %s, and this is %g %s", q.ID, least, load.Unit, value, load.Unit),
				fmt.Sprintf("write %g %s or more; if your gym has a lighter one, put its weight into `minimum` of `%s` in vocabulary.md", least, load.Unit, q.ID),
			}
		case grid > 0 && !onGrid(value, grid) && !onGrid(value-least, grid):
			below := math.Floor(value/grid) * grid
			return oddity{
				fmt.Sprintf("%g %s cannot be put on `%s`, which goes in steps of %g %s", value, load.Unit, q.ID, grid, load.Unit),
				fmt.Sprintf("write %g or %g %s; smaller plates go into `grid` in vocabulary.md", max(least, below), below+grid, load.Unit),
			}
		}
	}
	return oddity{}
}

func onGrid(value, grid float64) bool {
	return math.Abs(value/grid-math.Round(value/grid)) < 1e-6
}

// amountAtLoad is the step, grid or minimum in force at a load; 0 where none is given.
func amountAtLoad(list []regimen.UnitLoad, unit dose.LoadUnit, load float64) float64 {
	amount, from := 0.0, -1.0
	for _, u := range list {
		if u.Unit == string(unit) && u.From <= load && u.From > from {
			amount, from = u.Amount, u.From
		}
	}
	return amount
}
