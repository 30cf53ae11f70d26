package source

import "bytes"

// block reads the text under a `|` or `>`.
func (f *finder) block(i, at int, l textLine) {
	header := f.text[at+1 : f.wordsEnd(at, l.end)]
	counted := bytes.ContainsAny(header, "123456789")
	lv := &f.levels[i]
	next := f.following(l.next)
	bare := next.text >= next.end || next.text-next.start <= lv.column
	if !isHeader(header) || bare && counted {
		f.reserved(i, at, l)
		return
	}
	depth := lv.column + 2
	for seen := false; f.at < len(f.text); {
		e := newEntry(lineAt(f.text, f.at))
		line := f.text[e.start:e.end]
		own := len(line) - len(bytes.TrimLeft(line, " "))
		switch {
		case len(line) == 0 || e.text >= e.end:
		case own > lv.column:
			if !seen {
				depth, seen = own, true
			}
			e.text = e.start + own
			if own < depth && !counted {
				f.shallow(e, depth)
				break
			}
			f.indent(&e, own+lv.shift, lv.slip)
		case e.text == e.start+own:
			return
		default:
			f.oddLead(&e)
			f.indent(&e, depth+lv.shift, lv.slip)
		}
		f.at = e.next
	}
}

// isHeader reports whether what stands behind a `|` or `>` belongs to it: a sign, a
// digit, both or nothing.
func isHeader(words []byte) bool {
	signs := len(words) - len(bytes.Trim(words, "+-"))
	digits := bytes.Trim(words, "+-")
	return signs <= 1 && (len(digits) == 0 || len(digits) == 1 && digits[0] >= '1' && digits[0] <= '9')
}

// shallow reports a line of such a text that is less deep than its first line.
func (f *finder) shallow(e entry, depth int) {
	f.report(slip{
		rule: unreadable, at: stretch{e.text, e.end}, doubt: stretch{e.text, e.end},
		message: "this line of the text begins left of its first line",
		help:    "Indent it by " + count(depth, "space") + ", or as far as the key if it is a key.",
		fix:     "align it", patches: []patch{{e.start, e.text, spaces(depth)}},
	})
}
