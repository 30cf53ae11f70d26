package content

import (
	"cmp"
	"strconv"

	"regimen/internal/regimen"
	"regimen/internal/source"
)

func decodeVocabulary(d *decoder) func(*regimen.Library) {
	m := d.top()
	v := regimen.Vocabulary{Page: titled(m.page()), Version: m.text("version")}
	for _, e := range m.entries("muscles") {
		if c := m.group(e, "muscles"); c != nil {
			v.Muscles = append(v.Muscles, regimen.Muscle{Term: c.term(e.ID), View: c.word("view", "view"), Also: c.texts("also")})
			c.done()
		}
	}
	for _, e := range m.entries("equipment") {
		if c := m.group(e, "equipment"); c != nil {
			v.Equipment = append(v.Equipment, c.equipment(e.ID))
			c.done()
		}
	}
	for _, e := range m.entries("stressors") {
		if c := m.group(e, "stressors"); c != nil {
			v.Stressors = append(v.Stressors, regimen.StressorTerm{Term: c.term(e.ID), Meaning: c.text("meaning"), Note: c.text("note"), At: e.At})
			c.done()
		}
	}
	v.Patterns, v.Categories = m.terms("patterns"), m.terms("categories")
	m.screening(&v)
	m.done()
	return func(lib *regimen.Library) { lib.Vocabulary = v }
}

// terms reads a list of words with titles; a plain list of words has none.
func (m *mapping) terms(key string) []regimen.Term {
	var out []regimen.Term
	if m.sketch != nil {
		entries := m.entries(key)
		m.sketch.key(key).Value.Or = &Value{Form: Text, List: true}
		m.group(entries[0], key).term("")
		return nil
	}
	if n := m.node(key); n != nil && n.Kind == source.Sequence {
		for _, w := range m.labels(key) {
			out = append(out, regimen.Term{ID: w.ID, Title: w.ID})
		}
		return out
	}
	for _, e := range m.entries(key) {
		if c := m.group(e, key); c != nil {
			out = append(out, c.term(e.ID))
			c.done()
		}
	}
	return out
}

func (m *mapping) term(id string) regimen.Term {
	return regimen.Term{ID: id, Title: cmp.Or(m.text("title"), id)}
}

func (m *mapping) equipment(id string) regimen.Equipment {
	e := regimen.Equipment{
		Term: m.term(id), Also: m.texts("also"), Levels: m.texts("levels"), Step: m.byUnit("step"), StepUpper: m.byUnit("step-upper"),
		Grid: m.byUnit("grid"), Minimum: m.byUnit("minimum"),
	}
	e.Floor, e.HasFloor = m.loadClass("floor")
	return e
}

// byUnit reads `{kg: 5, lb: 10}`; an amount may depend on the load, `{kg: {0: 1, 10: 2}}`.
func (m *mapping) byUnit(key string) []regimen.UnitLoad {
	var out []regimen.UnitLoad
	amount := Value{Form: Decimal}
	for _, e := range m.entriesOf(key, Value{Form: Word, Of: "units"}, Value{Form: Decimal, Or: &Value{Form: Entries, Each: &amount}}) {
		if !contains(regimen.Words("units"), e.ID) {
			found := m.fail(key, unknownVocabulary, e.At, "`%s` is not a unit of load", shorten(e.ID))
			m.d.suggest(found, e.At, e.ID, regimen.Words("units"))
			continue
		}
		if e.node.Kind != source.Mapping {
			out = m.amount(key, out, regimen.UnitLoad{Unit: e.ID}, e.node)
			continue
		}
		for _, from := range m.d.named(e.node) {
			start, err := strconv.ParseFloat(from.ID, 64)
			if err != nil {
				m.fail(key, unitsAndValues, from.At, "`%s` is not a load from which a step holds", shorten(from.ID))
				continue
			}
			out = m.amount(key, out, regimen.UnitLoad{Unit: e.ID, From: start}, from.node)
		}
	}
	return out
}

func (m *mapping) amount(key string, out []regimen.UnitLoad, u regimen.UnitLoad, n *source.Node) []regimen.UnitLoad {
	v, ok := decimal(n)
	switch {
	case !ok:
		m.wrong(key, n, "a number")
		return out
	case v <= 0:
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` must be more than 0", key)
		return out
	}
	u.Amount = v
	return append(out, u)
}
