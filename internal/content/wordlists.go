package content

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

// word reads a word of a closed list.
func (m *mapping) word(key, list string) string {
	w := m.placed(key, list)
	return w.ID
}

// placed reads a word of a closed list with its place.
func (m *mapping) placed(key, list string) regimen.Word {
	m.takes(key, Value{Form: Word, Of: list})
	n := m.node(key)
	if n == nil {
		m.lists = append(m.lists, listed{key, list})
		return regimen.Word{}
	}
	return m.oneWord(key, n, list)
}

// words reads a list of words of a closed list.
func (m *mapping) words(key, list string) []regimen.Word {
	m.takes(key, Value{Form: Word, Of: list, List: true})
	m.lists = append(m.lists, listed{key, list})
	nodes := m.items(key, "a list of words")
	out := slices.Grow([]regimen.Word(nil), len(nodes))
	for _, n := range nodes {
		if w := m.oneWord(key, n, list); w.ID != "" {
			out = append(out, w)
		}
	}
	return out
}

func (m *mapping) oneWord(key string, n *source.Node, list string) regimen.Word {
	if n.Kind != source.Scalar {
		m.wrong(key, n, "one word")
		return regimen.Word{}
	}
	at := m.d.Value(n)
	allowed := m.d.known.words(list)
	if len(allowed) == 0 {
		return regimen.Word{ID: n.Value, At: at} // vocabulary.md could not be read, and says so itself
	}
	for _, w := range allowed {
		if w == n.Value {
			return regimen.Word{ID: w, At: at}
		}
	}
	found := m.fail(key, unknownVocabulary, at, "`%s` is not a word that `%s` knows", shorten(n.Value), key)
	switch m.d.suggest(found, at, n.Value, allowed); {
	case n.Style == 0 && strings.Contains(n.Value, ", "):
		found.Message = "`" + shorten(n.Value) + "` is one text, and `" + key + "` takes a list"
		found.Suggestions = []string{"[" + n.Value + "]"}
		found.Help = "put the list into brackets: `[" + shorten(n.Value) + "]`"
		found.Fixes = []diag.Fix{{Title: "put it into brackets", Safe: true, Edits: []diag.Edit{{At: at, Text: "[" + n.Value + "]"}}}}
	case len(found.Suggestions) == 0:
		found.Help = "write one of " + some(allowed)
	}
	return regimen.Word{}
}

// some lists the words of a short list, and the first of a long one.
func some(words []string) string {
	const shown = 24
	if len(words) > shown {
		return quoteList(words[:shown]) + " …; vocabulary.md has them all"
	}
	return quoteList(words)
}

// ref reads the id of another file or entry.
func (m *mapping) ref(key, what string) regimen.Word {
	m.takes(key, Value{Form: Ref, Of: what})
	if n := m.node(key); n != nil {
		return m.oneRef(key, n, what)
	}
	return regimen.Word{}
}

// refs reads a list of ids.
func (m *mapping) refs(key, what string, also ...string) []regimen.Word {
	m.takes(key, Value{Form: Ref, Of: what, Also: also, List: true})
	nodes := m.items(key, "a list of ids")
	out := slices.Grow([]regimen.Word(nil), len(nodes))
	for _, n := range nodes {
		if w := m.oneRef(key, n, what, also...); w.ID != "" {
			out = append(out, w)
		}
	}
	return out
}

// oneRef resolves an id; also are words that may stand in its place, such as none.
func (m *mapping) oneRef(key string, n *source.Node, what string, also ...string) regimen.Word {
	if n.Kind != source.Scalar {
		m.wrong(key, n, "the id of one "+what)
		return regimen.Word{}
	}
	w := m.d.wordAt(n)
	if id, found := m.d.known.shared(what, w.ID); found || contains(also, w.ID) {
		return regimen.Word{ID: id, At: w.At}
	}
	named := m.d.known.named(what)
	m.unresolved(key, w, what, append(named[:len(named):len(named)], also...))
	return regimen.Word{}
}

// unresolved reports an id that names nothing. In a folder without programmes a
// relation to an exercise only warns: the library is being built up.
func (m *mapping) unresolved(key string, w regimen.Word, what string, candidates []string) {
	found := m.fail(key, unresolvedReference, w.At, "there is no %s `%s`", what, shorten(w.ID))
	if m.d.known.alone && what == "exercise" {
		found.Severity = diag.Warning
	}
	m.d.suggest(found, w.At, w.ID, candidates)
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}
