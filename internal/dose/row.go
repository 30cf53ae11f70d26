package dose

import "strings"

// row reads the three cells "sets | amount | rest".
func (p *parser) row() {
	bars := 0
	for _, t := range p.toks {
		if t.kind == kBar {
			bars++
		}
	}
	if bars != 2 {
		p.rowShape(bars)
		return
	}
	p.alone = true
	start := p.tok().start
	p.group = start
	sets := p.setsCell()
	p.bar()
	p.group = p.tok().start
	if p.kind() == kBar {
		p.emptyCell("reps")
	}
	w := p.amount()
	p.group = -1
	p.bar()
	if p.err != nil {
		return
	}
	g := GroupSpans{All: Span{start, w.at.End}, Sets: sets.Span, Amount: w.at, Side: w.side}
	p.single(Range{float64(sets.lo) / one, float64(sets.hi) / one}, w, g)
	start = p.tok().start
	if r, stated := p.restCell(); stated {
		p.setRest(r, start)
	}
}

// single makes the dose one group.
func (p *parser) single(sets Range, w work, at GroupSpans) {
	if p.err != nil {
		return
	}
	g := Group{Sets: sets, Amount: w.Amount}
	if w.rm {
		g.Load, at.Load = []Load{{Kind: RepMax, Range: w.Range}}, []Span{w.at}
	}
	p.dose.Groups, p.dose.Spans.Groups = []Group{g}, []GroupSpans{at}
}

func (p *parser) rowShape(bars int) {
	at := newSpan(0, len(p.text))
	hint, last := "", len(p.toks)-2
	switch {
	case bars == 1 && p.toks[last].kind != kBar && p.toks[skipNumbers(p.toks, 0)].kind == kBar && p.toks[0].kind != kBar:
		hint = p.text + " |"
	case bars == 4 && p.toks[0].kind == kBar && p.toks[last].kind == kBar:
		hint = strings.TrimSpace(p.words(Span{p.toks[0].end, p.toks[last].start}))
	}
	p.fail(rowCells, at, hint, "$own: a row has three cells, `sets | reps | rest`, and two bars between them")
}

func (p *parser) bar() {
	if !p.take(kBar) && p.err == nil {
		p.stray()
	}
}

func (p *parser) emptyCell(name string) {
	p.fail(missingPart, p.tok().span(), "", "the cell of the "+name+" is empty")
}

// setsCell reads the sets where they stand alone.
func (p *parser) setsCell() numbers {
	if p.kind() == kBar {
		p.emptyCell("sets")
	}
	n := p.numbers("the number of sets")
	p.take(kSet)
	p.checkSets(n, true)
	return n
}

// restCell reads the rest where it stands alone. An empty one is not stated.
func (p *parser) restCell() (r Range, stated bool) {
	switch {
	case p.kind() == kEnd:
		return Range{}, false
	case p.take(kNone), p.kind() == kDash && p.ahead(1) == kEnd && p.take(kDash):
		return Range{}, true
	case p.kind() == kRest, p.kind() == kNo:
		return p.rest(), true
	}
	r = p.restTime()
	if p.take(kRest); p.take(kBetween) && !p.take(kSet) {
		p.expected("`sets`")
	}
	return r, true
}
