package site

import (
	"html/template"

	"regimen/internal/regimen"
)

// cardView is one entry of a list of pages.
type cardView struct {
	link
	Thumbnail template.HTML
	Summary   string
	Facts     []string
}

type homeView struct {
	Title, Description string
	Programmes         []cardView
	All                int // programmes, where they are too many to be shown; else 0
	ProgrammesURL      string
	SafetyURL          string
	Body               template.HTML
	References         []referenceView
}

// Beyond so many programmes the home page shows the first few and leads to the others.
const (
	mostAtHome = 50
	fewAtHome  = 12
)

func (b *builder) homePage(dst []byte) ([]byte, error) {
	v := homeView{
		Title: b.shared.SiteTitle, Description: b.lib.Site.Description, ProgrammesURL: programmesPath, SafetyURL: safetyPath,
	}
	listed := b.listedProgrammes()
	if len(listed) > mostAtHome {
		v.All = len(listed)
		listed = listed[:fewAtHome]
	}
	v.Programmes = b.programmeCards(listed, homePath)
	if b.lib.Site.File != nil {
		v.Body = b.sections(&b.lib.Site.Page, homePath, "")
		v.References = b.references(nil, b.lib.Site.Body.Citations)
	}
	return b.render(dst, "home", shell{Description: v.Description, Section: "home", Path: homePath, About: b.aboutSite()}, v)
}

func (b *builder) listedProgrammes() []*regimen.Programme {
	var out []*regimen.Programme
	for _, p := range b.lib.Programmes {
		if p.Listed() {
			out = append(out, p)
		}
	}
	return out
}

func (b *builder) programmeCards(programmes []*regimen.Programme, page string) []cardView {
	var out []cardView
	for _, p := range programmes {
		out = append(out, b.programmeCard(p, page))
	}
	return out
}

func (b *builder) programmeCard(p *regimen.Programme, page string) cardView {
	c := cardView{link: link{p.Title, relative(page, programmePath(p.ID))}, Summary: p.Summary}
	for _, f := range b.programmeFacts(p) {
		c.Facts = append(c.Facts, b.t("{term}: {value}", "term", f.Term, "value", b.inline(f.Value)))
	}
	return c
}

// listView is a list of pages as cards, or one page of a long list.
type listView struct {
	Heading, Lead string
	Letters       []letterView
	Cards         []cardView
	Pager         pagerView
	Empty         string
}

func (b *builder) programmesPage(dst []byte) ([]byte, error) {
	s := shell{
		Title: b.t("Programmes"), Section: "programmes", Path: programmesPath, Description: b.t("Every programme on this site."),
	}
	lead := b.t("Each one says who it is for, and what it was checked against.")
	listed := b.listedProgrammes()
	if letters := b.programmes().letters(b, programmesPath); len(letters) > 0 {
		return b.render(dst, "index", s, indexView{Title: s.Title, Lead: lead, Count: b.countProgrammes(len(listed)), Letters: letters})
	}
	return b.render(dst, "list", s, listView{
		Heading: s.Title, Lead: lead, Cards: b.programmeCards(listed, programmesPath), Empty: b.t("There is no programme here yet."),
	})
}

// programmeVolume is the programmes by first letter; of few there is none. Pages of
// programmes stand in the folder programmes, where any name may be that of one.
func (b *builder) programmeVolume() *volume[*regimen.Programme] {
	v := &volume[*regimen.Programme]{
		title: b.t("Programmes"), path: programmesPath, section: "programmes", most: mostOnOnePage,
		name: func(p *regimen.Programme) string { return p.Title }, count: b.countProgrammes,
	}
	v.leaf = func(dst []byte, l leaf[*regimen.Programme]) ([]byte, error) {
		return b.render(dst, "list", l.shell, l.asList(b.programmeCards(l.entries, l.shell.Path)))
	}
	if listed := b.listedProgrammes(); len(listed) > v.most {
		v.chapters = byLetter(sorted(listed, v.name), v.name, func(letter string) string { return "programmes-" + letter + ".html" })
	}
	return v
}

// asList is a page of a long list, shown as cards.
func (l *leaf[T]) asList(cards []cardView) listView {
	return listView{Heading: l.shell.Title, Lead: l.count, Letters: l.letters, Cards: cards, Pager: l.pager}
}

func (b *builder) countProgrammes(n int) string { return b.n(n, "1 programme", "{n} programmes") }

func (b *builder) conditionsPage(dst []byte) ([]byte, error) {
	v := listView{
		Heading: b.t("Conditions"), Lead: b.t("What each one means for training, stage by stage."),
		Empty: b.t("No condition is described here yet."),
	}
	for _, c := range b.lib.Conditions {
		if c.Listed() {
			v.Cards = append(v.Cards, cardView{link: link{c.Title, conditionPath(c.ID)}, Summary: c.Summary})
		}
	}
	return b.render(dst, "list", shell{Title: v.Heading, Section: "conditions", Path: conditionsPath, Description: v.Lead}, v)
}
