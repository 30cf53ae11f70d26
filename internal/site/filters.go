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
	v, n := &b.lib.Vocabulary, b.left()
	return filtersView{
		Categories: b.choices(v.Categories, n.categories), Muscles: b.choices(muscleTerms(v), n.muscles),
		Equipment: b.choices(equipmentTerms(v), n.equipment), Positions: b.choices(b.positions(), n.positions),
		Conditions: b.conditionChoices(n.stages), Without: b.many(n.without),
	}
}

// left is how many of the listed exercises each choice leaves.
type left struct {
	categories, muscles, equipment, positions map[string]int
	without                                   int   // that need nothing
	stages                                    []int // by the place of the stage: that are not to be avoided
}

func (b *builder) left() left {
	n := left{categories: map[string]int{}, muscles: map[string]int{}, equipment: map[string]int{}, positions: map[string]int{}}
	places := b.stagePlaces()
	n.stages = make([]int, len(places))
	for _, e := range b.listed() {
		n.categories[e.Category.ID]++
		n.positions[e.Position.ID]++
		once(n.muscles, e.Primary, e.Secondary)
		once(n.equipment, e.Equipment...)
		if len(e.Equipment) == 0 {
			n.without++
		}
		verdicts := b.verdicts(e)
		for i, p := range places {
			if verdicts[p.at].Verdict != suit.Avoid.String() {
				n.stages[i]++
			}
		}
	}
	return n
}

// once counts each word of some lists once.
func once[L ~[]regimen.Word](count map[string]int, lists ...L) {
	all := slices.Concat(lists...)
	for i, w := range all {
		if !slices.ContainsFunc(all[:i], func(other regimen.Word) bool { return other.Is(w.ID) }) {
			count[w.ID]++
		}
	}
}

// many is a number of exercises in the digits of the language; empty for none.
func (b *builder) many(n int) string {
	if n == 0 {
		return ""
	}
	return b.number(float64(n))
}

func (b *builder) choices(terms []regimen.Term, count map[string]int) []choiceView {
	var out []choiceView
	for _, t := range terms {
		if n := count[t.ID]; n > 0 {
			out = append(out, choiceView{t.ID, t.Title, b.many(n)})
		}
	}
	return out
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

func (b *builder) conditionChoices(counts []int) []conditionChoice {
	var out []conditionChoice
	var last *regimen.Condition
	for i, p := range b.stagePlaces() {
		if p.condition != last {
			last = p.condition
			out = append(out, conditionChoice{Title: last.Title})
		}
		stages := &out[len(out)-1].Stages
		*stages = append(*stages, choiceView{last.ID + "/" + p.stage.ID, orElse(p.stage.Title, title(p.stage.ID)), b.number(float64(counts[i]))})
	}
	return out
}
