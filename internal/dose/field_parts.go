package dose

import (
	"slices"
	"strings"
)

// weeks reads "weeks 1-4", "5" or "13+".
func (p *parser) weeks() Weeks {
	switch word := strings.ToLower(p.words(p.tok().span())); {
	case p.take(kWeek):
		p.take(kColon)
	case word == "month" || word == "months":
		p.months()
		return Weeks{}
	}
	n := p.numbers("a number of weeks")
	open := p.take(kPlus)
	switch {
	case p.err != nil:
	case open && !n.single:
		at := p.since(n.Start)
		p.fail(openRange, at, p.words(n.Span), "$own: a range cannot be open as well; write one or the other")
	case n.decimal:
		p.fail(weekNumber, n.Span, "", "$own: weeks are whole numbers")
	case n.lo < one:
		p.fail(weekNumber, n.Span, "", "$own: the first week is 1")
	case n.hi > mostWritten*one:
		p.fail(weekNumber, n.Span, "", "$own: there are at most 10,000 weeks")
	}
	if open {
		return Weeks{From: int(n.lo / one)}
	}
	return Weeks{int(n.lo / one), int(n.hi / one)}
}

// months refuses "months 4-6". Three months are taken as 13 weeks.
func (p *parser) months() {
	start := p.tok().start
	p.pos++
	n := p.numbers("a number of weeks")
	at, hint := p.since(start), ""
	if !n.decimal && n.lo >= one && n.hi <= mostWritten*one {
		hint = Weeks{int((n.lo/one-1)*13/3 + 1), int(n.hi / one * 13 / 3)}.String()
		p.fail(wrongUnit, at, hint, "$own: a programme counts in weeks; write $hint")
	}
	p.fail(wrongUnit, at, "", "$own: a programme counts in weeks")
}

// strayFrequency refuses a number that is no frequency.
func (p *parser) strayFrequency() {
	at := p.clause()
	own := p.words(Span{p.tok().start, p.toks[skipNumbers(p.toks, p.pos)-1].end})
	hint := own + "x/week"
	p.fail(missingUnit, at, hint, "$own: a day or a week? write `"+own+"x/day` or `"+own+"x/week`")
}

// strayInColumn refuses what follows the content of a column.
func (p *parser) strayInColumn() {
	at := p.clause()
	switch p.kind() {
	case kWord:
		p.unknown(p.tok())
	case kX, kSet:
		p.fail(strayText, at, "", "$own: this column holds only `"+string(p.column)+"`; write sets and reps together under `dose`")
	case kAMRAP:
		p.session(at)
	default:
		p.fail(strayText, at, "", "$own cannot stand in the column `"+string(p.column)+"`")
	}
}

// Join makes a dose of one group from the columns sets and reps. A zero sets
// column means one set. Other columns are added by With.
func Join(sets, reps Column) Dose {
	g, at := Group{Sets: Range{1, 1}}, GroupSpans{}
	if len(reps.Dose.Groups) == 1 {
		g.Amount, g.Load = reps.Dose.Groups[0].Amount, reps.Dose.Groups[0].Load
		at = reps.Dose.Spans.Groups[0]
	}
	if len(sets.Dose.Groups) == 1 {
		g.Sets, at.Sets = sets.Dose.Groups[0].Sets, sets.Dose.Spans.Groups[0].Sets
	}
	return Dose{Groups: []Group{g}, Spans: Spans{Groups: []GroupSpans{at}}}
}

// With is the dose with what another column of its row states; the spans of
// that part are places in the column's own text. A part that the dose has
// already is an *Error at the column.
func (d Dose) With(c Column) (Dose, error) {
	var stated bool
	var at Span
	switch {
	case c.Dose.Rest != nil:
		stated, at = d.Rest != nil, c.Dose.Spans.Rest
		d.Rest, d.Spans.Rest = c.Dose.Rest, at
	case c.Dose.Hold != nil:
		stated, at = d.Hold != nil, c.Dose.Spans.Hold
		d.Hold, d.Spans.Hold = c.Dose.Hold, at
	case c.Dose.Tempo != nil:
		stated, at = d.Tempo != nil, c.Dose.Spans.Tempo
		d.Tempo, d.Spans.Tempo = c.Dose.Tempo, at
	case c.Dose.Frequency != nil:
		stated, at = d.Frequency != nil, c.Dose.Spans.Frequency
		d.Frequency, d.Spans.Frequency = c.Dose.Frequency, at
	case c.Field == FieldEffort || c.Field == FieldLoad:
		return d.withLoad(c)
	}
	if stated {
		return Dose{}, source("").fault(repeatedPart, at, "", "the "+string(c.Field)+" is stated already in the `dose`")
	}
	return d, nil
}

func (d Dose) withLoad(c Column) (Dose, error) {
	group := -1
	if len(d.Groups) == 1 {
		group = 0
	}
	for l, at := range c.Dose.Loads() {
		if err := d.clash(group, l, at); err != nil {
			return Dose{}, err
		}
		if group < 0 {
			d.Load = append(slices.Clip(d.Load), l)
			d.Spans.Load = append(slices.Clip(d.Spans.Load), at)
			continue
		}
		d.Groups = slices.Clone(d.Groups)
		g := &d.Groups[0]
		g.Load = append(slices.Clip(g.Load), l)
		if len(d.Spans.Groups) == 1 {
			d.Spans.Groups = slices.Clone(d.Spans.Groups)
			s := &d.Spans.Groups[0]
			s.Load = append(slices.Clip(s.Load), at)
		}
	}
	return d, nil
}
