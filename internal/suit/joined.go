package suit

import (
	"cmp"
	"slices"

	"regimen/internal/regimen"
)

// Joined lists the proof's rows with neighbouring phases taken together where the
// row is judged alike in them; Phase is then the first.
func (f *Proof) Joined() []Row {
	var out []Row
	for _, r := range f.Rows {
		if n := len(out) - 1; n >= 0 && alike(&out[n], &r) {
			out[n].Weeks.Max, out[n].Weeks.Open = r.Weeks.Max, r.Weeks.Open
			continue
		}
		out = append(out, r)
	}
	return out
}

// Worst lists each row once, where it is judged most strictly: one fault, told once.
func (f *Proof) Worst() []Row {
	var out []Row
	for _, r := range f.Joined() {
		n := len(out) - 1
		if n < 0 || out[n].Written != r.Written {
			out = append(out, r)
		} else if stricter(&r, &out[n]) {
			out[n] = r
		}
	}
	return out
}

func alike(a, b *Row) bool {
	return a.Written == b.Written && a.Exercise == b.Exercise &&
		a.Stage == b.Stage && a.Class == b.Class && a.Assumed == b.Assumed && a.Met == b.Met &&
		!a.Weeks.Open && b.Weeks.Min == a.Weeks.Max+1
}

func stricter(a, b *Row) bool {
	return cmp.Or(cmp.Compare(a.Result(), b.Result()), cmp.Compare(a.Need(), b.Need())) > 0
}

// Next is an exercise to which the log may lead a reader from a row.
type Next struct {
	Judgement
	Row      *Row
	Exercise *regimen.Exercise
	Stage    *regimen.Stage
}

// Steps lists, by the id of an exercise, those that are one step harder.
type Steps map[string][]*regimen.Exercise

// StepsOf takes an author's progressions, then the exercises that name the first among
// their regressions: either file may tell of a step.
func StepsOf(lib *regimen.Library) Steps {
	up := Steps{}
	add := func(from string, to *regimen.Exercise) {
		if to != nil && to.ID != from && !slices.Contains(up[from], to) {
			up[from] = append(up[from], to)
		}
	}
	for _, e := range lib.Exercises {
		for _, harder := range e.Progressions {
			add(e.ID, lib.Exercise(harder.ID))
		}
	}
	for _, e := range lib.Exercises {
		for _, easier := range e.Regressions {
			add(easier.ID, e)
		}
	}
	return up
}

// Next lists what one step of progression leads to, each judged in the phase that
// allows it. A phase with its load locked allows none; an open last phase is judged
// at the condition's last stage, which the reader will have reached by then.
func (f *Proof) Next(steps Steps) []Next {
	var out []Next
	for i := range f.Rows {
		r := &f.Rows[i]
		if r.Phase != nil && r.Phase.LoadLocked {
			continue
		}
		for _, e := range steps[r.Exercise.ID] {
			n := Next{Row: r, Exercise: e, Stage: f.ahead(r)}
			n.Judgement = Judge(e, f.Condition, n.Stage, ClassOf(e, nil, r.Phase))
			out = append(out, n)
		}
	}
	return out
}

// ahead is the stage at which a step from a row is judged.
func (f *Proof) ahead(r *Row) *regimen.Stage {
	phases, stages := f.Programme.Phases, f.Condition.Stages
	if r.Phase != nil && r.Phase.Weeks.Open && r.Phase == &phases[len(phases)-1] {
		return stages[len(stages)-1]
	}
	return r.Stage
}
