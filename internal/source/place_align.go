package source

// aligned walks a text as written and its value side by side, to find where a
// part of the value stands: lines may be folded, indented or end with CRLF, and
// a quote may be doubled or escaped.
type aligned struct {
	raw       []byte
	value     string
	quote     byte // the quotes around it, or 0
	indent    int  // how deep the lines of a text under `|` or `>` stand
	low, high int  // where the wanted part stands in raw
}

// run looks for bytes start to end of the value and reports whether they, and
// all before them, are written as they read.
func (a *aligned) run(start, end int) bool {
	at := 0
	for i := range end {
		from, to := a.step(a.value[i], at)
		if to < 0 {
			return false
		}
		if i == start {
			a.low = from
		}
		at = to
	}
	a.high = at
	if start == end {
		a.low = at
	}
	return true
}

// step finds where the next byte of the value is written, at or after an offset;
// the end is -1 if it is not.
func (a *aligned) step(want byte, at int) (from, to int) {
	at = a.lineStart(at)
	for ; at < len(a.raw); at++ {
		c := a.raw[at]
		next := byte(0)
		if at+1 < len(a.raw) {
			next = a.raw[at+1]
		}
		switch {
		case want == ' ' && a.folded(at):
			return at, a.skipFold(at)
		case c == '\'' && a.quote == c && want == c, c == '\\' && a.quote == '"' && next == want && (want == '"' || want == '\\' || want == '/'):
			return at, min(at+2, len(a.raw))
		case c == want:
			return at, at + 1
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			return at, -1
		}
	}
	return at, -1
}

// lineStart passes the indentation of a line of a text under `|` or `>`.
func (a *aligned) lineStart(at int) int {
	if a.indent == 0 || at == 0 || a.raw[at-1] != '\n' {
		return at
	}
	for n := 0; n < a.indent && at < len(a.raw) && a.raw[at] == ' '; n++ {
		at++
	}
	return at
}

// folded reports whether only blanks stand before the end of the line.
func (a *aligned) folded(at int) bool {
	for ; at < len(a.raw); at++ {
		switch a.raw[at] {
		case ' ', '\t', '\r':
		case '\n':
			return true
		default:
			return false
		}
	}
	return false
}

// skipFold passes a line break with the blanks around it.
func (a *aligned) skipFold(at int) int {
	for at < len(a.raw) && (isBlank(a.raw[at]) || a.raw[at] == '\n') {
		at++
	}
	return at
}
