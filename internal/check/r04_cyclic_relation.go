package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
)

// cyclicRelation looks for an exercise that is harder than itself. Each cycle of steps is
// reported once, at the relation that closes it.
var cyclicRelation = Rule{
	Rule:  diag.Rule{Code: "R04", Name: "cyclic-relation", Severity: diag.Error},
	rests: onSayings, about: aboutRelations, // a round has no first exercise
	find: func(lib *library, _ limits, report reporter) {
		search := &cycles{up: lib.steps(), state: map[string]int{}, report: report}
		for _, e := range lib.Exercises {
			search.visit(e.ID)
		}
	},
}

// step leads from an exercise to a harder one; at is where the author says so.
type step struct {
	from, to string
	at       diag.Span
}

// stepsUp lists the steps from each exercise that is to be checked or stands in such a
// programme, and from those that they lead to.
func (l *library) stepsUp() map[string][]step {
	up := make(map[string][]step, len(l.Exercises))
	var ends []string
	add := func(id string) {
		if _, known := up[id]; !known {
			up[id] = l.stepsFrom(id)
			ends = append(ends, id)
		}
	}
	follow := func() {
		for ; len(ends) > 0; ends = ends[1:] {
			for _, s := range up[ends[0]] {
				add(s.to)
			}
		}
	}
	for _, e := range l.Exercises {
		add(e.ID)
		follow()
	}
	for _, p := range l.Programmes {
		for id := range namedBy(p) {
			add(id)
		}
		follow()
	}
	return up
}

// stepsFrom lists the steps from an exercise: to its progressions, and to those that name
// it among their regressions.
func (l *library) stepsFrom(id string) []step {
	var out []step
	add := func(to string, at diag.Span) {
		if !slices.ContainsFunc(out, func(known step) bool { return known.to == to }) {
			out = append(out, step{from: id, to: to, at: at})
		}
	}
	if e := l.Exercise(id); e != nil {
		for _, harder := range e.Progressions {
			add(harder.ID, harder.At)
		}
	}
	for _, e := range l.naming().exercises[id] {
		for _, easier := range e.Regressions {
			if easier.Is(id) {
				add(e.ID, easier.At)
			}
		}
	}
	return out
}

type cycles struct {
	up     map[string][]step
	state  map[string]int // 1 on the path, 2 done
	path   []step
	report reporter
}

func (c *cycles) visit(id string) {
	if c.state[id] != 0 {
		return
	}
	c.state[id] = 1
	for _, next := range c.up[id] {
		c.path = append(c.path, next)
		if c.state[next.to] == 1 {
			start := slices.IndexFunc(c.path, func(s step) bool { return s.from == next.to })
			c.found(c.path[start:])
		} else {
			c.visit(next.to)
		}
		c.path = c.path[:len(c.path)-1]
	}
	c.state[id] = 2
}

// found reports steps that lead back to where they begin.
func (c *cycles) found(round []step) {
	first, last := round[0], round[len(round)-1]
	if len(round) == 2 && first.at.File == last.at.File {
		found := c.report(last.at, "`%s` is given both as easier and as harder", last.at.Text())
		found.Related = []diag.Related{{At: first.at, Message: "the other way round"}}
		found.Help = "keep it in one of the two lists"
		return
	}
	names := []string{first.from}
	for _, s := range round {
		names = append(names, s.to)
	}
	found := c.report(last.at, "`%s` becomes harder than itself: %s", first.from, strings.Join(names, " → "))
	for _, s := range round[:len(round)-1] {
		found.Related = append(found.Related, diag.Related{At: s.at, Message: "`" + s.to + "` is harder than `" + s.from + "`"})
	}
	found.Help = "take one of these steps out of `progressions` or `regressions`"
}
