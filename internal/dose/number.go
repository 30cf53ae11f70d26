package dose

import (
	"fmt"
	"strings"
)

// numbers is "8", "8-10" or "8 to 10", in ten-thousandths.
type numbers struct {
	lo, hi  int64
	decimal bool // one of them has a decimal point
	single  bool
	Span
}

func (n numbers) ranged() Range { return toRange(n.lo, n.hi) }

func toRange(lo, hi int64) Range { return Range{float64(lo) / one, float64(hi) / one} }

// numbers reads one number or a range. What is what the numbers are, for the
// message where there are none.
func (p *parser) numbers(what string) numbers {
	first := p.number(what)
	n := numbers{lo: first.value, hi: first.value, decimal: first.decimal, single: true, Span: first.span()}
	if !p.rangeFollows() {
		return n
	}
	p.pos++
	if p.kind() != kNumber {
		p.openEnd(first)
		return n
	}
	second := p.tok()
	p.pos++
	n = numbers{first.value, second.value, first.decimal || second.decimal, false, Span{first.start, second.end}}
	switch {
	case p.kind() == kDash && p.ahead(1) == kNumber:
		p.listed(first.start)
	case n.lo > n.hi:
		p.descending(n.Span, p.words(second.span())+"-"+p.words(first.span()))
	}
	return n
}

// number reads one number.
func (p *parser) number(what string) token {
	t := p.tok()
	switch {
	case p.take(kNumber):
		return t
	case t.kind == kDash && p.ahead(1) == kNumber:
		at := Span{t.start, p.toks[p.pos+1].end}
		hint := p.words(p.toks[p.pos+1].span())
		p.fail(negativeNumber, at, hint, "$own has a minus sign; write $hint")
	default:
		p.expected(what)
	}
	return token{kind: kNumber, start: t.start, end: t.start}
}

// rangeFollows reports whether a second number is announced. "to" also begins
// "to failure".
func (p *parser) rangeFollows() bool {
	return p.kind() == kDash || p.kind() == kTo && !isOpenWord(p.ahead(1))
}

func (p *parser) descending(at Span, hint string) {
	p.fail(descendingRange, at, hint, "the range $own runs downwards; write $hint")
}

// openEnd refuses a range without a second number.
func (p *parser) openEnd(first token) {
	at := Span{first.start, p.last().end}
	switch t := p.tok(); {
	case p.month(t) != 0:
		p.date(Span{first.start, t.end}, first.value/one, p.month(t))
	case isOpenWord(t.kind):
		p.fail(openRange, Span{first.start, t.end}, "", "$own: a range ends with a number; write `8+` for eight or more")
	case t.kind == kRest || t.kind == kHold || t.kind == kTempo:
		p.fail(missingPart, p.last().span(), ",", "the dash before "+p.quote(t.span())+" looks like half a range; write a comma")
	case t.kind == kDash && p.ahead(1) == kNumber:
		p.number("")
	default:
		p.fail(missingPart, at, "", "the range $own has no upper end")
	}
}

// listed refuses three or more numbers joined by dashes, or a date.
func (p *parser) listed(start int32) {
	var sets []string
	year := false
	p.pos -= 3
	for {
		t := p.tok()
		year = year || t.value >= 1900*one
		sets = append(sets, "1 x "+p.words(t.span()))
		p.pos++
		if p.kind() != kDash || p.ahead(1) != kNumber {
			break
		}
		p.pos++
	}
	p.take(kPlus)
	at := p.since(start)
	if year {
		p.fail(spreadsheetDate, at, "", "$own looks like a date that a spreadsheet made of a range")
		return
	}
	if p.group < 0 {
		p.fail(strayText, at, "", "$own has more numbers than the two ends of a range")
		return
	}
	p.list(Span{p.group, at.End}, sets, strings.HasSuffix(p.words(at), "+"))
}

// list refuses the numbers of a list of sets, and offers a group for each.
func (p *parser) list(at Span, sets []string, plus bool) {
	hint := strings.Join(sets, ", ")
	if plus {
		hint += "+"
	}
	if p.alone {
		p.fail(listOfSets, at, "", "$own: a list of sets? write `"+hint+"` under `dose`")
		return
	}
	p.fail(listOfSets, at, hint, "$own: a list of sets? write $hint")
}

// date refuses a range that a spreadsheet has turned into a day and a month.
func (p *parser) date(at Span, a, b int64) {
	hint := fmt.Sprintf("%d-%d", min(a, b), max(a, b))
	p.fail(spreadsheetDate, at, hint, "$own looks like $hint turned into a date by a spreadsheet")
}

// month is the number of the month that t names in at least three letters, 0 if
// it names none.
func (p *parser) month(t token) int64 {
	if t.kind != kWord || t.end-t.start < 3 {
		return 0
	}
	name := strings.ToLower(p.words(t.span()))
	for i, m := range [...]string{"january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december"} {
		if strings.HasPrefix(m, name) {
			return int64(i + 1)
		}
	}
	return 0
}

// skipNumbers is the index after the number or range at toks[i]; i if there is none.
func skipNumbers(toks []token, i int) int {
	if toks[i].kind != kNumber {
		return i
	}
	if k := toks[i+1].kind; (k == kDash || k == kTo) && toks[i+2].kind == kNumber {
		return i + 3
	}
	return i + 1
}
