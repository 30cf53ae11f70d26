package source

import (
	"bytes"
	"fmt"
)

// level is an open list or mapping.
type level struct {
	list    bool
	inline  bool // it begins behind a dash, on the dash's line
	column  int  // where its entries begin, as written
	actual  int  // where they belong
	also    int  // a wrong depth that was reported and now counts as right, or -1
	slip    int  // the slip that reported it, or -1
	shift   int  // by how much the last entry was moved
	first   int  // the first entry's offset
	last    int  // the last entry's offset
	entries int
	open    bool    // the last entry has no value yet
	plain   stretch // the last entry's value, when it is plain text that may go on
	lead    string  // odd indentation of its entries
}

// fits reports whether entries of a level may begin at a column.
func (lv *level) fits(column int) bool {
	return column == lv.column || column == lv.actual || column == lv.also
}

// place finds the level that a line is an entry of, and closes the levels below
// it. It reports false when the line is no entry, and then has dealt with it.
func (f *finder) place(e *entry) (int, bool) {
	top := len(f.levels) - 1
	if top < 0 {
		return f.child(e, top)
	}
	i := top
	for i >= 0 && !f.levels[i].fits(e.column) && f.levels[i].column > e.column {
		i--
	}
	dash := e.shape == isItem || e.shape == isTight
	if !dash && i > 0 && f.levels[i].list && f.levels[i].fits(e.column) && !f.levels[i-1].list && f.levels[i-1].fits(e.column) {
		i--
	}
	switch {
	case i < 0:
		return f.misplaced(e, dash)
	case f.levels[i].fits(e.column) && f.levels[i].list == dash && (dash || e.shape != isText):
		f.levels = f.levels[:i+1]
		return i, true
	case f.levels[i].fits(e.column) && dash && f.levels[i].open && i == top:
		return f.child(e, i)
	case f.levels[i].fits(e.column) && dash == f.levels[i].list || e.shape == isText && !f.deeper(i, e.column):
		return f.stray(e, i)
	case f.deeper(i, e.column) && i == top && f.levels[i].open:
		return f.child(e, i)
	case f.deeper(i, e.column) && i == top && f.levels[i].plain.end > 0:
		return f.continued(e, i)
	case e.shape == isText:
		return f.stray(e, i)
	}
	return f.misplaced(e, dash)
}

// deeper reports whether a column lies inside the entries of a level.
func (f *finder) deeper(i, column int) bool {
	return !f.levels[i].fits(column) && column > f.levels[i].column
}

// child opens the level of a line that is the value of the entry above.
func (f *finder) child(e *entry, parent int) (int, bool) {
	lv := level{
		list: e.shape == isItem || e.shape == isTight, column: e.column, actual: e.column,
		also: -1, slip: -1,
	}
	if lead := f.text[e.start:e.text]; e.slip >= 0 {
		lv.lead = string(lead)
	}
	if parent >= 0 {
		p := &f.levels[parent]
		p.open = false
		lv.slip, lv.shift = p.slip, p.shift
		lv.actual = max(e.column+p.shift, p.actual)
	}
	if e.shape != isText {
		return len(f.levels), f.push(lv, e.text)
	}
	if parent < 0 {
		f.levels, parent = append(f.levels, lv), 0
		if c := f.text[e.text]; c != '{' && c != '[' {
			return f.stray(e, parent)
		}
	}
	f.indent(e, max(0, lv.actual), lv.slip)
	f.value(parent, e.text, e.textLine)
	return 0, false
}

// continued reads a line that lies deeper than a plain text: it goes on with it,
// unless it looks like an entry at the wrong depth.
func (f *finder) continued(e *entry, i int) (int, bool) {
	lv := &f.levels[i]
	switch {
	case e.shape == isItem && f.nearest(e.column, true) >= 0:
		return f.misplaced(e, true)
	case e.shape == isItem && (isID(f.text[lv.plain.start:lv.plain.end]) || f.holdsKey(e)):
		f.report(slip{
			rule: unreadable, at: stretch{e.text, e.text + 1}, silent: true,
			message: "a list begins here, but the value " + named(f.text[lv.plain.start:lv.plain.end]) + " already stands above",
			help:    "Make the value above the first item of the list, or delete it.",
			doubt:   stretch{lv.plain.start, e.end},
		})
		e.column--
		f.drop(e)
		return 0, false
	case e.shape == isTight && lv.list:
		e.column = lv.column
		return i, true
	case e.shape == isKey && isID(f.text[e.text:e.colon]) && f.text[e.text] >= 'a':
		return f.misplaced(e, false)
	case e.shape == isKey:
		f.colon(i, stretch{lv.plain.start, f.plainEnd(e.textLine, lv.column)})
		return 0, false
	}
	f.indent(e, e.column+lv.shift, lv.slip)
	f.plainText(i, e.text, e.end)
	return 0, false
}

// holdsKey reports whether a list item begins a mapping.
func (f *finder) holdsKey(e *entry) bool {
	rest := lineAt(f.text[:e.end], min(e.text+1, e.end))
	shape, _ := shapeOf(f.text, rest.text, e.end)
	return shape == isKey
}

// nearest is the level of a kind whose column is closest, the deeper of two; -1
// if there is none.
func (f *finder) nearest(column int, list bool) int {
	best, distance := -1, 0
	for i := len(f.levels) - 1; i >= 0; i-- {
		lv := &f.levels[i]
		if d := max(lv.column-column, column-lv.column); lv.list == list && (best < 0 || d < distance) {
			best, distance = i, d
		}
	}
	return best
}

// misplaced reports a key or list item at a depth where none can stand.
func (f *finder) misplaced(e *entry, list bool) (int, bool) {
	i := f.nearest(e.column, list)
	if i < 0 {
		f.report(slip{
			rule: unreadable, at: f.head(e.text), doubt: stretch{e.text, e.end},
			message: f.words(e.text) + " does not fit in with the lines above",
			help:    "Check its indentation; a list item begins with a dash and a space.",
		})
		f.drop(e)
		return 0, false
	}
	if f.blameFirst(e, i) {
		f.levels = f.levels[:i+1]
		return i, true
	}
	f.levels = f.levels[:i+1]
	lv := &f.levels[i]
	lv.also = e.column
	lv.slip = f.depth(e.text, lv.last, e.column, lv.actual)
	f.slips[lv.slip].silent = list && !f.holdsKey(e)
	return i, true
}

// depth reports an entry at the wrong depth, which should align with another, if
// there is one.
func (f *finder) depth(at, model, column, right int) int {
	p := slip{
		rule: unreadable, at: f.head(at), fix: "align it",
		message: fmt.Sprintf("%s begins in column %d; it should begin in column %d", f.words(at), column+1, right+1),
		help:    "Indent it by " + count(right, "space") + ".",
	}
	if model >= 0 {
		p.message += fmt.Sprintf(", like %s in line %d", f.words(model), f.lineOf(model))
		p.also, p.alsoSays = f.head(model), "it should align with this"
	}
	return f.report(p)
}

// blameFirst puts the blame on the first entry of a level, where it, and not the
// line that disagrees with it, is indented oddly.
func (f *finder) blameFirst(e *entry, i int) bool {
	lv := &f.levels[i]
	if lv.entries != 1 {
		return false
	}
	if lv.inline {
		return f.blameDash(e, i)
	}
	parent := 0
	if i > 0 {
		parent = f.levels[i-1].column
		if f.regular(lv.column-parent, lv.list) || !f.regular(e.column-parent, lv.list) {
			return false
		}
	} else if e.column > lv.column {
		return false
	}
	f.move(i, e.column, e.text)
	return true
}

// blameDash does so for the first item of a list, whose second line disagrees.
func (f *finder) blameDash(e *entry, i int) bool {
	list := &f.levels[i-1]
	if list.entries != 1 || list.inline {
		return false
	}
	column := e.column - (f.levels[i].column - list.column)
	next := f.nextDash(e.next, e.column)
	if next >= 0 {
		if next-lineStart(f.text, next) != column {
			return false
		}
	} else if i < 2 || f.regular(list.column-f.levels[i-2].column, true) || !f.regular(column-f.levels[i-2].column, true) {
		return false
	}
	f.move(i-1, column, next)
	f.levels[i].also, f.levels[i].actual = e.column, e.column
	return true
}

// regular reports whether entries commonly stand that much deeper than what they
// belong to.
func (f *finder) regular(step int, list bool) bool { return step == 2 || step == 0 && list }

// nextDash is the offset of the next list item that is less deep, or -1.
func (f *finder) nextDash(at, column int) int {
	for at < len(f.text) {
		l := lineAt(f.text, at)
		at = l.next
		if l.text >= l.end || l.text-l.start >= column {
			continue
		}
		if shape, _ := shapeOf(f.text, l.text, l.end); shape == isItem {
			return l.text
		}
		return -1
	}
	return -1
}

// move reports the first entry of a level as indented wrongly.
func (f *finder) move(i, column, model int) {
	lv := &f.levels[i]
	p := f.depth(lv.first, model, lv.column, column)
	start := lineStart(f.text, lv.first)
	f.slips[p].patches = append(f.slips[p].patches, patch{start, lv.first, string(bytes.Repeat([]byte{' '}, column))})
	lv.also, lv.actual = column, column
}

// stray reports a line that is neither an entry nor the rest of a text.
func (f *finder) stray(e *entry, i int) (int, bool) {
	words := f.text[e.text:e.end]
	p := slip{rule: unreadable, at: stretch{e.text, e.end}, doubt: stretch{e.text, e.end}}
	word := words
	if n := bytes.IndexByte(words, ' '); n > 0 {
		word = words[:n]
	}
	switch {
	case f.levels[i].list:
		p.message = named(words) + " stands among list items without a `-` of its own"
		p.help = "Begin it with a dash and a space, or indent it as part of the item above."
	case isID(word):
		p.message = "there is no colon after " + named(word) + ", so this line is no `key: value`"
		p.help = "Write a colon and a space after the key; or indent the line if it goes on with the text above."
	default:
		p.message = named(words) + " is no `key: value` line"
		p.help = "Indent the line if it belongs to the text above it."
	}
	f.report(p)
	f.drop(e)
	return 0, false
}

// drop takes a line out of the draft, with all that lies deeper, for the sake of
// the last slip.
func (f *finder) drop(e *entry) {
	p := &f.slips[len(f.slips)-1]
	p.patches = append(p.patches, patch{e.text, e.end, ""})
	for f.at < len(f.text) {
		l := lineAt(f.text, f.at)
		if l.text < l.end && l.text-l.start <= e.column {
			break
		}
		p.patches = append(p.patches, patch{l.text, l.end, ""})
		f.at = l.next
	}
}

// head is the key, or the dash, that an entry begins with.
func (f *finder) head(at int) stretch {
	end := lineAt(f.text, at).end
	switch shape, colon := shapeOf(f.text, at, end); shape {
	case isKey, isTightKey:
		return stretch{at, colon}
	case isItem, isTight:
		return stretch{at, at + 1}
	}
	return stretch{at, end}
}

func (f *finder) words(at int) string {
	if f.text[at] == '-' {
		return "the `-`"
	}
	h := f.head(at)
	return named(f.text[h.start:h.end])
}
