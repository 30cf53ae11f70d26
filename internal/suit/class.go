package suit

import (
	"slices"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// ClassOf is the load class in force for an exercise in a row of a phase: the
// row's own, else the usual load capped by the phase's max-load; never under the
// floor. Row and phase may be nil.
func ClassOf(e *regimen.Exercise, row *regimen.Prescription, phase *regimen.Phase) regimen.LoadClass {
	class := e.UsualLoad
	if own, told := stated(row, phase); told {
		class = own
	} else if phase != nil && phase.HasMaxLoad {
		class = min(class, phase.MaxLoad)
	}
	return max(class, e.LoadFloor)
}

// Assumed reports whether nothing but the exercise says how heavy a row is: then
// the proof was made at the usual load.
func Assumed(row *regimen.Prescription, phase *regimen.Phase) bool {
	_, told := stated(row, phase)
	return !told && (phase == nil || !phase.HasMaxLoad)
}

// stated is the class that a row names, else the one that its percentages and efforts
// give away.
func stated(row *regimen.Prescription, phase *regimen.Phase) (regimen.LoadClass, bool) {
	if row == nil {
		return regimen.NoLoad, false
	}
	if row.HasClass {
		return row.Class, true
	}
	d := row.Dose
	for _, text := range planned(row, phase) {
		// What the notation does not know is the level of a band, which has no class.
		if column, err := dose.ParseField(dose.FieldLoad, text); err == nil {
			for load := range column.Dose.Loads() {
				d.Load = append(slices.Clip(d.Load), load)
			}
		}
	}
	return regimen.StatedClass(d, row.PercentOf)
}

// planned lists the loads in keys of their own, without those of weeks after the phase.
func planned(row *regimen.Prescription, phase *regimen.Phase) []string {
	var out []string
	if row.Load != "" {
		out = append(out, row.Load)
	}
	for _, l := range row.Loads {
		if phase == nil || phase.Weeks.Open || l.Week <= phase.Weeks.Max {
			out = append(out, l.Load.ID)
		}
	}
	return out
}
