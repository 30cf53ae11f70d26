package source

import (
	"bytes"
	"strings"

	"regimen/internal/diag"
)

// value reads the value of the last entry of a level, from an offset of a line.
func (f *finder) value(i, at int, l textLine) {
	at = f.gap(at, l.end)
	lv := &f.levels[i]
	lv.open = at >= l.end
	if lv.open {
		return
	}
	f.stop, f.extended, f.column, f.last, f.lost = l.end, false, lv.column, at, -1
	next := byte(' ')
	if at+1 < l.end {
		next = f.text[at+1]
	}
	switch c := f.text[at]; {
	case c == '#' && at > l.text:
		lv.open = !f.lostValue(at, l.end)
	case c == '"' || c == '\'':
		f.quotedValue(i, at)
	case c == '{' && next == '{':
		f.reserved(i, at, l)
	case c == '[' || c == '{':
		f.after(i, at, f.bracketed(at))
	case c == '|' || c == '>':
		f.block(i, at, l)
	case strings.IndexByte("&*!", c) >= 0:
		whole := stretch{at, f.wordsEnd(at, l.end)}
		if on := f.reference(whole); on < 0 {
			f.reserved(i, at, l)
		} else if on < whole.end {
			f.value(i, on, l)
		}
	case c == '-' && isBlank(next):
		f.listOnLine(i, at, l)
	case strings.IndexByte("%@`]},", c) >= 0 || c == '?' && isBlank(next):
		f.reserved(i, at, l)
	case f.curlyValue(i, at, l):
	default:
		lv.plain.start = at
		f.plainText(i, at, l.end)
	}
}

// gap passes the blanks before a value, and reports one that is no plain space.
func (f *finder) gap(at, end int) int {
	for at < end {
		n := blankSize(f.text[at:end])
		if n == 0 {
			break
		}
		if n > 1 {
			f.report(slip{
				rule: missingSpace, at: stretch{at, at + n}, silent: true,
				message: "the blank before " + named(f.text[at+n:end]) + " is no plain space, so it does not count",
				help:    "Replace it with a space from the space bar.",
				fix:     "write a plain space", safe: true, patches: []patch{{at, at + n, " "}},
			})
		}
		at += n
	}
	return at
}

// wordsEnd is where the words of a line end: before a comment.
func (f *finder) wordsEnd(at, end int) int {
	if i := f.comment(at, end); i >= 0 {
		end = i
	}
	for end > at && isBlank(f.text[end-1]) {
		end--
	}
	return end
}

// comment finds the `#` that begins a comment, or -1.
func (f *finder) comment(at, end int) int {
	for i := at; i < end; i++ {
		if f.text[i] == '#' && i > 0 && isBlank(f.text[i-1]) {
			return i
		}
	}
	return -1
}

// plainText reads a line of unquoted text.
func (f *finder) plainText(i, at, end int) {
	lv := &f.levels[i]
	words := f.wordsEnd(at, end)
	lv.plain.end = words
	if words < end {
		f.hash(lv.plain.start, f.comment(at, end), end)
		f.goesOn(i, end)
	}
	for j := at; j < words; j++ {
		if f.text[j] == ':' && (j+1 == words || isBlank(f.text[j+1])) {
			whole := stretch{lv.plain.start, words}
			if words == end {
				whole.end = f.plainEnd(lineAt(f.text, at), lv.column)
			}
			f.colon(i, whole)
			return
		}
	}
	if words < end {
		lv.plain = stretch{}
	}
}

// goesOn mends a text that goes on in the next line although a lost `#` ended it.
func (f *finder) goesOn(i, end int) {
	n := len(f.slips) - 1
	if n < 0 || f.slips[n].rule != lostAfterHash || f.slips[n].at.end != end {
		return
	}
	whole := stretch{f.levels[i].plain.start, f.plainEnd(lineAt(f.text, end), f.levels[i].column)}
	if whole.end <= end {
		return
	}
	p := &f.slips[n]
	p.severity, p.safe, p.doubt = diag.Error, true, whole
	p.offer, p.patches = nil, quoting(f.text, whole)
}

// plainEnd is where an unquoted text ends that goes on over the following lines;
// reading goes on behind it.
func (f *finder) plainEnd(l textLine, column int) int {
	end, next := f.textEnd(l, column)
	f.at = max(f.at, next)
	return end
}

// textEnd is where the text of a line ends if the deeper lines below go on with
// it, and the line behind it.
func (f *finder) textEnd(l textLine, column int) (end, next int) {
	end, next = l.end, l.next
	for at := l.next; at < len(f.text); {
		l = lineAt(f.text, at)
		at = l.next
		if l.text >= l.end {
			continue
		}
		shape, colon := shapeOf(f.text, l.text, l.end)
		key := shape == isKey && isID(f.text[l.text:colon]) && f.text[l.text] >= 'a'
		if l.text-l.start <= column || shape == isItem || key || f.text[l.text] == '#' {
			break
		}
		end, next = l.end, l.next
	}
	return end, next
}

// colon reports an unquoted text with a colon that YAML takes for a key's.
func (f *finder) colon(i int, whole stretch) {
	text := f.text[whole.start:whole.end]
	p := slip{
		rule: unquotedColon, at: whole, doubt: whole, silent: f.levels[i].list,
		message: named(text) + " contains `: `, so it must be quoted",
		help:    "Put the whole text into quotes.",
		fix:     "put it into quotes", safe: true, patches: quoting(f.text, whole),
	}
	if text[len(text)-1] == ':' && bytes.Count(text, []byte(": ")) == 0 {
		p.message = named(text) + " ends with a colon, so it must be quoted"
		p.help = "Put the whole text into quotes, or delete the colon."
	}
	f.report(p)
	f.levels[i].plain = stretch{}
}

// lostValue reports a value that is lost as a whole, and reads on as if it were
// quoted.
func (f *finder) lostValue(at, end int) bool {
	before := len(f.slips)
	f.hash(at, at, end)
	if len(f.slips) == before {
		return false
	}
	p := &f.slips[before]
	p.severity, p.safe, p.patches, p.doubt = diag.Error, true, p.offer, p.at
	return true
}

// hash judges a comment behind a text: one whose `#` touches the next word was
// meant as text.
func (f *finder) hash(start, at, end int) {
	rest := f.text[at+1 : end]
	if len(rest) == 0 || isBlank(rest[0]) || rest[0] == '#' || bytes.HasPrefix(rest, []byte("regimen:")) {
		return
	}
	f.report(slip{
		rule: lostAfterHash, at: stretch{at, end}, silent: true,
		message: named(f.text[at:end]) + " is lost: a `#` after a space begins a comment",
		help:    "Put the text into quotes if the `#` belongs to it; write `# ` before a comment.",
		fix:     "put it into quotes", offer: quoting(f.text, stretch{start, end}),
	})
}

// reserved reports a text whose first character means something to YAML.
func (f *finder) reserved(i, at int, l textLine) {
	whole := stretch{at, f.wordsEnd(at, l.end)}
	if whole.end == l.end {
		whole.end = f.plainEnd(l, f.levels[i].column)
	}
	f.reservedText(whole)
}

func (f *finder) reservedText(whole stretch) {
	message := named(f.text[whole.start:whole.end]) + " begins with " + mark(f.text[whole.start]) + ", so it must be quoted"
	if whole.end == whole.start+1 {
		message = "a text that is only " + mark(f.text[whole.start]) + " must be quoted"
	}
	f.report(slip{
		rule: unreadable, at: whole, silent: strings.IndexByte("!>|{", f.text[whole.start]) >= 0, doubt: whole,
		message: message,
		help:    "Put the whole text into quotes.",
		fix:     "put it into quotes", safe: true, patches: quoting(f.text, whole),
	})
}

// listOnLine reports a list that begins on the line of its key.
func (f *finder) listOnLine(i, at int, l textLine) {
	column := f.levels[i].column + 2
	next := f.following(l.next)
	if shape, _ := shapeOf(f.text, next.text, next.end); shape == isItem && next.text-next.start >= f.levels[i].column {
		column = next.text - next.start
	}
	if f.levels[i].list || at+1 >= l.end {
		f.reserved(i, at, l)
		return
	}
	f.report(slip{
		rule: unreadable, at: stretch{at, at + 1}, doubt: stretch{at, l.end},
		message: "a list cannot begin on the line of its key",
		help:    "Write each item on a line of its own below the key, or put the text into quotes.",
		patches: []patch{{at, at, "\n" + spaces(column)}},
	})
	lv := level{list: true, column: column, actual: column, also: -1, slip: -1, entries: 1, first: at, last: at}
	if f.push(lv, at) {
		f.item(len(f.levels)-1, newEntry(l), at+1, column+1)
	}
}
