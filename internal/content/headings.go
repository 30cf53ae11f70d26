package content

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

// headings names the level-2 headings that a kind's body has by name; the first one is
// required.
var headings = map[kind][]string{
	exerciseKind: {"How to perform", "Key points", "Common mistakes"},
}

// checkBody reports headings that are missing or misspelt, raw HTML, and slips of
// Markdown.
func (d *decoder) checkBody() {
	for _, at := range d.body.HTML {
		d.report(source.RawHTML, d.InBody(int(at.Start), int(at.End)), "HTML in the text does not reach the page").
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
			strange = append(strange, *s.Heading)
		case s.Text.Empty():
			d.report(requiredFields, d.InBody(int(s.Start), int(s.End)), "nothing stands under the heading `%s`", s.Title)
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
		at = d.InBody(int(strange[0].Start), int(strange[0].End))
	}
	for _, title := range missing {
		if title == due[0] && !d.isStub() {
			d.report(requiredFields, at, "the heading `## %s` is missing", title)
		}
	}
}

// isStub reports whether the file says of itself that it is not described yet.
func (d *decoder) isStub() bool {
	if d.Root == nil {
		return false
	}
	for i := 0; i+1 < len(d.Root.Content); i += 2 {
		if d.Root.Content[i].Value == "status" {
			return d.Root.Content[i+1].Value == regimen.StatusStub
		}
	}
	return false
}

// misspelt reports headings that are close to a missing one in spelling, and gives back
// what is still missing.
func (d *decoder) misspelt(strange []markdown.Heading, missing []string) []string {
	for _, h := range strange {
		near := diag.Nearest(h.Title, missing)
		if len(near) == 0 {
			continue
		}
		at := d.InBody(int(h.Start), int(h.End))
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
			at := d.InBody(int(min(marks.Start, h.Start)), int(h.End))
			found := d.report(requiredFields, at, "the heading `%s` stands at level %d", h.Title, h.Level)
			found.Suggestions = []string{"## " + title}
			found.Help = "write it with two marks: `## " + title + "`"
			if marks.Start < marks.End {
				found.Fixes = []diag.Fix{{Title: "write `##`", Safe: true, Edits: []diag.Edit{{At: d.InBody(int(marks.Start), int(marks.End)), Text: "##"}}}}
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

// lineAt is the text of the line on which a place stands.
func (d *decoder) lineAt(at diag.Span) string {
	return strings.TrimSpace(string(d.Line(d.Position(int(at.Start)).Line)))
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
