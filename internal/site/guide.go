package site

import (
	"html/template"

	"regimen/internal/regimen"
)

type guideView struct {
	Title, Summary string
	Case           bool
	Minutes        int
	Author         string
	Date, Updated  string
	Body           template.HTML
	Related        []link
	References     []referenceView
}

// wordsAMinute is a calm reading speed for prose on a screen.
const wordsAMinute = 200

func readingMinutes(words int) int { return max(1, (words+wordsAMinute/2)/wordsAMinute) }

func (b *builder) guidePage(dst []byte, g *regimen.Guide) ([]byte, error) {
	page := guidePath(g.ID)
	v := guideView{
		Title: g.Title, Summary: g.Summary, Case: g.Kind == "case", Minutes: readingMinutes(g.Body.Words),
		Date: b.date(g.Date), Updated: b.date(g.Updated), Body: b.sections(&g.Page, page, ""),
		References: b.references(g.Sources, g.Body.Citations),
	}
	if g.Author != nil {
		v.Author = g.Author.Name
	}
	for _, w := range g.Related {
		if other := b.lib.Guide(w.ID); other != nil && other.Built() {
			v.Related = append(v.Related, link{other.Title, relative(page, guidePath(other.ID))})
		}
	}
	return b.render(dst, "guide", shell{
		Title: g.Title, Description: g.Summary, Section: "guides", Path: page,
		Crumbs: []link{{b.t("Guides"), relative(page, guidesPath)}}, Unlisted: g.Status == regimen.StatusUnlisted,
		About: b.aboutGuide(g, v.References),
	}, v)
}

func (b *builder) guidesPage(dst []byte) ([]byte, error) {
	s := shell{Title: b.t("Guides"), Section: "guides", Path: guidesPath, Description: b.t("Short reads on why, how and when.")}
	listed := b.listedGuides()
	if letters := b.guides().letters(b, guidesPath); len(letters) > 0 {
		return b.render(dst, "index", s, indexView{Title: s.Title, Lead: s.Description, Count: b.countGuides(len(listed)), Letters: letters})
	}
	return b.render(dst, "list", s, listView{
		Heading: s.Title, Lead: s.Description, Cards: b.guideCards(listed, guidesPath), Empty: b.t("There is no guide here yet."),
	})
}

func (b *builder) listedGuides() []*regimen.Guide {
	var out []*regimen.Guide
	for _, g := range b.lib.Guides {
		if g.Listed() {
			out = append(out, g)
		}
	}
	return out
}

func (b *builder) guideCards(guides []*regimen.Guide, page string) []cardView {
	var out []cardView
	for _, g := range guides {
		out = append(out, cardView{
			link: link{g.Title, relative(page, guidePath(g.ID))}, Summary: g.Summary,
			Facts: []string{b.n(readingMinutes(g.Body.Words), "1 minute to read", "{n} minutes to read")},
		})
	}
	return out
}

// guideVolume is the guides by first letter; of few there is none.
func (b *builder) guideVolume() *volume[*regimen.Guide] {
	v := &volume[*regimen.Guide]{
		title: b.t("Guides"), path: guidesPath, section: "guides", most: mostOnOnePage,
		name: func(g *regimen.Guide) string { return g.Title }, count: b.countGuides,
	}
	v.leaf = func(dst []byte, l leaf[*regimen.Guide]) ([]byte, error) {
		return b.render(dst, "list", l.shell, l.asList(b.guideCards(l.entries, l.shell.Path)))
	}
	if listed := b.listedGuides(); len(listed) > v.most {
		v.chapters = byLetter(sorted(listed, v.name), v.name, func(letter string) string { return "guides-" + letter + ".html" })
	}
	return v
}

func (b *builder) countGuides(n int) string { return b.n(n, "1 guide", "{n} guides") }
