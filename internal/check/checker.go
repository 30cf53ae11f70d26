package check

import (
	"slices"
	"sort"
	"time"

	"regimen/internal/diag"
	"regimen/internal/parallel"
	"regimen/internal/regimen"
)

// Checker checks one state of a folder after another. It remembers what it found of the
// last one, and applies each rule only to what has changed since and what that reaches.
// It takes values of the same address for the same: a library that changes is a new one,
// which shares with the last what stayed.
type Checker struct {
	lib    *regimen.Library // nil before the first
	day    string
	easy   *names  // of lib
	spoken spoken  // of a library before
	asked  *lookup // of lib
	found  []*finding
}

// finding is one with the rule that found it, by its place in Rules; unknownSetting is
// none of them.
type finding struct {
	diag.Diagnostic
	rule int
}

const unknownSetting = -1

// Check adds to what reading found what the rules find, and marks what the author allows
// with a reason. It finds what Run and Silence find.
func (c *Checker) Check(lib *regimen.Library, read diag.List, today time.Time) diag.List {
	read = slices.Clone(read)
	read.Sort()
	found := c.run(lib, today)
	all := make(diag.List, 0, len(read)+len(found))
	for i := range found {
		d := &found[i].Diagnostic
		for len(read) > 0 && diag.Compare(&read[0], d) <= 0 {
			all, read = append(all, read[0]), read[1:]
		}
		all = append(all, *d)
	}
	return silence(lib, append(all, read...), today)
}

func (c *Checker) run(lib *regimen.Library, today time.Time) []*finding {
	ch := c.since(lib, today)
	c.lib = nil // until all is done, lest half of it be taken for the whole
	switch {
	case ch == nil:
		c.easy = nil
		if english(&lib.Site) {
			c.easy = easyNames(lib)
		}
		c.asked = newLookup(lib)
		c.found = afresh(newLibrary(lib, c.asked, c.easy, today))
	case !ch.empty():
		c.asked = ch.carry(c.asked)
		c.found = c.again(ch, newLibrary(lib, c.asked, c.easy, today))
	}
	c.asked.proved = nil
	c.lib, c.day = lib, dayOf(today)
	return c.found
}

// dayOf names a day. Some rules count it where the author is, and some in universal time.
func dayOf(today time.Time) string {
	return today.Format(time.DateOnly) + today.UTC().Format(time.DateOnly)
}

// since is what has changed since the last state; nil where everything rests on it.
func (c *Checker) since(lib *regimen.Library, today time.Time) *change {
	was := c.lib
	if was == nil || c.day != dayOf(today) ||
		was.Site.File != lib.Site.File || was.Vocabulary.File != lib.Vocabulary.File || was.Sources.File != lib.Sources.File ||
		!slices.Equal(was.Conditions, lib.Conditions) || !slices.Equal(was.Safety, lib.Safety) {
		return nil
	}
	return newChange(was, lib)
}

// afresh applies the rules to everything: those that rest on files to one part after the
// other, since what they ask of a part is worked out while they go through it, and takes
// more memory than what they find.
func afresh(all *library) []*finding {
	rules := Rules()
	whole := make([]*library, len(rules))
	for i, r := range rules {
		if r.rests != onFiles {
			whole[i] = all
		}
	}
	found := apply(rules, whole)
	parts := all.parts()
	each := make([][]*finding, len(parts))
	_ = parallel.Do(len(parts), func(i int) error { // no rule can fail
		for n, r := range rules {
			if r.rests == onFiles {
				each[i] = r.run(parts[i], n, each[i])
			}
		}
		parts[i].forget()
		parts[i] = nil
		return nil
	})
	found = slices.Concat(append(each, found)...)
	for _, d := range unknownSettings(all.Site.Settings) {
		found = append(found, &finding{d, unknownSetting})
	}
	return sorted(found)
}

// again applies the rules to what a change reaches, and keeps of what was found before
// what it does not.
func (c *Checker) again(ch *change, all *library) []*finding {
	rules := Rules()
	due := ch.reached(all.naming(), ch.offered(c.found, rules))
	reached := all.narrowed(due)
	naming := reached
	if changed := ch.renamed(); len(changed) > 0 && c.easy != nil {
		c.rename(ch)
		naming = all.narrowed(c.naming(all, due.Exercises, changed))
	}
	to := make([]*library, len(rules))
	moved := ch.moved(rules, c.found)
	for i, r := range rules {
		switch {
		case r.rests == onFiles:
			to[i] = reached
		case r.rests == onNames:
			to[i] = naming
		case r.rests == onAll || ch.said[r.about] || moved[i]:
			to[i] = all
		}
	}
	kept, changed := make([]*finding, 0, len(c.found)), ch.paths()
	for i := range c.found {
		f := c.found[i]
		if f.rule == unknownSetting || to[f.rule] == nil || !to[f.rule].all && !to[f.rule].files[f.At.Path()] && !changed[f.At.Path()] {
			kept = append(kept, f)
		}
	}
	return merged(kept, sorted(apply(rules, to)))
}

// rename takes changed names of exercises into the easy ones.
func (c *Checker) rename(ch *change) {
	for _, v := range ch.exercises {
		if v.was != nil {
			for _, name := range namesOf(v.was) {
				c.easy.count(name, -1)
			}
		}
		if v.now != nil {
			for _, name := range namesOf(v.now) {
				c.easy.count(name, 1)
			}
		}
	}
}

// naming lists what may mention one of some names, besides exercises that are to be
// checked anyhow.
func (c *Checker) naming(all *library, due []*regimen.Exercise, changed []string) *regimen.Library {
	c.spoken.learn(all.Exercises)
	again := c.spoken.of(changed)
	for _, e := range due {
		again[e] = true
	}
	out := &regimen.Library{Safety: all.Safety}
	for _, e := range all.Exercises {
		if again[e] {
			out.Exercises = append(out.Exercises, e)
		}
	}
	return out
}

func sorted(found []*finding) []*finding {
	slices.SortStableFunc(found, func(a, b *finding) int { return diag.Compare(&a.Diagnostic, &b.Diagnostic) })
	return found
}

// merged joins two sorted lists, of which the second is short.
func merged(a, b []*finding) []*finding {
	if len(b) == 0 {
		return a
	}
	out := make([]*finding, 0, len(a)+len(b))
	for i := range b {
		n := sort.Search(len(a), func(k int) bool { return diag.Compare(&b[i].Diagnostic, &a[k].Diagnostic) < 0 })
		out = append(append(out, a[:n]...), b[i])
		a = a[n:]
	}
	return append(out, a...)
}

func listOf(found []*finding) diag.List {
	list := make(diag.List, len(found))
	for i := range found {
		list[i] = found[i].Diagnostic
	}
	return list
}
