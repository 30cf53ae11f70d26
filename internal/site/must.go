package site

import (
	"bytes"
	"html"
	"strings"

	"regimen/internal/regimen"
)

// duty is what a page about a programme must show, whatever its template says.
type duty struct {
	mark  string // the value of the element's data-must
	what  string
	words []string // what must stand behind the mark
}

// duties lists what every page and sheet of a programme owes its readers.
func (b *builder) duties(p *regimen.Programme) []duty {
	var out []duty
	if notice := b.notice(p); notice != "" {
		out = append(out, duty{"clearance", "the clearance notice", []string{notice}})
	}
	if safety := b.lib.SafetyFile(p.Safety.ID); safety != nil && len(safety.Stop) > 0 {
		out = append(out, duty{"stop", "the stop signals", safety.Stop})
	}
	checked := duty{"checked", "what the programme was checked against", nil}
	for _, d := range p.Conditions {
		if c := b.lib.Condition(d.Condition.ID); c != nil {
			checked.words = append(checked.words, c.Title)
		}
	}
	return append(out, checked)
}

// notice is who must agree before a programme is begun.
func (b *builder) notice(p *regimen.Programme) string {
	if safety := b.lib.SafetyFile(p.Safety.ID); safety != nil && safety.ClearanceNotice != "" {
		return safety.ClearanceNotice
	}
	return b.clearanceWords(p.Clearance)
}

// renderDutiful renders a page of a programme and fails when its template, which a
// theme may have replaced, leaves out what keeps readers from harm.
func (b *builder) renderDutiful(dst []byte, p *regimen.Programme, kind string, s shell, view any) ([]byte, error) {
	page, err := b.render(dst, kind, s, view)
	if err != nil {
		return nil, err
	}
	for _, d := range b.duties(p) {
		if !d.met(page) {
			return nil, b.leavesOut(kind, d.what, d.mark)
		}
	}
	return page, nil
}

// met reports whether the words stand behind the mark.
func (d duty) met(page []byte) bool {
	_, after, found := bytes.Cut(page, []byte(`data-must="`+d.mark+`"`))
	if !found {
		return false
	}
	text := ""
	for _, words := range d.words {
		if bytes.Contains(after, []byte(words)) {
			continue
		}
		if text == "" {
			text = html.UnescapeString(string(after))
		}
		if !strings.Contains(text, words) {
			return false
		}
	}
	return true
}
