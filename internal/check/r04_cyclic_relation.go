package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// cyclicRelation looks for an exercise that is harder than itself, and for substitutes
// that lead round to what is to be avoided. Each cycle of steps is reported once, at the
// relation that closes it.
var cyclicRelation = Rule{
	Rule: diag.Rule{Code: "R04", Name: "cyclic-relation", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		search := &cycles{up: lib.steps(), state: map[string]int{}, report: report}
		for _, e := range lib.Exercises {
			search.visit(e.ID)
		}
		checkRings(lib, report)
	},
}

// step leads from an exercise to a harder one; at is where the author says so.
type step struct {
	from, to string
	at       diag.Span
}

// stepsUp lists the steps from each exercise: to its progressions, and to those that
// name it among their regressions.
func stepsUp(lib *regimen.Library) map[string][]step {
	up := map[string][]step{}
	add := func(s step) {
		if !slices.ContainsFunc(up[s.from], func(known step) bool { return known.to == s.to }) {
			up[s.from] = append(up[s.from], s)
		}
	}
	for _, e := range lib.Exercises {
		for _, harder := range e.Progressions {
			add(step{from: e.ID, to: harder.ID, at: harder.At})
		}
	}
	for _, e := range lib.Exercises {
		for _, easier := range e.Regressions {
			add(step{from: easier.ID, to: e.ID, at: easier.At})
		}
	}
	return up
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
