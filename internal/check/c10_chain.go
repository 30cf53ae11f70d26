package check

import (
	"fmt"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// checkChains looks for an exercise that begins before an easier one of its chain, or
// beside one that is two steps easier, with nothing in between.
func checkChains(lib *library, proofs []proof, above *climber, report reporter) {
	begins := beginnings(lib, &proofs[0])
	told := map[*regimen.Prescription]bool{}
	for _, easier := range begins.order {
		for _, s := range above.climb(easier.Exercise.ID) {
			harder := begins.first[s.to]
			if harder == nil || told[harder.Written] {
				continue
			}
			beside := week(harder) == week(easier) && s.from != easier.Exercise.ID && !begins.precededBy(harder, above.up)
			if week(harder) < week(easier) || beside {
				told[harder.Written] = true
				tellChain(harder, easier, s, report)
			}
		}
	}
}

// starts is where each exercise that a programme trains with first stands.
type starts struct {
	order []*suit.Row
	first map[string]*suit.Row
}

func beginnings(lib *library, p *proof) starts {
	out := starts{first: map[string]*suit.Row{}}
	for i := range p.Rows {
		r := &p.Rows[i]
		if !regimen.Works(lib.Role(r.Written)) || unsure(p.Programme, r) {
			continue
		}
		if first := out.first[r.Exercise.ID]; first == nil {
			out.order = append(out.order, r)
			out.first[r.Exercise.ID] = r
		} else if week(r) < week(first) {
			*first = *r
		}
	}
	return out
}

func week(r *suit.Row) int { return max(1, r.Weeks.Min) }

// precededBy reports whether the programme trains with a direct predecessor of the
// row's exercise by then.
func (s starts) precededBy(r *suit.Row, up map[string][]step) bool {
	for id, easier := range s.first {
		if week(easier) > week(r) {
			continue
		}
		for _, next := range up[id] {
			if next.to == r.Exercise.ID {
				return true
			}
		}
	}
	return false
}

// climber finds the steps above one exercise after the other.
type climber struct {
	up    map[string][]step
	seen  map[string]bool
	steps []step
}

// climb lists the steps above an exercise, nearest first; each leads somewhere new. The
// list is good until the next.
func (c *climber) climb(from string) []step {
	clear(c.seen)
	c.seen[from], c.steps = true, c.steps[:0]
	for at := -1; at < len(c.steps); at++ {
		if at >= 0 {
			from = c.steps[at].to
		}
		for _, s := range c.up[from] {
			if !c.seen[s.to] {
				c.seen[s.to] = true
				c.steps = append(c.steps, s)
			}
		}
	}
	return c.steps
}

func tellChain(harder, easier *suit.Row, last step, report reporter) {
	var found *diag.Diagnostic
	if week(harder) < week(easier) {
		found = report(exerciseAt(harder), "`%s` begins in week %d, before the easier `%s` in week %d",
			harder.Exercise.ID, week(harder), easier.Exercise.ID, week(easier))
		found.Help = "let the easier one come first: give both rows their `weeks:`"
	} else {
		found = report(exerciseAt(harder), "`%s` comes before its turn: the step before it, `%s`, is left out", harder.Exercise.ID, last.from)
		found.Help = fmt.Sprintf("let it begin later, such as `weeks: %d+`, use `%s` here, or allow it with a reason", week(harder)+4, last.from)
	}
	found.Related = []diag.Related{
		{At: exerciseAt(easier), Message: "easier, in the same chain"},
		{At: last.at, Message: "`" + last.to + "` is harder than `" + last.from + "`"},
	}
}
