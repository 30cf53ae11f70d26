package content

import (
	"maps"
	"slices"

	"regimen/internal/regimen"
)

// names is what ids and words resolve against. It is complete for a wave of files before
// the wave begins, and never changes.
type names struct {
	ids    map[string][]string          // by what they are ids of
	sets   map[string]map[string]string // the same ids, to find the one string that all files share
	stages map[string][]string          // by condition
	lists  map[string][]string          // vocabulary, by list name
	levels []string                     // of bands
	alone  bool                         // no programmes: an unresolved relation only warns
}

const mediaFile = "file in media/"

// idsOf says which kinds of file a reference names, and by which word.
var idsOf = [...]string{
	exerciseKind: "exercise", conditionKind: "condition", programmeKind: "programme", guideKind: "guide", safetyKind: "safety file",
}

// known is what is known before any file is read. It shares with what was known the last
// time what is still the same.
func (inv *inventory) known(was *names) *names {
	n := &names{ids: map[string][]string{mediaFile: inv.media}}
	for _, e := range slices.Concat(inv.entries, inv.twins) {
		if int(e.kind) < len(idsOf) && idsOf[e.kind] != "" {
			n.ids[idsOf[e.kind]] = append(n.ids[idsOf[e.kind]], e.id)
		}
	}
	n.alone = len(n.ids["programme"]) == 0
	n.index(was)
	return n
}

// learn is what is known once a wave was read.
func (n *names) learn(lib *regimen.Library, was *names) *names {
	next := &names{ids: maps.Clone(n.ids), stages: map[string][]string{}, lists: map[string][]string{}, alone: n.alone}
	next.ids["reference"] = ids(lib.References, func(r *regimen.Reference) string { return r.ID })
	for _, c := range lib.Conditions {
		if !c.Broken("stages") {
			next.stages[c.ID] = ids(c.Stages, func(s *regimen.Stage) string { return s.ID })
		}
	}
	v := &lib.Vocabulary
	next.lists["muscle"] = ids(v.Muscles, func(m regimen.Muscle) string { return m.ID })
	next.lists["equipment"] = ids(v.Equipment, func(e regimen.Equipment) string { return e.ID })
	next.lists["pattern"] = ids(v.Patterns, func(t regimen.Term) string { return t.ID })
	next.lists["category"] = ids(v.Categories, func(t regimen.Term) string { return t.ID })
	next.lists["stressor"] = ids(v.Stressors, func(s regimen.StressorTerm) string { return s.ID })
	for _, e := range v.Equipment {
		next.levels = append(next.levels, e.Levels...)
	}
	if was == nil {
		was = n
	}
	next.index(was)
	return next
}

// index makes sets of the ids, since a library may hold thousands.
func (n *names) index(was *names) {
	n.sets = map[string]map[string]string{}
	for what, ids := range n.ids {
		if was != nil && was.sets[what] != nil && slices.Equal(ids, was.ids[what]) {
			n.ids[what], n.sets[what] = was.ids[what], was.sets[what]
			continue
		}
		set := make(map[string]string, len(ids))
		for _, id := range ids {
			set[id] = id
		}
		n.sets[what] = set
	}
}

func ids[T any](list []T, of func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}

// words is a closed list by name: the vocabulary's, or the model's own.
func (n *names) words(list string) []string {
	if words, ok := n.lists[list]; ok {
		return words
	}
	return regimen.Words(list)
}

// known is what the words and ids of one file are looked up in. It remembers which ids
// were asked for.
type known struct {
	*names
	asked  []ask
	listed bool // all ids of some kind were, to suggest one
}

// ask is an id that was asked for, whether there is such a thing or not.
type ask struct{ what, id string }

func (k *known) knows(what, id string) bool {
	_, found := k.shared(what, id)
	return found
}

// shared is an id that is known, in the one string for all who name it.
func (k *known) shared(what, id string) (string, bool) {
	shared, found := k.sets[what][id]
	if !found {
		shared = id
	}
	k.asked = append(k.asked, ask{what, shared})
	return shared, found
}

// named is the ids that a reference of a kind may name.
func (k *known) named(what string) []string {
	k.listed = true
	return k.ids[what]
}

// difference is what was otherwise when a file was read.
type difference struct {
	ids  map[ask]bool // that came or went
	more bool         // words and stages, which any file may rest on
}

// since compares what is known with what was; nil where nothing is otherwise.
func (n *names) since(was *names) *difference {
	if was == nil || !slices.Equal(n.levels, was.levels) ||
		!maps.EqualFunc(n.stages, was.stages, slices.Equal) || !maps.EqualFunc(n.lists, was.lists, slices.Equal) {
		return &difference{more: true}
	}
	d := &difference{ids: map[ask]bool{}}
	for _, sides := range [2][2]*names{{n, was}, {was, n}} {
		for what, ids := range sides[0].ids {
			if slices.Equal(ids, sides[1].ids[what]) {
				continue
			}
			for _, id := range ids {
				if _, found := sides[1].sets[what][id]; !found {
					d.ids[ask{what, id}] = true
				}
			}
		}
	}
	if len(d.ids) == 0 {
		return nil
	}
	return d
}

// matters reports whether a file may read otherwise than it did.
func (d *difference) matters(asked *known) bool {
	return d != nil && (d.more || asked.listed || slices.ContainsFunc(asked.asked, func(a ask) bool { return d.ids[a] }))
}
