package source

import (
	"bytes"
	"strings"

	"regimen/internal/diag"
)

// extend lets a bracket or quote go on over the next lines, as far as it may: up
// to a line that begins an entry no deeper than its own.
func (f *finder) extend() {
	if f.extended {
		return
	}
	f.extended = true
	for at := lineAt(f.text, f.stop).next; at < len(f.text); {
		l := lineAt(f.text, at)
		at = l.next
		if l.text >= l.end {
			continue
		}
		shape, colon := shapeOf(f.text, l.text, l.end)
		key := shape == isTightKey || shape == isKey && isID(f.text[l.text:colon])
		if l.text-l.start <= f.column && (key || shape == isItem) {
			return
		}
		f.stop = l.end
	}
}

// quoted finds the end of a quoted text and looks at its escapes; -1 if the quote
// is never closed.
func (f *finder) quoted(at int) int {
	end := quoteEnd(f.text, at, f.stop)
	if end < 0 {
		f.extend()
		end = quoteEnd(f.text, at, f.stop)
	}
	if end < 0 {
		return -1
	}
	f.last = end
	if f.text[at] == '"' {
		f.escapes(at+1, end-1)
	}
	return end
}

// escapes reports backslashes in a quoted text that mean nothing.
func (f *finder) escapes(at, end int) {
	for i := at; i < end; i++ {
		if f.text[i] != '\\' {
			continue
		}
		i++
		if strings.IndexByte("0abt\tnvfre \"/\\N_LP\r\n", f.text[i]) >= 0 || f.coded(i, end) {
			continue
		}
		f.report(slip{
			rule: unreadable, at: stretch{i - 1, i + 1},
			message: named(f.text[i-1:i+1]) + " means nothing in a text in double quotes",
			help:    "Write the backslash twice, or use single quotes.",
			fix:     "write the backslash twice", safe: true, patches: []patch{{i, i, `\`}},
		})
	}
}

// coded reports whether a character is written by its number, as in \u00e9.
func (f *finder) coded(at, end int) bool {
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[f.text[at]]
	if digits == 0 || at+digits >= end {
		return false
	}
	for _, c := range f.text[at+1 : at+1+digits] {
		if !isDigit(c) && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}

// quotedValue reads a quoted value.
func (f *finder) quotedValue(i, at int) {
	l := lineAt(f.text, at)
	end := f.quoted(at)
	if end > 0 {
		f.after(i, at, end)
		return
	}
	whole := f.plainEnd(l, f.levels[i].column)
	if !f.halfCurly(at, whole) {
		f.openQuote(at, whole)
	}
}

// openQuote reports a quote that is never closed; the text seems to end at the
// given offset.
func (f *finder) openQuote(at, end int) {
	f.report(slip{
		rule: neverClosed, at: stretch{at, at + 1}, silent: true, doubt: stretch{at, end},
		message: "the quote that opens here is never closed",
		help:    "Write " + mark(f.text[at]) + " where the text ends.",
		fix:     "close it", safe: !bytes.ContainsAny(f.text[at:end], ",\n"), patches: []patch{{end, end, string(f.text[at : at+1])}},
	})
	f.last = end
}

// halfCurly reports a text that a straight quote opens and a curly one closes.
func (f *finder) halfCurly(at, end int) bool {
	for _, curly := range []string{"”", "“", "’", "‘"} {
		if end-len(curly) <= at || !bytes.HasSuffix(f.text[at:end], []byte(curly)) {
			continue
		}
		f.report(slip{
			rule: curlyQuotes, severity: diag.Error, at: stretch{at, end}, silent: true,
			message: named(f.text[at:end]) + " ends with a curly quote, which does not close it",
			help:    "Write the same straight quote at both ends.",
			fix:     "write straight quotes", safe: true,
			patches: []patch{{end - len(curly), end, string(f.text[at : at+1])}},
		})
		return true
	}
	return false
}

// after looks at what follows a quoted or bracketed value on its last line.
func (f *finder) after(i, at, end int) {
	l := lineAt(f.text, end)
	f.at = l.next
	rest := end
	for rest < l.end && isBlank(f.text[rest]) {
		rest++
	}
	switch {
	case rest >= l.end:
	case f.text[rest] == '#' && rest > end:
	case f.text[rest] == '#':
		f.report(slip{
			rule: unreadable, at: stretch{rest, l.end},
			message: "a space is missing before the comment " + named(f.text[rest:l.end]),
			help:    "A comment begins with a space and `#`.", fix: "add the space", safe: true,
			patches: []patch{{rest, rest, " "}},
		})
	case f.text[rest] == ':' && rest+1 < l.end && isBlank(f.text[rest+1]):
		f.colon(i, stretch{at, f.wordsEnd(rest, l.end)})
	case f.text[rest] == ']' || f.text[rest] == '}':
		f.report(slip{
			rule: unreadable, at: stretch{rest, f.wordsEnd(rest, l.end)},
			message: named(f.text[rest:f.wordsEnd(rest, l.end)]) + " closes nothing that is open",
			help:    "Delete it, or add the bracket that it should close.",
			patches: []patch{{rest, f.wordsEnd(rest, l.end), ""}}, doubt: stretch{at, rest},
		})
	default:
		words := f.wordsEnd(rest, l.end)
		if words == l.end {
			words = f.plainEnd(l, f.levels[i].column)
		}
		f.trailing(stretch{at, words}, stretch{rest, words})
	}
}

// trailing reports text behind a quote or bracket that has closed already.
func (f *finder) trailing(whole, rest stretch) {
	p := slip{
		rule: unreadable, at: whole, doubt: whole,
		message: named(f.text[rest.start:rest.end]) + " stands behind the closing " + mark(f.text[f.last-1]) + ", where the value has ended",
		help:    "Put the whole text into quotes of the other kind.",
		fix:     "put it into quotes", safe: true, patches: f.requoting(whole),
	}
	switch c := f.text[whole.start]; {
	case c == '[' || c == '{':
		p.help = "Put the whole text into quotes."
	case c == '\'' && f.last == rest.start && isWord(f.text[rest.start]):
		p.message = "the apostrophe in " + named(f.text[whole.start:whole.end]) + " ends the quoted text too early"
	}
	f.report(p)
}

// requoting quotes a text that contains the quotes it stands in.
func (f *finder) requoting(whole stretch) []patch {
	text := f.text[whole.start:whole.end]
	mark, n := text[0], len(text)
	if n < 2 || text[n-1] != mark || mark != '"' && mark != '\'' {
		return quoting(f.text, whole)
	}
	inner := text[1 : n-1]
	ends := func(quote string) []patch {
		return []patch{{whole.start, whole.start + 1, quote}, {whole.end - 1, whole.end, quote}}
	}
	switch {
	case mark == '"' && bytes.IndexByte(inner, '\'') < 0:
		return ends(`'`)
	case mark == '\'' && !bytes.ContainsAny(inner, `"\`):
		return ends(`"`)
	}
	var patches []patch
	for i := 0; i < len(inner); i++ {
		at := whole.start + 1 + i
		switch {
		case inner[i] == '\\' && mark == '"':
			i++
		case inner[i] == mark && mark == '\'' && i+1 < len(inner) && inner[i+1] == mark:
			i++
		case inner[i] == mark && mark == '"':
			patches = append(patches, patch{at, at, `\`})
		case inner[i] == mark:
			patches = append(patches, patch{at, at, `'`})
		}
	}
	return patches
}
