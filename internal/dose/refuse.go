package dose

// expected refuses what stands here, or the end of the text, because something
// else has to come.
func (p *parser) expected(what string) {
	t := p.tok()
	switch {
	case p.err != nil:
	case t.kind == kWord:
		p.unknown(t)
	case t.kind == kStop && p.ahead(1) == kNumber && p.toks[p.pos+1].start == t.end:
		at := Span{t.start, p.toks[p.pos+1].end}
		hint := "0" + p.words(at)
		p.fail(numberForm, at, hint, "$own: a digit is missing before the point; write $hint")
	case t.kind == kTo && isOpenWord(p.ahead(1)):
		hint := p.words(p.toks[p.pos+1].span())
		at := Span{t.start, p.toks[p.pos+1].end}
		p.fail(strayText, at, hint, "$own follows only `sets`; write $hint")
	case p.pos == 0:
		p.fail(missingPart, t.span(), "", "$own stands where "+what+" is due")
	default:
		at := p.last().span()
		if p.last().kind == kColon && p.pos > 1 {
			at.Start = p.toks[p.pos-2].start
		}
		p.fail(missingPart, at, "", "$own must be followed by "+what)
	}
}

// stray refuses what stands here although nothing has to come.
func (p *parser) stray() {
	t := p.tok()
	switch t.kind {
	case kEnd:
	case kWord:
		p.unknown(t)
	case kX:
		p.strayX()
	case kNumber:
		p.strayNumber()
	case kEach, kPer, kSlash:
		p.lateSide()
	case kAMRAP, kMax, kFailure:
		p.secondAmount(t)
	default:
		at := p.clause()
		p.fail(strayText, at, "", "$own cannot stand here")
	}
}

// clause is the place from here to the next comma, bracket or end.
func (p *parser) clause() Span {
	i := p.pos
	for k := p.toks[i+1].kind; k != kEnd && k != kBar && k != kClose && !isSeparator(k); k = p.toks[i+1].kind {
		i++
	}
	return Span{p.tok().start, p.toks[i].end}
}

// secondAmount refuses "20 min AMRAP" and "10 failure".
func (p *parser) secondAmount(t token) {
	n := len(p.dose.Groups)
	if t.kind == kAMRAP && n > 0 && p.dose.Groups[n-1].Amount.Unit == Seconds {
		p.session(Span{p.dose.Spans.Groups[n-1].Amount.Start, t.end})
		return
	}
	p.fail(repeatedPart, t.span(), "", "$own: an amount is stated already")
}

func (p *parser) session(at Span) {
	p.fail(sessionForm, at, "", "$own is a form of session, not a dose: state it in the session's `groups`")
}

// strayX refuses an x after an amount.
func (p *parser) strayX() {
	x := p.tok()
	n := len(p.dose.Groups)
	if p.ahead(1) != kNumber || n == 0 {
		p.fail(missingPart, x.span(), "", "the last $own is followed by nothing that it could multiply")
		return
	}
	i := p.pos + 1
	g, at := p.dose.Groups[n-1], p.dose.Spans.Groups[n-1]
	second := Span{p.toks[i].start, p.toks[skipNumbers(p.toks, i)-1].end}
	switch c := p.classify(i); {
	case c == aLoad:
		p.pos++
		l, load := p.load()
		whole := Span{x.start, load.End}
		p.fail(wrongOrder, whole, "@ "+l.String(), "$own: a load comes after `@`; write `@ "+l.String()+"`")
	case c == aHold || p.skipDuration(i) > skipNumbers(p.toks, i):
		p.timesTime(x, i)
	case c == aFrequency:
		p.pos += skipNumbers(p.toks, i) - p.pos
		per := p.period()
		whole := p.since(x.start)
		hint := ", " + p.words(second) + "x/" + string(per)
		p.fail(wrongOrder, whole, hint, "$own: how often follows a comma; write $hint")
	case at.Sets != (Span{}) || n > 1 || len(g.Load) > 0:
		whole := Span{x.start, second.End}
		p.fail(strayText, whole, "", "$own: after the sets and the amount there is nothing to multiply")
	default:
		p.reversed(g, at.All, second, skipNumbers(p.toks, i))
	}
}

// reversed refuses "10 reps x 2" and "30 s x 10 reps".
func (p *parser) reversed(g Group, amount, second Span, after int) {
	whole := Span{amount.Start, second.End}
	switch k := p.toks[after].kind; {
	case k == kRep && g.Amount.Unit == Seconds:
		whole.End = p.toks[after].end
		hint := p.words(second) + " reps, hold " + p.words(amount)
		p.fail(wrongOrder, whole, hint, "$own: a hold comes after the amount; write $hint")
		return
	case k == kSet:
		whole.End = p.toks[after].end
	}
	p.setsFirst(whole, p.words(second)+" x "+g.Amount.String())
}

// timesTime refuses "3 x 10 x 30 s": the time may be a hold or a rest.
func (p *parser) timesTime(x token, i int) {
	j := p.skipDuration(i)
	at := Span{x.start, p.toks[j-1].end}
	time := p.words(Span{p.toks[i].start, at.End})
	if p.toks[j].kind == kHold {
		at.End = p.toks[j].end
	}
	hint := ", hold " + time
	p.fail(ambiguousNumber, at, hint, "$own: a hold or a rest? write $hint or `, rest "+time+"`")
}
