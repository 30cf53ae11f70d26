package content

import (
	"slices"

	"regimen/internal/source"

	"regimen/internal/regimen"
)

// child reads a group of keys under a key; nil when it is absent or not a group.
func (m *mapping) child(key string) *mapping {
	if m.sketch != nil {
		return m.inner(key, Value{Form: Keys})
	}
	n := m.node(key)
	if n == nil {
		return nil
	}
	if n.Kind != source.Mapping {
		m.wrong(key, n, "a group of keys")
		return nil
	}
	return m.d.mapping(n)
}

// children reads a list of groups of keys.
func (m *mapping) children(key string) []*mapping {
	if m.sketch != nil {
		return []*mapping{m.inner(key, Value{Form: Keys, List: true})}
	}
	n := m.node(key)
	if n == nil {
		return nil
	}
	nodes := []*source.Node{n}
	if n.Kind == source.Sequence {
		nodes = n.Content
	}
	out := slices.Grow([]*mapping(nil), len(nodes))
	for _, c := range nodes {
		if c.Kind != source.Mapping {
			m.wrong(key, c, "a list of entries with keys of their own")
			continue
		}
		out = append(out, m.d.mapping(c))
	}
	return out
}

// named is one entry of a group whose keys are ids of the author's choosing.
type named struct {
	regimen.Word
	node  *source.Node
	value *Value // to be written down, where no file is read
}

// entries reads a group whose keys are ids.
func (m *mapping) entries(key string) []named {
	if m.sketch != nil {
		each := &Value{Form: Keys, Keys: &Group{}}
		m.takes(key, Value{Form: Entries, Each: each})
		return []named{{value: each}}
	}
	n := m.node(key)
	if n == nil {
		return nil
	}
	if n.Kind != source.Mapping {
		m.wrong(key, n, "a group of keys, one an entry")
		return nil
	}
	return m.d.named(n)
}

func (d *decoder) named(n *source.Node) []named {
	out := slices.Grow([]named(nil), len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		out = append(out, named{Word: regimen.Word{ID: n.Content[i].Value, At: d.Key(n.Content[i])}, node: n.Content[i+1]})
	}
	return out
}

// entriesOf reads a group whose keys and values are all of one form.
func (m *mapping) entriesOf(key string, names, each Value) []named {
	if m.sketch != nil {
		n, e := names, each // copies, lest every call put its arguments into the heap
		m.takes(key, Value{Form: Entries, Names: &n, Each: &e})
		return nil
	}
	return m.entries(key)
}

// group reads an entry's own keys; an empty entry has none.
func (m *mapping) group(e named, key string) *mapping {
	if e.value != nil {
		return m.sketching(e.value.Keys)
	}
	if blank(e.node) {
		empty := m.d.mapping(nil)
		empty.Where = e.At
		return empty
	}
	if e.node.Kind != source.Mapping {
		m.wrong(key, e.node, "entries with keys of their own")
		return nil
	}
	group := m.d.mapping(e.node)
	group.Where = e.At
	return group
}

// pieces reads equipment: a list of words, in which a list in the list means any
// one of them.
func (m *mapping) pieces(key string) []regimen.AnyOf {
	m.takes(key, Value{Form: Word, Of: "equipment", List: true, Nested: true})
	var out []regimen.AnyOf
	for _, n := range m.items(key, "a list of equipment") {
		nodes := []*source.Node{n}
		if n.Kind == source.Sequence {
			nodes = n.Content
		}
		var any regimen.AnyOf
		for _, c := range nodes {
			if w := m.piece(key, c); w.ID != "" {
				any = append(any, w)
			}
		}
		if len(any) > 0 {
			out = append(out, any)
		}
	}
	return out
}

func (m *mapping) piece(key string, n *source.Node) regimen.Word {
	if n.Kind == source.Scalar && n.Value == "none" {
		at := m.d.Value(n)
		found := m.fail(key, unknownVocabulary, at, "`none` is not a piece of equipment")
		found.Suggestions = []string{"[]"}
		found.Help = "for no equipment write `" + key + ": []`"
		return regimen.Word{}
	}
	return m.oneWord(key, n, "equipment")
}

// extra keeps the author's own x- keys as plain data.
func (m *mapping) extra() map[string]any {
	var out map[string]any
	for _, p := range m.pairs {
		if len(p.key.Value) < 2 || p.key.Value[:2] != "x-" {
			continue
		}
		if out == nil {
			out = map[string]any{}
		}
		var v any
		if err := p.value.Decode(&v); err == nil {
			out[p.key.Value] = v
		}
	}
	return out
}
