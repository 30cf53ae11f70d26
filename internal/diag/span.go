package diag

import (
	"bytes"
	"sort"
	"sync"
	"unicode/utf8"
)

// File is one source text as it is stored, with its path relative to the content
// folder, written with "/".
type File struct {
	Path string
	Text []byte

	once   sync.Once
	starts []int // offset of the first byte of each line
}

// NewFile keeps a text, which must not change any more. Lines end with LF or CRLF.
func NewFile(path string, text []byte) *File { return &File{Path: path, Text: text} }

// lines is the offset of the first byte of each line. Of most files nothing is told, and
// nobody asks.
func (f *File) lines() []int {
	f.once.Do(func() {
		f.starts = make([]int, 1, 1+bytes.Count(f.Text, []byte{'\n'}))
		for at := bytes.IndexByte(f.Text, '\n'); at >= 0; {
			start := f.starts[len(f.starts)-1] + at + 1
			f.starts = append(f.starts, start)
			at = bytes.IndexByte(f.Text[start:], '\n')
		}
	})
	return f.starts
}

// Position is a place in a file: line and column count from 1, columns in
// characters, Offset in bytes of the file as stored.
type Position struct {
	Line   int
	Column int
	Offset int
}

// Position finds line and column of a byte offset. A byte-order mark takes no
// column; an offset outside the file is brought to its nearest end.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Text)))
	line := f.lineOf(offset)
	text := f.Text[f.lines()[line]:offset]
	if line == 0 {
		text = text[min(f.markLength(), len(text)):]
	}
	return Position{Line: line + 1, Column: utf8.RuneCount(text) + 1, Offset: offset}
}

// lineOf is the line of an offset, counted from 0.
func (f *File) lineOf(offset int) int { return sort.SearchInts(f.lines(), offset+1) - 1 }

const byteOrderMark = "\ufeff"

// markLength is the length of the byte-order mark, 0 where there is none.
func (f *File) markLength() int {
	if bytes.HasPrefix(f.Text, []byte(byteOrderMark)) {
		return len(byteOrderMark)
	}
	return 0
}

// Offset is the byte offset of a line and column, both counted from 1; places
// beyond a line's end are brought to it, and places before the text to its start.
func (f *File) Offset(line, column int) int {
	if line > len(f.lines()) {
		return len(f.Text)
	}
	line = max(1, line)
	text := f.Line(line)
	at := f.lines()[line-1]
	if line == 1 {
		at += f.markLength()
		text = text[f.markLength():]
	}
	for ; column > 1 && len(text) > 0; column-- {
		_, size := utf8.DecodeRune(text)
		at += size
		text = text[size:]
	}
	return at
}

// Line is the text of a line, counted from 1, without its line end.
func (f *File) Line(line int) []byte {
	lines := f.lines()
	if line < 1 || line > len(lines) {
		return nil
	}
	end := len(f.Text)
	if line < len(lines) {
		end = lines[line]
	}
	text, ended := bytes.CutSuffix(f.Text[lines[line-1]:end], []byte{'\n'})
	if ended {
		text = bytes.TrimSuffix(text, []byte{'\r'})
	}
	return text
}

// Span is a stretch of a file, as byte offsets; End is exclusive. The zero Span
// stands nowhere. It is small, since it stands at each word of a whole library.
type Span struct {
	File       *File
	Start, End int32
}

// Span is the stretch from start to end.
func (f *File) Span(start, end int) Span {
	return Span{File: f, Start: int32(start), End: int32(end)}
}

// Path is the path of the span's file, empty for the zero Span.
func (s Span) Path() string {
	if s.File == nil {
		return ""
	}
	return s.File.Path
}

// Text is the words that the span covers.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	start, end := s.bounds()
	return string(s.File.Text[start:end])
}

// bounds are the span's ends, brought inside its file and in order.
func (s Span) bounds() (start, end int) {
	start = max(0, min(int(s.Start), len(s.File.Text)))
	return start, max(start, min(int(s.End), len(s.File.Text)))
}

// start and end are the places of the span's ends; the zero Span is at 1:1.
func (s Span) start() Position {
	if s.File == nil {
		return Position{Line: 1, Column: 1}
	}
	start, _ := s.bounds()
	return s.File.Position(start)
}

func (s Span) end() Position {
	if s.File == nil {
		return Position{Line: 1, Column: 1}
	}
	_, end := s.bounds()
	return s.File.Position(end)
}

// Part is the stretch from start to end, counted in bytes from the span's start.
func (s Span) Part(start, end int) Span {
	at, last := int(s.Start), int(s.End)
	return s.File.Span(min(at+start, last), min(at+end, last))
}
