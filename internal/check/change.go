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
	named := was.naming()
	named.follow(c)
	next.naming = func() *naming { return named }
	if len(c.exercises) == 0 {
		next.kin = was.kin
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
func (c *change) reached(n *naming, offered map[string]bool) *regimen.Library {
	changed := c.changedExercises()
	near := c.below(n, changed)
	exercises, programmes := map[*regimen.Exercise]bool{}, map[*regimen.Programme]bool{}
	for id := range changed {
		exercises[c.now.Exercise(id)] = true
		for _, e := range n.exercises[id] {
			exercises[e], near[e.ID] = true, true
		}
	}
	for _, p := range n.users(near) {
		programmes[p] = true
	}
	for _, v := range c.programmes {
		programmes[v.now] = true
		v.both(func(p *regimen.Programme) { c.standIns(p, exercises) })
	}
	due := &regimen.Library{}
	if len(offered) > 0 {
		due = c.of(offered)
	}
	for _, e := range due.Exercises {
		exercises[e] = true
	}
	for _, p := range due.Programmes {
		programmes[p] = true
	}
	delete(exercises, nil)
	delete(programmes, nil)
	due.Exercises = slices.SortedFunc(maps.Keys(exercises), func(a, b *regimen.Exercise) int { return cmp.Compare(a.ID, b.ID) })
	due.Programmes = slices.SortedFunc(maps.Keys(programmes), func(a, b *regimen.Programme) int { return cmp.Compare(a.ID, b.ID) })
	due.Conditions = slices.DeleteFunc(slices.Clone(c.now.Conditions), func(d *regimen.Condition) bool { return !offered[d.File.Path] && !rulesOn(d, changed) })
	for _, v := range c.guides {
		if v.now != nil {
			due.Guides = append(due.Guides, v.now)
		}
	}
	return due
}

// of lists the exercises and programmes of some files.
func (c *change) of(files map[string]bool) *regimen.Library {
	out := &regimen.Library{}
	for _, e := range c.now.Exercises {
		if files[e.File.Path] {
			out.Exercises = append(out.Exercises, e)
		}
	}
	for _, p := range c.now.Programmes {
		if files[p.File.Path] {
			out.Programmes = append(out.Programmes, p)
		}
	}
	return out
}

func (c *change) changedExercises() map[string]bool {
	ids := map[string]bool{}
	for _, v := range c.exercises {
		v.both(func(e *regimen.Exercise) { ids[e.ID] = true })
	}
	return ids
}

// below lists exercises with all whose chains lead up to one of them, or did.
func (c *change) below(n *naming, exercises map[string]bool) map[string]bool {
	below := maps.Clone(exercises)
	ends := slices.Collect(maps.Keys(exercises))
	add := func(id string) {
		if !below[id] {
			below[id] = true
			ends = append(ends, id)
		}
	}
	easier := func(e *regimen.Exercise) {
		for _, w := range e.Regressions {
			add(w.ID)
		}
	}
	for _, v := range c.exercises {
		v.both(easier)
	}
	for ; len(ends) > 0; ends = ends[1:] {
		for _, e := range n.exercises[ends[0]] {
			if has(e.Progressions, ends[0]) {
				add(e.ID)
			}
		}
		if e := c.now.Exercise(ends[0]); e != nil {
			easier(e)
		}
	}
	return below
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
func (c *change) offered(found []*finding, rules []Rule) map[string]bool {
	if !c.demands() {
		return nil
	}
	files := map[string]bool{}
	for i := range found {
		if f := found[i]; f.rule != unknownSetting && rules[f.rule].offers {
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
func (c *change) moved(rules []Rule, found []*finding) map[int]bool {
	files, moved := c.paths(), map[int]bool{}
	for i := range found {
		if f := found[i]; f.rule != unknownSetting && rules[f.rule].rests == onSayings && !moved[f.rule] {
			moved[f.rule] = pointsInto(&f.Diagnostic, files)
		}
	}
	return moved
}

// pointsInto reports whether a finding stands in one of some files, or points there.
func pointsInto(d *diag.Diagnostic, files map[string]bool) bool {
	return files[d.At.Path()] || slices.ContainsFunc(d.Related, func(r diag.Related) bool { return files[r.At.Path()] })
}
