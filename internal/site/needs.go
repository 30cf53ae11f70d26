package site

import (
	"slices"

	"regimen/internal/regimen"
)

// needView is a piece of equipment, or one of several that will do, and the exercises
// of a programme that it is for.
type needView struct {
	Piece string
	For   []link
}

// needs lists what the exercises of a programme need, and what makes some of them
// better, in the order in which a reader meets them.
func (b *builder) needs(p *regimen.Programme, page string) (must, may []needView) {
	seen := map[string]bool{}
	for _, s := range p.Sessions {
		for _, row := range s.Rows {
			e := b.lib.Exercise(row.Exercise.ID)
			if e == nil || seen[e.ID] {
				continue
			}
			seen[e.ID] = true
			must = b.addNeeds(must, e.Equipment, e, page)
			may = b.addNeeds(may, e.OptionalEquipment, e, page)
		}
	}
	return must, may
}

func (b *builder) addNeeds(list []needView, pieces []regimen.AnyOf, e *regimen.Exercise, page string) []needView {
	for _, piece := range pieces {
		name := b.equipment([]regimen.AnyOf{piece})
		i := slices.IndexFunc(list, func(v needView) bool { return v.Piece == name })
		if i < 0 {
			i, list = len(list), append(list, needView{Piece: name})
		}
		use := link{Title: e.Title}
		if e.Built() {
			use.URL = exerciseFrom(page, e.ID)
		}
		list[i].For = append(list[i].For, use)
	}
	return list
}
