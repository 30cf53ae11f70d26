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

// judge finds the verdict on a row, and what follows from it.
func (r *Row) judge(lib *regimen.Library, class regimen.LoadClass) {
	r.Judgement = Judge(r.Exercise, r.Condition, r.Stage, class)
	r.Met = r.met(&lib.Vocabulary)
	if r.Verdict == Avoid {
		r.Later = laterAdmitting(r.Exercise, r.Condition, r.Stage, r.Class)
		r.Gated = r.ByStage || r.ByLoad || r.Condition.PostOperative && r.Later != nil
	}
}

// Change is what the row's phase says anew of it, or nil.
func (r *Row) Change() *regimen.Prescription { return r.Written.ChangeIn(r.Phase) }

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

// written reports whether a text says something; a word that only fills the key does not.
func written(text string) bool {
	switch strings.ToLower(strings.Trim(text, " \t\n.!")) {
	case "", "none", "no", "nil", "n/a", "na", "-", "--", "–", "—", "?", "tbd", "tba", "tbc", "todo", "x",
		"as written", "as is", "as prescribed", "same", "unchanged", "no change", "nothing", "not needed":
		return false
	}
	return true
}
