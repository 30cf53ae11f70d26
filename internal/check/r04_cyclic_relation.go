package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// cyclicRelation looks for an exercise that is harder than itself. Each cycle is
// reported once, at the relation that closes it.
var cyclicRelation = Rule{
	Rule: diag.Rule{Code: "R04", Name: "cyclic-relation", Severity: diag.Error},
	find: func(lib *regimen.Library, report reporter) {
		search := &cycles{lib: lib, state: map[string]int{}, report: report}
		for _, e := range lib.Exercises {
			search.visit(e)
		}
		for _, e := range lib.Exercises {
			search.opposed(e)
		}
	},
}

type cycles struct {
	lib    *regimen.Library
	state  map[string]int // 1 on the path, 2 done
	path   []string
	report reporter
}

func (c *cycles) visit(e *regimen.Exercise) {
	if c.state[e.ID] != 0 {
		return
	}
	c.state[e.ID] = 1
	c.path = append(c.path, e.ID)
	for _, next := range e.Progressions {
		switch harder := c.lib.Exercise(next.ID); {
		case harder == nil:
		case c.state[next.ID] == 1:
			c.found(next)
		default:
			c.visit(harder)
		}
	}
	c.path = c.path[:len(c.path)-1]
	c.state[e.ID] = 2
}

func (c *cycles) found(last regimen.Word) {
	start := len(c.path) - 1
	for c.path[start] != last.ID {
		start--
	}
	round := append(append([]string{}, c.path[start:]...), last.ID)
	c.report(last.At, "`%s` becomes harder than itself: %s", last.ID, strings.Join(round, " → ")).
		Help = "take one of these steps out of `progressions`"
}

// opposed reports two exercises of which each is said to be easier than the other.
func (c *cycles) opposed(e *regimen.Exercise) {
	for _, easier := range e.Regressions {
		if has(e.Progressions, easier.ID) {
			c.report(easier.At, "`%s` is given both as easier and as harder than `%s`", easier.ID, e.ID).
				Help = "keep it in one of the two lists"
			continue
		}
		other := c.lib.Exercise(easier.ID)
		if other == nil {
			continue
		}
		for _, back := range other.Regressions {
			if back.ID == e.ID && e.ID < other.ID {
				found := c.report(easier.At, "`%s` and `%s` are each given as easier than the other", e.ID, other.ID)
				found.Related = []diag.Related{{At: back.At, Message: "the other way round"}}
				found.Help = "decide which of the two is easier"
			}
		}
	}
}
