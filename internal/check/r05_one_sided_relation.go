package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// oneSided asks of every step up whether the harder exercise knows the way back, and
// of every programme whether it has an exercise beside a later step of its chain.
var oneSided = Rule{
	Rule: diag.Rule{Code: "R05", Name: "one-sided-relation", Severity: diag.Info},
	Limits: []Limit{
		{"longest-chain", 40, "exercises that a chain is followed for", "more would only cost time"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, e := range lib.Exercises {
			checkSide(lib, e, e.Progressions, "regressions", report)
			checkSide(lib, e, e.Regressions, "progressions", report)
		}
		c := &chains{steps: lib.steps(), most: int(limit("longest-chain")), later: map[string][]string{}}
		rows := lib.rows()
		for from, to := 0, 0; from < len(rows); from = to {
			for to < len(rows) && rows[to].Programme == rows[from].Programme {
				to++
			}
			c.check(rows[from:to], report)
		}
	},
}

// checkSide looks for the other half of each relation. One that runs both ways up is
// R04's.
func checkSide(lib *library, e *regimen.Exercise, named []regimen.Word, back string, report reporter) {
	for _, w := range named {
		other := lib.Exercise(w.ID)
		if other == nil || other == e {
			continue
		}
		theirs, same, degree := other.Regressions, other.Progressions, "harder"
		if back == "progressions" {
			theirs, same, degree = other.Progressions, other.Regressions, "easier"
		}
		if has(theirs, e.ID) || has(same, e.ID) || other.Broken(back) {
			continue
		}
		found := report(w.At, "`%s` is %s than `%s`, and its own file does not say so", w.ID, degree, e.ID)
		found.Related = []diag.Related{{At: other.At(back), Message: "the other file"}}
		found.Help = "add `" + back + ": [" + e.ID + "]` there; until then the site adds it by itself"
	}
}

// chains finds the later steps of an exercise, once for each.
type chains struct {
	steps map[string][]step
	most  int
	later map[string][]string
}

func (c *chains) after(id string) []string {
	if later, known := c.later[id]; known {
		return later
	}
	var later []string
	for at, now := -1, id; at < len(later) && len(later) < c.most; {
		for _, s := range c.steps[now] {
			if s.to != id && !slices.Contains(later, s.to) {
				later = append(later, s.to)
			}
		}
		if at++; at < len(later) {
			now = later[at]
		}
	}
	c.later[id] = later
	return later
}

// check looks at the rows of one programme.
func (c *chains) check(rows []row, report reporter) {
	by := map[string][]*row{}
	var ids []string
	for i := range rows {
		r := &rows[i]
		if r.Of == nil || !r.works() {
			continue
		}
		if by[r.Of.ID] == nil {
			ids = append(ids, r.Of.ID)
		}
		by[r.Of.ID] = append(by[r.Of.ID], r)
	}
	for _, id := range ids {
		for _, later := range c.after(id) {
			if len(by[later]) > 0 {
				reportChain(by[id], by[later], report)
			}
		}
	}
}

// reportChain reports one pair of exercises once, at its closest pair of rows.
func reportChain(easier, harder []*row, report reporter) {
	var first, second *row
	closest := 0
	for _, a := range easier {
		for _, b := range harder {
			if n := closeness(a, b); n > closest {
				closest, first, second = n, a, b
			}
		}
	}
	if closest == 0 {
		return
	}
	at, other := second, first
	if first.Session == second.Session && first.Place > second.Place {
		at, other = first, second
	}
	found := report(at.Exercise.At, "`%s` is a later step of `%s`, and the programme has both at once", second.Of.ID, first.Of.ID)
	found.Related = []diag.Related{{At: other.Exercise.At, Message: "the other one"}}
	found.Help = "let `" + second.Of.ID + "` begin in later weeks, or give the two different roles"
	if closest == sameWork && (at.Programme.Level == "novice" || at.Programme.Goal == "rehab") {
		found.Severity = diag.Warning
	}
}

const (
	sameWeeks = 1
	sameWork  = 2 // in one session, under one role
)

// closeness is 0 for rows that never stand in one week.
func closeness(a, b *row) int {
	if _, meet := a.Weeks.Meet(b.Weeks); !meet {
		return 0
	}
	if a.Session == b.Session {
		if a.Purpose == b.Purpose {
			return sameWork
		}
		return sameWeeks
	}
	if len(a.Programme.Phases) == 0 {
		return sameWeeks
	}
	for i := range a.Programme.Phases {
		if ph := &a.Programme.Phases[i]; ph.Uses(a.Session.ID) && ph.Uses(b.Session.ID) {
			return sameWeeks
		}
	}
	return 0
}
