package diag

import (
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	windowCells = 100             // of a source line, so that it fits most terminals
	leadCells   = 20              // kept before a span that is wider than the window
	reach       = 8 * windowCells // bytes around a span that are looked at
	ellipsis    = "…"
)

// excerpt is the first line of a span as a terminal shows it.
type excerpt struct {
	line     int // its number
	lastLine int // the number of the span's last line
	text     string
	column   int // cells before the first mark
	width    int // cells to mark, at least 1
}

func newExcerpt(at Span) excerpt {
	start, end := at.bounds()
	line := at.File.Position(start).Line
	text := at.File.Line(line)
	first := at.File.lines()[line-1]
	if line == 1 {
		first += at.File.markLength()
		text = text[at.File.markLength():]
	}
	within := func(offset int) int { return max(0, min(offset-first, len(text))) }
	e := excerpt{line: line, lastLine: at.File.Position(max(start, end-1)).Line}
	e.text, e.column, e.width = window(text, within(start), within(end))
	return e
}

// window cuts a line to the part around a span and measures where the span stands
// in it. Only the bytes near the span are looked at, however long the line is.
func window(line []byte, start, end int) (text string, column, width int) {
	lo, hi := near(line, start)
	drawn := glyphs(line[lo:hi])
	cell := cellsBefore(drawn)
	first := len(drawn)
	if start < hi {
		first = sort.Search(len(drawn), func(i int) bool { return drawn[i].at > start-lo }) - 1
	}
	past := sort.Search(len(drawn), func(i int) bool { return drawn[i].at >= end-lo })
	s, e := cell[first], max(cell[first]+1, cell[past])

	from, to := 0, len(drawn)
	if needed := max(e, cell[to]); needed > windowCells {
		from = sort.SearchInts(cell, windowStart(s, e, needed))
		to = sort.Search(len(drawn), func(i int) bool { return cell[i+1]-cell[from] > windowCells })
	}
	var b strings.Builder
	column = s - cell[from]
	if from > 0 || lo > 0 {
		b.WriteString(ellipsis)
		column++
	}
	for _, g := range drawn[from:to] {
		b.WriteString(g.text)
	}
	if to < len(drawn) || hi < len(line) {
		b.WriteString(ellipsis)
	}
	return b.String(), column, max(1, min(e, cell[to])-s)
}

// windowStart is the cell where a window begins, so that the span from cell s to
// cell e stands in its middle or, where it is too wide, near its start.
func windowStart(s, e, needed int) int {
	if e < windowCells {
		return 0
	}
	before := max(leadCells, (windowCells-(e-s))/2)
	return max(0, min(s-before, needed-windowCells))
}

// near gives the bytes of a line that can matter to a window around start.
func near(line []byte, start int) (lo, hi int) {
	lo, hi = max(0, start-reach), min(len(line), start+reach)
	for lo < start && !utf8.RuneStart(line[lo]) {
		lo++
	}
	for hi < len(line) && !utf8.RuneStart(line[hi]) {
		hi++
	}
	return lo, hi
}

// cellsBefore gives for each glyph the cells before it, and last those of all.
func cellsBefore(drawn []glyph) []int {
	cell := make([]int, len(drawn)+1)
	for i, g := range drawn {
		cell[i+1] = cell[i] + g.cells
	}
	return cell
}
