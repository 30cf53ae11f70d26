package content

import (
	"regimen/internal/source"

	"regimen/internal/regimen"
)

func decodeCondition(d *decoder) func(*regimen.Library) {
	m := d.top()
	c := &regimen.Condition{
		Page:              m.page(),
		Aliases:           m.texts("aliases"),
		Clearance:         m.number("clearance", 0, 4),
		Direction:         m.word("direction", "direction"),
		PostOperative:     m.yes("post-operative"),
		Guidance:          m.guidance("guidance"),
		ThresholdsVersion: m.text("thresholds-version"),
	}
	c.Stages = m.stages("stages", c.Clearance)
	names := m.entryNames("stages")
	for _, o := range m.children("overrides") {
		c.Overrides = append(c.Overrides, o.override(names))
		o.done()
	}
	for i := range c.Guidance {
		for _, w := range c.Guidance[i].While {
			m.oneOf("guidance", w, "stage", names)
		}
	}
	m.need("title", "clearance", "stages")
	m.done()
	return func(lib *regimen.Library) { lib.Conditions = append(lib.Conditions, c) }
}

// oneOf reports an id that is not among this file's own; nil names are unknown.
func (m *mapping) oneOf(key string, w regimen.Word, what string, names []string) {
	if w.ID != "" && names != nil && !contains(names, w.ID) {
		m.unresolved(key, w, what, names)
	}
}

func (m *mapping) stages(key string, clearance int) []*regimen.Stage {
	var out []*regimen.Stage
	for _, e := range m.entries(key) {
		c := m.group(e, key)
		if c == nil {
			continue
		}
		c.need("tolerates")
		s := &regimen.Stage{
			ID: e.ID, Title: c.text("title"), Entry: c.text("entry"),
			PainProfile: c.word("pain-profile", "pain-profile"), Clearance: c.number("clearance", 0, 4),
			Untagged: c.word("untagged", "untagged"), Flare: c.yes("flare"),
			GroupPositions: c.yes("group-positions"), Tolerates: c.tolerances("tolerates"), Origin: c.Origin,
		}
		s.MaxLoad, s.HasMaxLoad = c.loadClass("max-load")
		if !c.Has("clearance") {
			s.Clearance = clearance
		}
		if s.PainProfile == "" {
			s.PainProfile = "standard"
		}
		if s.Untagged == "" {
			s.Untagged = "warning"
		}
		c.done()
		out = append(out, s)
	}
	return out
}

// tolerances reads `{stressor: [ok, caution, modify]}`.
func (m *mapping) tolerances(key string) []regimen.Tolerance {
	var out []regimen.Tolerance
	allowed := m.d.known.words("stressor")
	for _, e := range m.entriesOf(key, Value{Form: Word, Of: "stressor"}, Value{Form: Tuple, Each: &gradeForm, Min: 3}) {
		if len(allowed) > 0 && !contains(allowed, e.ID) {
			found := m.fail(key, unknownVocabulary, e.At, "`%s` is not a stressor in vocabulary.md", shorten(e.ID))
			m.d.suggest(found, e.At, e.ID, allowed)
			continue
		}
		if limits, ok := m.limits(key, e); ok {
			out = append(out, regimen.Tolerance{Stressor: e.Word, OK: limits[0], Caution: limits[1], Modify: limits[2]})
		}
	}
	return out
}

func (m *mapping) limits(key string, e named) (limits [3]int, ok bool) {
	if e.node.Kind != source.Sequence || len(e.node.Content) != 3 {
		m.wrong(key, e.node, "three grades for each stressor, `[ok, caution, modify]`")
		return limits, false
	}
	for i, g := range e.node.Content {
		v, isNumber := whole(g)
		if !isNumber {
			m.wrong(key, g, "grades from 0 to 3")
			return limits, false
		}
		if v < 0 || v > 3 {
			m.fail(key, unitsAndValues, m.d.Value(g), "a grade goes from 0 to 3, and this is %d", v)
			return limits, false
		}
		if i > 0 && v < limits[i-1] {
			m.fail(key, rangeOrder, m.d.Value(e.node), "`%s` must not fall from one limit to the next", e.ID).
				Help = "the order is [ok, caution, modify], each at least the one before"
			return limits, false
		}
		limits[i] = v
	}
	return limits, true
}

func (m *mapping) guidance(key string) []regimen.Guidance {
	var out []regimen.Guidance
	for _, c := range m.children(key) {
		c.need("exercise", "action")
		out = append(out, regimen.Guidance{
			Exercise: c.ref("exercise", "exercise"), Action: c.word("action", "action"), While: c.labelsOf("while", "stage"),
			Because: c.text("because"), Instead: c.refs("instead", "exercise", none), Origin: c.Origin,
		})
		c.done()
	}
	return out
}

func (m *mapping) override(stages []string) regimen.Override {
	m.need("exercise", "stage", "verdict")
	o := regimen.Override{
		Exercise: m.ref("exercise", "exercise"), Stage: m.label("stage"), Verdict: m.word("verdict", "verdict"),
		Because: m.text("because"), By: m.text("by"), Role: m.text("role"), Date: m.date("date"), Origin: m.Origin,
	}
	m.oneOf("stage", o.Stage, "stage", stages)
	return o
}
