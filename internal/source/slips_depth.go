package source

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

// holds is the same for a line that does or does not begin with a dash: a wrong
// depth counts as right only for lines like the one that was reported.
func (lv *level) holds(column int, dash bool) bool {
	return lv.fits(column) && (column != lv.also || lv.list == dash)
}

// place finds the level that a line is an entry of, and closes the levels below
// it. It reports false when the line is no entry, and then has dealt with it.
func (f *finder) place(e *entry) (int, bool) {
	top := len(f.levels) - 1
	if top < 0 {
		return f.child(e, top)
	}
	dash := e.shape == isItem || e.shape == isTight
	i := top
	for i >= 0 && !f.levels[i].holds(e.column, dash) && f.levels[i].column > e.column {
		i--
	}
	if !dash && i > 0 && f.levels[i].list && f.levels[i].fits(e.column) && !f.levels[i-1].list && f.levels[i-1].fits(e.column) {
		i--
	}
	if dash && i > 0 && f.levels[i].inline && !f.levels[i].list && f.levels[i-1].list && f.levels[i-1].fits(e.column) {
		i-- // the item above stood less deep than its list, so that its keys stand here
	}
	if i < 0 {
		return f.misplaced(e, dash)
	}
	lv := &f.levels[i]
	fits, last := lv.fits(e.column), i == top
	switch {
	case fits && lv.list == dash && (dash || e.shape != isText):
		f.levels = f.levels[:i+1]
		return i, true
	case last && lv.open && (!fits || dash && !lv.list):
		return f.child(e, i)
	case last && !fits && lv.plain.end > 0:
		return f.continued(e, i)
	case e.shape == isText:
		return f.stray(e, i)
	}
	return f.misplaced(e, dash)
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
	whole := parent < 0 && (f.text[e.text] == '{' || f.text[e.text] == '[')
	if !whole && (parent < 0 || f.keyFollows(e.next, e.column)) {
		if f.push(lv, e.text) {
			return f.stray(e, len(f.levels)-1)
		}
		return 0, false
	}
	if whole {
		f.levels, parent = append(f.levels, lv), 0
	}
	f.indent(e, max(0, lv.actual), lv.slip)
	f.value(parent, e.text, e.textLine)
	return 0, false
}

// keyFollows reports whether the next line is a key in a given column.
func (f *finder) keyFollows(at, column int) bool {
	next := f.following(at)
	shape, _ := shapeOf(f.text, next.text, next.end)
	return next.text-next.start == column && (shape == isKey || shape == isTightKey)
}

// continued reads a line that lies deeper than a plain text: it goes on with it,
// unless it looks like an entry at the wrong depth.
func (f *finder) continued(e *entry, i int) (int, bool) {
	lv := &f.levels[i]
	switch {
	case e.shape == isItem && f.nearest(e, true) >= 0:
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
	f.indent(e, max(e.column+lv.shift, lv.actual+1), lv.slip)
	f.plainText(i, e.text, e.end)
	return 0, false
}

// holdsKey reports whether a list item begins a mapping.
func (f *finder) holdsKey(e *entry) bool {
	rest := lineAt(f.text[:e.end], min(e.text+1, e.end))
	shape, _ := shapeOf(f.text, rest.text, e.end)
	return shape == isKey
}
