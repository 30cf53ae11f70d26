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
		p.fail(missingPart, p.since(start), p.words(p.since(start))+")", "the bracket before %s is not closed", p.quote(p.since(start+1)))
		return
	}
	at := p.since(start)
	if w.PerSide {
		p.fail(repeatedPart, at, "", "%s: the side is stated already", p.quote(at))
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
		p.fail(strayText, at, "daily", "%s says how often; write `daily`, or `3x/day`", p.quote(at))
	case kWeek:
		p.fail(strayText, at, "weekly", "%s says how often; write `weekly`, or `3x/week`", p.quote(at))
	case kSet, kRep:
		p.fail(strayText, at, "", "%s adds nothing to an amount; leave it out", p.quote(at))
	case kWord, kSecond:
		p.fail(unknownWord, at, "each side", "%s is not one of the sides; write `each side`", p.quote(at))
	default:
		p.fail(missingPart, before.span(), "each side", "%s needs a side, leg or arm after it; write `each side`", p.quote(before.span()))
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
		p.fail(ambiguousNumber, p.tok().span(), ", hold", "which time is the hold? write `%s, hold`, then the time of each hold", p.words(w.at))
	case named:
	case w.Unit == Seconds:
		p.pos++
	case w.Open != Closed && w.Open != AtLeast && !w.hasUnit:
		p.pos++
		w.Unit, w.hasUnit = Seconds, true
	case w.hasUnit:
		p.fail(missingPart, p.tok().span(), "", "%s needs a time after it, such as `hold 5 s`", p.quote(p.tok().span()))
	default:
		hint := p.words(at) + " s"
		p.fail(missingUnit, at, hint, "%s: seconds or repetitions? write `%s hold`, or `hold 5 s`", p.quote(p.since(at.Start)), hint)
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
	own, a, b := p.quote(at), items[0][len("1 x "):], items[1][len("1 x "):]
	switch {
	case len(items) > 2:
		p.list(p.since(p.group), items, plus)
	case same:
		p.fail(leftAndRight, at, a+" each side", "%s: left and right? write `%s each side`", own, a)
	default:
		p.fail(leftAndRight, at, a+"-"+b, "%s: a range, or left and right? write `%s-%s`, or a row for each side", own, a, b)
	}
}
