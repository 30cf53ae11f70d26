package site

import "regimen/internal/regimen"

// together says, at the first row of a group, how its rows are done in turn.
func (b *builder) together(s *regimen.Session, i int) string {
	row := s.Rows[i]
	if row.Group == "" || i > 0 && s.Rows[i-1].Letter() == row.Letter() {
		return ""
	}
	parts := []string{b.t("{letter}: one set of each in turn", "letter", row.Letter())}
	if g := s.Group(row.Group); g != nil {
		parts = append(parts, b.beat(g)...)
	}
	return b.commas(parts)
}

// beat is what a group says of its rounds and times.
func (b *builder) beat(g *regimen.Group) []string {
	var parts []string
	if g.Rounds > 0 {
		parts = append(parts, b.n(g.Rounds, "1 round", "{n} rounds"))
	}
	if g.Every.Max > 0 {
		parts = append(parts, b.t("one every {time}", "time", b.seconds(g.Every)))
	}
	if g.Work.Max > 0 {
		parts = append(parts, b.t("work {time}", "time", b.seconds(g.Work)))
	}
	if g.Rest.Max > 0 {
		parts = append(parts, b.t("rest {time}", "time", b.seconds(g.Rest)))
	}
	return parts
}

// doneAs is the exercise that a row is done as: its variant, where it names one.
func (b *builder) doneAs(row *regimen.Prescription) *regimen.Exercise {
	if e := b.lib.Exercise(row.Variant.ID); e != nil {
		return e
	}
	return b.lib.Exercise(row.Exercise.ID)
}

// oneSide names the side of a row that is done on one only.
func (b *builder) oneSide(side string) string {
	switch side {
	case "left":
		return b.t("left side only")
	case "right":
		return b.t("right side only")
	}
	return ""
}
