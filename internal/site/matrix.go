package site

type matrixView struct {
	Stages   []matrixStage
	Rows     []matrixRow
	Reviewed bool
}

type matrixStage struct {
	Condition link
	Stage     string
}

type matrixRow struct {
	Exercise link
	Load     string
	Cells    []matrixCell
}

type matrixCell struct{ Verdict, Mark, Words string }

// matrixPage sets every exercise against every stage. The marks are letters, so that
// it reads without colour.
func (b *builder) matrixPage(dst []byte) ([]byte, error) {
	v := matrixView{Reviewed: b.shared.ThresholdsReviewed}
	for _, c := range b.lib.Conditions {
		for _, s := range c.Stages {
			v.Stages = append(v.Stages, matrixStage{link{c.Title, conditionPath(c.ID)}, orElse(s.Title, title(s.ID))})
		}
	}
	for _, e := range b.lib.Exercises {
		if !e.Listed() {
			continue
		}
		row := matrixRow{Exercise: link{e.Title, exercisePath(e.ID)}, Load: b.loadClass(e.UsualLoad)}
		for _, verdict := range b.verdicts(e) {
			row.Cells = append(row.Cells, matrixCell{verdict.Verdict, b.mark(verdict.Verdict), verdict.Words})
		}
		v.Rows = append(v.Rows, row)
	}
	return b.render(dst, "suitability", shell{
		Title: b.t("Suitability of every exercise"), Section: "conditions", Path: matrixPath,
		Description: b.t("Every exercise against every stage of every condition."),
	}, v)
}

// mark is the letter of a verdict; the legend explains it.
func (b *builder) mark(verdict string) string {
	switch verdict {
	case "suitable":
		return b.t("S")
	case "caution":
		return b.t("C")
	case "modify":
		return b.t("M")
	case "avoid":
		return b.t("A")
	}
	return "?"
}
