package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// oddLead reports blanks other than spaces that indent a line.
func (f *finder) oddLead(e *entry) {
	lead := f.text[e.start:e.text]
	e.column = f.guessColumn(e, lead)
	if e.start == f.odd && e.slip < 0 && len(f.slips) > 0 && f.slips[len(f.slips)-1].rule == oddIndentation {
		e.slip = len(f.slips) - 1
		f.odd = e.next
		return
	}
	f.odd = e.next
	at := stretch{e.text, e.start}
	for i := e.start; i < e.text; i++ {
		if f.text[i] != ' ' {
			at.start, at.end = min(at.start, i), i+1
		}
	}
	blank := "a tab"
	if r, _ := utf8.DecodeRune(f.text[at.start:]); r == '\u00a0' {
		blank = "a no-break space"
	} else if r != '\t' {
		blank = fmt.Sprintf("a space of another kind (U+%04X)", r)
	}
	e.slip = f.report(slip{
		rule: oddIndentation, at: at, silent: true,
		message: "this line is indented with " + blank + "; only plain spaces may stand here",
		help:    "Replace it with spaces, two for each step inwards.",
		fix:     "indent with spaces", safe: true,
	})
}

// guessColumn says how deep a line with odd blanks is meant to stand.
func (f *finder) guessColumn(e *entry, lead []byte) int {
	for i := len(f.levels) - 1; i >= 0; i-- {
		if f.levels[i].lead == string(lead) {
			return f.levels[i].column
		}
	}
	if len(f.levels) == 0 {
		return 0
	}
	if bytes.IndexByte(lead, '\t') < 0 {
		return len(bytes.Runes(lead))
	}
	top := f.levels[len(f.levels)-1]
	dash := e.shape == isItem || e.shape == isTight
	if next := f.following(e.next); top.open && !f.opens(e) && f.spacesOnly(next) {
		shape, _ := shapeOf(f.text, next.text, next.end)
		column := next.text - next.start
		if shape == e.shape && (column > top.column || column == top.column && dash) {
			return column
		}
	}
	if top.open || e.shape == isText && (top.list || top.plain.end > 0) {
		return top.column + 2
	}
	e.column = 1 << 16
	if i := f.nearest(e, dash); i >= 0 {
		return f.levels[i].column
	}
	return top.column
}

// indent moves a line to the column where it belongs.
func (f *finder) indent(e *entry, actual, owner int) {
	if e.slip < 0 && actual == e.text-e.start {
		return
	}
	p := patch{e.start, e.text, spaces(actual)}
	switch {
	case e.slip >= 0:
		f.slips[e.slip].patches = append(f.slips[e.slip].patches, p)
	case owner >= 0:
		f.slips[owner].patches = append(f.slips[owner].patches, p)
	default:
		f.quiet = append(f.quiet, p)
	}
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }
