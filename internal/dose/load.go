package dose

import "fmt"

// groupLoad reads a load that follows its group without a comma.
func (p *parser) groupLoad(start int32) {
	l, at := p.load()
	p.addLoad(len(p.dose.Groups)-1, l, at)
	p.dose.Spans.Groups[len(p.dose.Groups)-1].All = p.since(start)
}

// addLoad gives a load to a group, or with -1 to the whole dose.
func (p *parser) addLoad(group int, l Load, at Span) {
	if p.err == nil {
		p.err = p.dose.clash(group, l, at)
	}
	switch {
	case p.err != nil:
	case group < 0:
		p.dose.Load = append(p.dose.Load, l)
		p.dose.Spans.Load = append(p.dose.Spans.Load, at)
	default:
		g, s := &p.dose.Groups[group], &p.dose.Spans.Groups[group]
		g.Load, s.Load = append(g.Load, l), append(s.Load, at)
	}
}

// clash refuses a load that would give a set two of a kind. It is for a group,
// or with -1 for the whole dose.
func (d Dose) clash(group int, l Load, at Span) *Error {
	for i, g := range d.Groups {
		if group >= 0 && i != group {
			continue
		}
		if err := clash(g.Load, l, at); err != nil {
			return err
		}
	}
	return clash(d.Load, l, at)
}

func clash(have []Load, l Load, at Span) *Error {
	for _, h := range have {
		switch {
		case h.Kind == l.Kind:
			return source("").fault(repeatedPart, at, "", fmt.Sprintf("`%s` beside `%s`: a set has one load of each kind", l, h))
		case h.Kind == Bodyweight && l.Kind == Mass, h.Kind == Mass && l.Kind == Bodyweight:
			return source("").fault(ambiguousNumber, at, "", fmt.Sprintf("`%s` beside `%s`: write what is added as `bodyweight+5 kg`", l, h))
		}
	}
	return nil
}

// load reads one load, with or without its "@".
func (p *parser) load() (Load, Span) {
	start := p.tok().start
	signed := p.take(kAt)
	var l Load
	switch p.kind() {
	case kRPE:
		p.pos++
		n := p.numbers("the RPE")
		l = Load{Kind: RPE, Range: n.ranged()}
		p.checkRPE(n)
	case kRIR:
		p.pos++
		l = p.reserve(p.numbers("the repetitions in reserve"))
	case kBodyweight:
		l = p.bodyweight()
	case kNumber, kDash:
		l = p.numberLoad(signed, start)
	default:
		p.expected("a load")
	}
	return l, p.since(start)
}

// numberLoad reads a load that begins with its number.
func (p *parser) numberLoad(signed bool, start int32) Load {
	n := p.numbers("a load")
	switch p.kind() {
	case kPercent, kKilogram, kPound:
		n = p.sharedUnit(n)
	}
	switch p.kind() {
	case kPercent:
		p.pos++
		l := Load{Percent, n.ranged(), OneRM}
		p.limitLoad(n, one, 150*one, "a percentage runs from 1 to 150")
		p.percentOf(&l)
		return l
	case kKilogram, kPound:
		return p.mass(n)
	case kRIR:
		p.pos++
		return p.reserve(n)
	case kRM:
		p.pos++
		return p.repMax(n)
	case kRPE:
		hint := p.words(p.tok().span()) + " " + p.words(n.Span)
		at := Span{n.Start, p.tok().end}
		p.fail(wrongOrder, at, hint, "$own: the number comes last; write $hint")
	default:
		p.bareLoad(n, signed, start)
	}
	return Load{}
}

// sharedUnit reads on after "60 kg-70 kg" as after "60-70 kg".
func (p *parser) sharedUnit(n numbers) numbers {
	if k := p.ahead(1); !n.single || k != kDash && k != kTo || p.ahead(2) != kNumber || p.ahead(3) != p.kind() {
		return n
	}
	first := Span{n.Start, p.tok().end}
	second := p.toks[p.pos+2]
	at := Span{n.Start, p.toks[p.pos+3].end}
	if n.lo > second.value {
		p.descending(at, p.words(Span{second.start, at.End})+"-"+p.words(first))
		return n
	}
	p.pos += 3
	return numbers{n.lo, second.value, n.decimal || second.decimal, false, Span{n.Start, second.end}}
}

// percentOf reads what a percentage is taken of.
func (p *parser) percentOf(l *Load) {
	of := p.take(kOf)
	switch {
	case p.kind() == kNumber && p.tok().value == one && p.ahead(1) == kRM:
		p.pos += 2
	case p.take(kMVIC):
		l.Unit = MVIC
	case p.kind() == kMax:
		p.fail(unknownWord, p.tok().span(), "1RM", "$own: of which maximum? write `1RM`")
	case p.repMaxFollows() || p.kind() == kBodyweight:
		at := p.tok().span()
		if p.kind() == kNumber {
			at.End = p.toks[p.pos+1].end
		}
		p.fail(ambiguousNumber, at, "", "$own: a percentage is taken of `1RM` or of `MVIC`")
	case of:
		p.expected("`1RM` or `MVIC`")
	}
}

func (p *parser) mass(n numbers) Load {
	unit := Kilograms
	if p.kind() == kPound {
		unit = Pounds
	}
	p.pos++
	if n.hi == 0 {
		at := p.since(n.Start)
		p.fail(loadLimit, at, "bodyweight", "$own is no load; leave it out, or write `bodyweight`")
	}
	p.limitLoad(n, 1, 10_000*one, "a weight is above 0 and at most 10,000")
	return Load{Mass, n.ranged(), unit}
}

func (p *parser) reserve(n numbers) Load {
	if n.decimal {
		hint := wholeRange(n)
		p.fail(loadLimit, n.Span, hint, "$own: RIR is a whole number; write $hint")
	}
	p.limitLoad(n, 0, 10*one, "RIR runs from 0 to 10")
	return Load{Kind: RIR, Range: n.ranged()}
}

func (p *parser) repMax(n numbers) Load {
	if !n.single {
		p.repMaxRange(n)
	}
	if n.decimal {
		p.fail(loadLimit, n.Span, "", "$own: the repetitions before RM are a whole number")
	}
	p.limitLoad(n, one, 10_000*one, "the repetitions before RM run from 1 to 10,000")
	return Load{Kind: RepMax, Range: n.ranged()}
}

// bodyweight reads "BW" and what is added to it.
func (p *parser) bodyweight() Load {
	p.pos++
	l := Load{Kind: Bodyweight}
	switch {
	case p.take(kPlus):
		n := p.numbers("a weight")
		n = p.sharedUnit(n)
		if p.kind() != kKilogram && p.kind() != kPound {
			hint := p.words(n.Span) + " kg"
			p.fail(missingUnit, n.Span, hint, "$own: kg or lb? write $hint")
			return l
		}
		added := p.mass(n)
		l.Range, l.Unit = added.Range, added.Unit
	case p.kind() == kDash && p.ahead(1) == kNumber:
		at := Span{p.last().start, p.toks[p.pos+1].end}
		p.fail(negativeNumber, at, "", "$own: a load below bodyweight cannot be written as a dose")
	}
	return l
}
