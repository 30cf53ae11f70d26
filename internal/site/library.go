package site

import (
	"html/template"

	"regimen/internal/regimen"
)

func letterPath(letter string) string { return "library/" + letter + ".html" }

// libraryView is the library: its exercises by kind, or by first letter where they are
// many.
type libraryView struct {
	Count    string
	Groups   []libraryGroup
	Letters  []letterView
	Filters  filtersView
	Reviewed bool
}

type libraryGroup struct {
	ID, Title string
	Exercises []cardView
}

// byTitle puts the exercises that lists name in the order of their titles.
func (b *builder) byTitle() []*regimen.Exercise {
	var all []*regimen.Exercise
	for _, e := range b.lib.Exercises {
		if e.Listed() {
			all = append(all, e)
		}
	}
	return sorted(all, exerciseTitle)
}

func exerciseTitle(e *regimen.Exercise) string { return e.Title }

// libraryVolume is the exercises by first letter; a small library has none.
func (b *builder) libraryVolume() *volume[*regimen.Exercise] {
	v := &volume[*regimen.Exercise]{
		title: b.t("Exercises"), path: libraryPath, section: "library", most: mostOnOnePage,
		name: exerciseTitle, count: b.countExercises, leaf: b.letterPage,
	}
	if len(b.listed()) > v.most {
		v.chapters = byLetter(b.listed(), v.name, letterPath)
	}
	return v
}

func (b *builder) countExercises(n int) string { return b.n(n, "1 exercise", "{n} exercises") }

// libraryPages is the library and what its search knows.
func (b *builder) libraryPages() []page {
	return []page{{path: libraryPath, render: b.libraryPage}, {path: searchPath, render: whole(b.searchData)}}
}

func (b *builder) libraryPage(dst []byte) ([]byte, error) {
	v := libraryView{
		Count: b.countExercises(len(b.listed())), Letters: b.volumes.exercises().letters(b, libraryPath),
		Filters: b.filters(), Reviewed: b.shared.ThresholdsReviewed,
	}
	if len(v.Letters) == 0 {
		v.Groups = b.libraryGroups()
	}
	return b.render(dst, "library", shell{
		Title: b.t("Exercises"), Section: "library", Path: libraryPath, Scripts: []string{"library.js"},
		Description: b.t("Every exercise with its steps, its dose, and what it asks of your body."),
	}, v)
}

func (b *builder) libraryGroups() []libraryGroup {
	var out []libraryGroup
	for _, category := range b.lib.Vocabulary.Categories {
		g := libraryGroup{ID: category.ID, Title: category.Title}
		for _, e := range b.listed() {
			if e.Category.Is(category.ID) {
				g.Exercises = append(g.Exercises, b.exerciseCard(e, libraryPath))
			}
		}
		if len(g.Exercises) > 0 {
			out = append(out, g)
		}
	}
	return out
}

type letterPageView struct {
	Title, Count string
	Letters      []letterView
	Exercises    []cardView
	LibraryURL   string
	Pager        pagerView
}

func (b *builder) letterPage(dst []byte, l leaf[*regimen.Exercise]) ([]byte, error) {
	v := letterPageView{
		Title: l.shell.Title, Count: l.count, Letters: l.letters, LibraryURL: relative(l.shell.Path, libraryPath), Pager: l.pager,
	}
	for _, e := range l.entries {
		v.Exercises = append(v.Exercises, b.exerciseCard(e, l.shell.Path))
	}
	return b.render(dst, "letter", l.shell, v)
}

func (b *builder) exerciseCard(e *regimen.Exercise, page string) cardView {
	var thumbnail template.HTML
	if len(b.lib.Exercises) <= mostThumbnails {
		thumbnail = b.thumbnail(e)
	}
	return cardView{
		link: link{e.Title, exerciseFrom(page, e.ID)}, Thumbnail: thumbnail, Summary: e.Summary,
		Facts: []string{b.commas(b.inlines(b.muscles(e.Primary))), b.need(e)},
	}
}

// need is what an exercise needs, in words.
func (b *builder) need(e *regimen.Exercise) string {
	return orElse(b.equipment(e.Equipment), b.t("no equipment"))
}
