package suit

import "regimen/internal/regimen"

// ClassOf is the load class in force for an exercise in a row of a phase: the
// row's own, else the usual load capped by the phase's max-load; never under the
// floor. Row and phase may be nil.
func ClassOf(e *regimen.Exercise, row *regimen.Prescription, phase *regimen.Phase) regimen.LoadClass {
	class := e.UsualLoad
	switch {
	case row != nil && row.HasClass:
		class = row.Class
	case phase != nil && phase.HasMaxLoad:
		class = min(class, phase.MaxLoad)
	}
	return max(class, e.LoadFloor)
}

// Assumed reports whether nothing but the exercise says how heavy a row is: then
// the proof was made at the usual load.
func Assumed(row *regimen.Prescription, phase *regimen.Phase) bool {
	return !row.HasClass && (phase == nil || !phase.HasMaxLoad)
}
