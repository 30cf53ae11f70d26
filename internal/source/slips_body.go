package source

import (
	"bytes"

	"regimen/internal/diag"
)

// HeadingSlips finds the headings of a body that lack the space after their `#`,
// which Markdown takes for text. Code between fences is left alone.
func HeadingSlips(s *Source) diag.List {
	var found diag.List
	var fence []byte
	for at := 0; at < len(s.Body); {
		l := lineAt(s.Body, at)
		at = l.next
		if l.text-l.start > 3 || l.text >= l.end {
			continue
		}
		words := s.Body[l.text:l.end]
		if words[0] != '#' && words[0] != '`' && words[0] != '~' {
			continue
		}
		switch mark := codeFence(words); {
		case fence == nil && mark != nil:
			fence = mark
		case fence != nil && len(mark) == len(words) && bytes.HasPrefix(mark, fence):
			fence = nil
		case fence == nil && words[0] == '#':
			if n := tightHashes(words); n > 0 {
				found = append(found, s.tightHeading(l.text, l.text+n, words[n:]))
			}
		}
	}
	return found
}

// codeFence is the row of backticks or tildes that a line begins with.
func codeFence(words []byte) []byte {
	for _, c := range []byte("`~") {
		if n := len(words) - len(bytes.TrimLeft(words, string(rune(c)))); n >= 3 {
			return words[:n]
		}
	}
	return nil
}

// tightHashes counts the `#` of a heading whose text touches them; 0 where it
// does not, or where it is no heading, as in "#1" or "#hashtag".
func tightHashes(words []byte) int {
	n := len(words) - len(bytes.TrimLeft(words, "#"))
	if n > 6 || n == len(words) || isBlank(words[n]) || n == 1 && (words[n] < 'A' || words[n] > 'Z') && words[n] < 0x80 {
		return 0
	}
	return n
}

func (s *Source) tightHeading(start, end int, text []byte) diag.Diagnostic {
	hashes := s.Body[start:end]
	blank := blankSize(text)
	d := HeadingSpace.Report(s.InBody(start, end), "a space is missing after `"+string(hashes)+"`, so "+named(text[blank:])+" is no heading")
	d.Help = "A heading is one or more `#`, a space and the words."
	d.Fixes = []diag.Fix{{Title: "add the space", Safe: true, Edits: []diag.Edit{{At: s.InBody(end, end+blank), Text: " "}}}}
	return d
}
