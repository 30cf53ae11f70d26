package check

import (
	"cmp"
	"slices"

	"regimen/internal/regimen"
)

// naming is who names an exercise, by its id. Lists are in the order of the library.
type naming struct {
	exercises  map[string][]*regimen.Exercise // as harder, easier or a substitute
	programmes map[string][]*regimen.Programme
}

func newNaming(lib *regimen.Library) *naming {
	n := &naming{
		exercises:  make(map[string][]*regimen.Exercise, len(lib.Exercises)),
		programmes: make(map[string][]*regimen.Programme, len(lib.Exercises)),
	}
	for _, e := range lib.Exercises {
		for _, id := range namedByExercise(e) {
			n.exercises[id] = append(n.exercises[id], e)
		}
	}
	for _, p := range lib.Programmes {
		for _, id := range unique(slices.Collect(namedBy(p))) {
			n.programmes[id] = append(n.programmes[id], p)
		}
	}
	return n
}

// follow brings the naming of one state to the next.
func (n *naming) follow(c *change) {
	for _, v := range c.exercises {
		if v.was != nil {
			forget(n.exercises, namedByExercise(v.was), v.was)
		}
		if v.now != nil {
			remember(n.exercises, namedByExercise(v.now), v.now, func(e *regimen.Exercise) string { return e.ID })
		}
	}
	for _, v := range c.programmes {
		if v.was != nil {
			forget(n.programmes, unique(slices.Collect(namedBy(v.was))), v.was)
		}
		if v.now != nil {
			remember(n.programmes, unique(slices.Collect(namedBy(v.now))), v.now, func(p *regimen.Programme) string { return p.ID })
		}
	}
}

func forget[T any](by map[string][]*T, ids []string, who *T) {
	for _, id := range ids {
		by[id] = slices.DeleteFunc(by[id], func(one *T) bool { return one == who })
	}
}

func remember[T any](by map[string][]*T, ids []string, who *T, idOf func(*T) string) {
	for _, id := range ids {
		at, _ := slices.BinarySearchFunc(by[id], idOf(who), func(one *T, id string) int { return cmp.Compare(idOf(one), id) })
		by[id] = slices.Insert(by[id], at, who)
	}
}

// users lists the programmes that name one of some exercises.
func (n *naming) users(exercises map[string]bool) []*regimen.Programme {
	known := map[*regimen.Programme]bool{}
	var out []*regimen.Programme
	for id := range exercises {
		for _, p := range n.programmes[id] {
			if !known[p] {
				known[p] = true
				out = append(out, p)
			}
		}
	}
	slices.SortFunc(out, func(a, b *regimen.Programme) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// namedByExercise lists the exercises that one names.
func namedByExercise(e *regimen.Exercise) []string {
	ids := append(regimen.IDs(e.Progressions), regimen.IDs(e.Regressions)...)
	for _, s := range e.Substitutes {
		ids = append(ids, s.Exercise.ID)
	}
	return unique(ids)
}

func unique(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}
