package bench

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// exercise is one combination of the tables. Neighbouring numbers form a chain from
// easy to hard.
type exercise struct {
	*movement
	with                  implement
	level, stance, finish int
}

func exerciseAt(i int) exercise {
	e := exercise{level: i % len(levels)}
	i /= len(levels)
	e.movement = &movements[i%len(movements)]
	i /= len(movements)
	e.with = props[i%len(props)]
	if e.loadable {
		e.with = implements[i%len(implements)]
	}
	i /= len(implements)
	e.stance, e.finish = i%len(stances), i/len(stances)
	return e
}

func (e exercise) id() string {
	parts := []string{levels[e.level], stances[e.stance], e.with.name, e.name, finishes[e.finish]}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "-")
}

func (e exercise) title() string { return capital(strings.ReplaceAll(e.id(), "-", " ")) }

func (e exercise) loaded() bool { return e.loadable && e.with.name != "" }

func (e exercise) link(folder string) string {
	return fmt.Sprintf("[%s](%sexercises/%s.md)", strings.ToLower(e.title()), folder, e.id())
}

// dose spells an amount; rest is in seconds, and none is written for zero.
func (e exercise) dose(sets int, amount [2]int, rest int) string {
	text := fmt.Sprintf("%d x %d-%d", sets, amount[0], amount[1])
	if e.unit != "reps" {
		text += " " + e.unit
	}
	if e.sides != "both" {
		text += " each side"
	}
	if rest > 0 {
		text += fmt.Sprintf(", rest %d s", rest)
	}
	return text
}

func (e exercise) measure() string {
	switch e.unit {
	case "s":
		return "time"
	case "m":
		return "distance"
	}
	return e.unit
}

// demands keeps every grade within what settled non-specific pain accepts, and
// raises none by more than one from one link of a chain to the next.
func (e exercise) demands() string {
	var out []string
	for i, name := range e.stressors {
		grade := 1
		if i == 0 && e.level >= 3 && name != "forward-lean-load" && name != "balance" {
			grade = 2
		}
		if e.loaded() && (name == "axial-load" || name == "strain") {
			out = append(out, fmt.Sprintf("%s: [0, 1, %d, %d]", name, grade, grade))
		} else {
			out = append(out, fmt.Sprintf("%s: %d", name, grade))
		}
	}
	if e.loaded() {
		out = append(out, "external-load: [0, 1, 2, 3]")
	}
	return strings.Join(out, ", ")
}

func (c *corpus) exercise(i int) string {
	e, r := exerciseAt(i), random("exercise", i)
	var b strings.Builder
	c.facts(&b, i, r)
	if r.IntN(3) > 0 {
		other := exerciseAt(r.IntN(c.exercises))
		fmt.Fprintf(&b, "This is one of several ways to do it. If it does not suit you, try the %s instead, or read what others have found [@%s]. "+
			"Start with a small movement, and let it grow over the weeks as it becomes easier. Nothing is lost if you change your mind.\n\n", other.link("../"), one(r, sources))
	}
	fmt.Fprint(&b, "## How to perform\n\n")
	steps := []string{starts[e.position], one(r, braces), e.act[0], e.act[1], one(r, closings)}
	if e.sides == "each" {
		steps = append(steps, sideSwitch)
	}
	for n, step := range steps {
		fmt.Fprintf(&b, "%d. %s\n", n+1, step)
	}
	list(&b, "Key points", append(some(r, points, 4+r.IntN(2)), one(r, breaths)))
	list(&b, "Common mistakes", some(r, mistakes, 4))
	return b.String()
}

func list(b *strings.Builder, title string, items []string) {
	fmt.Fprintf(b, "\n## %s\n\n- %s\n", title, strings.Join(items, "\n- "))
}

// facts writes the frontmatter, key by key as the reference exercises have it.
func (c *corpus) facts(b *strings.Builder, i int, r *rand.Rand) {
	e := exerciseAt(i)
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
	plain := strings.ToLower(e.title())
	line("---\ntitle: %s", e.title())
	line("aliases: [the %s, %s drill]", plain, plain)
	line("summary: %s", one(r, purposes))
	line("category: %s\npattern: %s", e.category, e.pattern)
	line("muscles: {primary: [%s], secondary: [%s]}", e.primary, e.secondary)
	line("equipment: [%s]", e.with.equipment)
	if e.position != "standing" {
		line("optional-equipment: [mat]")
	}
	line("measure: %s\nsides: %s\nposition: %s", e.measure(), e.sides, e.position)
	line("dose: %s", e.dose(2+r.IntN(2), e.amounts[r.IntN(2)], 45+15*r.IntN(4)))
	if e.loaded() {
		line("usual-load: light")
	} else {
		line("usual-load: none")
	}
	line("stressors: {%s}", e.demands())
	c.relations(line, i, r)
	line("end-when: %s", one(r, endings))
	if r.IntN(3) > 0 {
		line("references: [%s]", strings.Join(some(r, sources, 1+r.IntN(2)), ", "))
	}
	line("---")
}

// relations ties an exercise to its neighbours in the chain, both ways.
func (c *corpus) relations(line func(string, ...any), i int, r *rand.Rand) {
	level := i % len(levels)
	if level > 0 {
		line("regressions: [%s]", exerciseAt(i-1).id())
	}
	if level < len(levels)-1 && i+1 < c.exercises {
		line("progressions: [%s]", exerciseAt(i+1).id())
	}
	if level >= 2 {
		line("substitutes:\n  - {exercise: %s, for: [non-specific/flare, disc-related/settled], because: %s}", exerciseAt(i-level).id(), one(r, reasons))
	}
}
