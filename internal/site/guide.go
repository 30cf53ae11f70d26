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
