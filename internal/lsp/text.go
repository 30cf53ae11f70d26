package lsp

import (
	"sort"
	"unicode/utf8"
)

// text is a document with its lines, which in the protocol end with LF, CRLF or a lone
// CR. It turns byte offsets into positions and back.
type text struct {
	bytes []byte
	lines []int // offset of the first byte of each line
	utf8  bool  // characters count bytes, not UTF-16 units
}

func newText(bytes []byte, utf8 bool) *text {
	t := &text{bytes: bytes, lines: []int{0}, utf8: utf8}
	for i, c := range bytes {
		if c == '\n' || c == '\r' && (i+1 == len(bytes) || bytes[i+1] != '\n') {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// lineEnd is the offset behind the last character of a line, its end left out.
func (t *text) lineEnd(line int) int {
	end := len(t.bytes)
	if line+1 < len(t.lines) {
		end = t.lines[line+1]
	}
	for end > t.lines[line] && (t.bytes[end-1] == '\n' || t.bytes[end-1] == '\r') {
		end--
	}
	return end
}

// offset brings a position that lies outside to the nearest place inside.
func (t *text) offset(p position) int {
	if p.Line < 0 {
		return 0
	}
	if p.Line >= len(t.lines) {
		return len(t.bytes)
	}
	at, end := t.lines[p.Line], t.lineEnd(p.Line)
	for left := p.Character; left > 0 && at < end; {
		r, size := utf8.DecodeRune(t.bytes[at:end])
		if left -= t.units(r, size); left < 0 {
			break // inside a character
		}
		at += size
	}
	return at
}

func (t *text) units(r rune, size int) int {
	switch {
	case t.utf8:
		return size
	case r > 0xffff:
		return 2
	}
	return 1
}

func (t *text) position(offset int) position {
	offset = max(0, min(offset, len(t.bytes)))
	line := sort.SearchInts(t.lines, offset+1) - 1
	p := position{Line: line}
	for at := t.lines[line]; at < offset; {
		r, size := utf8.DecodeRune(t.bytes[at:])
		p.Character += t.units(r, size)
		at += size
	}
	return p
}

func (t *text) span(start, end int) span {
	return span{t.position(start), t.position(max(start, end))}
}

// replaced is the text with a stretch of it put anew.
func (t *text) replaced(at span, with string) *text {
	start, end := t.offset(at.Start), t.offset(at.End)
	end = max(start, end)
	bytes := make([]byte, 0, len(t.bytes)-(end-start)+len(with))
	bytes = append(append(append(bytes, t.bytes[:start]...), with...), t.bytes[end:]...)
	return newText(bytes, t.utf8)
}
