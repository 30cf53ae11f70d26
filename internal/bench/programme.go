package bench

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

func programmeTitle(i int) string {
	w := cycle(i, aims, subjects, readers)
	return numbered(w[0]+" "+w[1]+" "+w[2], i, len(aims)*len(subjects)*len(readers))
}

// row is an exercise of a session with its dose in figures.
type row struct {
	exercise
	role       string
	sets, rest int
	amount     [2]int
}

// sequence is the order in which a session trains; what opens it comes first.
var sequence = []string{"strength", "balance", "hip-and-glute", "core-stability", "mobility"}

// session picks five to eight different exercises: a warm-up, the work, a stretch.
func (c *corpus) session(r *rand.Rand) []row {
	var mobile, rows []row
	taken := map[string]bool{}
	for want := 5 + r.IntN(4); len(rows)+min(len(mobile), 2) < want; {
		e := exerciseAt(r.IntN(c.exercises))
		if taken[e.id()] {
			continue
		}
		taken[e.id()] = true
		next := row{exercise: e, sets: 2 + r.IntN(2), rest: 45 + 15*r.IntN(3), amount: e.amounts[r.IntN(2)]}
		if e.category != "mobility" {
			rows = append(rows, next)
			continue
		}
		next.sets, next.rest = 2, 0
		mobile = append(mobile, next)
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return slices.Index(sequence, a.category) - slices.Index(sequence, b.category)
	})
	for at, m := range mobile[:min(len(mobile), 2)] {
		if at == 0 {
			m.role = "warm-up"
			rows = slices.Insert(rows, 0, m)
		} else {
			rows = append(rows, m)
		}
	}
	return rows
}

// minutes guesses a session's length as the site's estimate does: 3 s a repetition,
// 6 s a cycle, 1 s a metre, and a minute from one exercise to the next.
func minutes(rows []row) (low, high int) {
	for i, row := range rows {
		each := map[string]int{"reps": 3, "cycles": 6}[row.unit]
		if each == 0 {
			each = 1
		}
		if row.sides != "both" {
			each *= 2
		}
		rest := (row.sets-1)*row.rest + 60*min(i, 1)
		low += row.sets*row.amount[0]*each + rest
		high += row.sets*row.amount[1]*each + rest
	}
	return low / 300 * 5, (high + 299) / 300 * 5
}

func (c *corpus) programme(i int) string {
	r := random("programme", i)
	sessions := make([][]row, 2+i%3)
	var kit []string
	for n := range sessions {
		sessions[n] = c.session(r)
		for _, row := range sessions[n] {
			if piece := row.with.equipment; piece != "" && !slices.Contains(kit, piece) {
				kit = append(kit, piece)
			}
		}
	}
	slices.Sort(kit)
	var b strings.Builder
	fmt.Fprintf(&b, programmeFacts, programmeTitle(i), 4*(2+i%3), []string{"lower-back", "trunk", "hips"}[r.IntN(3)], 1+r.IntN(2), strings.Join(kit, ", "),
		strings.Join([]string{"a", "b", "c", "d"}[:len(sessions)], ", "))
	for n, rows := range sessions {
		writeSession(&b, n, rows)
	}
	fmt.Fprintf(&b, programmeSignals, strings.Join(some(r, sources, 3), ", "))
	c.prose(&b, r, "../", "How the programme works", "How to choose your first weight", "When to add more", "What to do on a bad day", "What comes after")
	return b.String()
}

func writeSession(b *strings.Builder, n int, rows []row) {
	low, high := minutes(rows)
	fmt.Fprintf(b, "  %c:\n    title: %s and %s\n    minutes: %d-%d\n    exercises:\n", 'a'+n,
		capital(strings.ReplaceAll(rows[1].name, "-", " ")), strings.ReplaceAll(rows[2].name, "-", " "), low, high)
	for _, row := range rows {
		fmt.Fprintf(b, "      - exercise: %s\n        dose: %s\n", row.id(), row.dose(row.sets, row.amount, row.rest))
		if row.role != "" {
			fmt.Fprintf(b, "        role: %s\n", row.role)
		}
		if row.loaded() {
			fmt.Fprint(b, "        load: light\n")
		}
	}
}

const programmeFacts = `---
title: %s
summary: Short sessions, done in turn over %d weeks and more, that build up step by step and leave room for a bad day.
goal: rehab
level: novice
scope: %s
audience: adult
for:
  - general back stiffness and pain that is not acute
  - people whom a health professional has cleared to exercise
  - people new to strength training, or returning after a break
not-for:
  - acute injury
  - any red flag that has not been checked
  - pain that is in a flare
conditions:
  - condition: non-specific
    stage: settled
clearance: %d
safety: spine
equipment: [%s]
schedule: {days: [monday, wednesday, friday], rotate: [%s]}
phases:
  - name: Foundation
    weeks: 1-4
    focus: learn the movements and build the habit, without hurry
    max-load: light
    load-locked: true
  - name: Building
    weeks: 5-8
    focus: good form first, then small steps up where it was easy
    max-increase: 5 %%
  - name: Beyond
    weeks: 9+
    focus: carry on, with harder versions where they suit you
overload: {method: double, confirm: 2}
sessions:
`

const programmeSignals = `signals:
  progress:
    - you reach the top of the range in every set, twice in a row
    - the next day is no worse than usual
    - your form holds to the last repetition
  back-off:
    - pain in the amber band twice in a row, or in the red band once
    - pain that is sharp or grows during an exercise
    - you feel run down or tired all the time
version: "1.0"
references: [%s]
---
`
