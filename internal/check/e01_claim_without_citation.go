package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// claimWithoutCitation looks for what reads like a finding of research and names no
// source. Steps and cues are left alone: their numbers are doses.
var claimWithoutCitation = Rule{
	Rule: diag.Rule{Code: "E01", Name: "claim-without-citation", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		if !lib.english() {
			return
		}
		c := claims{claimWords: theClaimWords(), report: report}
		for p := range lib.pages() {
			c.page = p
			c.inSummary()
			c.inBody()
		}
	},
}

type claims struct {
	*claimWords
	page   *regimen.Page
	report reporter
	terms  []term
}

// inSummary asks for a source somewhere on the page, since a summary holds none.
func (c *claims) inSummary() {
	p := c.page
	if p.Summary == "" || p.Broken("summary") || len(p.Sources) > 0 || len(p.Body.Citations) > 0 {
		return
	}
	at := p.At("summary")
	if found, ok := c.first(p.Summary); ok {
		if i := strings.Index(at.Text(), p.Summary[found.start:found.end]); i >= 0 {
			at = at.Part(i, i+found.end-found.start)
		}
		c.tell(at, found).Help = "cite the source in the text, or leave the claim out"
	}
}

// inBody goes through the paragraphs. A citation anywhere in a paragraph covers it, and
// one in the line that leads in to a list covers the list.
func (c *claims) inBody() {
	led := false
	for b := range c.page.Body.Blocks() {
		cited := len(b.Citations) > 0 || b.Kind == markdown.ListItem && led
		if b.Kind != markdown.ListItem {
			led = cited && strings.HasSuffix(strings.TrimRight(b.Text, " "), ":")
		}
		if cited || b.Kind == markdown.HeadingLine || instructs(b.Section) {
			continue
		}
		if found, ok := c.first(b.Text); ok {
			c.tell(c.page.InBody(b.In(found.start, found.end)), found).Help = "cite the source behind it, such as `[@" + c.source() + "]`, or say less"
		}
	}
}

// instructs reports whether a section tells how to do an exercise.
func instructs(section string) bool {
	return strings.EqualFold(section, "How to perform") || strings.EqualFold(section, "Key points") || strings.EqualFold(section, "Common mistakes")
}

func (c *claims) source() string {
	if len(c.page.Sources) > 0 {
		return c.page.Sources[0].ID
	}
	return "id"
}

func (c *claims) tell(at diag.Span, found claim) *diag.Diagnostic {
	if found.about != "" {
		return c.report(at, "`%s` beside `%s` is a claim, and no source is cited", at.Text(), found.about)
	}
	return c.report(at, "`%s` is a claim, and no source is cited", at.Text())
}

// first finds the first claim in a text.
func (c *claims) first(text string) (claim, bool) {
	for start, end := range sentences(text) {
		if strings.HasSuffix(text[start:end], "?") {
			continue
		}
		s := text[start:end]
		c.terms = scan(s, c.terms[:0])
		if found, ok := c.in(s, c.terms); ok {
			found.start += start
			found.end += start
			return found, true
		}
	}
	return claim{}, false
}
