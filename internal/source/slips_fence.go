package source

import (
	"bytes"

	"regimen/internal/diag"
)

// closing finds the line that ends the frontmatter, or was meant to. It reports
// false where the opening turns out to be a mere rule above some prose.
func (f *fenceFinder) closing(c cut) (cut, bool) {
	text := f.file.Text
	scalar, blankBefore := -1, false
	for at := c.block; at < len(text); {
		l := lineAt(text, at)
		at = l.next
		words := f.words(l)
		depth := l.text - l.start
		if scalar >= 0 && len(words) > 0 && depth <= scalar {
			scalar = -1
		}
		switch {
		case len(words) == 0:
		case string(words) == fenceMark && !bytes.HasPrefix(text[l.start:], words):
			if f.indented(l, words, scalar >= 0) {
				return f.closedAt(c, l)
			}
		case string(words) == fenceMark:
			return f.closedAt(c, l)
		case depth == 0 && f.nearMiss(l, words):
			f.tricky = true
			return f.closedAt(c, l)
		case depth == 0 && f.prose(c, l, blankBefore) && f.facts(c.block, l.start) > 0:
			return f.unclosed(c, l.start)
		case scalar < 0 && opensText(words):
			scalar = depth
		}
		blankBefore = len(words) == 0
	}
	return f.unclosed(c, len(text))
}

func (f *fenceFinder) closedAt(c cut, l textLine) (cut, bool) {
	c.end, c.body = l.start, l.next
	if f.facts(c.block, c.end) >= 0 {
		return c, true
	}
	if f.needed {
		f.misplaced(c.open, c.openEnd, "what stands between the two lines `---` is prose; a file in this folder needs facts there")
		f.last().Help = "Write the facts as `key: value` lines between them."
	}
	return c, false
}

// unclosed reports a frontmatter that nothing ends; the prose seems to begin at
// the offset.
func (f *fenceFinder) unclosed(c cut, prose int) (cut, bool) {
	text := f.file.Text
	if f.facts(c.block, prose) <= 0 {
		return f.closedAt(c, lineAt(text, len(text)))
	}
	last := c.block
	for at := c.block; at < prose; {
		l := lineAt(text, at)
		if f.proseText(l) {
			prose = l.start
			break
		}
		if at = l.next; l.text < l.end {
			last = l.next
		}
	}
	c.end, c.body, f.tricky = prose, prose, true
	f.report(unclosedFence, c.open, c.openEnd, "the frontmatter that opens here is never closed with a line `---`")
	mark := fenceMark + "\n"
	if text[last-1] != '\n' {
		mark = "\n" + mark
	}
	f.fix("write `---` below its last line", stretch{last, last}, mark)
	if prose < len(text) {
		l := lineAt(text, prose)
		f.last().Related = []diag.Related{{
			At:      f.file.Span(l.start, l.end),
			Message: "the prose seems to begin here; the line `---` belongs above it",
		}}
	}
	return c, true
}

// indented judges a `---` that does not begin its line, and reports whether it
// was meant to end the frontmatter.
func (f *fenceFinder) indented(l textLine, words []byte, inText bool) bool {
	f.tricky = true
	at := l.start + bytes.Index(f.file.Text[l.start:l.end], words)
	goesOn := f.exactFence(l.next) && (inText || f.goesOn(l.next))
	if inText && goesOn {
		f.report(indentedFence, at, at+len(words), "this `---` inside a text ends the frontmatter; write another rule, such as `***`")
		f.fix("write `***`", stretch{at, at + len(words)}, "***")
		f.last().Fixes[0].Safe = false
		return false
	}
	if goesOn {
		f.report(indentedFence, at, at+len(words), "this indented `---` ends the frontmatter in the middle; delete it")
		f.fix("delete the line", stretch{l.start, l.next}, "")
		return false
	}
	f.report(indentedFence, at, at+len(words), "the `---` that ends the frontmatter is indented; it must begin the line")
	f.fix("delete the indentation", stretch{l.start, at}, "")
	return true
}

// exactFence reports whether a line `---` at the margin follows.
func (f *fenceFinder) exactFence(at int) bool {
	text := f.file.Text
	for at < len(text) {
		l := lineAt(text, at)
		if l.text == l.start && string(f.words(l)) == fenceMark {
			return true
		}
		at = l.next
	}
	return false
}

// goesOn reports whether the next line reads as frontmatter.
func (f *fenceFinder) goesOn(at int) bool {
	l := f.significant(at)
	shape, _ := shapeOf(f.file.Text, l.text, l.end)
	return f.keyLike(l) || l.text > l.start && shape != isText
}

// nearMiss reports a line that was meant to end the frontmatter but does not.
func (f *fenceFinder) nearMiss(l textLine, words []byte) bool {
	extra := bytes.HasPrefix(words, []byte(fenceMark+" "))
	if string(words) != "..." && !dashes(words) && (!extra || f.exactFence(l.next)) {
		return false
	}
	f.report(unclosedFence, l.start, l.end, "the frontmatter must end with a line `---` and nothing else, not "+named(words))
	f.fix("write `---`", stretch{l.start, l.end}, fenceMark)
	return true
}

// prose reports whether a line at the margin begins the prose, so that the
// closing fence was forgotten above it.
func (f *fenceFinder) prose(c cut, l textLine, blankBefore bool) bool {
	text := f.file.Text
	if text[l.start] != '#' {
		odd := bytes.Count(text[c.block:l.start], []byte{'"'})%2 != 0 // a quoted text may be open
		return blankBefore && !odd && f.proseText(l) && !f.keyLike(f.significant(l.next))
	}
	hashes := len(text[l.start:l.end]) - len(bytes.TrimLeft(text[l.start:l.end], "#"))
	after := lineAt(text, l.next)
	blankAfter := after.text >= after.end
	if hashes > 6 || l.start+hashes >= l.end || text[l.start+hashes] != ' ' || hashes == 1 && !blankAfter {
		return false
	}
	next := f.significant(l.next)
	if next.text >= next.end || f.proseText(next) {
		return true
	}
	shape, _ := shapeOf(text, next.text, next.end)
	return shape == isItem && blankAfter && hashes > 1 && !f.keyLike(lineFrom(next, next.text+2))
}

// lineFrom is a line without what stands before an offset.
func lineFrom(l textLine, at int) textLine {
	l.start, l.text = min(at, l.end), min(at, l.end)
	return l
}

// proseText reports whether a line reads as a sentence, not as frontmatter.
func (f *fenceFinder) proseText(l textLine) bool {
	text := f.file.Text
	if l.text != l.start || l.text >= l.end || bytes.IndexByte([]byte("-[]{}\"'#%"), text[l.start]) >= 0 {
		return false
	}
	if f.keyLike(l) || bytes.IndexByte(text[l.start:l.end], ' ') < 0 {
		return false
	}
	shape, colon := shapeOf(text, l.text, l.end)
	return shape == isText || shape == isKey && bytes.IndexByte(text[l.start:colon], ' ') > 0
}

// facts is positive for a block that holds facts, negative for one that holds
// only prose, and 0 for one that holds nothing.
func (f *fenceFinder) facts(at, end int) int {
	text, found := f.file.Text[:end], 0
	for at < end {
		l := lineAt(text, at)
		at = l.next
		if l.text >= l.end || text[l.text] == '#' {
			continue
		}
		found = -1
		shape, _ := shapeOf(text, l.text, l.end)
		if shape != isText || bytes.IndexByte([]byte("[{\"'"), text[l.text]) >= 0 {
			return 1
		}
	}
	return found
}

// opensText reports whether a line ends with the `|` or `>` that opens a text.
func opensText(words []byte) bool {
	if i := bytes.Index(words, []byte(" #")); i > 0 {
		words = bytes.TrimRight(words[:i], " \t")
	}
	mark := bytes.TrimRight(words, "+-0123456789")
	n := len(mark)
	return n > 1 && (mark[n-1] == '|' || mark[n-1] == '>') && (mark[n-2] == ' ' || mark[n-2] == '\t')
}
