package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// allDoses lists whatever states a dose or a load: each exercise's own dose (its row
// has no Programme), the rows of the sessions, and what a phase states anew of them.
func (l *library) allDoses() []row {
	rows := l.rows()
	out := make([]row, 0, len(l.Exercises)+len(rows))
	for _, e := range l.Exercises {
		own := &regimen.Prescription{Origin: e.Origin, ID: e.ID, Exercise: regimen.Word{ID: e.ID}, Dose: e.Dose}
		out = append(out, row{Prescription: own, Of: e, Purpose: l.Role(own), Class: l.Class(own)})
	}
	for _, r := range rows {
		out = append(out, l.withVariant(r))
		if r.Broken("dose") || r.Broken("rest") {
			continue // then nobody knows what a phase leaves as it was
		}
		for i := range r.Programme.Phases {
			ph := &r.Programme.Phases[i]
			if change := r.ChangeIn(ph); change != nil && ph.Uses(r.Session.ID) {
				out = append(out, l.restated(r, ph, change))
			}
		}
	}
	return out
}

// restated is a row as a phase states it anew. It stands where the phase says so; what
// the phase leaves out is the session's.
func (l *library) restated(r row, ph *regimen.Phase, change *regimen.Prescription) row {
	merged := *r.InPhase(ph)
	merged.Origin = change.Origin
	r.Prescription, r.Phase = &merged, ph
	r.Of, r.Purpose, r.Class = l.Exercise(merged.Exercise.ID), l.Role(&merged), l.Class(&merged)
	return l.withVariant(r)
}

// withVariant is a row with the exercise that its dose is for: the variant, where it
// has one.
func (l *library) withVariant(r row) row {
	if r.Variant.ID == "" {
		return r
	}
	other := *r.Prescription
	other.Exercise = r.Variant
	r.Prescription = &other
	r.Of, r.Purpose, r.Class = l.Exercise(other.Exercise.ID), l.Role(&other), l.Class(&other)
	return r
}

// statesDose reports whether the dose is written here, and not in the session whose
// row a phase changes in another respect.
func (r row) statesDose() bool { return r.Phase == nil || r.Has("dose") || r.Has("reps") }

// states reports whether a part of the dose is written in this very place.
func (r row) states(column string, part dose.Span) bool {
	return r.Has(column) || r.statesDose() && part != dose.Span{}
}

// purposeRead reports whether nothing that could not be read decides the row's role.
func (r row) purposeRead() bool {
	if r.Broken("role") {
		return false
	}
	return r.Role != "" || r.Of != nil && !r.Of.Broken("category") && !r.Of.Broken("pattern")
}

// works reports whether the row trains, rather than prepares or winds down.
func (r row) works() bool { return regimen.Works(r.Purpose) }

// heaviest is the highest load class of the row in any phase of its programme: as
// written, else what its dose gives away, else the exercise's usual one.
func (r row) heaviest() regimen.LoadClass {
	if !r.HasClass {
		d := r.Dose
		if r.Load != "" {
			d.Load = append(slices.Clone(d.Load), readLoad(r.Load, diag.Span{}).Load)
		}
		if class, told := regimen.StatedClass(d, r.PercentOf); told {
			return class
		}
	}
	switch {
	case r.Of == nil || r.Programme == nil:
		return r.Class
	case r.Phase != nil || len(r.Programme.Phases) == 0:
		return suit.ClassOf(r.Of, r.Prescription, r.Phase)
	}
	class := regimen.NoLoad
	for i := range r.Programme.Phases {
		class = max(class, suit.ClassOf(r.Of, r.Prescription, &r.Programme.Phases[i]))
	}
	return class
}

// loadsOf lists the loads of a group, those that stand for all groups among them.
func loadsOf(d dose.Dose, group int) []dose.Load {
	if len(d.Load) == 0 {
		return d.Groups[group].Load
	}
	return slices.Concat(d.Groups[group].Load, d.Load)
}

// top is the upper end of an amount; of an open one, the least that is asked for.
func top(a dose.Amount) float64 { return max(a.Min, a.Max) }

// stated is one load as a row writes it: a value, or a band's level.
type stated struct {
	dose.Load
	Level string
	At    diag.Span
}

// statedLoads lists the loads of the dose, of `load` and of `loads`, as they stand.
func statedLoads(r row) []stated {
	var out []stated
	if r.statesDose() {
		for load, part := range r.Dose.Loads() {
			at := partAt(r.Origin, r.Dose, "reps", func(dose.Spans) dose.Span { return part })
			out = append(out, stated{Load: load, At: at})
		}
	}
	return append(out, keyLoads(r)...)
}

// keyLoads lists the loads of `load` and of `loads`, as they stand here.
func keyLoads(r row) []stated {
	var out []stated
	if r.Load != "" && r.Has("load") {
		out = append(out, readLoad(r.Load, valueAt(r.At("load"))))
	}
	for _, week := range r.Loads {
		if week.Load.ID != "" && r.Has("loads") {
			out = append(out, readLoad(week.Load.ID, week.Load.At))
		}
	}
	return out
}

// readLoad reads a load in its canonical form; what the notation does not know is the
// level of a band, since anything else was refused before.
func readLoad(text string, at diag.Span) stated {
	column, err := dose.ParseField(dose.FieldLoad, text)
	if err == nil {
		for load := range column.Dose.Loads() {
			return stated{Load: load, At: at}
		}
	}
	return stated{Level: text, At: at}
}

// hold is how long each repetition is held: as the row says, else as its exercise does.
func (r row) hold() *dose.Range {
	if r.Dose.Hold == nil && r.Of != nil {
		return r.Of.Dose.Hold
	}
	return r.Dose.Hold
}

// tempo is the row's tempo, else its exercise's.
func (r row) tempo() *dose.Tempo {
	if r.Dose.Tempo == nil && r.Of != nil {
		return r.Of.Dose.Tempo
	}
	return r.Dose.Tempo
}
