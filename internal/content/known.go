package content

import (
	"slices"

	"regimen/internal/regimen"
)

// known is what ids and words resolve against. It is complete for a wave of files
// before the wave begins, and only read while it runs.
type known struct {
	ids        map[kind][]string
	media      []string
	references []string
	stages     map[string][]string // by condition
	lists      map[string][]string // vocabulary, by list name
	levels     []string            // of bands
	alone      bool                // no programmes: an unresolved relation only warns
	sets       map[string]map[string]bool
}

func (inv *inventory) known() *known {
	k := &known{ids: map[kind][]string{}, stages: map[string][]string{}, lists: map[string][]string{}, media: inv.media}
	for _, e := range slices.Concat(inv.entries, inv.twins) {
		k.ids[e.kind] = append(k.ids[e.kind], e.id)
	}
	k.alone = len(k.ids[programmeKind]) == 0
	k.index()
	return k
}

// index makes sets of the names, since a library may hold thousands.
func (k *known) index() {
	k.sets = map[string]map[string]bool{}
	for _, what := range []string{"exercise", "condition", "programme", "guide", "safety file", "reference", mediaFile} {
		set := map[string]bool{}
		for _, id := range k.named(what) {
			set[id] = true
		}
		k.sets[what] = set
	}
}

const mediaFile = "file in media/"

// learn takes up what a wave has read.
func (k *known) learn(lib *regimen.Library) {
	k.references = nil
	for _, r := range lib.References {
		k.references = append(k.references, r.ID)
	}
	for _, c := range lib.Conditions {
		if c.Broken("stages") {
			continue
		}
		k.stages[c.ID] = nil
		for _, s := range c.Stages {
			k.stages[c.ID] = append(k.stages[c.ID], s.ID)
		}
	}
	v := lib.Vocabulary
	k.lists["muscle"] = ids(v.Muscles, func(m regimen.Muscle) string { return m.ID })
	k.lists["equipment"] = ids(v.Equipment, func(e regimen.Equipment) string { return e.ID })
	k.lists["pattern"] = ids(v.Patterns, func(t regimen.Term) string { return t.ID })
	k.lists["category"] = ids(v.Categories, func(t regimen.Term) string { return t.ID })
	k.lists["stressor"] = ids(v.Stressors, func(s regimen.StressorTerm) string { return s.ID })
	k.levels = nil
	for _, e := range v.Equipment {
		k.levels = append(k.levels, e.Levels...)
	}
	k.index()
}

func ids[T any](list []T, of func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}

// words is a closed list by name: the vocabulary's, or the model's own.
func (k *known) words(list string) []string {
	if words, ok := k.lists[list]; ok {
		return words
	}
	return regimen.Words(list)
}

// named is the ids that a reference of a kind may name.
func (k *known) named(what string) []string {
	switch what {
	case "exercise":
		return k.ids[exerciseKind]
	case "condition":
		return k.ids[conditionKind]
	case "programme":
		return k.ids[programmeKind]
	case "guide":
		return k.ids[guideKind]
	case "safety file":
		return k.ids[safetyKind]
	case "reference":
		return k.references
	case mediaFile:
		return k.media
	}
	return nil
}

func (k *known) knows(what, id string) bool { return k.sets[what][id] }
