package site

import (
	"path"

	"regimen/internal/dose"
)

// entity is a thing as schema.org describes it, for programs that read pages. Each kind
// fills the properties that it has.
type entity struct {
	Type, Name, Headline, Description, URL, Language, Version string
	Published, Modified                                       string
	Author, PartOf                                            *member

	ExerciseType                     string
	Frequency, Duration, Repetitions *quantity
	Rest                             *quantity
	Intensity                        string
	Workload                         *quantity

	Tools, Steps []member
	Parts        []*entity
	Citations    []member
	Crumbs       []member
}

// member is a small thing that an entity names.
type member struct {
	Type                             string
	Position                         int
	Name, Text, URL, Item, Published string
}

// The kinds of entity that pages are about.
const (
	article      = "Article"
	exercisePlan = "ExercisePlan"
	howTo        = "HowTo"
	webSite      = "WebSite"
)

// quantity is an amount, or a range of it. Unit is a code of UN/CEFACT.
type quantity struct {
	Type            string
	Value, Min, Max float64
	Unit, Words     string
}

const (
	inSeconds = "SEC"
	inMinutes = "MIN"
	inWeeks   = "WEE"
	inMetres  = "MTR"
)

func amountOf(r dose.Range, unit string) *quantity {
	q := &quantity{Type: "QuantitativeValue", Min: r.Min, Max: r.Max, Unit: unit}
	if r.Min == r.Max {
		q.Value, q.Min, q.Max = r.Min, 0, 0
	}
	return q
}

// linkedData appends the data block of a page: what it is about, and where it stands.
func (b *builder) linkedData(dst []byte, s *shell) []byte {
	var graph []*entity
	if s.About != nil {
		graph = append(graph, s.About)
	}
	if len(s.Crumbs) > 0 {
		graph = append(graph, b.crumbs(s))
	}
	if len(graph) == 0 {
		return dst
	}
	o := objectIn(append(dst, `<script type="application/ld+json">`...))
	o.string("@context", "https://schema.org")
	o.key("@graph")
	o.text = appendList(o.text, graph, appendEntity)
	return append(o.end(), "</script>\n"...)
}

func appendEntity(text []byte, e *entity) []byte {
	o := objectIn(text)
	o.string("@type", e.Type)
	o.given("name", e.Name)
	o.given("headline", e.Headline)
	o.given("description", e.Description)
	o.given("url", e.URL)
	o.given("inLanguage", e.Language)
	o.given("version", e.Version)
	o.given("datePublished", e.Published)
	o.given("dateModified", e.Modified)
	o.member("author", e.Author)
	o.member("isPartOf", e.PartOf)
	o.given("exerciseType", e.ExerciseType)
	o.quantity("activityFrequency", e.Frequency)
	o.quantity("activityDuration", e.Duration)
	o.quantity("repetitions", e.Repetitions)
	o.quantity("restPeriods", e.Rest)
	o.given("intensity", e.Intensity)
	o.quantity("workload", e.Workload)
	givenList(&o, "tool", e.Tools, appendMember)
	givenList(&o, "step", e.Steps, appendMember)
	givenList(&o, "hasPart", e.Parts, appendEntity)
	givenList(&o, "citation", e.Citations, appendMember)
	givenList(&o, "itemListElement", e.Crumbs, appendMember)
	return o.end()
}

func (o *object) member(name string, m *member) {
	if m != nil {
		o.key(name)
		o.text = appendMember(o.text, *m)
	}
}

func appendMember(text []byte, m member) []byte {
	o := objectIn(text)
	o.string("@type", m.Type)
	o.count("position", m.Position)
	o.given("name", m.Name)
	o.given("text", m.Text)
	o.given("url", m.URL)
	o.given("item", m.Item)
	o.given("datePublished", m.Published)
	return o.end()
}

func (o *object) quantity(name string, q *quantity) {
	if q == nil {
		return
	}
	o.object(name, func(o *object) {
		o.string("@type", q.Type)
		o.amount("value", q.Value)
		o.amount("minValue", q.Min)
		o.amount("maxValue", q.Max)
		o.given("unitCode", q.Unit)
		o.given("unitText", q.Words)
	})
}

// crumbs is the way from the start to the page, the page itself last.
func (b *builder) crumbs(s *shell) *entity {
	trail := []link{{b.shared.SiteTitle, homePath}}
	for _, c := range s.Crumbs {
		trail = append(trail, link{c.Title, path.Join(path.Dir(s.Path), c.URL)})
	}
	trail = append(trail, link{s.Title, s.Path})
	out := &entity{Type: "BreadcrumbList", Crumbs: make([]member, len(trail))}
	for i, step := range trail {
		out.Crumbs[i] = member{Type: "ListItem", Position: i + 1, Name: step.Title, Item: b.address(s.Path, step.URL)}
	}
	return out
}

// address is a page's whole address; where the site knows none, the way to it.
func (b *builder) address(from, to string) string {
	if b.url == "" {
		return relative(from, to)
	}
	return b.url + "/" + canonicalPath(to)
}
