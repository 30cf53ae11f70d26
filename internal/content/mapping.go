package content

import (
	"fmt"
	"strings"
	"sync"

	"regimen/internal/source"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// decoder turns one file into values.
type decoder struct {
	*source.Source
	entry entry
	known *known
	body  markdown.Document
	found diag.List
	// unread: the form hid the keys, so that none may be called missing.
	unread bool
	// slipped: the form had errors, which may hide some of the keys.
	slipped bool
	// sketch: no file is read; each key that is asked for is written down here.
	sketch *Group
}

// report adds a finding and gives it back for help and suggestions to be added.
// Of what was mended by a guess enough is said already.
func (d *decoder) report(rule diag.Rule, at diag.Span, format string, args ...any) *diag.Diagnostic {
	if d.InDoubt(at) {
		return &diag.Diagnostic{At: at}
	}
	d.found = append(d.found, rule.Report(at, fmt.Sprintf(format, args...)))
	return &d.found[len(d.found)-1]
}

// mapping is a group of keys while it is being decoded. A decode function asks it
// for each key it knows; done reports the keys that nobody asked for.
type mapping struct {
	regimen.Origin
	d *decoder
	notes
	missing []string
	sketch  *Group // what is asked for, where no file is read
	spare   *notes
}

// notes are what a mapping needs until it is done. Their memory is used again.
type notes struct {
	pairs []pair
	asked []string
	lists []listed
}

type pair struct {
	key, value *source.Node
	asked      bool
}

// listed is the closed list of a key, to name its words when the key is missing.
type listed struct{ key, list string }

var spareNotes = sync.Pool{New: func() any { return new(notes) }}

// top is the file's own mapping; an empty one when there is no frontmatter, so that
// the missing keys are reported.
func (d *decoder) top() *mapping {
	m := d.mapping(d.Root)
	m.Where, m.sketch = d.Fence(), d.sketch
	return m
}

func (d *decoder) mapping(n *source.Node) *mapping {
	m := &mapping{d: d, spare: spareNotes.Get().(*notes)}
	m.notes = *m.spare
	if n == nil || n.Kind != source.Mapping {
		m.Origin = regimen.NewOrigin(d.Fence(), 0)
		return m
	}
	m.Origin = regimen.NewOrigin(d.Value(n), len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := d.Key(key)
		if i == 0 {
			m.Where = at
		}
		m.pairs = append(m.pairs, pair{key: key, value: value})
		m.Note(key.Value, at, d.Value(value))
	}
	return m
}

// wordAt is a text as it was written, with its place.
func (d *decoder) wordAt(n *source.Node) regimen.Word {
	at := d.Value(n)
	return regimen.Word{ID: n.Value, At: at}
}

// node finds the value of a key; nil when it is absent, left empty, or was mended by a
// guess that nothing may be built on.
func (m *mapping) node(key string) *source.Node {
	if m.sketch != nil {
		m.sketch.key(key)
		return nil
	}
	m.asked = append(m.asked, key)
	for i := range m.pairs {
		p := &m.pairs[i]
		if p.key.Value != key {
			continue
		}
		p.asked = true
		if m.d.guessed(p.value) {
			m.Break(key)
			return nil
		}
		if blank(p.value) {
			return nil
		}
		return p.value
	}
	return nil
}

// guessed reports whether a value was mended by a guess. Of one over several lines only
// a part was, and the rest can be read.
func (d *decoder) guessed(n *source.Node) bool {
	return (n.Kind == source.Scalar || n.Style&source.Flow != 0) && d.Doubtful(n)
}

func blank(n *source.Node) bool {
	return n.Kind == source.Scalar && n.Tag == "!!null"
}

// need notes required keys; done reports those that are absent or empty.
func (m *mapping) need(keys ...string) {
	for _, key := range keys {
		if m.sketch != nil {
			m.sketch.key(key).Required = true
			continue
		}
		if m.node(key) == nil && !m.Broken(key) {
			m.Break(key)
			m.missing = append(m.missing, key)
		}
	}
}

// needUnless notes a key that is required where another is absent.
func (m *mapping) needUnless(key, other string) {
	if m.sketch != nil {
		m.sketch.key(key).Unless = other
	} else if !m.Has(other) {
		m.need(key)
	}
}

// fail reports a value that could not be read and silences the rules that read it.
func (m *mapping) fail(key string, rule diag.Rule, at diag.Span, format string, args ...any) *diag.Diagnostic {
	m.Break(key)
	return m.d.report(rule, at, format, args...)
}

// done reports the keys that nobody asked for, except the author's own x- keys, and
// the required ones that are missing. A required key that was only misspelt is one
// fault and is told once.
func (m *mapping) done() {
	if m.sketch == nil {
		m.unknown()
		m.absent()
	}
	if m.spare != nil {
		clear(m.pairs)
		*m.spare = notes{m.pairs[:0], m.asked[:0], m.lists[:0]}
		spareNotes.Put(m.spare)
		m.spare, m.notes = nil, notes{}
	}
}

func (m *mapping) unknown() {
	for _, p := range m.pairs {
		key := p.key.Value
		if p.asked || strings.HasPrefix(key, "x-") || m.d.guessed(p.value) || m.d.Doubtful(p.key) {
			continue
		}
		at := m.d.Key(p.key)
		found := m.d.report(unknownField, at, "`%s` is not a key that belongs here", key)
		if m.d.suggest(found, at, key, m.free()); len(found.Suggestions) == 0 {
			suggest(found, key, m.asked)
		} else {
			m.missing = without(m.missing, found.Suggestions[0])
			m.Break(found.Suggestions[0])
		}
	}
}

func (m *mapping) absent() {
	if m.d.unread {
		return
	}
	for _, key := range m.missing {
		if m.d.Lost(key) {
			continue
		}
		found := m.d.report(requiredFields, m.Key(key), "`%s` is missing", key)
		if words := m.d.known.words(m.listOf(key)); len(words) > 0 {
			found.Help = "add `" + key + ":` with one of " + some(words)
		}
	}
}

func (m *mapping) listOf(key string) string {
	for _, l := range m.lists {
		if l.key == key {
			return l.list
		}
	}
	return ""
}

// free lists the keys that this mapping knows and does not hold yet.
func (m *mapping) free() []string {
	seen := map[string]bool{}
	for _, p := range m.pairs {
		seen[p.key.Value] = p.asked
	}
	var keys []string
	for _, key := range m.asked {
		if !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	return keys
}

// suggest adds the nearest known words. One that differs only in letter case, `_`,
// spaces or camelCase is certain enough to be mended without asking.
func (d *decoder) suggest(found *diag.Diagnostic, at diag.Span, word string, candidates []string) {
	suggest(found, word, candidates)
	if len(found.Suggestions) > 0 {
		found.Fixes[0].Edits[0].At = at
		found.Fixes[0].Safe = diag.SameWord(word, found.Suggestions[0])
	}
}

func quoteList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "`" + w + "`"
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " or " + quoted[len(quoted)-1]
}

// shape names what a node is, in an author's words.
func shape(n *source.Node) string {
	switch {
	case n.Kind == source.Sequence:
		return "a list"
	case n.Kind == source.Mapping:
		return "a group of keys"
	case n.Tag == "!!int" || n.Tag == "!!float":
		return "the number `" + n.Value + "`"
	}
	return "the text `" + shorten(n.Value) + "`"
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}

// wrong reports a value of another type than is due.
func (m *mapping) wrong(key string, n *source.Node, due string) *diag.Diagnostic {
	return m.fail(key, wrongType, m.d.Value(n), "`%s` takes %s, and this is %s", key, due, shape(n))
}
