package site

import (
	"encoding/json"
	"html/template"
	"path"

	"regimen/internal/dose"
)

// entity is a thing as schema.org describes it, for programs that read pages. Each kind
// fills the properties that it has.
type entity struct {
	Type        string  `json:"@type"`
	Name        string  `json:"name,omitempty"`
	Headline    string  `json:"headline,omitempty"`
	Description string  `json:"description,omitempty"`
	URL         string  `json:"url,omitempty"`
	Language    string  `json:"inLanguage,omitempty"`
	Version     string  `json:"version,omitempty"`
	Published   string  `json:"datePublished,omitempty"`
	Modified    string  `json:"dateModified,omitempty"`
	Author      *member `json:"author,omitempty"`
	PartOf      *member `json:"isPartOf,omitempty"`

	ExerciseType string    `json:"exerciseType,omitempty"`
	Frequency    *quantity `json:"activityFrequency,omitempty"`
	Duration     *quantity `json:"activityDuration,omitempty"`
	Repetitions  *quantity `json:"repetitions,omitempty"`
	Rest         *quantity `json:"restPeriods,omitempty"`
	Intensity    string    `json:"intensity,omitempty"`
	Workload     *quantity `json:"workload,omitempty"`

	Tools     []member  `json:"tool,omitempty"`
	Steps     []member  `json:"step,omitempty"`
	Parts     []*entity `json:"hasPart,omitempty"`
	Citations []member  `json:"citation,omitempty"`
	Crumbs    []member  `json:"itemListElement,omitempty"`
}

// member is a small thing that an entity names.
type member struct {
	Type      string `json:"@type"`
	Position  int    `json:"position,omitempty"`
	Name      string `json:"name,omitempty"`
	Text      string `json:"text,omitempty"`
	URL       string `json:"url,omitempty"`
	Item      string `json:"item,omitempty"`
	Published string `json:"datePublished,omitempty"`
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
	Type  string  `json:"@type"`
	Value float64 `json:"value,omitempty"`
	Min   float64 `json:"minValue,omitempty"`
	Max   float64 `json:"maxValue,omitempty"`
	Unit  string  `json:"unitCode,omitempty"`
	Words string  `json:"unitText,omitempty"`
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

// linkedData is the data block of a page: what it is about, and where it stands.
func (b *builder) linkedData(s *shell) (template.HTML, error) {
	var graph []*entity
	if s.About != nil {
		graph = append(graph, s.About)
	}
	if len(s.Crumbs) > 0 {
		graph = append(graph, b.crumbs(s))
	}
	if len(graph) == 0 {
		return "", nil
	}
	text, err := json.Marshal(struct {
		Context string    `json:"@context"`
		Graph   []*entity `json:"@graph"`
	}{"https://schema.org", graph})
	return template.HTML(`<script type="application/ld+json">` + string(text) + "</script>\n"), err // json escapes < and >
}

// crumbs is the way from the start to the page, the page itself last.
func (b *builder) crumbs(s *shell) *entity {
	trail := []link{{b.shared.SiteTitle, homePath}}
	for _, c := range s.Crumbs {
		trail = append(trail, link{c.Title, path.Join(path.Dir(s.Path), c.URL)})
	}
	trail = append(trail, link{s.Title, s.Path})
	out := &entity{Type: "BreadcrumbList"}
	for i, step := range trail {
		out.Crumbs = append(out.Crumbs, member{Type: "ListItem", Position: i + 1, Name: step.Title, Item: b.address(s.Path, step.URL)})
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
