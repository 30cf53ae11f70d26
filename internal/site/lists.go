package site

import (
	"html/template"
	"strings"

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
	SafetyURL          string
	Body               template.HTML
	References         []referenceView
}

func (b *builder) homePage() ([]byte, error) {
	v := homeView{
		Title: b.shared.SiteTitle, Description: b.lib.Site.Description,
		Programmes: b.programmeCards(homePath), SafetyURL: safetyPath,
	}
	if b.lib.Site.File != nil {
		v.Body = b.sections(&b.lib.Site.Page, homePath, "")
		v.References = b.references(nil, b.lib.Site.Body.Citations)
	}
	return b.render("home", shell{Description: v.Description, Section: "home", Path: homePath}, v)
}

func (b *builder) programmeCards(page string) []cardView {
	var out []cardView
	for _, p := range b.lib.Programmes {
		if !p.Listed() {
			continue
		}
		c := cardView{link: link{p.Title, relative(page, programmePath(p.ID))}, Summary: p.Summary}
		for _, f := range b.programmeFacts(p) {
			c.Facts = append(c.Facts, f.Term+": "+lowerFirst(f.Value))
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

func (b *builder) programmesPage() ([]byte, error) {
	return b.render("list", shell{Title: "Programmes", Section: "programmes", Path: programmesPath, Description: "Every programme on this site."}, listView{
		Heading: "Programmes", Lead: "Each one says who it is for, and what it was checked against.",
		Cards: b.programmeCards(programmesPath), Empty: "There is no programme here yet.",
	})
}

func (b *builder) conditionsPage() ([]byte, error) {
	v := listView{
		Heading: "Conditions", Lead: "What each one means for training, stage by stage.",
		Empty: "No condition is described here yet.",
	}
	for _, c := range b.lib.Conditions {
		if c.Listed() {
			v.Cards = append(v.Cards, cardView{link: link{c.Title, conditionPath(c.ID)}, Summary: c.Summary})
		}
	}
	return b.render("list", shell{Title: v.Heading, Section: "conditions", Path: conditionsPath, Description: v.Lead}, v)
}

func (b *builder) guidesPage() ([]byte, error) {
	v := listView{Heading: "Guides", Lead: "Short reads on why, how and when.", Empty: "There is no guide here yet."}
	for _, g := range b.lib.Guides {
		if g.Listed() {
			v.Cards = append(v.Cards, cardView{
				link: link{g.Title, guidePath(g.ID)}, Summary: g.Summary,
				Facts: []string{plural(readingMinutes(g.Body.Words), "minute") + " to read"},
			})
		}
	}
	return b.render("list", shell{Title: v.Heading, Section: "guides", Path: guidesPath, Description: v.Lead}, v)
}

type libraryView struct {
	Count  string
	Groups []libraryGroup
}

type libraryGroup struct {
	ID, Title string
	Exercises []cardView
}

func (b *builder) libraryPage() ([]byte, error) {
	var v libraryView
	n := 0
	for _, category := range b.lib.Vocabulary.Categories {
		g := libraryGroup{ID: category.ID, Title: category.Title}
		for _, e := range b.lib.Exercises {
			if e.Listed() && e.Category.Is(category.ID) {
				g.Exercises = append(g.Exercises, b.exerciseCard(e))
			}
		}
		if n += len(g.Exercises); len(g.Exercises) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	v.Count = plural(n, "exercise")
	return b.render("library", shell{
		Title: "Exercises", Section: "library", Path: libraryPath,
		Description: "Every exercise with its steps, its dose, and what it asks of your body.",
	}, v)
}

func (b *builder) exerciseCard(e *regimen.Exercise) cardView {
	var thumbnail template.HTML
	if len(b.lib.Exercises) <= mostThumbnails {
		thumbnail = b.thumbnail(e)
	}
	need := orElse(b.equipment(e.Equipment), "no equipment")
	return cardView{
		link: link{e.Title, exercisePath(e.ID)}, Thumbnail: thumbnail, Summary: e.Summary,
		Facts: []string{strings.Join(lower(b.muscles(e.Primary)), ", "), need},
	}
}

func lower(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = lowerFirst(w)
	}
	return out
}
