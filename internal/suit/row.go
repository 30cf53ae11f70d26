package suit

import (
	"strings"

	"regimen/internal/regimen"
)

// Row is one row of a session, judged in one phase.
type Row struct {
	Judgement
	Session      *regimen.Session
	Written      *regimen.Prescription // as the session has it
	Prescription *regimen.Prescription // as it stands in the phase
	Phase        *regimen.Phase        // nil in a programme without phases
	Weeks        regimen.Range         // zero: in all weeks
	Condition    *regimen.Condition
	Stage        *regimen.Stage
	Exercise     *regimen.Exercise // the variant, where the row has one
	Assumed      bool              // judged at the usual load, for want of a class
	Met          bool              // the row, or a default note, gives what Need asks for
	Gated        bool              // an avoid that waits for a later stage: C07, not C01
	Later        *regimen.Stage    // for an avoid: the next stage to admit it, or nil
}

// Need is what a verdict asks of a row.
type Need int

// The needs of a row, least first.
const (
	NeedNothing Need = iota
	NeedNote
	NeedChange // modification, or a variant that passes
	NeedTags   // the exercise's stressors
	NeedOut    // another exercise, or a later stage
)

// Need says what the verdict asks of the row, whether the row has it or not.
func (r *Row) Need() Need {
	return [...]Need{Suitable: NeedNothing, Caution: NeedNote, Modify: NeedChange, Avoid: NeedOut, Unknown: NeedTags}[r.Verdict]
}

// Result is what the row alone makes of its programme.
func (r *Row) Result() Result {
	switch {
	case r.Verdict == Avoid, r.Verdict == Modify && !r.Met:
		return Refuted
	case r.Verdict == Unknown:
		return Unproven
	case r.Verdict == Suitable:
		return Proven
	}
	return ProvenWithNotes
}

// met reports whether the row has what it needs. The vocabulary's notes stand in
// for one that the author did not write.
func (r *Row) met(v *regimen.Vocabulary) bool {
	switch r.Need() {
	case NeedNothing:
		return true
	case NeedNote:
		return r.noted() || r.noteByDefault(v)
	case NeedChange:
		return written(r.Prescription.Modification)
	}
	return false
}

func (r *Row) noted() bool {
	return written(r.Prescription.Note) || written(r.Prescription.Modification) ||
		r.Override != nil && written(r.Override.Because)
}

func (r *Row) noteByDefault(v *regimen.Vocabulary) bool {
	for _, c := range r.Causes {
		if s, _ := v.Stressor(c.Stressor); !written(s.Note) {
			return false
		}
	}
	return len(r.Causes) > 0 && r.Override == nil
}

func written(text string) bool { return strings.TrimSpace(text) != "" }

// inPhase is a row as it stands in a phase, which may state anew some of its parts.
// Where the phase names another exercise, what was said of the first does not hold.
func inPhase(row *regimen.Prescription, phase *regimen.Phase) *regimen.Prescription {
	change := changeOf(row, phase)
	if change == nil {
		return row
	}
	merged := *row
	if change.Exercise.ID != "" && change.Exercise.ID != row.Exercise.ID {
		merged.Exercise = change.Exercise
		merged.Class, merged.HasClass = regimen.NoLoad, false
		merged.Variant, merged.Modification, merged.Note = regimen.Word{}, "", ""
		merged.Substitutes = nil
	}
	if change.HasClass {
		merged.Class, merged.HasClass = change.Class, true
	}
	if change.Variant.ID != "" {
		merged.Variant = change.Variant
	}
	if written(change.Modification) {
		merged.Modification = change.Modification
	}
	if written(change.Note) {
		merged.Note = change.Note
	}
	if len(change.Substitutes) > 0 {
		merged.Substitutes = change.Substitutes
	}
	if change.Weeks != (regimen.Range{}) {
		merged.Weeks = change.Weeks
	}
	return &merged
}

func changeOf(row *regimen.Prescription, phase *regimen.Phase) *regimen.Prescription {
	if phase == nil {
		return nil
	}
	id := row.ID
	if id == "" {
		id = row.Exercise.ID
	}
	for _, change := range phase.Rows {
		if change.ID == id {
			return change
		}
	}
	return nil
}

// shared is the weeks that two ranges have in common; a zero range holds all weeks.
func shared(a, b regimen.Range) (weeks regimen.Range, meet bool) {
	all := regimen.Range{}
	switch {
	case a == all:
		return b, true
	case b == all:
		return a, true
	}
	weeks = regimen.Range{Min: max(a.Min, b.Min), Max: min(a.Max, b.Max), Open: a.Open && b.Open}
	if a.Open {
		weeks.Max = b.Max
	}
	if b.Open {
		weeks.Max = a.Max
	}
	if weeks.Open {
		weeks.Max = 0
	}
	return weeks, weeks.Open || weeks.Min <= weeks.Max
}
