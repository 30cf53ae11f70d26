package dose

// clockTime is one time as written, in ten-thousandths of a second, or of the
// unit to come if unit is kEnd.
type clockTime struct {
	value int64
	unit  kind // of a single number: kSecond, kMinute, kHour or kEnd; kColon for a clock
	Span
}

// time reads "1:30", "1m30s", "90 s" or a number without a unit. A bare m means
// minutes where bareM says so.
func (p *parser) time(bareM bool) clockTime {
	switch {
	case p.kind() == kNumber && p.isClock(p.pos):
		return p.clock()
	case p.kind() == kNumber && p.isCompound(p.pos):
		return p.compound()
	}
	t := p.number("a time")
	c := clockTime{t.value, kEnd, t.span()}
	switch k := p.kind(); {
	case isTime(k):
		c.unit = k
	case k == kM && bareM:
		c.unit = kMinute
	case k == kM:
		at := Span{c.Start, p.tok().end}
		hint := p.words(c.Span) + " min"
		p.fail(wrongUnit, at, hint, "$own: a bare m is metres; write $hint")
		return c
	default:
		return c
	}
	p.pos++
	p.looseSeconds(numbers{Span: c.Span})
	c.value, c.End = c.in(c.unit), p.last().end
	return c
}

// looseSeconds refuses "2 min 30 s", which may be one time or two. The minutes
// have just been read.
func (p *parser) looseSeconds(n numbers) {
	minutes, seconds := p.last(), p.tok()
	if minutes.kind == kM && seconds.kind == kNumber && seconds.start == minutes.end && p.ahead(1) != kSecond {
		at := Span{n.Start, seconds.end}
		p.fail(missingUnit, at, p.words(at)+"s", "$own: the s is missing; write `"+p.words(at)+"s`")
		return
	}
	if minutes.kind != kMinute && minutes.kind != kM || seconds.value >= 60*one || p.ahead(1) != kSecond || p.kind() != kNumber {
		return
	}
	at := p.since(n.Start)
	at.End = p.toks[p.pos+1].end
	together := p.words(n.Span) + "m" + p.words(seconds.span()) + "s"
	if k := p.ahead(2); k == kRest || k == kHold {
		hint := p.words(p.since(n.Start)) + ", " + p.words(Span{seconds.start, at.End})
		p.fail(ambiguousNumber, at, hint, "$own: one time or two? write `"+together+"` for one, or $hint")
		return
	}
	p.fail(ambiguousNumber, at, together, "$own: minutes and seconds are one word; write $hint")
}

// in converts a number of the unit to seconds.
func (c clockTime) in(unit kind) int64 {
	m, _ := measureOf(unit)
	return m.base(c.value)
}

func (p *parser) clock() clockTime {
	first, second := p.tok(), p.toks[p.pos+2]
	at := Span{first.start, second.end}
	if second.kind != kNumber || second.start != p.toks[p.pos+1].end {
		p.fail(missingPart, Span{first.start, p.toks[p.pos+1].end}, "", "no seconds follow the colon of $own")
		return clockTime{}
	}
	p.pos += 3
	p.checkClock(first, second, at, ":")
	return clockTime{first.value*60 + second.value, kColon, at}
}

func (p *parser) compound() clockTime {
	first, second := p.tok(), p.toks[p.pos+2]
	at := Span{first.start, p.toks[p.pos+3].end}
	p.pos += 4
	p.checkClock(first, second, at, "m")
	return clockTime{first.value*60 + second.value, kColon, at}
}

// checkClock holds the seconds below 60, and to two digits after a colon.
func (p *parser) checkClock(first, second token, at Span, mark string) {
	wide := second.end - second.start
	switch {
	case first.decimal || second.decimal:
		p.fail(clockSeconds, at, "", "$own: minutes and seconds are whole numbers")
	case second.value >= 60*one:
		hint := clockText((first.value*60+second.value)/one, mark)
		if wide > 2 {
			hint = ""
		}
		p.fail(clockSeconds, at, hint, "$own: the seconds after the minutes stay below 60")
	case mark == ":" && wide != 2:
		hint := clockText((first.value*60+second.value)/one, mark)
		p.fail(clockSeconds, at, hint, "$own: the seconds after a colon have two digits")
	}
}

// duration reads a time or a range of times. The unit may be left out at its
// lower end. What names it in messages.
func (p *parser) duration(what string, bareM bool) numbers {
	if p.kind() != kNumber && p.kind() != kDash {
		p.expected("a time")
		return numbers{}
	}
	first := p.time(bareM)
	n := numbers{lo: first.value, hi: first.value, single: true, Span: first.Span}
	if p.err != nil {
		return n
	}
	if !p.rangeFollows() {
		p.needUnit(first, first.Span, what)
		return n
	}
	p.pos++
	if p.kind() != kNumber {
		p.openEnd(token{start: first.Start, end: first.End, value: first.value})
		return n
	}
	second := p.time(bareM)
	n = numbers{first.value, second.value, false, false, Span{first.Start, second.End}}
	p.needUnit(second, n.Span, what)
	if first.unit == kEnd && second.unit == kColon {
		p.needUnit(first, first.Span, what)
	}
	if first.unit == kEnd {
		n.lo = first.in(second.unit)
	}
	if n.lo > n.hi {
		p.descending(n.Span, p.turned(first, second))
	}
	return n
}

// turned is a range with its ends exchanged. A unit that stood only at the
// upper end is still the last word.
func (p *parser) turned(first, second clockTime) string {
	a, b := p.words(first.Span), p.words(second.Span)
	if first.unit != kEnd {
		return b + "-" + a
	}
	end := digits(p.text, int(second.Start))
	if end < int(second.End) && p.text[end] == '.' {
		end = digits(p.text, end+1)
	}
	return p.text[second.Start:end] + "-" + a + p.text[end:second.End]
}

// needUnit refuses a time without a unit, and one with a unit of something else.
func (p *parser) needUnit(c clockTime, at Span, what string) {
	if c.unit != kEnd || p.err != nil {
		return
	}
	own := p.words(at)
	_, measured := measureOf(p.kind())
	if measured || p.loadUnitFollows() {
		whole := Span{at.Start, p.tok().end}
		p.fail(wrongUnit, whole, own+" s", "$own is not "+what+"; write `"+own+" s`")
		return
	}
	if c.value == 0 && what == "a rest" {
		p.fail(missingUnit, at, "none", "$own: if there is no rest, write `none`")
		return
	}
	unit := "s"
	if c.value < 10*one && what != "a hold" || what == "a duration" {
		unit = "min"
	}
	p.fail(missingUnit, at, own+" "+unit, "$own: seconds or minutes? write `"+own+" s` or `"+own+" min`")
}
