package content

import (
	"cmp"
	"slices"

	"regimen/internal/regimen"
)

// sortLibrary puts every list in the order of its ids.
func (l *loader) sortLibrary() {
	lib := &l.library
	byID(lib.Exercises, func(e *regimen.Exercise) string { return e.ID })
	byID(lib.Programmes, func(p *regimen.Programme) string { return p.ID })
	byID(lib.Conditions, func(c *regimen.Condition) string { return c.ID })
	byID(lib.Guides, func(g *regimen.Guide) string { return g.ID })
	byID(lib.Safety, func(s *regimen.Safety) string { return s.ID })
	byID(lib.References, func(r *regimen.Reference) string { return r.ID })
	lib.Media = l.sorted.media
}

func (l *loader) sortAllowances() {
	slices.SortFunc(l.library.Allowances, func(a, b regimen.Allowance) int {
		return cmp.Or(cmp.Compare(a.At.Path(), b.At.Path()), cmp.Compare(a.At.Start, b.At.Start))
	})
}

func byID[T any](list []*T, of func(*T) string) {
	slices.SortFunc(list, func(a, b *T) int { return cmp.Compare(of(a), of(b)) })
}
