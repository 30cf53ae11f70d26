package check

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// change is what differs between two states of a library that have settings, vocabulary,
// references, conditions and safety files in common.
type change struct {
	was, now   *regimen.Library
	exercises  []version[regimen.Exercise]
	programmes []version[regimen.Programme]
	guides     []version[regimen.Guide]
	said       [topics]bool // about what a file says something else than before
}

// version is a file before and after; nil where there is none.
type version[T any] struct{ was, now *T }

func newChange(was, now *regimen.Library) *change {
	c := &change{
		was: was, now: now,
		exercises:  versions(was.Exercises, now.Exercises, func(e *regimen.Exercise) string { return e.ID }),
		programmes: versions(was.Programmes, now.Programmes, func(p *regimen.Programme) string { return p.ID }),
		guides:     versions(was.Guides, now.Guides, func(g *regimen.Guide) string { return g.ID }),
	}
	c.said = c.saidOtherwise()
	return c
}

// versions compares two lists in the order of ids.
func versions[T any](was, now []*T, id func(*T) string) []version[T] {
	var out []version[T]
	for len(was) > 0 && len(now) > 0 {
		if was[0] == now[0] {
			was, now = was[1:], now[1:]
			continue
		}
		v := version[T]{was[0], now[0]}
		order := cmp.Compare(id(v.was), id(v.now))
		if order > 0 {
			v.was = nil
		} else {
			was = was[1:]
		}
		if order < 0 {
			v.now = nil
		} else {
			now = now[1:]
		}
		out = append(out, v)
	}
	for _, v := range was {
		out = append(out, version[T]{was: v})
	}
	for _, v := range now {
		out = append(out, version[T]{now: v})
	}
	return out
}

func (c *change) empty() bool { return len(c.exercises)+len(c.programmes)+len(c.guides) == 0 }

// both walks the versions of a file that there are.
func (v version[T]) both(visit func(*T)) {
	if v.was != nil {
		visit(v.was)
	}
	if v.now != nil {
		visit(v.now)
	}
}

// carry keeps of what was looked up before what the change leaves as it was.
func (c *change) carry(was *lookup) *lookup {
	next := newLookup(c.now)
	if len(c.exercises) == 0 {
		next.kin, next.harder = was.kin, was.harder
	}
	if !c.said[aboutRelations] {
		next.rings = was.rings
	}
	return next
}

// renamed lists the names that an exercise has now and had not, or the other way round.
func (c *change) renamed() []string {
	var out []string
	for _, v := range c.exercises {
		names := map[string]int{}
		if v.was != nil {
			for _, name := range namesOf(v.was) {
				names[name]--
			}
		}
		if v.now != nil {
			for _, name := range namesOf(v.now) {
				names[name]++
			}
		}
		for name, times := range names {
			if times != 0 {
				out = append(out, name)
			}
		}
	}
	return out
}

// demands reports whether an exercise may ask for something else than before, or be fit
// for another place: whether more than its text differs.
func (c *change) demands() bool {
	front := func(e *regimen.Exercise) []byte { return e.File.Text[:e.BodyAt] }
	return slices.ContainsFunc(c.exercises, func(v version[regimen.Exercise]) bool {
		return v.was == nil || v.now == nil || !bytes.Equal(front(v.was), front(v.now))
	})
}

// reached lists the files to be checked again: those that changed, and those that reach
// one of them. A file reaches the exercises that it names; a programme besides what
// these name, what their chains lead up to, and an exercise that has a substitute for
// everybody the programmes which use it.
func (c *change) reached(found []finding, rules []Rule) *regimen.Library {
	changed := c.changedExercises()
	near := c.below(changed)
	asked := c.offered(found, rules)
	due := &regimen.Library{}
	exercises := map[*regimen.Exercise]bool{}
	for _, e := range c.now.Exercises {
		if names := changed[e.ID] || relates(e, changed); names || asked[e.File.Path] {
			exercises[e] = true
			near[e.ID] = near[e.ID] || names
		}
	}
	touched := map[*regimen.Programme]bool{}
	for _, v := range c.programmes {
		touched[v.now] = true
		v.both(func(p *regimen.Programme) { c.standIns(p, exercises) })
	}
	for _, e := range c.now.Exercises {
		if exercises[e] {
			due.Exercises = append(due.Exercises, e)
		}
	}
	for _, p := range c.now.Programmes {
		if touched[p] || asked[p.File.Path] || namesAny(p, near) {
			due.Programmes = append(due.Programmes, p)
		}
	}
	for _, condition := range c.now.Conditions {
		if asked[condition.File.Path] || rulesOn(condition, changed) {
			due.Conditions = append(due.Conditions, condition)
		}
	}
	for _, v := range c.guides {
		if v.now != nil {
			due.Guides = append(due.Guides, v.now)
		}
	}
	return due
}

func (c *change) changedExercises() map[string]bool {
	ids := map[string]bool{}
	for _, v := range c.exercises {
		v.both(func(e *regimen.Exercise) { ids[e.ID] = true })
	}
	return ids
}

// longestClimb bounds the search for what lies below a change. Beyond it everything does.
const longestClimb = 20

// below lists exercises with all whose chains lead up to one of them, or did.
func (c *change) below(exercises map[string]bool) map[string]bool {
	below := maps.Clone(exercises)
	for _, v := range c.exercises {
		v.both(func(e *regimen.Exercise) { addAll(below, e.Regressions) })
	}
	for steps, size := 0, -1; len(below) > size && len(below) > 0; steps++ {
		size = len(below)
		for _, e := range c.now.Exercises {
			switch {
			case below[e.ID]:
				addAll(below, e.Regressions)
			case steps == longestClimb || slices.ContainsFunc(e.Progressions, func(w regimen.Word) bool { return below[w.ID] }):
				below[e.ID] = true
				addAll(below, e.Regressions)
			}
		}
	}
	return below
}

func addAll(to map[string]bool, words []regimen.Word) {
	for _, w := range words {
		to[w.ID] = true
	}
}

// relates reports whether an exercise names one of some others.
func relates(e *regimen.Exercise, others map[string]bool) bool {
	is := func(w regimen.Word) bool { return others[w.ID] }
	return slices.ContainsFunc(e.Progressions, is) || slices.ContainsFunc(e.Regressions, is) ||
		slices.ContainsFunc(e.Substitutes, func(s regimen.Substitute) bool { return is(s.Exercise) })
}

// rulesOn reports whether a condition decides on one of some exercises by name.
func rulesOn(c *regimen.Condition, exercises map[string]bool) bool {
	is := func(w regimen.Word) bool { return exercises[w.ID] }
	return slices.ContainsFunc(c.Guidance, func(g regimen.Guidance) bool { return is(g.Exercise) || slices.ContainsFunc(g.Instead, is) }) ||
		slices.ContainsFunc(c.Overrides, func(o regimen.Override) bool { return is(o.Exercise) })
}

// standIns adds the exercises of a programme that have a substitute for everybody.
func (c *change) standIns(p *regimen.Programme, to map[*regimen.Exercise]bool) {
	for id := range namedBy(p) {
		if e := c.now.Exercise(id); e != nil && slices.ContainsFunc(e.Substitutes, forEverybody) {
			to[e] = true
		}
	}
}

// offered lists the files of which a finding may offer another exercise than before.
func (c *change) offered(found []finding, rules []Rule) map[string]bool {
	if !c.demands() {
		return nil
	}
	files := map[string]bool{}
	for i := range found {
		if f := &found[i]; f.rule != unknownSetting && rules[f.rule].offers {
			files[f.At.Path()] = true
		}
	}
	return files
}

// paths lists the files that changed.
func (c *change) paths() map[string]bool {
	files := map[string]bool{}
	for _, v := range c.exercises {
		v.both(func(e *regimen.Exercise) { files[e.File.Path] = true })
	}
	for _, v := range c.programmes {
		v.both(func(p *regimen.Programme) { files[p.File.Path] = true })
	}
	for _, v := range c.guides {
		v.both(func(g *regimen.Guide) { files[g.File.Path] = true })
	}
	return files
}

// moved tells the rules which rest on what files say of each other, and have a finding
// that stands in a file which changed, or points there.
func (c *change) moved(rules []Rule, found []finding) map[int]bool {
	files, moved := c.paths(), map[int]bool{}
	for i := range found {
		if f := &found[i]; f.rule != unknownSetting && rules[f.rule].rests == onSayings && !moved[f.rule] {
			moved[f.rule] = pointsInto(&f.Diagnostic, files)
		}
	}
	return moved
}

// pointsInto reports whether a finding stands in one of some files, or points there.
func pointsInto(d *diag.Diagnostic, files map[string]bool) bool {
	return files[d.At.Path()] || slices.ContainsFunc(d.Related, func(r diag.Related) bool { return files[r.At.Path()] })
}
