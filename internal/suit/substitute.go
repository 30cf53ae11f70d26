package suit

import (
	"cmp"
	"slices"

	"regimen/internal/regimen"
)

// Place is where an exercise would stand; Phase is nil outside a phase.
type Place struct {
	Condition *regimen.Condition
	Stage     *regimen.Stage
	Phase     *regimen.Phase
}

// Kinship is how a candidate comes to stand in for an exercise, nearest first.
type Kinship int

// The kinds of candidate.
const (
	Named   Kinship = iota // the author names it as a substitute
	Easier                 // the author names it as a regression
	Related                // it shares the pattern or a primary muscle
)

// Candidate is an exercise that may stand in for another: its verdict there is at
// most Caution.
type Candidate struct {
	Judgement
	Exercise *regimen.Exercise
	Kinship  Kinship
	Because  string // the author's reason, for a Named one
}

// Place is where the row stands.
func (r *Row) Place() Place { return Place{r.Condition, r.Stage, r.Phase} }

// Substitutes lists what may stand in for the row's exercise, best first and at
// most limit; the row's own substitutes lead.
func (r *Row) Substitutes(lib *regimen.Library, limit int) []Candidate {
	return substitutes(lib, r.Exercise, search{Place: r.Place(), row: r.Prescription, limit: limit})
}

// Substitutes lists what may stand in for an exercise at a place, best first and at
// most limit. It walks the whole library unless the author names enough.
func Substitutes(lib *regimen.Library, e *regimen.Exercise, at Place, limit int) []Candidate {
	return substitutes(lib, e, search{Place: at, limit: limit})
}

// NamedSubstitutes lists those of the author's own substitutes and regressions that
// pass at a place, best first, without a walk through the library.
func NamedSubstitutes(lib *regimen.Library, e *regimen.Exercise, at Place) []Candidate {
	return named(lib, e, search{Place: at})
}

// Shares reports whether two exercises have the pattern or a primary muscle in common.
func Shares(a, b *regimen.Exercise) bool { return samePattern(a, b) || commonMuscles(a, b) > 0 }

type search struct {
	Place
	row   *regimen.Prescription
	limit int
}

func substitutes(lib *regimen.Library, e *regimen.Exercise, s search) []Candidate {
	out := named(lib, e, s)
	if len(out) < s.limit && !s.ruledOut(e) {
		out = append(out, related(lib, e, s, out)...)
	}
	return out[:min(len(out), max(0, s.limit))]
}

func named(lib *regimen.Library, e *regimen.Exercise, s search) []Candidate {
	var out []Candidate
	take := func(id, because string, as Kinship) {
		x := lib.Exercise(id)
		if x == nil || x == e || !x.Built() || slices.ContainsFunc(out, func(c Candidate) bool { return c.Exercise == x }) {
			return
		}
		if j := s.judge(x); j.Verdict.Passes() {
			out = append(out, Candidate{j, x, as, because})
		}
	}
	for _, list := range s.written(e) {
		for _, sub := range list {
			if s.holds(sub) {
				take(sub.Exercise.ID, sub.Because, Named)
			}
		}
	}
	for _, w := range e.Regressions {
		take(w.ID, "", Easier)
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Kinship, b.Kinship), cmp.Compare(a.Verdict, b.Verdict))
	})
	return out
}

// written lists the author's substitutes, the row's before the exercise's.
func (s search) written(e *regimen.Exercise) [2][]regimen.Substitute {
	if s.row == nil {
		return [2][]regimen.Substitute{e.Substitutes}
	}
	return [2][]regimen.Substitute{s.row.Substitutes, e.Substitutes}
}

// holds reports whether a substitute is meant for the place.
func (s search) holds(sub regimen.Substitute) bool { return sub.Holds(s.Condition.ID, s.Stage.ID) }

// ruledOut reports whether the author says that nothing stands in here.
func (s search) ruledOut(e *regimen.Exercise) bool {
	for _, list := range s.written(e) {
		for _, sub := range list {
			if sub.Exercise.Is("none") && s.holds(sub) {
				return true
			}
		}
	}
	return false
}

func (s search) judge(e *regimen.Exercise) Judgement {
	return Judge(e, s.Condition, s.Stage, ClassOf(e, nil, s.Phase))
}

// related lists the published exercises that share the pattern or a muscle: the
// mildest verdict first, the original's own progressions after all others, then the
// closest kin, the nearest usual load and the id.
func related(lib *regimen.Library, e *regimen.Exercise, s search, but []Candidate) []Candidate {
	var out []Candidate
	for _, x := range lib.Exercises {
		if x == e || x.Status != regimen.StatusPublished || !Shares(e, x) ||
			slices.ContainsFunc(but, func(c Candidate) bool { return c.Exercise == x }) {
			continue
		}
		if j := s.judge(x); j.Verdict.Passes() {
			out = append(out, Candidate{Judgement: j, Exercise: x, Kinship: Related})
		}
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(
			cmp.Compare(a.Verdict, b.Verdict),
			cmp.Compare(harder(e, a.Exercise), harder(e, b.Exercise)),
			cmp.Compare(closeness(e, b.Exercise), closeness(e, a.Exercise)),
			cmp.Compare(apart(e, a.Exercise), apart(e, b.Exercise)),
			cmp.Compare(a.Exercise.ID, b.Exercise.ID),
		)
	})
	return out
}

// closeness weighs what two exercises share: the pattern before any muscle, and a
// common muscle before the others that b would bring.
func closeness(a, b *regimen.Exercise) int {
	common := commonMuscles(a, b)
	n := 10*common - (len(b.Primary) - common)
	if samePattern(a, b) {
		n += 1000
	}
	return n
}

func samePattern(a, b *regimen.Exercise) bool {
	return a.Pattern.ID != "" && a.Pattern.ID == b.Pattern.ID
}

func commonMuscles(a, b *regimen.Exercise) int {
	n := 0
	for _, m := range a.Primary {
		for _, o := range b.Primary {
			if m.ID == o.ID {
				n++
			}
		}
	}
	return n
}

func apart(a, b *regimen.Exercise) int {
	return max(int(a.UsualLoad-b.UsualLoad), int(b.UsualLoad-a.UsualLoad))
}

// harder is 1 where the author calls b a progression of a.
func harder(a, b *regimen.Exercise) int {
	isB := func(w regimen.Word) bool { return w.Is(b.ID) }
	isA := func(w regimen.Word) bool { return w.Is(a.ID) }
	if slices.ContainsFunc(a.Progressions, isB) || slices.ContainsFunc(b.Regressions, isA) {
		return 1
	}
	return 0
}
