package source

import (
	"bytes"
	"slices"
	"strings"
)

const (
	deepest   = 32  // how many lists and mappings may stand inside each other
	mostSlips = 100 // how many slips of a file are told

	manySlips     = "there are more than 100 slips in this file; what follows was not looked at"
	manySlipsHelp = "Mend the slips above first."
)

// finder reads a frontmatter line by line, as its author sees it: by the look of
// each line and by its depth. It collects the slips, and goes on behind each as
// if it were mended.
type finder struct {
	text    []byte
	lineOf  func(at int) int // the line of an offset, in the file
	at      int              // where the next line starts
	levels  []level
	slips   []slip
	quiet   []patch // what is mended without a word, since it was reported before
	odd     int     // the line that follows a line with odd indentation
	wrapped int     // the line that follows a line that goes on with a text
	gaveUp  bool    // the rest makes no sense to read

	// Of the bracketed or quoted value being read:
	marks    []byte  // the open brackets
	stop     int     // where it must have ended
	extended bool    // stop is already beyond the first line
	column   int     // the depth of the entry it belongs to
	last     int     // the end of its last word
	plain    stretch // its last word, when it is unquoted text
	lost     int     // a `#` in a word that YAML would take for a comment, or -1
}

// entry is a line on its way to its level.
type entry struct {
	textLine
	shape  shape
	colon  int
	column int // its depth as written, or as guessed from odd blanks
	slip   int // the slip that its indentation is part of, or -1
	dash   int // the slip that its missing space behind the dash is, or -1
}

func newEntry(l textLine) entry {
	return entry{textLine: l, column: l.text - l.start, slip: -1, dash: -1}
}

func (f *finder) run() {
	for f.at < len(f.text) && !f.gaveUp {
		l := lineAt(f.text, f.at)
		f.at = l.next
		if l.text < l.end && f.text[l.text] != '#' && !f.document(l) {
			f.enter(l)
		}
	}
}

// report adds a slip and returns its number.
func (f *finder) report(p slip) int {
	p.severity = max(p.severity, p.rule.Severity)
	f.slips = append(f.slips, p)
	n := len(f.slips) - 1
	if n+1 == mostSlips && !f.gaveUp {
		f.gaveUp = true
		f.report(slip{
			rule: tooMuch, at: p.at, silent: true,
			message: manySlips, help: manySlipsHelp,
		})
	}
	return n
}

// keepSilent drops the slips that a draft which YAML can read cannot have; unless
// they come to light when the others are mended.
func (f *finder) keepSilent(d draft) {
	all, kept := f.slips, make([]slip, 0, len(f.slips))
	for _, p := range f.slips {
		if p.silent {
			kept = append(kept, p)
		}
	}
	f.slips = kept
	if _, err := nodes(d.patched(f.patches()).text); err != nil {
		f.slips = all
	}
}

// patches is all that the slips need to be mended.
func (f *finder) patches() []patch {
	all := slices.Clone(f.quiet)
	for _, p := range f.slips {
		all = append(all, p.patches...)
	}
	return all
}

// document handles the lines that YAML keeps for itself. An indented `---` was
// reported with the fences.
func (f *finder) document(l textLine) bool {
	words := f.text[l.text:l.end]
	gone := patch{l.text, l.end, ""}
	switch {
	case string(words) == fenceMark:
		f.quiet = append(f.quiet, gone)
	case l.text > l.start:
		return false
	case bytes.HasPrefix(words, []byte(fenceMark+" ")):
		f.report(slip{
			rule: unsupportedSyntax, at: stretch{l.start, l.start + len(fenceMark)}, silent: true,
			message: "the line " + named(words) + " is not read here; a file holds one frontmatter",
			help:    "Delete the line.", patches: []patch{gone},
		})
	case words[0] == '%' && len(words) > 1 && words[1] >= 'A' && words[1] <= 'Z':
		f.report(slip{
			rule: unsupportedSyntax, at: stretch{l.start, l.end}, silent: true,
			message: named(words) + " is an instruction to other programs, which is not read here",
			help:    "Delete the line.", patches: []patch{gone},
		})
	default:
		return false
	}
	return true
}

// enter finds the level of a line and reads the entry that begins there.
func (f *finder) enter(l textLine) {
	e := newEntry(l)
	e.shape, e.colon = shapeOf(f.text, l.text, l.end)
	if !f.spacesOnly(l) {
		f.oddLead(&e)
	}
	i, ok := f.place(&e)
	if !ok {
		return
	}
	lv := &f.levels[i]
	lv.shift = lv.actual - e.column
	if e.column == lv.column {
		lv.also = -1
	}
	owner := lv.slip
	if e.shape == isTight {
		e.dash, e.shape = f.tightDash(e.text, e.end), isItem
		owner = e.dash
	}
	f.indent(&e, lv.actual, owner)
	f.entry(i, e, e.text, e.column)
}

// entry reads what begins at an offset as an entry of a level.
func (f *finder) entry(i int, e entry, at, column int) {
	lv := &f.levels[i]
	lv.entries++
	if lv.entries == 1 {
		lv.first = at
	}
	lv.last, lv.open, lv.plain = at, false, stretch{}
	switch e.shape {
	case isItem:
		f.item(i, e, at+1, column+1)
	case isKey, isTightKey:
		f.keyed(i, e, at)
	default:
		f.value(i, at, e.textLine)
	}
}

// item reads what stands behind a dash.
func (f *finder) item(i int, e entry, at, column int) {
	start := at
	for at < e.end && isBlank(f.text[at]) {
		at++
	}
	column += at - start
	if at >= e.end || f.text[at] == '#' {
		f.value(i, at, e.textLine)
		return
	}
	e.shape, e.colon = shapeOf(f.text, at, e.end)
	word := f.text[at : at+max(0, bytes.IndexByte(f.text[at:e.end], ' '))]
	bare := e.shape == isText && (colonForgotten(f.text[at:e.end]) || isID(word) && f.keyFollows(e.next, column))
	if !bare && (e.shape == isText || e.shape == isTight || e.shape == isKey && f.sentence(e, at, column)) {
		f.value(i, at, e.textLine)
		return
	}
	outer := f.levels[i]
	inner := level{
		list: e.shape == isItem, inline: true, column: column, actual: column + outer.shift,
		also: -1, slip: outer.slip, shift: outer.shift, first: at,
	}
	if e.dash >= 0 {
		inner.actual, inner.slip, e.dash = inner.actual+1, e.dash, -1
	}
	switch {
	case !f.push(inner, at):
	case bare:
		f.noColon(len(f.levels)-1, e.textLine, at)
	default:
		f.entry(len(f.levels)-1, e, at, column)
	}
}

// sentence reports whether a list item that looks like a key is a sentence with a
// colon in it.
func (f *finder) sentence(e entry, at, column int) bool {
	words := f.text[at:e.colon]
	if len(words) == 0 || isID(words) && words[0] >= 'a' || strings.IndexByte("\"'&*!?<", words[0]) >= 0 {
		return false
	}
	if next := f.following(e.next); next.text-next.start == column && next.text < next.end {
		return false
	}
	return bytes.IndexByte(words, ' ') > 0 || bytes.IndexByte(bytes.TrimSpace(f.text[e.colon+1:e.end]), ' ') > 0
}

// following is the next line that is neither blank nor a comment.
func (f *finder) following(at int) textLine {
	l := lineAt(f.text, at)
	for l.next < len(f.text) && (l.text >= l.end || f.text[l.text] == '#') {
		l = lineAt(f.text, l.next)
	}
	return l
}

// push opens a level, unless the nesting grows too deep.
func (f *finder) push(lv level, at int) bool {
	if len(f.levels) >= deepest {
		f.deep(at)
		return false
	}
	f.levels = append(f.levels, lv)
	return true
}

func (f *finder) deep(at int) {
	f.gaveUp = true
	f.report(slip{
		rule: tooMuch, at: stretch{at, min(at+1, len(f.text))}, silent: true,
		message: "lists and groups of keys stand inside each other more than 32 deep",
		help:    "Nothing in a content file needs such depth; look for brackets or dashes typed by mistake.",
	})
}
