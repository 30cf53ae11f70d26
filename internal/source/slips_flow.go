package source

import (
	"bytes"
	"strings"
)

// bracket is an open `[` or `{`.
type bracket struct {
	at      int
	mapping bool
	begun   bool      // an entry has been read since the last comma
	pairs   int       // entries with a key
	comma   int       // the last comma
	pairAt  int       // the comma before the first key in a list, or 0
	value   stretch   // the last entry's value, when it is plain text
	loose   stretch   // that value with the entries without a key that follow it
	bare    []stretch // entries without a key
	holes   []int     // commas with nothing before them
	tight   int       // commas between two digits
	spaced  int       // commas before a space
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
	for pos := at + 1; !f.gaveUp; {
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

func (f *finder) comma(b *bracket, pos int) {
	if !b.begun {
		b.holes = append(b.holes, pos)
	}
	b.begun, b.comma = false, pos
	if pos+1 < f.stop && isDigit(f.text[pos+1]) && isDigit(f.text[pos-1]) {
		b.tight++
	} else if pos+1 >= f.stop || isBlank(f.text[pos+1]) {
		b.spaced++
	}
}

// member reads one entry.
func (f *finder) member(b *bracket, pos int) int {
	start := pos
	f.lost = -1
	if n := keyLength(f.text[pos:f.stop]); n > 0 && f.tightPair(b, pos+n) {
		f.tightColon(pos, pos+n)
		f.loose(b)
		b.pairs++
		return f.pairValue(b, stretch{pos, pos + n}, pos+n+1)
	}
	end, plain := f.word(pos)
	pos = f.blanks(end)
	colon := pos < f.stop && f.text[pos] == ':' && (!plain || f.endsFlowKey(pos))
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

// tightPair reports whether a key's colon is followed by its value at once.
func (f *finder) tightPair(b *bracket, colon int) bool {
	if colon+1 >= f.stop || f.text[colon] != ':' || strings.IndexByte(" \t\r\n,]}:", f.text[colon+1]) >= 0 {
		return false
	}
	if c := f.text[colon+1]; c == '[' || c == '{' {
		return true
	}
	return b.mapping && f.text[colon+1] != '/'
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
		joined := bytes.LastIndexByte(f.text[start:pos], ' ')
		end = f.rest(pos)
		f.quoteWhole(unquotedColon, stretch{start, end}, "contains `: `")
		if joined > 0 && isID(f.text[start+joined+1:pos]) {
			p := &f.slips[len(f.slips)-1]
			p.safe, p.help = false, "Put the whole text into quotes; or write the comma that is missing before the next key."
		}
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
	if len(words) == 0 || isID(words) && words[0] >= 'a' || strings.IndexByte("\"'[{", words[0]) >= 0 {
		return false
	}
	return bytes.IndexByte(words, ' ') > 0 || bytes.IndexByte(f.text[value.start:value.end], ' ') > 0
}
