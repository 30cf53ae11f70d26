package check

import (
	"cmp"
	"slices"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

const (
	// standIns is how many candidates are asked whether the programme's other
	// conditions take them too.
	standIns = 12
	// mostKin bounds the search for one row, however large the library is.
	mostKin = 24
)

// standIn finds the best exercise to take a row's place under every condition of its
// programme; one that the reader has the equipment for comes before all others.
func (l *library) standIn(f *fault) (best suit.Candidate, found bool) {
	for _, c := range f.Substitutes(l.around(f.Exercise, f.Prescription.Substitutes), standIns) {
		if !f.passes(c.Exercise) {
			continue
		}
		if missing(f.proofs[0].Programme, c.Exercise) == nil {
			return c, true
		}
		if !found {
			best, found = c, true
		}
	}
	return best, found
}

// passes reports whether an exercise could stand in the row's place under all
// conditions.
func (f *fault) passes(e *regimen.Exercise) bool {
	for i := range f.proofs {
		p := &f.proofs[i]
		for k := range p.Rows {
			r := &p.Rows[k]
			if r.Written == f.Written && r.Phase == f.Phase &&
				!suit.Judge(e, r.Condition, r.Stage, suit.ClassOf(e, nil, r.Phase)).Verdict.Passes() {
				return false
			}
		}
	}
	return true
}

// instead finds what else may stand in for an exercise at a place.
func (l *library) instead(e *regimen.Exercise, at suit.Place) (suit.Candidate, bool) {
	if found := suit.Substitutes(l.around(e, nil), e, at, 1); len(found) > 0 {
		return found[0], true
	}
	return suit.Candidate{}, false
}

// around is a small library of what may stand in for an exercise: those that the
// author names, and its kin.
func (l *library) around(e *regimen.Exercise, also []regimen.Substitute) *regimen.Library {
	var out []*regimen.Exercise
	name := func(id string) {
		if x := l.Exercise(id); x != nil {
			out = append(out, x)
		}
	}
	for _, list := range [][]regimen.Substitute{also, e.Substitutes} {
		for _, s := range list {
			name(s.Exercise.ID)
		}
	}
	for _, w := range e.Regressions {
		name(w.ID)
	}
	kin := l.kin()
	out = append(out, kin[e.Pattern.ID]...)
	for _, m := range e.Primary {
		out = append(out, kin[m.ID]...)
	}
	slices.SortFunc(out, func(a, b *regimen.Exercise) int { return cmp.Compare(a.ID, b.ID) })
	return &regimen.Library{Exercises: slices.Compact(out)}
}

// kinOf lists published exercises by pattern and by primary muscle, for each the ones
// that demand least.
func kinOf(lib *regimen.Library) map[string][]*regimen.Exercise {
	kin := map[string][]*regimen.Exercise{}
	for _, e := range lib.Exercises {
		if e.Status != regimen.StatusPublished || !e.Tagged {
			continue
		}
		for _, w := range append([]regimen.Word{e.Pattern}, e.Primary...) {
			kin[w.ID] = append(kin[w.ID], e)
		}
	}
	for id, list := range kin {
		if len(list) > mostKin {
			kin[id] = leastDemanding(list)
		}
	}
	return kin
}

// leastDemanding are the first of a list in the order of what they demand.
func leastDemanding(list []*regimen.Exercise) []*regimen.Exercise {
	type asking struct {
		*regimen.Exercise
		most int
	}
	all := make([]asking, len(list))
	for i, e := range list {
		all[i] = asking{e, demands(e)}
	}
	slices.SortStableFunc(all, func(a, b asking) int { return cmp.Compare(a.most, b.most) })
	out := make([]*regimen.Exercise, mostKin)
	for i := range out {
		out[i] = all[i].Exercise
	}
	return out
}

// demands sums the grades at the usual load.
func demands(e *regimen.Exercise) int {
	n := 0
	for _, s := range e.Stressors {
		n += s.Grades[max(e.UsualLoad, e.LoadFloor)]
	}
	return n
}

// praise says why a candidate fits, for a help.
func praise(e *regimen.Exercise, c suit.Candidate) string {
	why := "is named as its substitute"
	if slices.ContainsFunc(c.Exercise.Primary, func(m regimen.Word) bool { return has(e.Primary, m.ID) }) {
		why = "trains the same muscles"
	} else if c.Exercise.Pattern.ID == e.Pattern.ID {
		why = "is the same kind of movement"
	}
	return "`" + c.Exercise.ID + "` " + why + " and is " + fit(c.Verdict, c.Class)
}

// fit says how an exercise stands at a load.
func fit(v suit.Verdict, class regimen.LoadClass) string {
	if class == regimen.NoLoad {
		return v.Words()
	}
	return v.Words() + " at " + class.String() + " load"
}
