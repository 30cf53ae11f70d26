package source

import "bytes"

// stray reports a line that is neither an entry nor the rest of a text. One that
// seems to be a key without its colon is read on as that.
func (f *finder) stray(e *entry, i int) (int, bool) {
	lv := &f.levels[i]
	words := f.text[e.text:e.end]
	word := words[:max(0, bytes.IndexByte(words, ' '))]
	p := slip{rule: unreadable, at: stretch{e.text, e.end}, doubt: stretch{e.text, e.end}}
	switch {
	case e.start > 0 && e.start == f.wrapped:
		f.wrapped = e.next
		f.indent(e, lv.actual+2, len(f.slips)-1)
		return 0, false
	case bytes.HasPrefix(words, []byte("? ")):
		p.message, p.silent = "a key cannot begin with `?`", true
		p.help = "Write the key, a colon, a space and the value."
	case lv.list:
		p.message = named(words) + " stands among list items without a `-` of its own"
		p.help = "Begin it with a dash and a space, or indent it as part of the item above."
	case !isID(word):
		p.message = named(words) + " is no `key: value` line"
		p.help = "Indent the line if it belongs to the text above it."
	case lv.plain.end-lv.plain.start > 40:
		p.message = "there is no colon after " + named(word) + ", so this line is no `key: value`"
		p.help = "Indent the line if it goes on with the text above; else write a colon after the key."
		f.indent(e, lv.actual+2, f.report(p))
		f.wrapped = e.next
		return 0, false
	default:
		f.noColon(i, e.textLine, e.text)
		f.levels = f.levels[:i+1]
		return 0, false
	}
	f.report(p)
	f.drop(e)
	return 0, false
}

// noColon reports a key without its colon, and reads the value behind it.
func (f *finder) noColon(i int, l textLine, at int) {
	end := at + bytes.IndexByte(f.text[at:l.end], ' ')
	f.report(slip{
		rule: unreadable, at: stretch{at, end}, doubt: stretch{at, l.end}, silent: true,
		message: "there is no colon after " + named(f.text[at:end]) + ", so this line is no `key: value`",
		help:    "Write a colon and a space after the key.",
		fix:     "add the colon", patches: []patch{{end, end, ":"}},
	})
	lv := &f.levels[i]
	lv.entries, lv.last, lv.plain = lv.entries+1, at, stretch{}
	f.value(i, end, l)
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
