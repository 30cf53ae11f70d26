package source

import (
	"bytes"
	"strings"

	"regimen/internal/diag"
)

// bracket is an open `[` or `{`.
type bracket struct {
	at      int
	mapping bool
	begun   bool    // an entry has been read since the last comma
	pairs   int     // entries with a key
	comma   int     // the last comma
	pairAt  int     // the comma before the first key in a list, or 0
	value   stretch // the last entry's value, when it is plain text
	loose   stretch // that value with the entries without a key that follow it
	bare    []stretch
	tight   int // commas between two digits
	spaced  int // commas before a space
}

func (b *bracket) closer() byte {
	if b.mapping {
		return '}'
	}
	return ']'
}

// bracketed reads a value in brackets and returns the offset behind it.
func (f *finder) bracketed(at int) int {
	if len(f.levels)+len(f.marks) >= deepest {
		f.deep(at)
		return f.stop
	}
	f.marks = append(f.marks, f.text[at])
	defer func() { f.marks = f.marks[:len(f.marks)-1] }()
	f.last, f.plain = at+1, stretch{}
	b := &bracket{at: at, mapping: f.text[at] == '{'}
	for pos := at + 1; !f.tooDeep; {
		pos = f.blanks(pos)
		if pos >= f.stop {
			return f.unclosed(b, f.last, f.stop)
		}
		switch c := f.text[pos]; {
		case c == b.closer():
			f.closed(b, pos)
			f.last, f.plain = pos+1, stretch{}
			return pos + 1
		case c == ']' || c == '}':
			return f.mismatch(b, pos)
		case c == ',':
			f.comma(b, pos)
			pos++
		case b.begun:
			pos = f.noComma(b, pos)
		default:
			b.begun = true
			pos = f.member(b, pos)
		}
	}
	return f.stop
}

// blanks passes blanks, line ends and comments.
func (f *finder) blanks(pos int) int {
	for {
		if pos >= f.stop {
			f.extend()
			if pos >= f.stop {
				return pos
			}
		}
		switch c := f.text[pos]; {
		case isBlank(c) || c == '\n':
			pos++
		case c == '#' && (isBlank(f.text[pos-1]) || f.text[pos-1] == '\n') && !f.textAtHash(pos):
			end := lineAt(f.text, pos).end
			if f.plain.end > 0 {
				f.hash(f.plain.start, pos, end)
			}
			pos = end
		default:
			return pos
		}
	}
}

// textAtHash reports whether a `#` that YAML takes for a comment is text: it
// touches a word, and the brackets go on behind it.
func (f *finder) textAtHash(pos int) bool {
	rest := f.text[pos+1 : lineAt(f.text, pos).end]
	return len(rest) > 0 && !isBlank(rest[0]) && rest[0] != '#' && bytes.ContainsAny(rest, "]},")
}

func (f *finder) comma(b *bracket, pos int) {
	if !b.begun {
		f.report(slip{
			rule: unreadable, at: stretch{pos, pos + 1},
			message: "nothing stands before this comma", help: "Delete the comma, or write what is missing.",
			fix: "delete the comma", safe: true, patches: []patch{{pos, pos + 1, ""}},
		})
	}
	b.begun, b.comma = false, pos
	if pos+1 < f.stop && isDigit(f.text[pos+1]) && isDigit(f.text[pos-1]) {
		b.tight++
	} else if pos+1 >= f.stop || isBlank(f.text[pos+1]) {
		b.spaced++
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// member reads one entry.
func (f *finder) member(b *bracket, pos int) int {
	start := pos
	f.lost = -1
	end, plain := f.word(pos)
	pos = f.blanks(end)
	colon := pos < f.stop && f.text[pos] == ':' && (!plain || f.endsFlowKey(pos))
	if plain && !colon && end > start && f.text[end-1] == ':' && isID(f.text[start:end-1]) && pos == end && pos < f.stop {
		f.tightColon(start, end-1)
		colon, pos = true, end-1
	}
	if n := idLength(f.text[start:end]); b.mapping && plain && !colon && start+n < end-1 && f.text[start+n] == ':' && !isScheme(f.text[start:end], n) {
		f.tightColon(start, start+n)
		b.pairs++
		b.value = stretch{start + n + 1, end}
		f.loose(b)
		return pos
	}
	if !colon {
		return f.keyless(b, stretch{start, end}, plain, pos)
	}
	f.loose(b)
	b.pairs++
	if !b.mapping && b.pairs == 1 && b.comma > 0 {
		b.pairAt = b.comma
	}
	if string(f.text[start:end]) == "<<" {
		return f.merge(b, stretch{start, end}, pos+1)
	}
	return f.pairValue(b, stretch{start, end}, pos+1)
}

// merge reports a `<<` in brackets, and its value with it.
func (f *finder) merge(b *bracket, key stretch, pos int) int {
	n := f.report(mergeKey(key))
	f.slips[n].patches = []patch{{key.start, key.end, "x-merge"}}
	pos = f.pairValue(b, key, pos)
	for _, p := range f.slips[n+1:] {
		f.slips[n].patches = append(f.slips[n].patches, p.patches...)
	}
	f.slips = f.slips[:n+1]
	f.slips[n].doubt.end = f.last
	return pos
}

// endsFlowKey reports whether a colon in brackets ends a key.
func (f *finder) endsFlowKey(pos int) bool {
	return pos+1 >= f.stop || isBlank(f.text[pos+1]) || strings.IndexByte("\n,[]{}", f.text[pos+1]) >= 0
}

// pairValue reads the value behind a key and its colon.
func (f *finder) pairValue(b *bracket, key stretch, pos int) int {
	pos = f.blanks(pos)
	b.value = stretch{}
	if pos >= f.stop || strings.IndexByte(",]}", f.text[pos]) >= 0 {
		return pos
	}
	start := pos
	end, plain := f.word(pos)
	pos = f.blanks(end)
	if plain && pos < f.stop && f.text[pos] == ':' && f.endsFlowKey(pos) {
		end = f.rest(pos)
		f.quoteWhole(unquotedColon, stretch{start, end}, "contains `: `")
		return f.blanks(end)
	}
	if !b.mapping && f.sentencePair(key, stretch{start, end}) {
		f.quoteWhole(unquotedColon, stretch{key.start, end}, "contains `: `")
		f.slips[len(f.slips)-1].silent = true
		b.pairs--
		return pos
	}
	if plain {
		b.value = stretch{start, end}
	}
	return pos
}

// sentencePair reports whether a key and value in a list are a sentence with a
// colon in it.
func (f *finder) sentencePair(key, value stretch) bool {
	words := f.text[key.start:key.end]
	if isID(words) && words[0] >= 'a' || strings.IndexByte("\"'[{", words[0]) >= 0 {
		return false
	}
	return bytes.IndexByte(words, ' ') > 0 || bytes.IndexByte(f.text[value.start:value.end], ' ') > 0
}

// rest is where the words up to the next comma or closing bracket end.
func (f *finder) rest(pos int) int {
	end := pos
	for pos < f.stop && strings.IndexByte(",]}", f.text[pos]) < 0 {
		if f.text[pos] == '[' || f.text[pos] == '{' {
			pos = min(bracketEnd(f.text[:f.stop], pos), f.stop)
			end = pos
			continue
		}
		pos++
		if !isBlank(f.text[pos-1]) && f.text[pos-1] != '\n' {
			end = pos
		}
	}
	f.last = end
	return end
}

// word reads a text or nested bracket; plain says that it is unquoted text.
func (f *finder) word(pos int) (end int, plain bool) {
	next := byte(' ')
	if pos+1 < f.stop {
		next = f.text[pos+1]
	}
	f.plain = stretch{}
	switch c := f.text[pos]; {
	case c == '"' || c == '\'':
		return f.quotedWord(pos), false
	case c == '{' && next == '{':
		end := f.rest(bracketEnd(f.text[:f.stop], pos))
		f.reservedText(stretch{pos, end})
		return end, false
	case c == '[' || c == '{':
		return f.bracketed(pos), false
	case strings.IndexByte("&*!", c) >= 0:
		end := f.plainWord(pos)
		on := f.reference(stretch{pos, end})
		if on < 0 {
			f.reservedText(stretch{pos, end})
		}
		return end, false
	case strings.IndexByte("%@`|>", c) >= 0 || strings.IndexByte("?-", c) >= 0 && (isBlank(next) || strings.IndexByte("\n,]}", next) >= 0):
		end := f.plainWord(pos)
		f.reservedText(stretch{pos, end})
		return end, false
	}
	if end := f.curly(pos, lineAt(f.text, pos).end, true); end > 0 {
		f.last = end
		return end, false
	}
	end = f.plainWord(pos)
	if end < f.stop && (f.text[end] == '[' || f.text[end] == '{') && f.text[end-1] != ':' || f.bracketNext(end) {
		whole := stretch{pos, f.rest(end)}
		f.quoteWhole(unreadable, whole, "contains a bracket")
		return whole.end, false
	}
	if f.lost >= 0 {
		f.lostWord(stretch{pos, end})
		return end, false
	}
	f.plain = stretch{pos, end}
	return end, true
}

// bracketNext reports whether a bracket opens in the middle of a text.
func (f *finder) bracketNext(end int) bool {
	for end < f.stop && isBlank(f.text[end]) {
		end++
	}
	return end < f.stop && end > 0 && isBlank(f.text[end-1]) && (f.text[end] == '[' || f.text[end] == '{')
}

// plainWord reads unquoted text and returns where its words end.
func (f *finder) plainWord(pos int) int {
	end := pos
	for ; ; pos++ {
		if pos >= f.stop {
			f.extend()
			if pos >= f.stop {
				break
			}
		}
		c := f.text[pos]
		if strings.IndexByte(",[]{}", c) >= 0 || c == ':' && f.endsFlowKey(pos) && end > 0 && !f.tightBracket(pos) {
			break
		}
		if c == '#' && pos > 0 && (isBlank(f.text[pos-1]) || f.text[pos-1] == '\n') {
			if !f.textAtHash(pos) {
				break
			}
			f.lost = pos
		}
		if !isBlank(c) && c != '\n' {
			end = pos + 1
		}
	}
	f.last = end
	return end
}

// tightBracket reports whether a bracket touches a colon, so that YAML does not
// take it for a key's.
func (f *finder) tightBracket(colon int) bool {
	return colon+1 < f.stop && (f.text[colon+1] == '[' || f.text[colon+1] == '{')
}

// lostWord reports a `#` in brackets that makes a comment of all that follows.
func (f *finder) lostWord(whole stretch) {
	f.report(slip{
		rule: lostAfterHash, severity: diag.Error, at: stretch{f.lost, whole.end}, silent: true,
		message: "everything from " + named(f.text[f.lost:whole.end]) + " on is lost: a `#` after a space begins a comment",
		help:    "Put the text into quotes.", fix: "put it into quotes", safe: true, patches: quoting(f.text, whole),
	})
	f.lost = -1
}

// quoteWhole reports a text that must be quoted, and why.
func (f *finder) quoteWhole(rule diag.Rule, whole stretch, why string) {
	f.report(slip{
		rule: rule, at: whole, doubt: whole,
		message: named(f.text[whole.start:whole.end]) + " " + why + ", so it must be quoted",
		help:    "Put the whole text into quotes.", fix: "put it into quotes", safe: true,
		patches: f.requoting(whole),
	})
}
