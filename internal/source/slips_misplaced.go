package source

import "fmt"

// nearest is the level of a kind whose column is closest, the deeper of two; one
// that the next line agrees with, if there is any. It is -1 if there is none.
func (f *finder) nearest(e *entry, list bool) int {
	best, distance, agreed := -1, 0, false
	for i := len(f.levels) - 1; i >= 0; i-- {
		lv := &f.levels[i]
		if lv.list != list {
			continue
		}
		d, agrees := max(lv.column-e.column, e.column-lv.column), f.agrees(e, i)
		if best < 0 || agrees && !agreed || agrees == agreed && d < distance {
			best, distance, agreed = i, d, agrees
		}
	}
	return best
}

// agrees reports whether the next line could follow if the entry were one of
// level i.
func (f *finder) agrees(e *entry, i int) bool {
	next := f.following(e.next)
	if next.text >= next.end || !f.spacesOnly(next) {
		return true
	}
	column, own := next.text-next.start, f.levels[i].column
	shape, _ := shapeOf(f.text, next.text, next.end)
	if f.opens(e) {
		return column > own || column == own && shape == isItem && e.shape != isItem
	}
	if column > own && (shape == isText || e.shape == isItem || e.shape == isTight) {
		return true
	}
	for j := range i + 1 {
		if f.levels[j].fits(column) {
			return true
		}
	}
	return false
}

// opens reports whether the value of an entry is to come on the next lines.
func (f *finder) opens(e *entry) bool {
	at := e.text + 1
	if e.shape == isKey {
		at = e.colon + 1
	}
	return e.shape != isText && lineAt(f.text[:e.end], at).text >= f.wordsEnd(at, e.end)
}

func (f *finder) spacesOnly(l textLine) bool {
	for _, c := range f.text[l.start:l.text] {
		if c != ' ' {
			return false
		}
	}
	return true
}

// misplaced reports a key or list item at a depth where none can stand.
func (f *finder) misplaced(e *entry, list bool) (int, bool) {
	i := f.nearest(e, list)
	if i < 0 {
		f.report(slip{
			rule: unreadable, at: f.head(e.text), doubt: stretch{e.text, e.end},
			message: f.words(e.text) + " does not fit in with the lines above",
			help:    "Check its indentation; a list item begins with a dash and a space.",
		})
		f.drop(e)
		return 0, false
	}
	silent := list && !f.holdsKey(e)
	if f.blameFirst(e, i) {
		f.slips[len(f.slips)-1].silent = silent
		f.levels = f.levels[:i+1]
		return i, true
	}
	f.levels = f.levels[:i+1]
	lv := &f.levels[i]
	lv.also = e.column
	lv.slip = f.depth(e.text, lv.last, e.column, lv.actual)
	f.slips[lv.slip].silent = silent
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
	f.slips[p].patches = append(f.slips[p].patches, patch{start, lv.first, spaces(column)})
	lv.also, lv.actual = column, column
}
