package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"regimen/internal/regimen"
)

// mostOnOnePage is how many exercises the library shows on one page. A larger library
// is an index by first letter, with a page a letter.
const mostOnOnePage = 300

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

// letterView is one entry of the index by first letter.
type letterView struct {
	link
	Count   string
	Words   string // the count in words
	Current bool
}

// byTitle puts the exercises that lists name in the order of their titles.
func (b *builder) byTitle() []*regimen.Exercise {
	type filed struct {
		key string
		e   *regimen.Exercise
	}
	var all []filed
	for _, e := range b.lib.Exercises {
		if e.Listed() {
			all = append(all, filed{sortKey(e.Title), e})
		}
	}
	slices.SortStableFunc(all, func(x, y filed) int { return cmp.Compare(x.key, y.key) })
	listed := make([]*regimen.Exercise, len(all))
	for i, f := range all {
		listed[i] = f.e
	}
	return listed
}

func (b *builder) countLetters() map[string]int {
	count := map[string]int{}
	for _, e := range b.listed() {
		count[firstLetter(e.Title)]++
	}
	return count
}

// libraryPages is the library, and a page a letter where it is large.
func (b *builder) libraryPages() []page {
	pages := []page{{path: libraryPath, render: b.libraryPage}, {path: searchPath, render: whole(b.searchData)}}
	for _, l := range b.letters(libraryPath, "") {
		pages = append(pages, page{path: l.URL, render: func(dst []byte) ([]byte, error) { return b.letterPage(dst, l) }})
	}
	return pages
}

func (b *builder) libraryPage(dst []byte) ([]byte, error) {
	v := libraryView{
		Count: b.n(len(b.listed()), "1 exercise", "{n} exercises"), Letters: b.letters(libraryPath, ""),
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

// letters lists the pages of a large library; a small one has none.
func (b *builder) letters(page, current string) []letterView {
	if len(b.listed()) <= mostOnOnePage {
		return nil
	}
	count := b.letterCounts()
	var out []letterView
	for _, letter := range strings.Split("a b c d e f g h i j k l m n o p q r s t u v w x y z "+otherLetter, " ") {
		if n := count[letter]; n > 0 {
			out = append(out, letterView{
				link{b.letterTitle(letter), relative(page, letterPath(letter))}, b.number(float64(n)),
				b.n(n, "1 exercise", "{n} exercises"), letter == current,
			})
		}
	}
	return out
}

func (b *builder) letterTitle(letter string) string {
	if letter == otherLetter {
		return "#"
	}
	return strings.ToUpper(letter)
}

type letterPageView struct {
	Title, Count string
	Letters      []letterView
	Exercises    []cardView
	LibraryURL   string
}

func (b *builder) letterPage(dst []byte, l letterView) ([]byte, error) {
	letter := strings.TrimSuffix(strings.TrimPrefix(l.URL, "library/"), ".html")
	v := letterPageView{
		Title: b.t("Exercises: {letter}", "letter", l.Title), Count: l.Words,
		Letters: b.letters(l.URL, letter), LibraryURL: relative(l.URL, libraryPath),
	}
	for _, e := range b.listed() {
		if firstLetter(e.Title) == letter {
			v.Exercises = append(v.Exercises, b.exerciseCard(e, l.URL))
		}
	}
	return b.render(dst, "letter", shell{
		Title: v.Title, Section: "library", Path: l.URL, Description: v.Count,
		Crumbs: []link{{b.t("Exercises"), v.LibraryURL}},
	}, v)
}

func (b *builder) exerciseCard(e *regimen.Exercise, page string) cardView {
	var thumbnail template.HTML
	if len(b.lib.Exercises) <= mostThumbnails {
		thumbnail = b.thumbnail(e)
	}
	return cardView{
		link: link{e.Title, relative(page, exercisePath(e.ID))}, Thumbnail: thumbnail, Summary: e.Summary,
		Facts: []string{b.commas(b.inlines(b.muscles(e.Primary))), b.need(e)},
	}
}

// need is what an exercise needs, in words.
func (b *builder) need(e *regimen.Exercise) string {
	return orElse(b.equipment(e.Equipment), b.t("no equipment"))
}
