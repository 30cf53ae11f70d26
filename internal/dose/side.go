package dose

// sides reads what may follow an amount: a side, "hold", and after "5+" the
// words "(every set)".
func (p *parser) sides(w *work) {
	p.side(w)
	p.holdWord(w)
	p.side(w)
	if w.Open == AtLeast && p.kind() == kOpen && p.ahead(1) == kEvery && p.ahead(2) == kSet && p.ahead(3) == kClose {
		p.pos += 4
	}
	if p.kind() == kSlash && p.ahead(1) == kNumber {
		p.slashed(w)
	}
}

// side reads "each side", "(per leg)", "/arm" or a bare "each".
func (p *parser) side(w *work) {
	start, bracket := p.tok().start, 0
	if p.kind() == kOpen {
		bracket = 1
	}
	switch p.ahead(bracket) {
	case kEach, kPer:
	case kSlash:
		if p.ahead(bracket+1) == kNumber {
			return
		}
	default:
		return
	}
	each := p.ahead(bracket) == kEach
	p.pos += bracket + 1
	if !p.take(kPlace) && !(each && p.endsSide()) {
		p.badPlace()
		return
	}
	if bracket == 1 && !p.take(kClose) {
		p.fail(missingPart, p.since(start), p.words(p.since(start))+")", "the bracket before "+p.quote(p.since(start+1))+" is not closed")
		return
	}
	at := p.since(start)
	if w.PerSide {
		p.fail(repeatedPart, at, "", "$own: the side is stated already")
		return
	}
	w.PerSide, w.side = true, at
}

// endsSide reports whether a bare "each" is complete: what follows is no noun.
func (p *parser) endsSide() bool {
	switch p.kind() {
	case kWord, kRep, kSet, kDay, kWeek, kOf, kEach, kPer, kSecond, kMinute, kHour, kStep, kBreath, kCycle, kOther:
		return false
	}
	return true
}

// badPlace refuses "per" without a place and places that are no side.
func (p *parser) badPlace() {
	before, t := p.last(), p.tok()
	at := Span{before.start, t.end}
	switch t.kind {
	case kDay:
		p.fail(strayText, at, "daily", "$own says how often; write `daily`, or `3x/day`")
	case kWeek:
		p.fail(strayText, at, "weekly", "$own says how often; write `weekly`, or `3x/week`")
	case kSet, kRep:
		p.fail(strayText, at, "", "$own adds nothing to an amount; leave it out")
	case kWord, kSecond:
		p.fail(unknownWord, at, "each side", "$own is not one of the sides; write `each side`")
	default:
		p.fail(missingPart, before.span(), "each side", "$own needs a side, leg or arm after it; write `each side`")
	}
}

// holdWord reads the "hold" of "30 s hold". Before a time it begins a modifier.
func (p *parser) holdWord(w *work) {
	if p.kind() != kHold {
		return
	}
	at := p.since(w.at.Start)
	named := p.ahead(1) == kNumber || p.ahead(1) == kFor
	switch {
	case named && w.Unit == Seconds:
		p.fail(ambiguousNumber, p.tok().span(), ", hold", "which time is the hold? write `"+p.words(w.at)+", hold`, then the time of each hold")
	case named:
	case w.Unit == Seconds:
		p.pos++
	case w.Open != Closed && w.Open != AtLeast && !w.hasUnit:
		p.pos++
		w.Unit, w.hasUnit = Seconds, true
	case w.hasUnit:
		p.fail(missingPart, p.tok().span(), "", "$own needs a time after it, such as `hold 5 s`")
	default:
		hint := p.words(at) + " s"
		p.fail(missingUnit, at, hint, p.quote(p.since(at.Start))+": seconds or repetitions? write `"+hint+" hold`, or `hold 5 s`")
	}
}

// slashed refuses "10/10", "8/10" and "5/3/1+".
func (p *parser) slashed(w *work) {
	items := []string{"1 x " + p.words(w.at)}
	same := true
	for p.kind() == kSlash && p.ahead(1) == kNumber {
		second := p.toks[p.pos+1]
		same = same && p.words(second.span()) == p.words(w.at)
		items = append(items, "1 x "+p.words(second.span()))
		p.pos += 2
	}
	plus := p.take(kPlus)
	at := p.since(w.at.Start)
	a, b := items[0][len("1 x "):], items[1][len("1 x "):]
	switch {
	case len(items) > 2:
		p.list(p.since(p.group), items, plus)
	case same:
		p.fail(leftAndRight, at, a+" each side", "$own: left and right? write `"+a+" each side`")
	default:
		p.fail(leftAndRight, at, a+"-"+b, "$own: a range, or left and right? write `"+a+"-"+b+"`, or a row for each side")
	}
}
