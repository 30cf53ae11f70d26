package dose

// modifiers reads what follows the groups, each part with or without a comma,
// semicolon or full stop before it.
func (p *parser) modifiers() {
	for p.kind() != kEnd {
		start := p.tok()
		if isSeparator(start.kind) {
			p.pos++
			if k := p.kind(); k == kEnd || isSeparator(k) {
				p.fail(missingPart, p.last().span(), "", "nothing follows the $own")
				return
			}
		}
		p.modifier()
	}
	p.settle()
}

func isSeparator(k kind) bool { return k == kComma || k == kSemicolon || k == kStop }

// settle gives the loads of a dose with one group to that group, so that
// "3 x 10 @ RPE 8" and "3 x 10, RPE 8" are one value.
func (p *parser) settle() {
	d := &p.dose
	if p.err != nil || len(d.Groups) != 1 || len(d.Load) == 0 {
		return
	}
	g, s := &d.Groups[0], &d.Spans.Groups[0]
	g.Load, s.Load = append(g.Load, d.Load...), append(s.Load, d.Spans.Load...)
	d.Load, d.Spans.Load = nil, nil
}

func (p *parser) modifier() {
	if p.kind() == kOpen {
		p.bracketed()
		return
	}
	start := p.tok().start
	switch p.kind() {
	case kRest, kNo:
		p.setRest(p.rest(), start)
	case kTempo:
		p.pos++
		p.take(kColon)
		p.setTempo(p.tempo(), start)
	case kHold:
		p.setHold(p.hold().ranged(), start)
	case kDaily, kWeekly, kOnce, kTwice, kEvery:
		p.setFrequency(p.frequency(), start)
	case kNumber:
		p.numbered(start)
	default:
		if !p.loadFollows(p.pos) {
			p.stray()
			return
		}
		l, at := p.load()
		p.addLoad(-1, l, at)
	}
}

// numbered reads a modifier that begins with its number.
func (p *parser) numbered(start int32) {
	switch p.classify(p.pos) {
	case aLoad:
		l, at := p.load()
		p.addLoad(-1, l, at)
	case aRest:
		p.setRest(p.rest(), start)
	case aHold:
		p.setHold(p.hold().ranged(), start)
	case aFrequency:
		p.setFrequency(p.frequency(), start)
	default:
		if p.repMaxFollows() {
			l, at := p.load()
			p.addLoad(-1, l, at)
			return
		}
		p.strayNumber()
	}
}

// bracketed reads a modifier in brackets.
func (p *parser) bracketed() {
	start := p.tok().start
	p.pos++
	if p.kind() == kWord || p.kind() == kEnd || p.kind() == kClose || p.sideInBrackets() {
		p.strayBracket(start)
		return
	}
	p.modifier()
	if p.err == nil && !p.take(kClose) {
		p.fail(missingPart, Span{start, start + 1}, "", "the bracket opened here is not closed after "+p.quote(p.last().span()))
	}
}

// rest reads "rest 60 s", "60 s rest" or "no rest".
func (p *parser) rest() Range {
	if p.take(kNo) {
		if !p.take(kRest) {
			p.expected("`rest`")
		}
		return Range{}
	}
	named := p.take(kRest)
	if named {
		p.take(kColon)
		if p.take(kNone) {
			return Range{}
		}
	}
	r := p.restTime()
	if !named && !p.take(kRest) {
		p.expected("`rest`")
	}
	if p.take(kBetween) && !p.take(kSet) {
		p.expected("`sets`")
	}
	return r
}

func (p *parser) restTime() Range {
	n := p.duration("a rest", true)
	p.limitTime(n, 0, 4*3600, "a rest is at most 4 h")
	return n.ranged()
}

// hold reads "hold for 5 s" or "5 s hold".
func (p *parser) hold() numbers {
	named := p.take(kHold)
	if named {
		p.take(kFor)
	}
	n := p.holdTime()
	if !named && !p.take(kHold) {
		p.expected("`hold`")
	}
	return n
}

func (p *parser) holdTime() numbers {
	n := p.duration("a hold", false)
	p.limitTime(n, 1, 3600, "a hold lasts from 1 s to 1 h")
	return n
}

func (p *parser) limitTime(n numbers, lo, hi int64, rule string) {
	if n.lo < lo*one || n.hi > hi*one {
		p.fail(timeLimit, n.Span, "", "$own: "+rule)
	}
}

func (p *parser) setRest(r Range, start int32) {
	if p.unique(p.dose.Rest != nil, "rest", start) {
		p.dose.Rest, p.dose.Spans.Rest = &r, p.since(start)
	}
}

func (p *parser) setHold(r Range, start int32) {
	if p.unique(p.dose.Hold != nil, "hold", start) {
		p.dose.Hold, p.dose.Spans.Hold = &r, p.since(start)
	}
}

func (p *parser) setTempo(t Tempo, start int32) {
	if p.unique(p.dose.Tempo != nil, "tempo", start) {
		p.dose.Tempo, p.dose.Spans.Tempo = &t, p.since(start)
	}
}

func (p *parser) setFrequency(f Frequency, start int32) {
	if p.unique(p.dose.Frequency != nil, "frequency", start) {
		p.dose.Frequency, p.dose.Spans.Frequency = &f, p.since(start)
	}
}

// unique reports whether a part may be set, and refuses it where it is stated.
func (p *parser) unique(stated bool, part string, start int32) bool {
	if p.err == nil && stated {
		at := p.since(start)
		p.fail(repeatedPart, at, "", "$own: the "+part+" is stated already")
	}
	return p.err == nil
}
