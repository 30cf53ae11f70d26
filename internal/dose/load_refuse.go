package dose

import (
	"fmt"
	"strconv"
)

func (p *parser) limitLoad(n numbers, lo, hi int64, rule string) {
	if n.lo < lo || n.hi > hi {
		p.fail(loadLimit, n.Span, "", "$own: "+rule)
	}
}

// checkRPE holds the RPE to halves. A finer one is offered as the range around it.
func (p *parser) checkRPE(n numbers) {
	const half = one / 2
	p.limitLoad(n, one, 10*one, "RPE runs from 1 to 10")
	if n.lo%half == 0 && n.hi%half == 0 {
		return
	}
	hint := decimal(n.lo/half*half) + "-" + decimal((n.hi+half-1)/half*half)
	p.fail(loadLimit, n.Span, hint, "$own: RPE goes in halves; write $hint")
}

// wholeRange is the narrowest range of whole numbers around n.
func wholeRange(n numbers) string {
	lo, hi := n.lo/one*one, (n.hi+one-1)/one*one
	if lo == hi {
		return decimal(lo)
	}
	return decimal(lo) + "-" + decimal(hi)
}

func decimal(value int64) string {
	return strconv.FormatFloat(float64(value)/one, 'f', -1, 64)
}

// repMaxRange refuses "8-10RM".
func (p *parser) repMaxRange(n numbers) {
	at := p.since(n.Start)
	hint := fmt.Sprintf("%s @ %sRM", p.words(n.Span), decimal(n.hi))
	p.fail(ambiguousNumber, at, hint, "$own: at which maximum? write $hint")
}

// bareLoad refuses "@8" and asks what it is.
func (p *parser) bareLoad(n numbers, signed bool, start int32) {
	own, sign := p.words(n.Span), ""
	if signed {
		sign = "@ "
	}
	at := Span{start, n.End}
	_, measured := measureOf(p.kind())
	switch {
	case p.err != nil:
	case p.kind() == kWord:
		p.unknown(p.tok())
	case p.kind() == kX && p.ahead(1) == kNumber:
		at = Span{start, p.toks[p.pos+1].end}
		p.fail(ambiguousNumber, at, "", "$own: state one weight; that there are two belongs in a `note`")
	case measured:
		at = Span{n.Start, p.tok().end}
		p.fail(wrongUnit, at, "", "$own is no load")
	case p.column == FieldEffort:
		p.fail(ambiguousNumber, at, "RPE "+own, "$own: RPE or repetitions in reserve? write $hint or `RIR "+own+"`")
	case p.column == FieldLoad:
		p.fail(missingUnit, at, sign+own+" kg", "$own: kg, lb or a percentage? write $hint")
	case n.hi <= 10*one:
		p.fail(ambiguousNumber, at, sign+"RPE "+own, fmt.Sprintf("$own: RPE %s, %s kg or %s reps? write $hint or `%s%s kg`", own, own, own, sign, own))
	case n.hi <= 100*one:
		p.fail(ambiguousNumber, at, sign+own+" kg", "$own: a weight or a percentage? write $hint or `"+sign+own+"%`")
	default:
		p.fail(ambiguousNumber, at, sign+own+" kg", "$own: kg or lb? write $hint")
	}
}

// loadUnitFollows reports whether the number just read turns out to be a load.
func (p *parser) loadUnitFollows() bool {
	switch p.kind() {
	case kPercent, kKilogram, kPound:
		return true
	case kRIR, kRPE:
		return p.ratingEnds(p.pos)
	}
	return false
}

// loadAsAmount refuses "10 x 60 kg", which would otherwise be ten sets.
func (p *parser) loadAsAmount(n numbers) {
	unit := p.tok()
	at := Span{n.Start, unit.end}
	load := p.words(at)
	if p.toks[p.pos-1].kind == kNumber && p.group >= 0 && p.group < n.Start && n.single {
		whole := Span{p.group, unit.end}
		if x := p.pos - 2; x > 0 && p.toks[x].kind == kX && p.toks[x-1].kind == kNumber {
			hint := "1 x " + p.words(p.toks[x-1].span()) + " @ " + load
			p.fail(wrongUnit, whole, hint, "$own: `"+load+"` is a load, and no amount; write $hint")
			return
		}
	}
	p.fail(wrongUnit, at, "", "$own is a load, and no amount is stated")
}

// loadFirst refuses "60 kg x 5" and a load alone.
func (p *parser) loadFirst(start int32) {
	p.group = -1
	p.load()
	if p.err != nil {
		return
	}
	load := p.since(start)
	sign := "@ "
	if p.toks[0].kind == kAt {
		sign = ""
	}
	switch i := p.pos; {
	case p.kind() == kEnd:
		p.fail(missingPart, load, "", "$own is a load, and no amount is stated")
	case p.kind() == kX && p.ahead(1) == kNumber && p.classify(i+1) == anAmount:
		p.loadLast(load, skipNumbers(p.toks, i+1)-1, "1 x "+p.words(Span{p.toks[i+1].start, p.toks[skipNumbers(p.toks, i+1)-1].end}), sign)
	case p.kind() == kNumber && p.classify(i) == aGroup && p.toks[skipNumbers(p.toks, i)+1].kind == kNumber:
		last := skipNumbers(p.toks, skipNumbers(p.toks, i)+1) - 1
		p.loadLast(load, last, p.words(Span{p.tok().start, p.toks[last].end}), sign)
	default:
		p.fail(wrongOrder, load, "", "$own: a load comes after the amount, as in `3 x 10 @ 60 kg`")
	}
}

func (p *parser) loadLast(load Span, last int, work, sign string) {
	at := Span{load.Start, p.toks[last].end}
	hint := work + " " + sign + p.words(load)
	p.fail(wrongOrder, at, hint, "$own: a load comes last; write $hint")
}
