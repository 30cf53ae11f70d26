package content

import (
	"bytes"
	"strings"

	"regimen/internal/source"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// page decodes the keys that every kind shares.
func (m *mapping) page() regimen.Page {
	p := m.bare()
	p.Sources = m.refs("references", "reference")
	return p
}

// bare is page without citations: references.md has its list under that key.
func (m *mapping) bare() regimen.Page {
	d := m.d
	p := regimen.Page{
		Origin:   m.Origin,
		ID:       d.entry.id,
		File:     d.File,
		Title:    m.text("title"),
		Summary:  m.text("summary"),
		Status:   m.word("status", "status"),
		Body:     d.body,
		BodyAt:   d.InBody(0, 0).Start,
		BuiltIn:  d.entry.builtIn,
		Slipped:  d.slipped,
		Reviewed: m.review("reviewed"),
		Extra:    m.extra(),
	}
	if p.Status == "" {
		p.Status = regimen.StatusPublished
	}
	return p
}

// titled gives a page without a title its id in words.
func titled(p regimen.Page) regimen.Page {
	if p.Title == "" {
		p.Title = strings.ReplaceAll(p.ID, "-", " ")
	}
	return p
}

func (m *mapping) review(key string) *regimen.Review {
	c := m.child(key)
	if c == nil {
		return nil
	}
	defer c.done()
	c.need("by", "role", "date")
	return &regimen.Review{By: c.text("by"), Role: c.text("role"), Date: c.date("date"), Origin: c.Origin}
}

func (m *mapping) person(key string) *regimen.Person {
	c := m.child(key)
	if c == nil {
		return nil
	}
	defer c.done()
	c.need("name")
	return &regimen.Person{Name: c.text("name"), Credentials: c.text("credentials"), URL: c.address("url"), Origin: c.Origin}
}

// address reads a web address.
func (m *mapping) address(key string) string {
	v := m.text(key)
	if v != "" && !strings.HasPrefix(v, "https://") && !strings.HasPrefix(v, "http://") {
		m.fail(key, unitsAndValues, m.At(key), "`%s` is not a web address", shorten(v)).Help = "write it with `https://` in front"
		return ""
	}
	return v
}

// substitutes decodes who may stand in for an exercise.
func (m *mapping) substitutes(key string) []regimen.Substitute {
	var out []regimen.Substitute
	for _, n := range m.items(key, "a list of substitutes") {
		if n.Kind != source.Mapping {
			if w := m.oneRef(key, n, "exercise", none); w.ID != "" {
				out = append(out, regimen.Substitute{Origin: regimen.NewOrigin(w.At, 0), Exercise: w})
			}
			continue
		}
		c := m.d.mapping(n)
		c.need("exercise")
		out = append(out, regimen.Substitute{
			Exercise: c.refOr("exercise", "exercise", none),
			For:      c.circumstances("for"),
			Because:  c.text("because"),
			Origin:   c.Origin,
		})
		c.done()
	}
	return out
}

// none says that no exercise stands in.
const none = "none"

func (m *mapping) refOr(key, what string, also ...string) regimen.Word {
	if n := m.node(key); n != nil {
		return m.oneRef(key, n, what, also...)
	}
	return regimen.Word{}
}

// circumstances reads conditions, each with or without a stage behind a slash.
func (m *mapping) circumstances(key string) []regimen.Word {
	var out []regimen.Word
	for _, n := range m.items(key, "a condition, or a condition with its stage") {
		if n.Kind != source.Scalar {
			m.wrong(key, n, "a condition, or a condition with its stage")
			continue
		}
		w := regimen.Word{ID: n.Value, At: m.d.Value(n)}
		condition, stage, staged := strings.Cut(w.ID, "/")
		head := m.d.Within(n, 0, len(condition))
		if !m.d.known.knows("condition", condition) {
			m.unresolved(key, regimen.Word{ID: condition, At: head}, "condition", m.d.known.named("condition"))
			continue
		}
		if staged && !m.stageOf(key, condition, regimen.Word{ID: stage, At: m.d.Within(n, len(condition)+1, len(w.ID))}) {
			continue
		}
		out = append(out, w)
	}
	return out
}

// stageOf checks that a condition has a stage. A condition that could not be read
// has none that are known, and is not blamed twice.
func (m *mapping) stageOf(key, condition string, stage regimen.Word) bool {
	stages, read := m.d.known.stages[condition]
	if !read || contains(stages, stage.ID) {
		return true
	}
	found := m.fail(key, unresolvedReference, stage.At, "`%s` has no stage `%s`", condition, shorten(stage.ID))
	m.d.suggest(found, stage.At, stage.ID, stages)
	if len(found.Suggestions) == 0 && len(stages) > 0 {
		found.Help = "its stages are " + quoteList(stages)
	}
	return false
}

// stageLimits reads `{condition: stage}`.
func (m *mapping) stageLimits(key string) []regimen.StageLimit {
	var out []regimen.StageLimit
	for _, e := range m.entries(key) {
		if !m.d.known.knows("condition", e.ID) {
			m.unresolved(key, e.Word, "condition", m.d.known.named("condition"))
			continue
		}
		if e.node.Kind != source.Scalar {
			m.wrong(key, e.node, "a stage for each condition")
			continue
		}
		stage := regimen.Word{ID: e.node.Value, At: m.d.Value(e.node)}
		if m.stageOf(key, e.ID, stage) {
			out = append(out, regimen.StageLimit{Condition: e.Word, Stage: stage})
		}
	}
	return out
}

// loadClass reads none, light, moderate or heavy.
func (m *mapping) loadClass(key string) (regimen.LoadClass, bool) {
	return regimen.ParseLoadClass(m.word(key, "load"))
}

// headings names the level-2 headings that a kind's body has by name.
var headings = map[kind][]string{
	exerciseKind: {"How to perform", "Key points", "Common mistakes"},
}

// checkBody reports headings that are missing or misspelt, raw HTML, and slips of
// Markdown.
func (d *decoder) checkBody() {
	for _, at := range d.body.HTML {
		d.report(source.RawHTML, d.InBody(at.Start, at.End), "HTML in the text does not reach the page").
			Help = "write it in Markdown, or leave it out"
	}
	d.found = append(d.found, source.HeadingSlips(d.Source)...)
	if !d.unread || len(d.Body) > 0 {
		d.checkHeadings(headings[d.entry.kind])
	}
}

func (d *decoder) checkHeadings(due []string) {
	var strange []markdown.Heading
	var missing []string
	for _, s := range d.body.Sections {
		switch {
		case s.Level != 2:
		case !containsFold(due, s.Title):
			strange = append(strange, s.Heading)
		case s.Text.Empty():
			d.report(requiredFields, d.InBody(s.Start, s.End), "nothing stands under the heading `%s`", s.Title)
		}
	}
	for _, title := range due {
		if d.body.Section(title) == nil && !d.slippedHeading(title) {
			missing = append(missing, title)
		}
	}
	missing = d.misspelt(strange, missing)
	at := d.Fence()
	if len(strange) > 0 {
		at = d.InBody(strange[0].Start, strange[0].End)
	}
	for _, title := range missing {
		d.report(requiredFields, at, "the heading `## %s` is missing", title)
	}
}

// misspelt reports headings that are close to a missing one in spelling, and gives back
// what is still missing.
func (d *decoder) misspelt(strange []markdown.Heading, missing []string) []string {
	for _, h := range strange {
		near := diag.Nearest(h.Title, missing)
		if len(near) == 0 {
			continue
		}
		at := d.InBody(h.Start, h.End)
		found := d.report(requiredFields, at, "the heading `%s` is not one that regimen knows", shorten(h.Title))
		d.suggest(found, at, h.Title, missing)
		missing = without(missing, near[0])
	}
	return missing
}

// slippedHeading reports whether a missing heading is there in another form: at another
// level, which is told here, or without its space, which is told already.
func (d *decoder) slippedHeading(title string) bool {
	for _, h := range d.body.Headings {
		if h.Level != 2 && strings.EqualFold(h.Title, title) {
			marks := d.marks(h)
			at := d.InBody(min(marks.Start, h.Start), h.End)
			found := d.report(requiredFields, at, "the heading `%s` stands at level %d", h.Title, h.Level)
			found.Suggestions = []string{"## " + title}
			found.Help = "write it with two marks: `## " + title + "`"
			if marks.Start < marks.End {
				found.Fixes = []diag.Fix{{Title: "write `##`", Safe: true, Edits: []diag.Edit{{At: d.InBody(marks.Start, marks.End), Text: "##"}}}}
			}
			return true
		}
	}
	for _, found := range d.found {
		if found.Code == source.HeadingSpace.Code && strings.EqualFold(strings.TrimLeft(d.lineAt(found.At), "# \t"), title) {
			return true
		}
	}
	return false
}

// marks is where the `#` of a heading stand; nowhere, where it is underlined instead.
func (d *decoder) marks(h markdown.Heading) markdown.Place {
	before := bytes.TrimRight(d.Body[:h.Start], " \t")
	start := len(bytes.TrimRight(before, "#"))
	return markdown.Place{Start: start, End: len(before)}
}

// lineAt is the text of the line on which a place stands.
func (d *decoder) lineAt(at diag.Span) string {
	return strings.TrimSpace(string(d.Line(d.Position(at.Start).Line)))
}

func containsFold(list []string, word string) bool {
	for _, w := range list {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func without(list []string, word string) []string {
	out := list[:0:0]
	for _, w := range list {
		if w != word {
			out = append(out, w)
		}
	}
	return out
}

// items gives the items of a section's first list.
func (d *decoder) items(title string) []markdown.Item {
	s := d.body.Section(title)
	if s == nil || len(s.Lists) == 0 {
		return nil
	}
	return s.Lists[0].Items
}
