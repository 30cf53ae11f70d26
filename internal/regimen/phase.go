package regimen

import "strings"

// Uses reports whether a session belongs to the phase; without a phase, and in one
// that names no sessions, all do.
func (ph *Phase) Uses(session string) bool {
	if ph == nil || len(ph.Sessions) == 0 {
		return true
	}
	for _, s := range ph.Sessions {
		if s.Is(session) {
			return true
		}
	}
	return false
}

// InPhase is the row as it stands in a phase, which may state anew some of its parts;
// the row itself where nothing changes. Where the phase names another exercise, what
// was said of the first does not hold. The places stay those of the session's row.
func (p *Prescription) InPhase(phase *Phase) *Prescription {
	change := p.ChangeIn(phase)
	if change == nil {
		return p
	}
	merged := *p
	if change.Exercise.ID != "" && change.Exercise.ID != p.Exercise.ID {
		merged.Exercise = change.Exercise
		merged.Class, merged.HasClass, merged.Load, merged.Loads = NoLoad, false, "", nil
		merged.Variant, merged.Modification, merged.Note = Word{}, "", ""
		merged.Substitutes = nil
	}
	merged.takeDose(change)
	if change.HasClass {
		merged.Class, merged.HasClass = change.Class, true
	}
	if change.Variant.ID != "" {
		merged.Variant = change.Variant
	}
	if len(change.Substitutes) > 0 {
		merged.Substitutes = change.Substitutes
	}
	if change.Weeks != (Range{}) {
		merged.Weeks = change.Weeks
	}
	if len(change.Loads) > 0 {
		merged.Loads = change.Loads
	}
	for _, part := range [...]struct {
		own *string
		new string
	}{
		{&merged.Modification, change.Modification}, {&merged.Note, change.Note}, {&merged.Role, change.Role},
		{&merged.Load, change.Load}, {&merged.PercentOf, change.PercentOf}, {&merged.Side, change.Side},
		{&merged.Cap, change.Cap}, {&merged.Group, change.Group},
	} {
		if strings.TrimSpace(part.new) != "" {
			*part.own = part.new
		}
	}
	return &merged
}

// takeDose takes over the parts of a dose that a phase states: a new amount with its
// loads, and each of hold, tempo and rest.
func (p *Prescription) takeDose(change *Prescription) {
	if d := change.Dose; len(d.Groups) > 0 {
		p.Dose.Groups, p.Dose.Load, p.Dose.Spans = d.Groups, d.Load, d.Spans
	}
	if change.Dose.Hold != nil {
		p.Dose.Hold = change.Dose.Hold
	}
	if change.Dose.Tempo != nil {
		p.Dose.Tempo = change.Dose.Tempo
	}
	if change.Dose.Rest != nil {
		p.Dose.Rest = change.Dose.Rest
	}
}

// ChangeIn is what a phase says anew of the row, or nil.
func (p *Prescription) ChangeIn(phase *Phase) *Prescription {
	if phase == nil {
		return nil
	}
	id := p.ID
	if id == "" {
		id = p.Exercise.ID
	}
	for _, change := range phase.Rows {
		if change.ID == id {
			return change
		}
	}
	return nil
}

// Meet is the weeks that two ranges have in common; a zero range holds all weeks.
func (r Range) Meet(o Range) (weeks Range, meet bool) {
	all := Range{}
	switch {
	case r == all:
		return o, true
	case o == all:
		return r, true
	}
	weeks = Range{Min: max(r.Min, o.Min), Max: min(r.Max, o.Max), Open: r.Open && o.Open}
	if r.Open {
		weeks.Max = o.Max
	}
	if o.Open {
		weeks.Max = r.Max
	}
	if weeks.Open {
		weeks.Max = 0
	}
	return weeks, weeks.Open || weeks.Min <= weeks.Max
}
