package source

import (
	"bytes"
	"strings"
)

// quotedWord reads a quoted text in brackets.
func (f *finder) quotedWord(pos int) int {
	end := f.quoted(pos)
	if end > 0 && (end >= f.stop || !isWord(f.text[end])) {
		return f.afterQuote(pos, end)
	}
	if end > 0 {
		if f.nextPair(pos+1, end) < 0 {
			return f.afterQuote(pos, end)
		}
	}
	at := lineAt(f.text, pos).end
	if comma := f.nextPair(pos+1, at); comma >= 0 {
		at = comma
	}
	for at > pos+1 && (strings.IndexByte("]}", f.text[at-1]) >= 0 || isBlank(f.text[at-1])) {
		at--
	}
	f.openQuote(pos, at)
	return at
}

func isWord(c byte) bool { return isLetter(c) || isDigit(c) || c >= 0x80 }

// nextPair finds the comma of the first `, key: ` in a text, or -1.
func (f *finder) nextPair(at, end int) int {
	for i := at; i < end; i++ {
		if f.text[i] != ',' {
			continue
		}
		k := i + 1
		for k < end && isBlank(f.text[k]) {
			k++
		}
		if n := keyLength(f.text[k:end]); n > 0 && k+n+1 < end && f.text[k+n] == ':' && isBlank(f.text[k+n+1]) {
			return i
		}
	}
	return -1
}

// afterQuote reports text behind a closed quote, unless a comma is missing there.
func (f *finder) afterQuote(pos, end int) int {
	next := f.blanks(end)
	if next >= f.stop || strings.IndexByte(",]}:", f.text[next]) >= 0 || f.startsMember(next) {
		return end
	}
	closing := f.last
	whole := stretch{pos, f.rest(next)}
	f.last = closing
	f.trailing(whole, stretch{next, whole.end})
	f.last = whole.end
	return whole.end
}

// startsMember reports whether another entry begins where a comma is missing.
func (f *finder) startsMember(pos int) bool {
	if strings.IndexByte("\"'[{", f.text[pos]) >= 0 {
		return true
	}
	n := keyLength(f.text[pos:f.stop])
	return n > 0 && pos+n+1 < f.stop && f.text[pos+n] == ':' && isBlank(f.text[pos+n+1])
}

// noComma reports an entry that follows another without a comma.
func (f *finder) noComma(b *bracket, pos int) int {
	n := f.report(slip{
		rule: unreadable, at: stretch{pos, f.firstWord(pos)},
		message: "a comma is missing before " + named(f.text[pos:f.firstWord(pos)]),
		help:    "Entries in brackets are parted by commas.",
		fix:     "add the comma", patches: []patch{{f.last, f.last, ","}},
	})
	bare := max(0, len(b.bare)-1)
	b.bare = b.bare[:bare]
	pos = f.member(b, pos)
	b.bare = b.bare[:min(bare, len(b.bare))]
	f.slips[n].doubt = stretch{b.at, max(b.at+1, f.last)}
	return pos
}

func (f *finder) firstWord(pos int) int {
	end := pos + 1
	for end < f.stop && strings.IndexByte(" \t\r\n,[]{}", f.text[end]) < 0 {
		end++
	}
	return end
}

// keyless handles an entry without a key: an item of a list; in a mapping the
// rest of the value before it.
func (f *finder) keyless(b *bracket, at stretch, plain bool, pos int) int {
	switch {
	case !b.mapping:
	case b.value.end > 0 && plain:
		b.loose = stretch{b.value.start, at.end}
	default:
		b.bare = append(b.bare, at)
	}
	if b.loose.end > 0 && plain {
		b.value.end = at.end
	}
	return pos
}

// loose reports the unquoted comma in the value just read.
func (f *finder) loose(b *bracket) {
	at := b.loose
	b.loose = stretch{}
	if at.end == 0 {
		return
	}
	text := f.text[at.start:at.end]
	if comma := at.start + bytes.IndexByte(text, ','); bytes.Count(text, []byte{','}) == 1 && f.decimal(comma) {
		f.decimalComma(at, comma)
		return
	}
	_, after, _ := bytes.Cut(text, []byte{','}) // one word there may be an item of a list
	f.report(slip{
		rule: unquotedComma, at: at, silent: true, doubt: at,
		message: named(text) + " contains a comma, so it must be quoted between brackets",
		help:    "Put the whole text into quotes; if it is a list, into square brackets.",
		fix:     "put it into quotes", safe: bytes.IndexByte(bytes.TrimSpace(after), ' ') > 0,
		patches: quoting(f.text, at),
	})
}

// decimal reports whether digits touch a comma on both sides.
func (f *finder) decimal(comma int) bool {
	return comma > 0 && comma+1 < len(f.text) && isDigit(f.text[comma-1]) && isDigit(f.text[comma+1])
}

func (f *finder) decimalComma(at stretch, comma int) {
	f.report(slip{
		rule: unquotedComma, at: at, silent: true,
		message: named(f.text[at.start:at.end]) + " has a decimal comma; a decimal point is needed",
		help:    "Write a point. If these are two numbers, write a space behind the comma.",
		fix:     "write a point", safe: true, patches: []patch{{comma, comma + 1, "."}},
	})
}

// closed looks back at the entries of a bracket when it closes.
func (f *finder) closed(b *bracket, pos int) {
	f.loose(b)
	f.emptied(b.holes)
	if b.mapping && b.pairs == 0 && len(b.bare) > 0 {
		f.report(slip{
			rule: unreadable, at: stretch{b.at, pos + 1}, silent: true, doubt: stretch{b.at, pos + 1},
			message: named(f.text[b.at:pos+1]) + " is a list, so it belongs in square brackets",
			help:    "A list stands in `[…]`; `{…}` holds keys with values.",
			fix:     "write square brackets", safe: true,
			patches: []patch{{b.at, b.at + 1, "["}, {pos, pos + 1, "]"}},
		})
		return
	}
	for _, at := range b.bare {
		f.report(slip{
			rule: unreadable, at: at, silent: true, doubt: at,
			message: named(f.text[at.start:at.end]) + " is a key without a value, or a text that needs quotes",
			help:    "In `{…}` each entry is a key, a colon and a value.",
			patches: []patch{{at.start, at.end, "x-bare: 0"}},
		})
	}
	if !b.mapping && b.tight > 0 && b.spaced > 0 {
		f.decimals(b.at, pos)
	}
}

// emptied reports the commas that have nothing before them.
func (f *finder) emptied(commas []int) {
	for _, at := range commas {
		f.report(slip{
			rule: unreadable, at: stretch{at, at + 1},
			message: "nothing stands before this comma", help: "Delete the comma, or write what is missing.",
			fix: "delete the comma", safe: true, patches: []patch{{at, at + 1, ""}},
		})
	}
}

// decimals reports the numbers with a decimal comma in a list: where a space
// follows some commas, two digits that touch another belong together.
func (f *finder) decimals(at, end int) {
	var found []stretch
	var commas []int
	for i := at; i < end; i++ {
		if !isDigit(f.text[i]) || isWord(f.text[i-1]) {
			continue
		}
		run := stretch{i, i}
		comma := 0
		for run.end < end && (isDigit(f.text[run.end]) || f.decimal(run.end) && f.text[run.end] == ',') {
			if f.text[run.end] == ',' && comma > 0 {
				return
			}
			if f.text[run.end] == ',' {
				comma = run.end
			}
			run.end++
		}
		if comma > 0 {
			found, commas = append(found, run), append(commas, comma)
		}
		i = run.end - 1
	}
	for i, run := range found {
		f.decimalComma(run, commas[i])
	}
}

// unclosed reports a bracket that is never closed. It seems to end at the first
// offset; reading goes on at the second.
func (f *finder) unclosed(b *bracket, end, on int) int {
	f.loose(b)
	if len(b.holes) > 0 && len(bytes.TrimSpace(f.text[b.at+1:b.holes[0]])) == 0 {
		end, b.holes, b.pairAt = b.at+1, b.holes[1:], 0
	}
	f.emptied(b.holes)
	if b.pairAt > 0 && len(f.marks) > 1 && f.marks[len(f.marks)-2] == '{' {
		end = b.pairAt
	}
	f.report(slip{
		rule: neverClosed, at: stretch{b.at, b.at + 1}, doubt: stretch{b.at, max(end, b.at+1)},
		message: mark(f.text[b.at]) + " is never closed",
		help:    "Write " + mark(b.closer()) + " where it ends.",
		fix:     "close it", safe: lineAt(f.text, b.at).lineEnd >= end, patches: []patch{{end, end, string(rune(b.closer()))}},
	})
	return on
}

// mismatch handles a closing bracket of the other kind.
func (f *finder) mismatch(b *bracket, pos int) int {
	opener := byte('[')
	if f.text[pos] == '}' {
		opener = '{'
	}
	if bytes.IndexByte(f.marks[:len(f.marks)-1], opener) >= 0 {
		return f.unclosed(b, f.last, pos)
	}
	f.loose(b)
	f.emptied(b.holes)
	f.report(slip{
		rule: neverClosed, at: stretch{b.at, b.at + 1}, doubt: stretch{b.at, pos + 1},
		message: mark(f.text[b.at]) + " is closed with " + mark(f.text[pos]),
		help:    "Write the two brackets of one kind.",
		also:    stretch{pos, pos + 1}, alsoSays: "this bracket is of the other kind",
		fix: "close it with " + mark(b.closer()), safe: true, patches: []patch{{pos, pos + 1, string(rune(b.closer()))}},
	})
	f.last = pos + 1
	return pos + 1
}
