package content

import (
	"strconv"
	"strings"

	"regimen/internal/source"

	"regimen/internal/dose"
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
		RenamedFrom: m.labels("renamed-from"),
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
	n := m.node(key)
	if n == nil {
		return regimen.Word{}
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "one word")
		return regimen.Word{}
	}
	return regimen.Word{ID: n.Value, At: m.d.Value(n)}
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
	var out []regimen.Word
	for _, n := range m.items(key, "a list of sessions") {
		if n.Kind != source.Scalar {
			m.wrong(key, n, "a list of sessions")
			continue
		}
		w := regimen.Word{ID: n.Value, At: m.d.Value(n)}
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
		for _, r := range c.children("exercises") {
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
	case whole && !m.Has("reps"):
		m.need("dose")
	}
	return row
}

// load reads a class, a value or both: `light`, `12 kg`, `green`, `light, 4 kg`.
func (m *mapping) load(key string) (class regimen.LoadClass, has bool, value string) {
	n := m.node(key)
	if n == nil {
		return 0, false, ""
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "a load")
		return 0, false, ""
	}
	start := 0
	for _, part := range splitLoad(n.Value) {
		word := strings.TrimSpace(part)
		if c, ok := regimen.ParseLoadClass(word); ok {
			class, has = c, true
		} else {
			value = m.loadValue(key, n, word, start+strings.Index(part, word))
		}
		start += len(part) + 1
	}
	return class, has, value
}

// splitLoad parts a class from a value. A comma inside a number is no separator: the
// notation refuses it with its own words.
func splitLoad(text string) []string {
	first, rest, found := strings.Cut(text, ",")
	if _, class := regimen.ParseLoadClass(strings.TrimSpace(first)); found && (class || strings.HasPrefix(rest, " ")) {
		return []string{first, rest}
	}
	return []string{text}
}

// loads reads a planned load a week: `{1: 40 kg, 2: 42.5 kg}`.
func (m *mapping) loads(key string) []regimen.WeekLoad {
	var out []regimen.WeekLoad
	for _, e := range m.entries(key) {
		week, err := strconv.Atoi(e.ID)
		if err != nil || week < 1 {
			m.fail(key, unitsAndValues, e.At, "`%s` is not a week; weeks are numbers from 1", shorten(e.ID))
			continue
		}
		if e.node.Kind != source.Scalar {
			m.wrong(key, e.node, "a load for each week")
			continue
		}
		value := m.loadValue(key, e.node, e.node.Value, 0)
		out = append(out, regimen.WeekLoad{Week: week, Load: regimen.Word{ID: value, At: m.d.Value(e.node)}})
	}
	return out
}

// oneUnit reports a session that mixes kilograms and pounds, at the first row that
// turns to the other unit.
func (m *mapping) oneUnit(s *regimen.Session) {
	var first dose.LoadUnit
	for _, row := range s.Rows {
		for load, part := range row.Dose.Loads() {
			if load.Kind != dose.Mass {
				continue
			}
			if first == "" {
				first = load.Unit
			}
			if load.Unit != first {
				at := row.At("dose").Part(part.Start, part.End)
				m.fail("sessions", unitsAndValues, at, "this session counts loads in %s, and this one is in %s", first, load.Unit).
					Help = "use one unit in a session"
				return
			}
		}
	}
}
