package content

import (
	"regimen/internal/source"

	"regimen/internal/regimen"
)

func decodeProgramme(d *decoder) func(*regimen.Library) {
	m := d.top()
	p := &regimen.Programme{
		Page:        m.page(),
		Goal:        m.word("goal", "goal"),
		Level:       m.word("level", "level"),
		Audience:    m.word("audience", "audience"),
		Scope:       m.text("scope"),
		For:         m.texts("for"),
		NotFor:      m.texts("not-for"),
		Conditions:  m.declared("conditions"),
		Clearance:   m.number("clearance", 0, 4),
		Safety:      m.ref("safety", "safety file"),
		Equipment:   m.pieces("equipment"),
		Overload:    m.overload("overload"),
		Author:      m.person("author"),
		Version:     m.text("version"),
		Since:       m.word("since", "since"),
		Supervision: m.text("supervision"),
		Builds:      m.words("builds", "muscle"),
		Deload:      m.word("deload", "deload"),
		Related:     m.refs("related", "programme"),
		RenamedFrom: m.formerIDs("renamed-from"),
	}
	p.Sessions = m.sessions("sessions")
	names := m.entryNames("sessions")
	p.Schedule = m.schedule("schedule", names)
	p.Phases = m.phases("phases", names, m.rowNames(p.Sessions))
	if c := m.child("signals"); c != nil {
		p.Progress, p.BackOff = c.texts("progress"), c.texts("back-off")
		c.done()
	}
	if p.Audience == "" {
		p.Audience = "adult"
	}
	if m.Has("sessions") && !m.Broken("sessions") && len(p.Sessions) == 0 && m.node("sessions") != nil {
		m.fail("sessions", requiredFields, m.Key("sessions"), "`sessions` holds no session")
	}
	m.need("title", "goal", "level", "schedule", "sessions")
	m.done()
	return func(lib *regimen.Library) { lib.Programmes = append(lib.Programmes, p) }
}

func (m *mapping) declared(key string) []regimen.Declared {
	var out []regimen.Declared
	for _, c := range m.children(key) {
		c.need("condition", "stage")
		dec := regimen.Declared{Condition: c.ref("condition", "condition"), Stage: c.label("stage"), Origin: c.Origin}
		if dec.Condition.ID != "" && dec.Stage.ID != "" && c.stageOf("stage", dec.Condition.ID, dec.Stage) {
			out = append(out, dec)
		}
		c.done()
	}
	return out
}

// label reads one free word with its place.
func (m *mapping) label(key string) regimen.Word {
	m.takes(key, Value{Form: Name, Of: key})
	n := m.node(key)
	if n == nil {
		return regimen.Word{}
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "one word")
		return regimen.Word{}
	}
	return m.d.wordAt(n)
}

func (m *mapping) overload(key string) regimen.Overload {
	c := m.child(key)
	if c == nil {
		return regimen.Overload{Method: "none"}
	}
	defer c.done()
	c.need("method")
	return regimen.Overload{
		Method: c.word("method", "overload"), Confirm: c.number("confirm", 1, 5),
		Step: c.text("step"), Stall: c.text("stall"), Base: c.text("base"), Origin: c.Origin,
	}
}

func (m *mapping) schedule(key string, sessions []string) regimen.Schedule {
	c := m.child(key)
	if c == nil {
		return regimen.Schedule{}
	}
	defer c.done()
	s := regimen.Schedule{
		Days:    c.words("days", "weekday"),
		PerWeek: c.number("per-week", 1, 14),
		PerDay:  c.number("per-day", 1, 24),
		MinGap:  c.number("min-gap", 0, 13),
		Origin:  c.Origin,
	}
	s.Rotate = c.sessionRefs("rotate", sessions, regimen.Rest)
	if !c.Has("rotate") {
		for _, id := range sessions {
			s.Rotate = append(s.Rotate, regimen.Word{ID: id, At: c.Where})
		}
	}
	return s
}

// entryNames lists the ids of a group's entries, such as a programme's sessions, those
// too that could not be read; nil when there are none to refer to.
func (m *mapping) entryNames(key string) []string {
	var names []string
	if n := m.node(key); n != nil && n.Kind == source.Mapping {
		for _, e := range m.d.named(n) {
			names = append(names, e.ID)
		}
	}
	return names
}

// sessionRefs reads sessions of this programme.
func (m *mapping) sessionRefs(key string, sessions []string, also ...string) []regimen.Word {
	m.takes(key, Value{Form: Name, Of: "session", Also: also, List: true})
	var out []regimen.Word
	for _, n := range m.items(key, "a list of sessions") {
		if n.Kind != source.Scalar {
			m.wrong(key, n, "a list of sessions")
			continue
		}
		w := m.d.wordAt(n)
		if sessions == nil || contains(sessions, w.ID) || contains(also, w.ID) {
			out = append(out, w)
			continue
		}
		m.unresolved(key, w, "session", append(sessions[:len(sessions):len(sessions)], also...))
	}
	return out
}

// rowNames lists the ids of the rows that a phase may change; nil when some could not be
// read.
func (m *mapping) rowNames(sessions []*regimen.Session) []string {
	if m.Broken("sessions") {
		return nil
	}
	var names []string
	for _, s := range sessions {
		for _, row := range s.Rows {
			if row.ID == "" || s.Broken("exercises") {
				return nil
			}
			names = append(names, row.ID)
		}
	}
	return names
}

func (m *mapping) phases(key string, sessions, rows []string) []regimen.Phase {
	var out []regimen.Phase
	for _, c := range m.children(key) {
		c.need("name", "weeks")
		ph := regimen.Phase{
			Name: c.text("name"), Focus: c.text("focus"), Weeks: c.weeks("weeks"),
			Stages: c.stageLimits("stage"), Sessions: c.sessionRefs("sessions", sessions),
			MaxIncrease: c.percent("max-increase"), LoadLocked: c.yes("load-locked"), Origin: c.Origin,
		}
		ph.MaxLoad, ph.HasMaxLoad = c.loadClass("max-load")
		for _, e := range c.entries("rows") {
			if rows != nil && !contains(rows, e.ID) {
				c.unresolved("rows", e.Word, "row", rows)
				continue
			}
			if r := c.group(e, "rows"); r != nil {
				row := r.prescription(false)
				row.ID = e.ID
				ph.Rows = append(ph.Rows, row)
				r.done()
			}
		}
		c.done()
		out = append(out, ph)
	}
	return out
}
