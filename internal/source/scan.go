package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"regimen/internal/diag"
)

// MaxSize is the size of a file, in bytes, beyond which it is not read.
const MaxSize = 1 << 20

// Readable says what of a file's characters is in the way, and whether it can be read at
// all: what Read asks first, for files without frontmatter.
func Readable(file *diag.File) (diag.List, bool) {
	found, _, ok := characters(file)
	return found, ok
}

// characters looks at every character of a file. The stretches are odd line
// breaks, as offsets in the file; a file that is not ok cannot be read at all.
func characters(file *diag.File) (found diag.List, breaks []stretch, ok bool) {
	text := file.Text
	if len(text) > MaxSize {
		return diag.List{atStart(file, tooMuch, "the file is larger than 1 MiB",
			"Split the text over several files; pictures belong in the media folder.")}, nil, false
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			continue
		}
		if size := oddBreak(text, i); size > 0 {
			breaks = append(breaks, stretch{i, i + size})
			i += size - 1
			continue
		}
		size, problem := character(file, i)
		if problem != "" {
			help := "Save the file as UTF-8: most editors offer the encoding when saving."
			return diag.List{atStart(file, notUTF8, problem, help)}, nil, false
		}
		i += size - 1
	}
	if len(breaks) > 1 && len(breaks) > bytes.Count(text, []byte{'\n'}) {
		r, _ := utf8.DecodeRune(text[breaks[0].start:])
		d := oddLineBreak.Report(file.Span(breaks[0].start, breaks[0].end),
			fmt.Sprintf("the lines of this file end with a character that ends no line here (U+%04X)", r))
		d.Help = "Save the file with Unix (LF) or Windows (CRLF) line ends."
		return diag.List{d}, nil, false
	}
	for _, b := range breaks {
		found = append(found, reportBreak(file, b))
	}
	return found, breaks, true
}

func atStart(file *diag.File, rule diag.Rule, message, help string) diag.Diagnostic {
	start := 0
	if bytes.HasPrefix(file.Text, []byte(byteOrderMark)) {
		start = len(byteOrderMark)
	}
	d := rule.Report(file.Span(start, start), message)
	d.Help = help
	return d
}

const byteOrderMark = "\ufeff"

// character looks at one that is not plain ASCII: its size, or in words why it is
// no character that a person wrote.
func character(file *diag.File, i int) (size int, problem string) {
	text := file.Text
	utf16 := bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff"))
	if utf16 || text[i] == 0 && bytes.Count(text, []byte{0}) > len(text)/4 {
		return 0, "the file is saved as UTF-16, not as UTF-8"
	}
	r, size := utf8.DecodeRune(text[i:])
	switch {
	case r == utf8.RuneError && size == 1:
		return 0, fmt.Sprintf("line %d holds a character that is not saved as UTF-8", file.Position(i).Line)
	case r < 0xa0 && r != '\r' || r == 0xfffe || r == 0xffff:
		return 0, fmt.Sprintf("line %d holds a control character (U+%04X), which no text needs", file.Position(i).Line, r)
	}
	return size, ""
}

const (
	nextLine           = '\u0085'
	lineSeparator      = '\u2028'
	paragraphSeparator = '\u2029'
)

// oddBreak gives the size of a character that only some programs take for a line
// break, or 0.
func oddBreak(text []byte, i int) int {
	switch text[i] {
	case '\r':
		if i+1 == len(text) || text[i+1] != '\n' {
			return 1
		}
	case 0xc2, 0xe2:
		r, size := utf8.DecodeRune(text[i:])
		if r == nextLine || r == lineSeparator || r == paragraphSeparator {
			return size
		}
	}
	return 0
}

func reportBreak(file *diag.File, at stretch) diag.Diagnostic {
	span := file.Span(at.start, at.end)
	message := "a lone carriage return stands here, which ends no line"
	if at.end > at.start+1 {
		r, _ := utf8.DecodeRune(file.Text[at.start:])
		message = fmt.Sprintf("a hidden line break (U+%04X) stands here, which ends no line", r)
	}
	d := oddLineBreak.Report(span, message)
	d.Help = "Delete the hidden character and press Enter where a new line is meant."
	d.Fixes = []diag.Fix{{
		Title: "make it an ordinary line break", Safe: at.end == at.start+1,
		Edits: []diag.Edit{{At: span, Text: "\n"}},
	}}
	return d
}

// mendBreaks makes odd breaks in the frontmatter line ends where a key or list
// item follows, else spaces.
func mendBreaks(block []byte, c cut, breaks []stretch) []patch {
	var patches []patch
	for _, b := range breaks {
		start, end := b.start-c.block, b.end-c.block
		if start < 0 || end > len(block) {
			continue
		}
		text := " "
		rest := lineAt(block, end)
		if shape, _ := shapeOf(block, rest.text, rest.end); shape != isText || rest.text >= rest.end {
			text = "\n"
		}
		patches = append(patches, patch{start, end, text})
	}
	return patches
}
