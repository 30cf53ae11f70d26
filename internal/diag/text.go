package diag

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
)

func (p Printer) text(w *bufio.Writer, list List) {
	for i := range list {
		if d := &list[i]; p.shows(d) {
			p.headline(w, d)
			m := margin{Printer: p, w: w, digits: digits(d)}
			m.places(d)
			m.remarks(d)
			w.WriteString("\n")
		}
	}
}

// margin prints what stands below a headline: excerpts beside line numbers.
type margin struct {
	Printer
	w      *bufio.Writer
	digits int // of the greatest line number
}

// digits is the width that the line numbers of a finding need.
func digits(d *Diagnostic) int {
	greatest := d.At.start().Line
	for _, r := range d.Related {
		greatest = max(greatest, r.At.start().Line)
	}
	return len(strconv.Itoa(greatest))
}

// places prints the excerpts of a finding and of what it refers to.
func (m margin) places(d *Diagnostic) {
	if hasExcerpt(d.At) {
		m.excerpt(d.At, d.Label, "^", severityStyle(d.Severity))
	}
	for _, r := range d.Related {
		if r.At.File == nil {
			continue
		}
		if !hasExcerpt(r.At) {
			m.row("", ":::", place(r.At)+": "+plain(r.Message))
			continue
		}
		m.row("", ":::", place(r.At))
		m.excerpt(r.At, r.Message, "-", blue)
	}
}

// hasExcerpt is false for a span without file, and in an empty file.
func hasExcerpt(at Span) bool { return at.File != nil && len(at.File.Text) > 0 }

func (m margin) excerpt(at Span, label, mark string, s style) {
	e := newExcerpt(at)
	if e.lastLine > e.line {
		label = strings.TrimSpace(fmt.Sprintf("%s (continues to line %d)", label, e.lastLine))
	}
	m.row("", "|", "")
	m.row(strconv.Itoa(e.line), "|", e.text)
	marks := strings.Repeat(mark, e.width)
	if label != "" {
		marks += " " + plain(label)
	}
	m.row("", "|", strings.Repeat(" ", e.column)+m.paint(s, marks))
}

// remarks prints what needs no place. Words that are missing from the finding's
// own help are offered here.
func (m margin) remarks(d *Diagnostic) {
	if !hasExcerpt(d.At) {
		m.remark("note", d.Label)
	}
	for _, r := range d.Related {
		if r.At.File == nil {
			m.remark("note", r.Message)
		}
	}
	for _, note := range d.Notes {
		m.remark("note", note)
	}
	if d.Silenced != nil {
		m.remark("note", d.Silenced.String())
	}
	m.remark("help", d.Help)
	if !d.namesSuggestions() {
		m.remark("help", didYouMean(d.suggestions()))
	}
	if d.Code != "" {
		m.remark("more", "regimen explain "+d.Code)
	}
}

// remark prints a text of one or more lines, the later ones indented.
func (m margin) remark(kind, text string) {
	if text == "" {
		return
	}
	sign, lead := "=", m.paint(bold, kind+":")
	for line := range strings.Lines(text) {
		m.row("", sign, lead+" "+plain(strings.TrimRight(line, "\r\n")))
		sign, lead = " ", strings.Repeat(" ", len(kind)+1)
	}
}

// row prints one line: a number or nothing, a sign in the gutter, a text.
func (m margin) row(number, sign, text string) {
	gutter := fmt.Sprintf("%*s %s", m.digits, number, sign)
	line := m.paint(blue, gutter)
	if text = strings.TrimRight(text, " "); text != "" {
		line += " " + text
	}
	m.w.WriteString(line + "\n")
}
