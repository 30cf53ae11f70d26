package content

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

// load reads a class, a value or both: `light`, `12 kg`, `green`, `light, 4 kg`.
func (m *mapping) load(key string) (class regimen.LoadClass, has bool, value string) {
	m.takes(key, Value{Form: Weight})
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
	for _, e := range m.entriesOf(key, Value{Form: Number, Min: 1, Max: 999}, Value{Form: Notation, Of: string(dose.FieldLoad)}) {
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

// loadValue reads a mass, an effort or a band's level, from a place in the value.
func (m *mapping) loadValue(key string, n *source.Node, word string, at int) string {
	if contains(m.d.known.levels, word) {
		return word
	}
	c, err := dose.ParseField(dose.FieldLoad, word)
	var refused *dose.Error
	if errors.As(err, &refused) {
		if !strings.ContainsAny(word, "0123456789") {
			known := slices.Concat(regimen.Words("load"), m.d.known.levels)
			place := m.d.Within(n, at, at+len(word))
			found := m.fail(key, unknownVocabulary, place, "`%s` is neither a load class nor a weight", shorten(word))
			if m.d.suggest(found, place, word, known); len(found.Suggestions) == 0 {
				found.Help = "write a class, " + quoteList(regimen.Words("load")) + ", or a weight such as `12 kg`"
			}
			return ""
		}
		refused.Start, refused.End = refused.Start+at, refused.End+at
		m.notation(key, n, refused)
		return ""
	}
	for load := range c.Dose.Loads() {
		return load.String()
	}
	return ""
}
