package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"regimen/internal/diag"
)

// MaxSize is the size of a file, in bytes, beyond which it is not read.
const MaxSize = 1 << 20

// characters looks at every character of a file. The stretches are odd line
// breaks, as offsets in the file; a file that is not ok cannot be read at all.
func characters(file *diag.File) (found diag.List, breaks []stretch, ok bool) {
	text := file.Text
	if len(text) > MaxSize {
		return diag.List{atStart(file, tooMuch, "the file is larger than 1 MiB",
			"Split the text over several files; pictures belong in the media folder.")}, nil, false
	}
	if problem := encoding(file); problem != "" {
		help := "Save the file as UTF-8: most editors offer the encoding when saving."
		return diag.List{atStart(file, notUTF8, problem, help)}, nil, false
	}
	for i := 0; i < len(text); i++ {
		if size := oddBreak(text, i); size > 0 {
			breaks = append(breaks, stretch{i, i + size})
		}
	}
	if len(breaks) > 1 && len(breaks) > bytes.Count(text, []byte{'\n'}) {
		d := oddLineBreak.Report(diag.Span{File: file, Start: breaks[0].start, End: breaks[0].end},
			"the lines of this file end with a character that ends no line here (U+"+fmt.Sprintf("%04X", firstRune(text[breaks[0].start:]))+")")
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
	d := rule.Report(diag.Span{File: file, Start: start, End: start}, message)
	d.Help = help
	return d
}

const byteOrderMark = "\ufeff"

// encoding says in words why a text is not UTF-8 that a person wrote; empty when
// it is.
func encoding(file *diag.File) string {
	text := file.Text
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return "the file is saved as UTF-16, not as UTF-8"
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t' {
			i++
			continue
		}
		if c == 0 && bytes.Count(text, []byte{0}) > len(text)/4 {
			return "the file is saved as UTF-16, not as UTF-8"
		}
		r, size := utf8.DecodeRune(text[i:])
		line := file.Position(i).Line
		switch {
		case r == utf8.RuneError && size == 1:
			return fmt.Sprintf("line %d holds a character that is not saved as UTF-8", line)
		case r < 0xa0 && r != nextLine || r == 0xfffe || r == 0xffff:
			return fmt.Sprintf("line %d holds a control character (U+%04X), which no text needs", line, r)
		}
		i += size
	}
	return ""
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

func firstRune(text []byte) rune {
	r, _ := utf8.DecodeRune(text)
	return r
}

func reportBreak(file *diag.File, at stretch) diag.Diagnostic {
	span := diag.Span{File: file, Start: at.start, End: at.end}
	message := "a lone carriage return stands here, which ends no line"
	if at.end > at.start+1 {
		message = fmt.Sprintf("a hidden line break (U+%04X) stands here, which ends no line", firstRune(file.Text[at.start:]))
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
