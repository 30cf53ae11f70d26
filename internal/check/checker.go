package check

import (
	"slices"
	"time"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// Checker checks one state of a folder after another. It remembers what it found of the
// last one, and applies each rule only to what has changed since and what that reaches.
// It takes values of the same address for the same: a library that changes is a new one,
// which shares with the last what stayed.
type Checker struct {
	lib   *regimen.Library // nil before the first
	day   string
	easy  func() *names // of lib
	found []finding
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

func (c *Checker) run(lib *regimen.Library, today time.Time) []finding {
	switch ch := c.since(lib, today); {
	case ch == nil:
		c.found = c.afresh(newLibrary(lib, newLookup(lib), today))
	case !ch.empty():
		c.found = c.again(ch, today)
	}
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

func (c *Checker) afresh(all *library) []finding {
	c.easy = all.easy
	rules := Rules()
	to := make([]*library, len(rules))
	for i := range to {
		to[i] = all
	}
	found := apply(rules, to)
	for _, d := range unknownSettings(all.Site.Settings) {
		found = append(found, finding{d, unknownSetting})
	}
	return sorted(found)
}

// again applies the rules to what a change reaches, and keeps of what was found before
// what it does not.
func (c *Checker) again(ch *change, today time.Time) []finding {
	rules, asked := Rules(), newLookup(ch.now)
	if ch.renames() {
		c.easy = asked.easy
	}
	asked.easy = c.easy
	due := ch.reached(c.found, rules)
	files := pathsOf(due, ch)
	some, all := narrowed(ch.now, asked, due, today), newLibrary(ch.now, asked, today)
	to := make([]*library, len(rules))
	for i, r := range rules {
		switch r.rests {
		case onFiles:
			to[i] = some
		case onNames:
			if to[i] = some; ch.renames() {
				to[i] = all
			}
		case onAll:
			to[i] = all
		}
	}
	ch.disturbed(rules, c.found, func(i int) { to[i] = all })
	kept := make([]finding, 0, len(c.found))
	for i := range c.found {
		f := &c.found[i]
		if f.rule == unknownSetting || to[f.rule] == nil || to[f.rule] == some && !files[f.At.Path()] {
			kept = append(kept, *f)
		}
	}
	return merged(kept, sorted(apply(rules, to)))
}

func sorted(found []finding) []finding {
	slices.SortStableFunc(found, func(a, b finding) int { return diag.Compare(&a.Diagnostic, &b.Diagnostic) })
	return found
}

// merged joins two sorted lists.
func merged(a, b []finding) []finding {
	if len(b) == 0 {
		return a
	}
	out := make([]finding, 0, len(a)+len(b))
	for i := range a {
		for len(b) > 0 && diag.Compare(&b[0].Diagnostic, &a[i].Diagnostic) < 0 {
			out, b = append(out, b[0]), b[1:]
		}
		out = append(out, a[i])
	}
	return append(out, b...)
}

func listOf(found []finding) diag.List {
	var list diag.List
	for i := range found {
		list = append(list, found[i].Diagnostic)
	}
	return list
}
