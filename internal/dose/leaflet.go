package dose

// leaflet reads the sentences of exercise sheets, and reports whether the text
// is of that form.
func (p *parser) leaflet() bool {
	switch {
	case p.kind() == kHold:
		p.holdFirst()
	case p.kind() == kRepeat:
		p.repeat()
	case p.holdTimes():
		start := p.tok().start
		p.setHold(p.hold().ranged(), start)
		p.take(kX)
		p.oneSet(p.amount())
	case p.repsOfHolds():
		p.readHolds()
	default:
		return false
	}
	p.modifiers()
	return true
}

// holdTimes reports whether "5 s hold x" stands here.
func (p *parser) holdTimes() bool {
	return p.classify(p.pos) == aHold && p.toks[p.skipDuration(p.pos)+1].kind == kX
}

// repsOfHolds reports whether "10 reps x 5 s holds" stands here.
func (p *parser) repsOfHolds() bool {
	i := skipNumbers(p.toks, p.pos)
	return i > p.pos && p.toks[i].kind == kRep && p.toks[i+1].kind == kX &&
		p.toks[i+2].kind == kNumber && p.classify(i+2) == aHold
}

func (p *parser) readHolds() {
	start := p.tok().start
	w := p.count()
	w.at = p.since(start)
	p.oneSet(w)
	p.take(kX)
	hold := p.tok().start
	p.setHold(p.hold().ranged(), hold)
}

// repeat reads "repeat 10 times".
func (p *parser) repeat() {
	p.take(kRepeat)
	n := p.numbers("a number of times")
	if p.err == nil && !p.take(kTimes) {
		p.expected("`times`")
	}
	p.checkAmount(n, measure{})
	w := work{Amount: Amount{Range: n.ranged(), Unit: Reps}, at: p.since(n.Start)}
	p.side(&w)
	p.oneSet(w)
}

// oneSet makes the dose one set of w.
func (p *parser) oneSet(w work) {
	p.single(Range{1, 1}, w, GroupSpans{All: p.since(w.at.Start), Amount: w.at, Side: w.side})
}

// holdFirst reads "hold 5 s" with an amount after it, or as the amount itself:
// "hold for 30 seconds, twice a day" is one set of 30 s.
func (p *parser) holdFirst() {
	start := p.tok().start
	n := p.hold()
	hold := p.since(start)
	var side work
	p.side(&side)
	if p.err != nil {
		return
	}
	i := p.pos
	if isSeparator(p.kind()) {
		i++
	}
	switch {
	case p.kind() == kX:
		p.holdTimesBare(start, n)
		return
	case p.toks[i].kind == kRepeat:
		p.pos = i
		p.repeat()
	case i > p.pos && p.groupFollows(i):
		p.pos = i
		p.groups()
	default:
		p.checkAmount(numbers{lo: n.lo, hi: n.hi, decimal: n.lo%one != 0 || n.hi%one != 0, Span: n.Span}, measure{})
		w := work{Amount: Amount{Range: n.ranged(), Unit: Seconds, PerSide: side.PerSide}, at: n.Span, side: side.side}
		p.oneSet(w)
		return
	}
	p.dose.Hold, p.dose.Spans.Hold = new(n.ranged()), hold
	p.shareSide(side)
}

// shareSide gives the side stated with the hold to the amounts after it.
func (p *parser) shareSide(side work) {
	if !side.PerSide || p.err != nil {
		return
	}
	for i := range p.dose.Groups {
		if at := p.dose.Spans.Groups[i].Side; at != (Span{}) {
			p.fail(repeatedPart, at, "", "$own: the side is stated already")
			return
		}
		p.dose.Groups[i].Amount.PerSide = true
		p.dose.Spans.Groups[i].Side = side.side
	}
}

// holdTimesBare refuses "hold 30 s x 3".
func (p *parser) holdTimesBare(start int32, n numbers) {
	if p.ahead(1) != kNumber || p.classify(p.pos+1) != anAmount {
		p.strayX()
		return
	}
	count := p.toks[p.pos+1]
	p.setsFirst(Span{start, count.end}, p.words(count.span())+" x "+p.words(n.Span))
}
