package dose

import "fmt"

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
	case p.kind() == kNumber && p.ahead(1) == kColon, p.isCompound(p.pos):
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
		p.fail(openRange, at, hint, "%s is open already; write `%s`", p.quote(at), hint)
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
		p.fail(ambiguousNumber, at, hint, "%s: times a day, or repetitions? write `%s`", p.quote(at), hint)
	}
	p.checkAmount(n, m)
	w.Range, w.Unit = toRange(m.base(n.lo), m.base(n.hi)), m.Unit
	if w.Open != Closed {
		w.Max = 0
	}
	return w
}

// plus reads the sign of "5+".
func (p *parser) plus(n numbers) Open {
	if !p.take(kPlus) {
		return Closed
	}
	glued := p.tok().start == p.last().end
	switch k := p.kind(); {
	case k == kDash || glued && (k == kPlus || k == kNumber):
		p.pos++
		p.take(kNumber)
		at := p.since(n.Start)
		p.fail(openRange, at, "", "%s: an amount with a plus has no upper end", p.quote(at))
	case !n.single:
		at := p.since(n.Start)
		p.fail(openRange, at, p.words(n.Span), "%s: a range cannot be open as well; write one or the other", p.quote(at))
	}
	return AtLeast
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
			hint := fmt.Sprintf("%s-%s", p.words(n.Span), p.words(second.span()))
			at := Span{n.Start, second.end}
			p.fail(strayText, at, hint, "%s: the two ends of a range share one unit; write `%s`, then the unit", p.quote(at), hint)
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
		p.fail(repeatedPart, at, "", "%s: an amount has one unit", p.quote(at))
	}
	return n
}

// checkAmount applies the limits to the number as written, before its unit is
// converted: ten kilometres are 10.
func (p *parser) checkAmount(n numbers, m measure) {
	own := p.quote(n.Span)
	switch {
	case p.err != nil:
	case n.decimal:
		hint := m.whole(n)
		if hint != "" {
			p.fail(amountLimit, p.since(n.Start), hint, "%s: an amount is a whole number; write `%s`", own, hint)
		}
		p.fail(amountLimit, n.Span, "", "%s: an amount is a whole number", own)
	case n.lo < one:
		p.fail(amountLimit, n.Span, "", "%s: an amount is at least 1", own)
	case n.hi > mostWritten*one:
		p.fail(amountLimit, n.Span, "", "%s: an amount is at most 10,000", own)
	}
}
