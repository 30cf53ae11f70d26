package site

import (
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// matrixView sets exercises against every stage.
type matrixView struct {
	Title, Lead string
	Stages      []matrixStage
	Rows        []matrixRow
	Reviewed    bool
	Pager       pagerView
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

// matrixCell is a verdict. On the pages of a long list the letter stands without words
// where the legend above it has them.
type matrixCell struct{ Verdict, Mark, Words string }

// mostCells is how many verdicts stand on one page of a long list, so that many stages
// make for fewer rows.
const mostCells = 4000

// matrixPage sets every exercise against every stage, or leads to the pages that do so
// for one kind of exercise. The marks are letters, so that it reads without colour.
func (b *builder) matrixPage(dst []byte) ([]byte, error) {
	s := shell{
		Title: b.t("Suitability of every exercise"), Section: "conditions", Path: matrixPath,
		Description: b.t("Every exercise against every stage of every condition."),
	}
	lead := b.t("Each exercise at its usual load, against each stage of each condition.")
	if kinds := b.volumes.verdicts().kinds(); len(kinds) > 0 {
		return b.render(dst, "index", s, indexView{
			Title: s.Title, Lead: lead, Count: b.countExercises(len(b.listed())), Parts: kinds, SearchURL: libraryPath,
			Verdicts: true, Reviewed: b.shared.ThresholdsReviewed,
		})
	}
	var listed []*regimen.Exercise
	for _, e := range b.lib.Exercises {
		if e.Listed() {
			listed = append(listed, e)
		}
	}
	v := b.matrix(listed, matrixPath)
	v.Title, v.Lead = s.Title, lead
	return b.render(dst, "suitability", s, v)
}

func (b *builder) matrix(exercises []*regimen.Exercise, page string) matrixView {
	v := matrixView{Reviewed: b.shared.ThresholdsReviewed}
	for _, c := range b.lib.Conditions {
		for _, s := range c.Stages {
			v.Stages = append(v.Stages, matrixStage{link{c.Title, relative(page, conditionPath(c.ID))}, orElse(s.Title, title(s.ID))})
		}
	}
	for _, e := range exercises {
		row := matrixRow{Exercise: link{e.Title, exerciseFrom(page, e.ID)}, Load: b.loadClass(e.UsualLoad)}
		for _, verdict := range b.verdicts(e) {
			row.Cells = append(row.Cells, matrixCell{verdict.Verdict, b.mark(verdict.Verdict), verdict.Words})
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

// matrixVolume is the exercises by kind, each against every stage; of few there is none.
func (b *builder) matrixVolume() *volume[*regimen.Exercise] {
	v := &volume[*regimen.Exercise]{
		title: b.t("Suitability of every exercise"), short: b.t("Suitability"), path: matrixPath, section: "conditions", most: mostOnOnePage,
		name: exerciseTitle, count: b.countExercises, leaf: b.matrixPart,
	}
	if len(b.listed()) <= v.most {
		return v
	}
	stages := 0
	for _, c := range b.lib.Conditions {
		stages += len(c.Stages)
	}
	v.most = max(20, min(v.most, mostCells/max(1, stages)))
	v.chapters = b.byKind()
	return v
}

// byKind is the exercises under the categories of the vocabulary, those of no category last.
func (b *builder) byKind() []chapter[*regimen.Exercise] {
	kinds := map[string][]*regimen.Exercise{}
	for _, e := range b.listed() {
		kinds[e.Category.ID] = append(kinds[e.Category.ID], e)
	}
	var out []chapter[*regimen.Exercise]
	add := func(title, path string, exercises []*regimen.Exercise) {
		if len(exercises) > 0 {
			out = append(out, chapter[*regimen.Exercise]{title: title, path: path, entries: exercises})
		}
	}
	for _, c := range b.lib.Vocabulary.Categories {
		add(c.Title, "suitability/"+c.ID+".html", kinds[c.ID])
		delete(kinds, c.ID)
	}
	var others []*regimen.Exercise
	for _, e := range b.listed() {
		if _, left := kinds[e.Category.ID]; left {
			others = append(others, e)
		}
	}
	add(b.t("Other exercises"), "suitability-other.html", others)
	return out
}

// matrixPart is a page of the exercises of one kind.
func (b *builder) matrixPart(dst []byte, l leaf[*regimen.Exercise]) ([]byte, error) {
	v := b.matrix(l.entries, l.shell.Path)
	v.Title, v.Lead, v.Pager = l.shell.Title, l.count, l.pager
	for i := range v.Rows {
		for n := range v.Rows[i].Cells {
			if c := &v.Rows[i].Cells[n]; c.Verdict != suit.Unknown.String() {
				c.Words = ""
			}
		}
	}
	return b.render(dst, "suitability", l.shell, v)
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
