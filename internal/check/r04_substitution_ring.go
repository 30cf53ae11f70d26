package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// substitutionRing is the other half of R04. Exercises may stand in for each other in a
// round, unless a programme is for a condition at which one of them is to be avoided.
// What C01 and C06 say of a programme's own rows is left to them.
var substitutionRing = Rule{
	Rule:  diag.Rule{Code: "R04", Name: "cyclic-relation", Severity: diag.Error},
	rests: onAll, // a round has no first exercise, and is judged by who uses it
	find:  func(lib *library, _ limits, report reporter) { checkRings(lib, report) },
}

func checkRings(lib *library, report reporter) {
	anywhere := lib.rings()
	if len(anywhere) == 0 {
		return
	}
	var members []*regimen.Exercise
	for _, e := range lib.Exercises {
		if anywhere[e.ID] != 0 {
			members = append(members, e)
		}
	}
	told := map[diag.Span]bool{}
	for _, use := range ringUses(lib, anywhere) {
		in := rings(lib.Library, members, use.holds)
		entered := use.entered(in)
		for _, e := range members {
			if !entered[in[e.ID]] {
				continue
			}
			for _, sub := range e.Substitutes {
				if in[sub.Exercise.ID] == in[e.ID] && use.holds(sub) && !told[sub.Exercise.At] && use.misleads(lib, e, sub) {
					told[sub.Exercise.At] = true
					reportRing(lib, use, e, sub, report)
				}
			}
		}
	}
}

// ringUse is a stage of a condition for which programmes use exercises of a ring.
type ringUse struct {
	suit.Place
	declared diag.Span
	name     string                  // condition/stage
	rows     map[string]suit.Verdict // the exercises that stand in a row there
}

// ringUses lists the declared stages in the order of the programmes.
func ringUses(lib *library, ring map[string]int) []*ringUse {
	var uses []*ringUse
	members := map[string]bool{}
	for id := range ring {
		members[id] = true
	}
	for _, f := range lib.proofsWith(members) {
		for i := range f.Rows {
			r := &f.Rows[i]
			if ring[r.Exercise.ID] == 0 {
				continue
			}
			at := slices.IndexFunc(uses, func(u *ringUse) bool { return u.Condition == r.Condition && u.Stage == r.Stage })
			if at < 0 {
				at = len(uses)
				uses = append(uses, &ringUse{
					Place: suit.Place{Condition: r.Condition, Stage: r.Stage}, declared: f.Declared.Where,
					name: r.Condition.ID + "/" + r.Stage.ID, rows: map[string]suit.Verdict{},
				})
			}
			uses[at].rows[r.Exercise.ID] = r.Verdict
		}
	}
	return uses
}

// holds reports whether a substitute is meant for the stage.
func (u *ringUse) holds(sub regimen.Substitute) bool {
	return len(sub.For) == 0 || slices.ContainsFunc(sub.For, func(w regimen.Word) bool {
		return w.Is(u.Condition.ID) || w.Is(u.name)
	})
}

// entered tells the rings into which a row of a programme leads.
func (u *ringUse) entered(in map[string]int) map[int]bool {
	rings := map[int]bool{}
	for id, verdict := range u.rows {
		if in[id] != 0 && verdict < suit.Avoid {
			rings[in[id]] = true
		}
	}
	return rings
}

// misleads reports whether a substitute is to be avoided and no other rule says so.
func (u *ringUse) misleads(lib *library, e *regimen.Exercise, sub regimen.Substitute) bool {
	verdict, stands := u.rows[e.ID]
	if stands && (len(sub.For) == 0 || !verdict.Passes()) {
		return false
	}
	x := lib.Exercise(sub.Exercise.ID)
	return suit.Judge(x, u.Condition, u.Stage, suit.ClassOf(x, nil, nil)).Verdict == suit.Avoid
}

func reportRing(lib *library, use *ringUse, e *regimen.Exercise, sub regimen.Substitute, report reporter) {
	found := report(sub.Exercise.At, "the substitutes lead round to `%s`, to be avoided %s",
		sub.Exercise.ID, within(use.Condition, use.Stage))
	found.Related = []diag.Related{{At: use.declared, Message: "a programme is for this condition"}}
	found.Help = "take it out, or name the conditions that it suits in `for`"
	if others := suit.NamedSubstitutes(lib.Library, e, use.Place); len(others) > 0 {
		found.Help += "; `" + others[0].Exercise.ID + "` is suitable here"
	}
}

// rings numbers the exercises that lead back to themselves by their substitutes, each
// ring with a number of its own from 1 (Tarjan's algorithm).
func rings(lib *regimen.Library, among []*regimen.Exercise, holds func(regimen.Substitute) bool) map[string]int {
	w := &ringWalk{lib: lib, holds: holds, seen: map[string]int{}, low: map[string]int{}, ring: map[string]int{}}
	for _, e := range among {
		if w.seen[e.ID] == 0 && len(e.Substitutes) > 0 {
			w.visit(e)
		}
	}
	return w.ring
}

type ringWalk struct {
	lib       *regimen.Library
	holds     func(regimen.Substitute) bool
	seen, low map[string]int // in the order of the visit; done: seen is -1
	stack     []string
	ring      map[string]int
	last      int
}

func (w *ringWalk) visit(e *regimen.Exercise) {
	w.last++
	now := w.last
	w.seen[e.ID], w.low[e.ID] = now, now
	w.stack = append(w.stack, e.ID)
	for _, sub := range e.Substitutes {
		next := w.lib.Exercise(sub.Exercise.ID)
		if next == nil || !w.holds(sub) {
			continue
		}
		if w.seen[next.ID] == 0 {
			w.visit(next)
			w.low[e.ID] = min(w.low[e.ID], w.low[next.ID])
		} else if w.seen[next.ID] > 0 {
			w.low[e.ID] = min(w.low[e.ID], w.seen[next.ID])
		}
	}
	if w.low[e.ID] < now {
		return
	}
	at := slices.Index(w.stack, e.ID)
	for _, id := range w.stack[at:] {
		if len(w.stack)-at > 1 {
			w.ring[id] = now
		}
		w.seen[id] = -1
	}
	w.stack = w.stack[:at]
}
