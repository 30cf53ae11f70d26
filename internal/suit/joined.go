package suit

import (
	"cmp"
	"iter"
	"slices"

	"regimen/internal/regimen"
)

// Joined lists the proof's rows with neighbouring phases taken together where the
// row is judged alike in them; Phase is then the first.
func (f *Proof) Joined() []Row {
	var out []Row
	for rest := f.Rows; len(rest) > 0; {
		var r Row
		r, rest = join(rest)
		out = append(out, r)
	}
	return out
}

// join takes the first of some rows together with those of the phases behind it that are
// judged alike, and gives those that are left.
func join(rows []Row) (Row, []Row) {
	first, n := rows[0], 1
	for n < len(rows) && alike(&first, &rows[n]) {
		first.Weeks.Max, first.Weeks.Open = rows[n].Weeks.Max, rows[n].Weeks.Open
		n++
	}
	return first, rows[n:]
}

// Worst walks each row once, where it is judged most strictly: one fault, told once.
func (f *Proof) Worst() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for rest := f.Rows; len(rest) > 0; {
			var worst, r Row
			worst, rest = join(rest)
			for len(rest) > 0 && rest[0].Written == worst.Written {
				if r, rest = join(rest); stricter(&r, &worst) {
					worst = r
				}
			}
			if !yield(worst) {
				return
			}
		}
	}
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

// Next walks what one step of progression leads to, each judged in the phase that
// allows it. A phase with its load locked allows none; an open last phase is judged
// at the condition's last stage, which the reader will have reached by then.
func (f *Proof) Next(steps Steps) iter.Seq[Next] {
	return func(yield func(Next) bool) {
		for i := range f.Rows {
			r := &f.Rows[i]
			if r.Phase != nil && r.Phase.LoadLocked {
				continue
			}
			for _, e := range steps[r.Exercise.ID] {
				n := Next{Row: r, Exercise: e, Stage: f.ahead(r)}
				n.Judgement = Judge(e, f.Condition, n.Stage, ClassOf(e, nil, r.Phase))
				if !yield(n) {
					return
				}
			}
		}
	}
}

// ahead is the stage at which a step from a row is judged.
func (f *Proof) ahead(r *Row) *regimen.Stage {
	phases, stages := f.Programme.Phases, f.Condition.Stages
	if r.Phase != nil && r.Phase.Weeks.Open && r.Phase == &phases[len(phases)-1] {
		return stages[len(stages)-1]
	}
	return r.Stage
}
