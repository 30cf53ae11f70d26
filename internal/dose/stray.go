package dose

import "fmt"

// strayNumber refuses a number that is no modifier, and asks what it is.
func (p *parser) strayNumber() {
	t := p.tok()
	next := skipNumbers(p.toks, p.pos)
	at := Span{t.start, p.toks[next-1].end}
	n := len(p.dose.Groups)
	switch _, unit := measureOf(p.toks[next].kind); {
	case p.tempoWithoutName():
	case n == 0:
		p.fail(strayText, at, "", "$own cannot stand here")
	case p.classify(p.pos) == aGroup:
		p.strayGroup()
	case p.dose.Groups[n-1].Amount.Open != Closed && isTime(p.toks[next].kind):
		p.session(Span{p.dose.Spans.Groups[n-1].Amount.Start, p.toks[next].end})
	case isTime(p.toks[next].kind) || p.toks[next].kind == kColon || p.isCompound(p.pos):
		p.looseTime(Span{t.start, p.toks[p.skipDuration(p.pos)-1].end})
	case p.toks[next].kind == kTimes:
		at.End = p.toks[next].end
		p.fail(ambiguousNumber, at, "", "$own: a day, a week, or sets? write `3x/day` or put the sets first")
	case unit:
		at.End = p.toks[next].end
		p.fail(repeatedPart, at, "", "$own: an amount is stated already")
	case isSeparator(p.last().kind):
		p.fail(ambiguousNumber, at, "", fmt.Sprintf("$own: what is it? write `1 x %s`, `@ %s kg` or `rest %s s`", p.words(at), p.words(at), p.words(at)))
	default:
		p.secondNumber(at)
	}
}

// secondNumber refuses "3 10" and "3 x 10 60".
func (p *parser) secondNumber(at Span) {
	own := p.words(at)
	n := len(p.dose.Groups)
	first := p.dose.Spans.Groups[n-1]
	if n == 1 && first.Sets == (Span{}) && first.All == first.Amount && p.last().kind == kNumber {
		whole := Span{first.All.Start, at.End}
		hint := p.words(first.All) + " x " + own
		p.fail(missingPart, whole, hint, "$own: an x is missing; write $hint")
		return
	}
	p.fail(ambiguousNumber, at, "@ "+own+" kg", "$own: a load, or another amount? write $hint, or `rest "+own+" s`")
}

// looseTime refuses a time that is neither rest nor hold.
func (p *parser) looseTime(at Span) {
	own := p.words(at)
	p.fail(ambiguousNumber, at, "rest "+own, "$own: a rest or a hold? write $hint or `hold "+own+"`")
}

// tempoWithoutName refuses "3 x 10, 3-1-1-0".
func (p *parser) tempoWithoutName() bool {
	i := p.pos
	if i+7 >= len(p.toks) {
		return false
	}
	for j := range 7 {
		t := p.toks[i+j]
		if j%2 == 1 && t.kind != kDash || j%2 == 0 && (t.kind != kNumber && t.kind != kX || t.end-t.start > 1) {
			return false
		}
	}
	at := Span{p.tok().start, p.toks[i+6].end}
	p.fail(ambiguousNumber, at, "tempo "+p.words(at), "$own: a tempo? write `tempo "+p.words(at)+"`")
	return true
}

// strayGroup refuses a group without a comma before it, or after the modifiers.
func (p *parser) strayGroup() {
	at := p.clause()
	if isSeparator(p.last().kind) {
		p.fail(wrongOrder, at, "", "$own: all sets come before rest, hold, tempo and frequency")
		return
	}
	hint := ", " + p.words(at)
	p.fail(missingPart, at, hint, "$own: a comma is missing before it")
}

// lateSide refuses a side that does not stand right after its amount.
func (p *parser) lateSide() {
	at := p.clause()
	n := len(p.dose.Groups)
	if p.kind() == kSlash && p.ahead(1) != kPlace {
		p.fail(strayText, at, "", "$own cannot stand here")
		return
	}
	if n == 1 && p.last().kind == kComma && len(p.dose.Groups[0].Load) == 0 && p.toks[p.pos-2].end == p.dose.Spans.Groups[0].All.End {
		amount := p.dose.Spans.Groups[0].Amount
		whole := Span{amount.Start, at.End}
		hint := p.words(amount) + " " + p.words(at)
		p.fail(wrongOrder, whole, hint, "$own: the side follows its amount without a comma; write $hint")
		return
	}
	p.fail(wrongOrder, at, "", "$own: the side comes right after its amount, as in `3 x 10 each side @ 8 kg`")
}

// sideInBrackets reports whether a bracket holds a side with a number of its
// own, as in "10 (5 each side)", or a side that comes too late.
func (p *parser) sideInBrackets() bool {
	i := skipNumbers(p.toks, p.pos)
	k := p.toks[i].kind
	return k == kEach || k == kPer || k == kSlash
}

// strayBracket refuses a bracket that holds no modifier. The bracket itself has
// been read.
func (p *parser) strayBracket(start int32) {
	i := p.pos
	for p.toks[i].kind != kEnd && p.toks[i].kind != kClose {
		i++
	}
	at := Span{start, p.toks[i].end}
	n := len(p.dose.Groups)
	switch {
	case p.toks[i].kind == kEnd:
		at = Span{start, start + 1}
		p.fail(missingPart, at, "", "the bracket opened here is not closed")
	case p.kind() == kClose:
		p.fail(strayText, at, "", "the brackets hold nothing; leave them out")
	case p.kind() == kNumber && n > 0 && p.dose.Spans.Groups[n-1].All.End == p.toks[p.pos-2].end:
		inner := p.words(Span{p.tok().start, p.toks[i-1].end})
		at.Start = p.dose.Spans.Groups[n-1].Amount.Start
		p.fail(leftAndRight, at, inner, "$own: state the number of one side only; write $hint")
	case p.kind() == kEach || p.kind() == kPer || p.kind() == kSlash:
		p.fail(wrongOrder, at, "", "$own: the side comes right after its amount, as in `3 x 10 each side @ 8 kg`")
	default:
		p.bracketedWord(at)
	}
}
