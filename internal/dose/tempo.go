package dose

// tempoRun is what stands where a tempo is due, character by character: "30X1"
// is three tokens, "3-0-X-1" is seven and "3010" is one.
type tempoRun struct {
	parts  [5]byte
	n      int
	long   bool // a token has several characters
	dashes int
	other  int // separators that are not dashes, spaces included
	Span
}

// tempo reads "3-1-1-0", "3-1-1" or "3110".
func (p *parser) tempo() Tempo {
	run := p.tempoRun()
	if run.n == 0 {
		p.expected("its parts, such as `3-1-1-0`")
		return Tempo{}
	}
	hint := run.dashed()
	dashed := run.dashes == run.n-1 && !run.long && run.n >= 3
	plain := run.dashes == 0 && run.n == 4
	switch {
	case p.err != nil:
	case run.n > 2 && run.n < 5 && run.explosiveElsewhere():
		p.fail(tempoForm, run.Span, "", "$own: X, as fast as possible, can only be the third part, the lift")
	case hint == "":
		p.fail(tempoForm, run.Span, "", "$own: a tempo has four parts of one digit, such as `3-1-1-0`")
	case run.other > 0 || !dashed && !plain:
		p.fail(tempoForm, run.Span, hint, "$own: a tempo has four digits, or dashes between its parts; write $hint")
	default:
		return run.value()
	}
	return Tempo{}
}

func (p *parser) tempoRun() tempoRun {
	r := tempoRun{Span: Span{p.tok().start, p.tok().start}}
	for {
		t := p.tok()
		glued := r.n > 0 && t.start == p.last().end
		switch t.kind {
		case kDash:
			if r.n == 0 {
				return r
			}
			r.dashes++
		case kSlash, kColon, kComma, kStop:
			if !glued || p.ahead(1) != kNumber || p.toks[p.pos+1].start != t.end {
				return r
			}
			r.other++
		case kNumber, kX, kWord, kA:
			if t.kind == kA && !glued && p.toks[p.pos+1].start != t.end {
				return r
			}
			if r.n > 0 && !glued && p.last().kind != kDash {
				if r.long || r.dashes > 0 || t.end-t.start > 1 {
					return r
				}
				r.other++
			}
			r.add(p.words(t.span()))
		default:
			return r
		}
		p.pos++
		r.End = t.end
	}
}

func (r *tempoRun) add(s string) {
	r.long = r.long || len(s) > 1
	for i := range len(s) {
		if s[i] == '.' {
			r.other++
			continue
		}
		if r.n < len(r.parts) {
			r.parts[r.n] = s[i]
			r.n++
		}
	}
}

// dashed is the run with dashes between its parts, empty if it is no tempo.
func (r *tempoRun) dashed() string {
	if r.n < 3 || r.n > 4 || r.long && r.dashes > 0 {
		return ""
	}
	parts := r.parts
	if r.n == 3 {
		parts[3] = '0'
	}
	out := make([]byte, 0, 7)
	for i, c := range parts[:4] {
		if c == 'x' {
			c = 'X'
		}
		if !isDigit(c) && (c != 'X' || i != 2) {
			return ""
		}
		if i > 0 {
			out = append(out, '-')
		}
		out = append(out, c)
	}
	return string(out)
}

// explosiveElsewhere reports whether the parts would be a tempo if the X among
// them stood for the lift.
func (r *tempoRun) explosiveElsewhere() bool {
	found := false
	for i, c := range r.parts[:r.n] {
		switch {
		case c|0x20 == 'x':
			found = found || i != 2
		case !isDigit(c):
			return false
		}
	}
	return found
}

// value is the tempo of a run that is one; a missing fourth part is no pause.
func (r *tempoRun) value() Tempo {
	digit := func(i int) int {
		if i >= r.n || !isDigit(r.parts[i]) {
			return 0
		}
		return int(r.parts[i] - '0')
	}
	return Tempo{digit(0), digit(1), digit(2), digit(3), !isDigit(r.parts[2])}
}
