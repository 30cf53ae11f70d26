package content

import (
	"iter"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

func (m *mapping) sessions(key string) []*regimen.Session {
	var out []*regimen.Session
	for _, e := range m.entries(key) {
		c := m.group(e, key)
		if c == nil {
			continue
		}
		s := &regimen.Session{
			ID: e.ID, Title: c.text("title"), Minutes: c.minutes("minutes"),
			WarmUp: c.word("warm-up", "session-warm-up"), Groups: c.groups("groups"), Origin: c.Origin,
		}
		rows := c.children("exercises")
		s.Rows = slices.Grow(s.Rows, len(rows))
		for _, r := range rows {
			s.Rows = append(s.Rows, r.prescription(true))
			r.done()
		}
		m.oneUnit(s)
		if n := c.node("exercises"); n != nil && n.Kind == source.Sequence && len(n.Content) == 0 {
			c.fail("exercises", requiredFields, c.Key("exercises"), "session `%s` holds no exercise", e.ID)
		}
		c.need("exercises")
		c.done()
		out = append(out, s)
	}
	return out
}

func (m *mapping) groups(key string) []regimen.Group {
	var out []regimen.Group
	for _, e := range m.entries(key) {
		c := m.group(e, key)
		if c == nil {
			continue
		}
		c.need("kind")
		out = append(out, regimen.Group{
			ID: e.ID, Kind: c.word("kind", "group-kind"), Every: c.duration("every"), Work: c.duration("work"),
			Rest: c.duration("rest"), Rounds: c.number("rounds", 1, 100), Origin: c.Origin,
		})
		c.done()
	}
	return out
}

// prescription decodes one row. A row of a session names its exercise and dose; a
// row of a phase holds only what differs.
func (m *mapping) prescription(whole bool) *regimen.Prescription {
	row := &regimen.Prescription{
		Exercise:     m.ref("exercise", "exercise"),
		Dose:         m.dose(),
		Role:         m.word("role", "role"),
		PercentOf:    m.word("percent-of", "percent-of"),
		Side:         m.word("side", "side"),
		Cap:          m.text("cap"),
		IntraRest:    m.duration("intra-rest"),
		Note:         m.text("note"),
		Modification: m.text("modification"),
		Variant:      m.ref("variant", "exercise"),
		Group:        m.text("group"),
		Substitutes:  m.substitutes("substitutes"),
		Weeks:        m.weeks("weeks"),
		Loads:        m.loads("loads"),
		ID:           m.text("id"),
		Origin:       m.Origin,
	}
	row.Class, row.HasClass, row.Load = m.load("load")
	if row.ID == "" {
		row.ID = row.Exercise.ID
	}
	if whole {
		m.need("exercise")
	}
	switch {
	case m.Has("dose"):
		m.need("dose")
	case m.Has("sets") || m.Has("rest"):
		m.need("reps") // a phase states a dose anew as a whole
	case whole:
		m.needUnless("dose", "reps")
	}
	return row
}

// oneUnit reports a session that mixes kilograms and pounds, at the first row that
// turns to the other unit.
func (m *mapping) oneUnit(s *regimen.Session) {
	var first dose.LoadUnit
	for _, row := range s.Rows {
		for unit, at := range unitsOf(row) {
			if first == "" {
				first = unit
			}
			if unit != first {
				m.fail("sessions", unitsAndValues, at, "this session counts loads in %s, and this one is in %s", first, unit).
					Help = "use one unit in a session"
				return
			}
		}
	}
}

// unitsOf walks the units of the weights that a row states, in its dose, in `load` and
// in `loads`.
func unitsOf(row *regimen.Prescription) iter.Seq2[dose.LoadUnit, diag.Span] {
	return func(yield func(dose.LoadUnit, diag.Span) bool) {
		for load, part := range row.Dose.Loads() {
			if load.Kind == dose.Mass && !yield(load.Unit, row.At("dose").Part(int(part.Start), int(part.End))) {
				return
			}
		}
		stated := []regimen.Word{{ID: row.Load, At: row.At("load")}}
		for _, week := range row.Loads {
			stated = append(stated, week.Load)
		}
		for _, word := range stated {
			if word.ID == "" {
				continue
			}
			column, err := dose.ParseField(dose.FieldLoad, word.ID)
			if err != nil {
				continue // none, or the level of a band
			}
			for load := range column.Dose.Loads() {
				if load.Kind == dose.Mass && !yield(load.Unit, word.At) {
					return
				}
			}
		}
	}
}
