package site

import "html/template"

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
	SafetyURL          string
	Body               template.HTML
	References         []referenceView
}

func (b *builder) homePage(dst []byte) ([]byte, error) {
	v := homeView{
		Title: b.shared.SiteTitle, Description: b.lib.Site.Description,
		Programmes: b.programmeCards(homePath), SafetyURL: safetyPath,
	}
	if b.lib.Site.File != nil {
		v.Body = b.sections(&b.lib.Site.Page, homePath, "")
		v.References = b.references(nil, b.lib.Site.Body.Citations)
	}
	return b.render(dst, "home", shell{Description: v.Description, Section: "home", Path: homePath, About: b.aboutSite()}, v)
}

func (b *builder) programmeCards(page string) []cardView {
	var out []cardView
	for _, p := range b.lib.Programmes {
		if !p.Listed() {
			continue
		}
		c := cardView{link: link{p.Title, relative(page, programmePath(p.ID))}, Summary: p.Summary}
		for _, f := range b.programmeFacts(p) {
			c.Facts = append(c.Facts, b.t("{term}: {value}", "term", f.Term, "value", b.inline(f.Value)))
		}
		out = append(out, c)
	}
	return out
}

type listView struct {
	Heading, Lead string
	Cards         []cardView
	Empty         string
}

func (b *builder) programmesPage(dst []byte) ([]byte, error) {
	v := listView{
		Heading: b.t("Programmes"), Lead: b.t("Each one says who it is for, and what it was checked against."),
		Cards: b.programmeCards(programmesPath), Empty: b.t("There is no programme here yet."),
	}
	return b.render(dst, "list", shell{
		Title: v.Heading, Section: "programmes", Path: programmesPath, Description: b.t("Every programme on this site."),
	}, v)
}

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

func (b *builder) guidesPage(dst []byte) ([]byte, error) {
	v := listView{Heading: b.t("Guides"), Lead: b.t("Short reads on why, how and when."), Empty: b.t("There is no guide here yet.")}
	for _, g := range b.lib.Guides {
		if g.Listed() {
			v.Cards = append(v.Cards, cardView{
				link: link{g.Title, guidePath(g.ID)}, Summary: g.Summary,
				Facts: []string{b.n(readingMinutes(g.Body.Words), "1 minute to read", "{n} minutes to read")},
			})
		}
	}
	return b.render(dst, "list", shell{Title: v.Heading, Section: "guides", Path: guidesPath, Description: v.Lead}, v)
}
