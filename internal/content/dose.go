package content

import (
	"errors"

	"regimen/internal/source"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// longestRest is the rest, in seconds, above which minutes were written for seconds.
const longestRest = 15 * 60

// dose reads a prescription: one line under `dose`, or the columns `sets`, `reps` and
// `rest`. The other columns may stand beside either.
func (m *mapping) dose() dose.Dose {
	d, ok := m.doseLine()
	if !ok {
		d = m.doseColumns()
	} else {
		for _, column := range []string{"sets", "reps", "rest"} {
			if m.node(column) != nil {
				m.fail(column, unitsAndValues, m.Key(column), "`%s` says again what `dose` says", column).
					Help = "keep the one line, or the columns, not both"
			}
		}
	}
	for _, column := range []string{"hold", "tempo", "effort"} {
		d = m.with(d, column)
	}
	if d.Rest != nil && d.Rest.Max > longestRest {
		m.longRest(d)
	}
	return d
}

func (m *mapping) doseLine() (dose.Dose, bool) {
	m.takes("dose", Value{Form: Notation, Of: "dose"})
	n := m.node("dose")
	if n == nil {
		return dose.Dose{}, false
	}
	if n.Kind != source.Scalar {
		m.wrong("dose", n, "a dose such as `3 x 8-10, rest 60 s`")
		return dose.Dose{}, true
	}
	d, err := dose.Parse(n.Value)
	m.notation("dose", n, err)
	return d, true
}

func (m *mapping) doseColumns() dose.Dose {
	sets, reps := m.column("sets"), m.column("reps")
	d := m.with(dose.Join(sets, reps), "rest")
	if reps.Field == "" {
		return dose.Dose{}
	}
	return d
}

// with adds a column that may stand beside the line, each part once.
func (m *mapping) with(d dose.Dose, key string) dose.Dose {
	c := m.column(key)
	if c.Field == "" {
		return d
	}
	more, err := d.With(c)
	if err != nil {
		m.fail(key, unitsAndValues, m.Key(key), "`%s` says again what `dose` says", key).Help = "say it in one place"
		return d
	}
	return more
}

// column reads one column in the notation.
func (m *mapping) column(key string) dose.Column {
	m.takes(key, Value{Form: Notation, Of: key})
	n := m.node(key)
	if n == nil {
		return dose.Column{}
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "one value")
		return dose.Column{}
	}
	c, err := dose.ParseField(dose.Field(key), n.Value)
	m.notation(key, n, err)
	return c
}

// notation reports what the notation refuses, under the rule of the field where
// there is one.
func (m *mapping) notation(key string, n *source.Node, err error) {
	var refused *dose.Error
	if !errors.As(err, &refused) {
		return
	}
	rule := diag.Rule{Code: refused.Code, Name: refused.Name, Severity: diag.Error}
	cause := ""
	if domain, ok := domainRule(refused.Name); ok {
		rule, cause = domain, refused.Code
	}
	at := m.d.Within(n, refused.Start, refused.End)
	found := m.fail(key, rule, at, "%s", refused.Message)
	found.Cause = cause
	if refused.Hint != "" {
		found.Suggestions = []string{refused.Hint}
		found.Help = "write `" + refused.Hint + "`"
		found.Fixes = []diag.Fix{{Title: "write `" + refused.Hint + "`", Edits: []diag.Edit{{At: at, Text: refused.Hint}}}}
	}
}

// domainRule is the rule of the field that a fault of the notation breaks.
func domainRule(name string) (diag.Rule, bool) {
	switch name {
	case "descending-range":
		return rangeOrder, true
	case "sets-limit":
		return setCount, true
	case "tempo-form":
		return tempoAndHold, true
	case "missing-unit", "wrong-unit", "negative-number":
		return unitsAndValues, true
	}
	return diag.Rule{}, false
}

func (m *mapping) longRest(d dose.Dose) {
	key, at := "rest", m.At("rest")
	if m.Has("dose") {
		key = "dose"
		at = m.At("dose").Part(int(d.Spans.Rest.Start), int(d.Spans.Rest.End))
	}
	m.fail(key, unitsAndValues, at, "a rest of %g min between sets; were seconds meant?", d.Rest.Max/60).
		Help = "a rest is at most 15 min"
}

// duration reads seconds, or a range of them.
func (m *mapping) duration(key string) dose.Range {
	m.takes(key, Value{Form: Notation, Of: string(dose.FieldDuration)})
	n := m.node(key)
	if n == nil {
		return dose.Range{}
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "a time such as `30 s`")
		return dose.Range{}
	}
	c, err := dose.ParseField(dose.FieldDuration, n.Value)
	m.notation(key, n, err)
	if c.Duration == nil {
		return dose.Range{}
	}
	return *c.Duration
}

// weeks reads `1-4`, `5` or `13+`.
func (m *mapping) weeks(key string) regimen.Range {
	m.takes(key, Value{Form: Notation, Of: string(dose.FieldWeeks)})
	n := m.node(key)
	if n == nil {
		return regimen.Range{}
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "weeks such as `1-4`")
		return regimen.Range{}
	}
	c, err := dose.ParseField(dose.FieldWeeks, n.Value)
	m.notation(key, n, err)
	if c.Weeks == nil {
		return regimen.Range{}
	}
	return regimen.Range{Min: c.Weeks.From, Max: c.Weeks.To, Open: c.Weeks.To == 0}
}
