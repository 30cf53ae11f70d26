package dose

// class is what a number turns out to begin.
type class uint8

const (
	anAmount class = iota
	aGroup
	aLoad
	aRest
	aHold
	aFrequency
)

// classify looks past the number at toks[i] to see what it begins. Where there
// is no number the answer is anAmount.
func (p *parser) classify(i int) class {
	j := skipNumbers(p.toks, i)
	if j == i {
		return anAmount
	}
	switch p.toks[j].kind {
	case kPercent, kKilogram, kPound:
		return aLoad
	case kRIR, kRPE:
		if p.ratingEnds(j) {
			return aLoad
		}
	case kX, kTimes:
		if p.periodFollows(j + 1) {
			return aFrequency
		}
		if p.toks[j].kind == kX {
			return aGroup
		}
	case kSet:
		return aGroup
	case kDaily, kWeekly, kDay:
		return aFrequency
	case kSlash, kA, kPer:
		if k := p.toks[j+1].kind; k == kDay || k == kWeek {
			return aFrequency
		}
	}
	switch p.toks[p.skipDuration(i)].kind {
	case kRest:
		return aRest
	case kHold:
		return aHold
	}
	return anAmount
}

// ratingEnds reports whether the RIR or RPE at toks[i] belongs to the number
// before it: "2 RIR, rest 60 s", but not "10 RIR 2".
func (p *parser) ratingEnds(i int) bool {
	if p.toks[i+1].kind != kNumber {
		return true
	}
	switch p.classify(i + 1) {
	case anAmount, aGroup:
		return false
	}
	return true
}

// periodFollows reports whether "a day", "/week" or the like stands at toks[i],
// finished or not.
func (p *parser) periodFollows(i int) bool {
	switch p.toks[i].kind {
	case kA, kDaily, kWeekly:
		return true
	case kSlash, kPer:
		return p.toks[i+1].kind != kPlace && p.toks[i+1].kind != kNumber
	}
	return false
}

// loadFollows reports whether toks[i] begins a load. "15RM" does only after an
// amount, see repMaxFollows.
func (p *parser) loadFollows(i int) bool {
	switch p.toks[i].kind {
	case kAt, kRPE, kRIR, kBodyweight:
		return true
	case kNumber:
		return p.classify(i) == aLoad
	}
	return false
}

func (p *parser) repMaxFollows() bool { return p.kind() == kNumber && p.ahead(1) == kRM }

// skipDuration is the index after the time or range of times at toks[i], which
// is a number.
func (p *parser) skipDuration(i int) int {
	i = p.skipTime(i)
	if k := p.toks[i].kind; (k == kDash || k == kTo) && p.toks[i+1].kind == kNumber {
		i = p.skipTime(i + 1)
	}
	return i
}

func (p *parser) skipTime(i int) int {
	switch {
	case p.isClock(i) && p.toks[i+2].kind == kNumber:
		return i + 3
	case p.isCompound(i):
		return i + 4
	case isTime(p.toks[i+1].kind) || p.toks[i+1].kind == kM:
		return i + 2
	}
	return i + 1
}

// isClock reports whether "1:30" stands at toks[i], finished or not.
func (p *parser) isClock(i int) bool {
	first, colon := p.toks[i], p.toks[i+1]
	return first.kind == kNumber && colon.kind == kColon && first.end == colon.start
}

// isCompound reports whether "1m30s" stands at toks[i]. It has no spaces: "20 m
// 30 s rest" is a distance and a rest.
func (p *parser) isCompound(i int) bool {
	t := p.toks
	return t[i].kind == kNumber && t[i+1].kind == kM && t[i+2].kind == kNumber && t[i+3].kind == kSecond &&
		t[i].end == t[i+1].start && t[i+1].end == t[i+2].start && t[i+2].end == t[i+3].start
}

func isTime(k kind) bool { return k == kSecond || k == kMinute || k == kHour }

func isOpenWord(k kind) bool { return k == kAMRAP || k == kMax || k == kFailure }
