package content

import (
	"regexp"
	"strconv"
	"strings"

	"regimen/internal/source"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// text reads words as they were written; a number or a date stays as typed.
func (m *mapping) text(key string) string {
	m.takes(key, Value{Form: Text})
	n := m.node(key)
	if n == nil {
		return ""
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "text")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// texts reads a list of texts; a list of one may stand without brackets.
func (m *mapping) texts(key string) []string {
	m.takes(key, Value{Form: Text, List: true})
	var out []string
	for _, n := range m.items(key, "a list of texts") {
		if n.Kind != source.Scalar {
			m.notText(key, n)
			continue
		}
		out = append(out, strings.TrimSpace(n.Value))
	}
	return out
}

// notText reports an item of a list of texts that is none. A single key with words
// behind it is a text with a colon in it.
func (m *mapping) notText(key string, n *source.Node) {
	if found, ok := m.d.UnquotedColon(n); ok {
		m.Break(key)
		m.d.found = append(m.d.found, found)
		return
	}
	m.wrong(key, n, "a list of texts")
}

// items gives the nodes of a list, or the one value that stands in its place.
func (m *mapping) items(key, due string) []*source.Node {
	n := m.node(key)
	switch {
	case n == nil:
		return nil
	case n.Kind == source.Sequence:
		return n.Content
	case n.Kind == source.Mapping:
		m.wrong(key, n, due)
		return nil
	}
	return []*source.Node{n}
}

// number reads a whole number from low to high.
func (m *mapping) number(key string, low, high int) int {
	m.takes(key, Value{Form: Number, Min: low, Max: high})
	n := m.node(key)
	if n == nil {
		return 0
	}
	v, ok := whole(n)
	switch {
	case !ok:
		found := m.wrong(key, n, "a whole number")
		if wholeForm.MatchString(n.Value) {
			m.d.unquote(found, n, n.Value)
		}
	case v < low || v > high:
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` goes from %d to %d", key, low, high)
	default:
		return v
	}
	return 0
}

func whole(n *source.Node) (int, bool) {
	if n.Kind != source.Scalar || n.Tag != "!!int" {
		return 0, false
	}
	v, err := strconv.Atoi(strings.TrimLeft(n.Value, "0"))
	return v, err == nil || strings.Trim(n.Value, "0") == ""
}

// decimal reads a number with or without a fraction.
func decimal(n *source.Node) (float64, bool) {
	if n.Kind != source.Scalar || n.Tag != "!!int" && n.Tag != "!!float" {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Value, 64)
	return v, err == nil
}

// yes reads true or false.
func (m *mapping) yes(key string) bool {
	m.takes(key, Value{Form: Flag})
	n := m.node(key)
	if n == nil {
		return false
	}
	if n.Kind == source.Scalar && n.Tag == "!!bool" && (n.Value == "true" || n.Value == "false") {
		return n.Value == "true"
	}
	found := m.wrong(key, n, "`true` or `false`")
	right := map[string]string{"yes": "true", "on": "true", "y": "true", "true": "true", "no": "false", "off": "false", "n": "false", "false": "false"}
	if word := right[strings.ToLower(n.Value)]; word != "" {
		m.d.unquote(found, n, word)
	}
	return false
}

// unquote offers a word in place of a value, its quotes included: they are what must go.
func (d *decoder) unquote(found *diag.Diagnostic, n *source.Node, word string) {
	if found.At.File != nil && n.Style&source.Quoted != 0 {
		found.At.Start--
		found.At.End++
	}
	found.Suggestions = []string{word}
	found.Help = "write `" + word + "`, without quotes"
	found.Fixes = []diag.Fix{{Title: "write `" + word + "`", Safe: true, Edits: []diag.Edit{{At: found.At, Text: word}}}}
}

// date reads YYYY-MM-DD.
func (m *mapping) date(key string) string {
	m.takes(key, Value{Form: Date})
	n := m.node(key)
	if n == nil {
		return ""
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "a date")
		return ""
	}
	if !isDate(n.Value) {
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` is not a date that exists", shorten(n.Value)).
			Help = "write year, month and day, such as `2026-11-01`"
		return ""
	}
	return n.Value
}

var (
	rangeForm   = regexp.MustCompile(`^(\d+)(?:\s*(?:-|–|to)\s*(\d+)|(\+))?(?:\s*(?:min|mins|minutes?))?$`)
	wholeForm   = regexp.MustCompile(`^\d+$`)
	shareForm   = regexp.MustCompile(`^(\d+)(?:[.,](\d+))?\s*(?:%|per ?cent)?$`)
	percentForm = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*%$`)
)

// minutes reads a number of minutes or an ascending range of them.
func (m *mapping) minutes(key string) regimen.Range {
	m.takes(key, Value{Form: Minutes})
	n := m.node(key)
	if n == nil {
		return regimen.Range{}
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "minutes")
		return regimen.Range{}
	}
	parts := rangeForm.FindStringSubmatch(n.Value)
	if parts == nil || parts[3] != "" {
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` is not a number of minutes", shorten(n.Value)).Help = "write it as `35` or `30-40`"
		return regimen.Range{}
	}
	low, _ := strconv.Atoi(parts[1])
	high := low
	if parts[2] != "" {
		high, _ = strconv.Atoi(parts[2])
	}
	if high < low {
		found := m.fail(key, rangeOrder, m.d.Value(n), "`%s` runs downwards", n.Value)
		found.Suggestions = []string{parts[2] + "-" + parts[1]}
		found.Help = "write the smaller number first: `" + found.Suggestions[0] + "`"
		return regimen.Range{}
	}
	if low == 0 || high > 24*60 {
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` takes 1 to 1440 minutes", key)
		return regimen.Range{}
	}
	return regimen.Range{Min: low, Max: high}
}

// percent reads a share written with its sign.
func (m *mapping) percent(key string) float64 {
	m.takes(key, Value{Form: Share})
	n := m.node(key)
	if n == nil {
		return 0
	}
	if n.Kind != source.Scalar {
		m.wrong(key, n, "a share such as `5 %`")
		return 0
	}
	parts := percentForm.FindStringSubmatch(n.Value)
	if parts == nil {
		found := m.fail(key, unitsAndValues, m.d.Value(n), "`%s` is not a share as `%s` takes it", shorten(n.Value), key)
		found.Help = "write it with its sign, such as `5 %`"
		if near := shareForm.FindStringSubmatch(n.Value); near != nil {
			suggestThese(found, []string{strings.TrimSuffix(near[1]+"."+near[2], ".") + " %"})
		}
		return 0
	}
	v, _ := strconv.ParseFloat(parts[1], 64)
	if v > 100 {
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` goes up to 100 %%", key)
		return 0
	}
	return v
}
