package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"regimen/internal/diag"
)

const (
	curlyDoubles = "“”„‟"
	curlySingles = "‘’‚‛"
)

// curlyValue reads a value in curly quotes, over several lines if need be.
func (f *finder) curlyValue(i, at int, l textLine) bool {
	if f.text[at] < utf8.RuneSelf {
		return false
	}
	if f.curly(at, l.end, false) > 0 {
		return true
	}
	end, next := f.textEnd(l, f.levels[i].column)
	if end == l.end || f.curly(at, end, false) == 0 {
		return false
	}
	f.at = next
	return true
}

// curly reports a text in curly quotes, and returns the offset behind it, or 0 if
// there is none. In brackets the text ends before a comma or bracket.
func (f *finder) curly(at, end int, inBrackets bool) int {
	first, size := utf8.DecodeRune(f.text[at:end])
	closers := curlyDoubles + `"`
	switch {
	case first < utf8.RuneSelf:
		return 0
	case strings.ContainsRune(curlySingles, first):
		closers = curlySingles + `'`
	case !strings.ContainsRune(curlyDoubles, first):
		return 0
	}
	for i := at + size; i < end; {
		r, n := utf8.DecodeRune(f.text[i:end])
		i += n
		if r == '\n' && inBrackets {
			return 0
		}
		if !strings.ContainsRune(closers, r) {
			continue
		}
		if f.endsHere(i, end, inBrackets) {
			f.reportCurly(stretch{at, i}, size, n, inBrackets)
			return i
		}
		if r < utf8.RuneSelf {
			continue
		}
		if first != '‘' && first != '‚' && first != '‛' && first != '’' {
			return 0
		}
	}
	return 0
}

// endsHere reports whether nothing follows that belongs to the same value.
func (f *finder) endsHere(at, end int, inBrackets bool) bool {
	for at < end && isBlank(f.text[at]) {
		at++
	}
	if at >= end || f.text[at] == '#' || f.text[at] == '\n' && inBrackets {
		return true
	}
	return inBrackets && strings.IndexByte(",]}:", f.text[at]) >= 0
}

func (f *finder) reportCurly(whole stretch, first, last int, inBrackets bool) {
	inner := f.text[whole.start+first : whole.end-last]
	straight := `"`
	if bytes.ContainsAny(inner, `"\`) {
		straight = `'`
	}
	p := slip{
		rule: curlyQuotes, at: whole, silent: true,
		message: named(f.text[whole.start:whole.end]) + " stands in curly quotes, which do not count as quotes",
		help:    "Write straight quotes; the text is read as if it had them.",
		fix:     "write straight quotes", safe: true,
		patches: []patch{{whole.start, whole.start + first, straight}, {whole.end - last, whole.end, straight}},
	}
	if straight == `'` {
		for i, c := range inner {
			if c == '\'' {
				at := whole.start + first + i
				p.patches = append(p.patches, patch{at, at, `'`})
			}
		}
	}
	if bytes.Contains(inner, []byte(": ")) || bytes.Contains(inner, []byte(" #")) || inBrackets && bytes.ContainsAny(inner, ",[]{}") {
		p.severity = diag.Error
	}
	f.report(p)
}
