package dose

// work is an amount as it is read.
type work struct {
	Amount
	hasUnit  bool // the unit is written
	rm       bool // "15RM": the amount is also a load
	at, side Span
}

// amount reads the work of one set, its side and the word "hold".
func (p *parser) amount() work {
	start := p.tok().start
	var w work
	switch {
	case isOpenWord(p.kind()):
		w = p.openAmount()
	case p.kind() == kNumber && (p.isClock(p.pos) || p.isCompound(p.pos)):
		t := p.time(false)
		w.Range, w.Unit, w.hasUnit = toRange(t.value, t.value), Seconds, true
		p.checkAmount(numbers{lo: t.value, hi: t.value, Span: t.Span}, measure{Seconds, 1, 1})
	default:
		w = p.count()
	}
	w.at = p.since(start)
	p.sides(&w)
	return w
}

func (p *parser) openAmount() work {
	w := work{Amount: Amount{Unit: Reps}}
	switch p.kind() {
	case kAMRAP:
		w.Open = AMRAP
	case kMax:
		w.Open = Max
	case kFailure:
		w.Open = Failure
	}
	p.pos++
	if p.kind() == kPlus {
		at := Span{p.last().start, p.tok().end}
		hint := p.words(p.last().span())
		p.fail(openRange, at, hint, "$own is open already; write $hint")
	}
	if m, ok := measureOf(p.kind()); ok {
		p.pos++
		w.Unit, w.hasUnit = m.Unit, true
	}
	return w
}

// count reads a number or a range with its unit.
func (p *parser) count() work {
	var w work
	n := p.numbers("an amount")
	w.Open = p.plus(n)
	if p.err != nil {
		return w
	}
	m, ok := measureOf(p.kind())
	switch {
	case ok:
		p.pos++
		w.hasUnit = true
		p.looseSeconds(n)
		n = p.secondUnit(n, m)
	case p.kind() == kRM:
		p.pos++
		w.rm = true
		if !n.single || w.Open != Closed {
			p.repMaxRange(n)
		}
	case p.loadUnitFollows():
		p.loadAsAmount(n)
	case p.kind() == kTimes:
		hint := p.words(n.Span) + " reps"
		at := Span{n.Start, p.tok().end}
		p.fail(ambiguousNumber, at, hint, "$own: times a day, or repetitions? write $hint")
	}
	p.checkAmount(n, m)
	w.Range, w.Unit = toRange(m.base(n.lo), m.base(n.hi)), m.Unit
	if w.Open != Closed {
		w.Max = 0
	}
	return w
}

// plus reads the sign of "5+". A number may follow it only at a distance, as in
// "5+ 76%"; "10 + 5 kg" is something else.
func (p *parser) plus(n numbers) Open {
	if !p.take(kPlus) {
		return Closed
	}
	sign, t := p.last(), p.tok()
	joined := sign.start > n.End || t.start == sign.end
	switch {
	case t.kind == kNumber && joined:
		p.added(n, sign)
	case t.kind == kDash || t.kind == kPlus:
		p.pos++
		p.take(kNumber)
		at := p.since(n.Start)
		p.fail(openRange, at, "", "$own: an amount with a plus has no upper end")
	case !n.single:
		at := p.since(n.Start)
		p.fail(openRange, at, p.words(n.Span), "$own: a range cannot be open as well; write one or the other")
	}
	return AtLeast
}

// added refuses a number after a plus: more sets, a weight, or a range.
func (p *parser) added(n numbers, sign token) {
	after := skipNumbers(p.toks, p.pos)
	at := Span{n.Start, p.toks[after-1].end}
	switch p.classify(p.pos) {
	case aGroup:
		p.fail(openRange, sign.span(), ",", "$own between two groups of sets; write a comma")
	case aLoad:
		at.End = p.toks[after].end
		hint := p.words(n.Span) + " @ bodyweight+" + p.words(Span{p.tok().start, at.End})
		p.fail(openRange, at, hint, "$own: what is added to bodyweight follows `@`; write $hint")
	default:
		p.fail(openRange, at, "", "$own: an amount with a plus has no upper end")
	}
}

// secondUnit reads the rest of "30 s-45 s", and refuses a second unit.
func (p *parser) secondUnit(n numbers, m measure) numbers {
	if n.single && p.rangeFollows() && p.ahead(1) == kNumber {
		first := Span{n.Start, p.last().end}
		unit := p.toks[p.pos-1].kind
		p.pos++
		second := p.tok()
		p.pos++
		if p.kind() != unit {
			p.twoUnits(n, m, second)
			return n
		}
		p.pos++
		n = numbers{n.lo, second.value, n.decimal || second.decimal, false, p.since(n.Start)}
		if n.lo > n.hi {
			p.descending(n.Span, p.words(Span{second.start, p.last().end})+"-"+p.words(first))
		}
	}
	if _, again := measureOf(p.kind()); again {
		at := Span{p.last().start, p.tok().end}
		p.fail(repeatedPart, at, "", "$own: an amount has one unit")
	}
	return n
}

// twoUnits refuses "30 s-1 min".
func (p *parser) twoUnits(n numbers, m measure, second token) {
	at, hint := p.upTo(n.Start), ""
	if other, ok := measureOf(p.kind()); ok && other.Unit == m.Unit && other.Unit == Seconds {
		hint = decimal(m.base(n.lo)) + "-" + decimal(other.base(second.value)) + " s"
		p.fail(wrongUnit, at, hint, "$own: the two ends of an amount share one unit; write $hint")
		return
	}
	at.End = second.end
	p.fail(missingUnit, at, "", "$own: the two ends of an amount share one unit")
}

// checkAmount applies the limits to the number as written, before its unit is
// converted: ten kilometres are 10.
func (p *parser) checkAmount(n numbers, m measure) {
	switch {
	case p.err != nil:
	case n.decimal:
		hint := m.whole(n)
		if hint != "" {
			p.fail(amountLimit, p.since(n.Start), hint, "$own: an amount is a whole number; write $hint")
		}
		p.fail(amountLimit, n.Span, "", "$own: an amount is a whole number")
	case n.lo < one:
		p.fail(amountLimit, n.Span, "", "$own: an amount is at least 1")
	case n.hi > mostWritten*one:
		unit := ""
		if m.Unit == Seconds && m.times == 1 {
			unit = " s"
		}
		p.fail(amountLimit, n.Span, "", "$own: an amount is at most 10,000"+unit)
	}
}
