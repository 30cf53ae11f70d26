package site

import (
	"slices"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// filtersView is what the library can be filtered by, each choice with the number of
// exercises that are left. Choices without any are left out.
type filtersView struct {
	Categories, Muscles, Positions, Equipment []choiceView
	Without                                   string // how many exercises need nothing
	Conditions                                []conditionChoice
}

type choiceView struct {
	ID, Title, Count string
}

// conditionChoice is a condition with its stages.
type conditionChoice struct {
	Title  string
	Stages []choiceView
}

func (b *builder) filters() filtersView {
	v := &b.lib.Vocabulary
	out := filtersView{
		Categories: b.choices(v.Categories, func(e *regimen.Exercise, id string) bool { return e.Category.Is(id) }),
		Muscles:    b.choices(muscleTerms(v), trains), Equipment: b.choices(equipmentTerms(v), asksFor),
		Positions:  b.choices(b.positions(), func(e *regimen.Exercise, id string) bool { return e.Position.Is(id) }),
		Conditions: b.conditionChoices(),
	}
	out.Without = b.many(func(e *regimen.Exercise) bool { return len(e.Equipment) == 0 })
	return out
}

// many is how many exercises are so, in the digits of the language; empty for none.
func (b *builder) many(so func(e *regimen.Exercise) bool) string {
	n := 0
	for _, e := range b.listed() {
		if so(e) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return b.number(float64(n))
}

func (b *builder) choices(terms []regimen.Term, fits func(e *regimen.Exercise, id string) bool) []choiceView {
	var out []choiceView
	for _, t := range terms {
		if n := b.many(func(e *regimen.Exercise) bool { return fits(e, t.ID) }); n != "" {
			out = append(out, choiceView{t.ID, t.Title, n})
		}
	}
	return out
}

func trains(e *regimen.Exercise, muscle string) bool {
	is := func(w regimen.Word) bool { return w.Is(muscle) }
	return slices.ContainsFunc(e.Primary, is) || slices.ContainsFunc(e.Secondary, is)
}

// asksFor reports whether a piece of equipment is one that the exercise needs, alone
// or in place of another.
func asksFor(e *regimen.Exercise, piece string) bool {
	return slices.ContainsFunc(e.Equipment, func(any regimen.AnyOf) bool {
		return slices.ContainsFunc(any, func(w regimen.Word) bool { return w.Is(piece) })
	})
}

func muscleTerms(v *regimen.Vocabulary) []regimen.Term {
	out := make([]regimen.Term, len(v.Muscles))
	for i, m := range v.Muscles {
		out[i] = m.Term
	}
	return out
}

func equipmentTerms(v *regimen.Vocabulary) []regimen.Term {
	out := make([]regimen.Term, len(v.Equipment))
	for i, q := range v.Equipment {
		out[i] = q.Term
	}
	return out
}

func (b *builder) positions() []regimen.Term {
	ids := regimen.Words("position")
	out := make([]regimen.Term, len(ids))
	for i, id := range ids {
		out[i] = regimen.Term{ID: id, Title: b.posture(id)}
	}
	return out
}

// stagePlace is a stage that readers may choose, and its place in each exercise's verdicts.
type stagePlace struct {
	condition *regimen.Condition
	stage     *regimen.Stage
	at        int
}

func (b *builder) stagePlaces() []stagePlace {
	var out []stagePlace
	at := 0
	for _, c := range b.lib.Conditions {
		for _, s := range c.Stages {
			if c.Listed() {
				out = append(out, stagePlace{c, s, at})
			}
			at++
		}
	}
	return out
}

func (b *builder) conditionChoices() []conditionChoice {
	var out []conditionChoice
	var last *regimen.Condition
	for _, p := range b.stagePlaces() {
		if p.condition != last {
			last = p.condition
			out = append(out, conditionChoice{Title: last.Title})
		}
		n := b.many(func(e *regimen.Exercise) bool {
			return b.verdicts(e)[p.at].Verdict != suit.Avoid.String()
		})
		stages := &out[len(out)-1].Stages
		*stages = append(*stages, choiceView{last.ID + "/" + p.stage.ID, orElse(p.stage.Title, title(p.stage.ID)), orElse(n, b.number(0))})
	}
	return out
}
