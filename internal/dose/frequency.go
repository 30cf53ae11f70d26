package dose

import "fmt"

// frequency reads "3x/day", "2-3 times a week", "twice daily", "every other
// day" and the like.
func (p *parser) frequency() Frequency {
	if p.take(kEvery) {
		return p.every()
	}
	start := p.tok().start
	n := numbers{lo: one, hi: one}
	switch {
	case p.kind() == kDaily, p.kind() == kWeekly, p.take(kOnce):
	case p.take(kTwice):
		n.lo, n.hi = 2*one, 2*one
	default:
		n = p.numbers("how many times")
		if !p.take(kX) && !p.take(kTimes) {
			p.takeDays(n)
		}
	}
	per := p.period()
	n.Span = p.since(start)
	if per == Day {
		p.checkFrequency(n, 24, "a day")
	} else {
		p.checkFrequency(n, 14, "a week")
	}
	return Frequency{per, n.ranged()}
}

// takeDays refuses "3/day" and "5 days a week".
func (p *parser) takeDays(n numbers) {
	p.take(kDay)
	at := p.since(n.Start)
	hint := p.words(n.Span) + "x"
	p.fail(missingPart, at, hint, "$own: how often is written with an x; write $hint")
}

// period reads "a day", "per week", "/day", "daily".
func (p *parser) period() Period {
	switch {
	case p.take(kDaily):
		return Day
	case p.take(kWeekly):
		return Week
	case p.take(kSlash), p.take(kA), p.take(kPer):
	default:
		p.expected("`a day` or `a week`")
	}
	switch {
	case p.take(kDay):
		return Day
	case p.take(kWeek):
		return Week
	}
	p.expected("`day` or `week`")
	return ""
}

func (p *parser) every() Frequency {
	start := p.last().start
	switch {
	case p.take(kOther):
		if !p.take(kDay) {
			p.expected("`day`")
		}
		return Frequency{Days, Range{2, 2}}
	case p.take(kDay):
		return Frequency{Day, Range{1, 1}}
	case p.take(kWeek):
		return Frequency{Week, Range{1, 1}}
	case p.kind() == kHour || p.kind() == kMinute || p.kind() == kSet:
		p.fail(wrongUnit, p.upTo(start), "", "$own: how often is stated by the day or the week, as in `6x/day`")
		return Frequency{}
	}
	n := p.numbers("`day` or a number of days")
	if !p.take(kDay) {
		p.expected("`days`")
	}
	n.Span = p.since(start)
	p.checkFrequency(n, 30, "days apart")
	if n.lo == one && n.hi == one {
		return Frequency{Day, Range{1, 1}}
	}
	return Frequency{Days, n.ranged()}
}

func (p *parser) checkFrequency(n numbers, most int64, what string) {
	switch {
	case p.err != nil:
	case n.decimal:
		p.fail(frequencyLimit, n.Span, "", "$own: how often is a whole number")
	case n.lo < one || n.hi > most*one:
		p.fail(frequencyLimit, n.Span, "", fmt.Sprintf("$own: it can be 1 to %d %s", most, what))
	}
}
