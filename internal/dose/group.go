package dose

import "strings"

// groups reads one or more groups with commas between them.
func (p *parser) groups() {
	p.readGroup()
	for p.kind() == kComma && p.groupFollows(p.pos+1) {
		p.pos++
		p.readGroup()
	}
}

// groupFollows reports whether another group stands at toks[i], not a modifier.
func (p *parser) groupFollows(i int) bool {
	if p.toks[i].kind == kNumber {
		c := p.classify(i)
		return c == aGroup || c == anAmount && p.toks[skipNumbers(p.toks, i)].kind != kRM
	}
	return isOpenWord(p.toks[i].kind)
}

// readGroup reads sets, amount and the loads that follow without a comma.
func (p *parser) readGroup() {
	start := p.tok().start
	p.group = start
	if p.classify(p.pos) != aGroup {
		p.bareGroup(start)
		return
	}
	sets := p.numbers("the number of sets")
	spelt := p.kind() == kSet
	p.times()
	p.checkSets(sets, spelt)
	p.setsLast(sets, spelt)
	w := p.amount()
	p.checkOrder(sets, spelt, w)
	p.addGroup(sets, w, start)
}

// bareGroup reads an amount without sets: one set of it.
func (p *parser) bareGroup(start int32) {
	switch {
	case p.kind() == kX:
		at := p.tok().span()
		p.fail(missingPart, at, "1 x", "no sets stand before $own; write `1 x`")
		return
	case p.loadFollows(p.pos):
		p.loadFirst(start)
		return
	case p.classify(p.pos) == aFrequency, p.classify(p.pos) == aRest:
		at := p.clause()
		p.fail(missingPart, at, "", "$own stands where an amount is due")
		return
	}
	w := p.amount()
	if p.err == nil && len(p.dose.Groups) > 0 {
		p.checkBare(w)
	}
	p.addGroup(numbers{lo: one, hi: one}, w, start)
}

func (p *parser) addGroup(sets numbers, w work, start int32) {
	p.group = -1
	if p.err != nil {
		return
	}
	g := Group{Sets: sets.ranged(), Amount: w.Amount}
	at := GroupSpans{All: p.since(start), Sets: sets.Span, Amount: w.at, Side: w.side}
	if w.rm {
		g.Load = append(g.Load, Load{Kind: RepMax, Range: w.Range})
		at.Load = append(at.Load, w.at)
	}
	p.dose.Groups = append(p.dose.Groups, g)
	p.dose.Spans.Groups = append(p.dose.Spans.Groups, at)
	for p.err == nil && (p.loadFollows(p.pos) || p.repMaxFollows()) {
		p.groupLoad(start)
	}
}

// times reads what joins the sets to the amount.
func (p *parser) times() {
	if p.take(kX) {
		return
	}
	p.take(kSet)
	switch k := p.kind(); {
	case k == kOf, k == kX, k == kComma, k == kTo && isOpenWord(p.ahead(1)):
		p.take(k)
	}
}

func (p *parser) checkSets(n numbers, spelt bool) {
	switch {
	case p.err != nil:
	case n.decimal:
		p.fail(setCount, n.Span, "", "$own: sets are counted in whole numbers")
	case n.lo < one:
		p.fail(setCount, n.Span, "", "$own: there is at least one set")
	case n.hi > 100*one && n.single && !spelt && p.kind() == kNumber:
		p.loadAsSets(n)
	case n.hi > 100*one:
		p.fail(setCount, n.Span, "", "$own: there are at most 100 sets")
	}
}

// loadAsSets refuses "135 x 5".
func (p *parser) loadAsSets(n numbers) {
	reps := p.words(Span{p.tok().start, p.toks[skipNumbers(p.toks, p.pos)-1].end})
	at := Span{n.Start, p.tok().start + int32(len(reps))}
	hint := "1 x " + reps + " @ " + p.words(n.Span) + " kg"
	p.fail(wrongOrder, at, hint, "$own: sets come first and a load after `@`; write $hint (or lb)")
}

// setsLast refuses "10 reps, 3 sets".
func (p *parser) setsLast(n numbers, spelt bool) {
	if !spelt || len(p.dose.Groups) != 1 || p.dose.Spans.Groups[0].Sets != (Span{}) || p.kind() != kEnd {
		return
	}
	first := p.dose.Spans.Groups[0].All
	p.setsFirst(p.since(first.Start), p.words(n.Span)+" x "+string(p.dose.Groups[0].appendWork(nil)))
}

func (p *parser) setsFirst(at Span, hint string) {
	p.fail(wrongOrder, at, hint, "$own: sets come first; write $hint")
}

// checkOrder refuses reps that stand where the sets should: "8-10 x 3", "10 x 3 sets".
func (p *parser) checkOrder(sets numbers, spelt bool, w work) {
	if p.err != nil || spelt || w.Open != Closed || w.hasUnit {
		return
	}
	amount := p.words(w.at)
	switch {
	case p.kind() == kSet:
		p.pos++
		p.setsFirst(p.since(sets.Start), amount+" x "+p.words(sets.Span))
	case !sets.single && sets.hi >= 8*one && w.Max*one < float64(sets.lo):
		p.setsFirst(Span{sets.Start, w.at.End}, amount+" x "+p.words(sets.Span))
	}
}

// checkBare refuses an amount without sets where the groups before it state
// theirs or count something else: it may be anything.
func (p *parser) checkBare(w work) {
	before, at := p.dose.Groups[0], p.dose.Spans.Groups[0]
	own := p.words(w.at)
	switch {
	case w.Unit == Seconds:
		p.looseTime(w.at)
	case at.Sets != (Span{}):
		p.listAfterSets(before, at, w.at)
	case before.Amount.Unit != w.Unit:
		hint := "1 x " + own
		p.fail(ambiguousNumber, w.at, hint, "$own: another set? write $hint")
	}
}

// listAfterSets refuses "3x12, 10, 8".
func (p *parser) listAfterSets(before Group, at GroupSpans, own Span) {
	items := []string{"1 x " + p.words(at.Amount), "1 x " + p.words(own)}
	for p.kind() == kComma && p.ahead(1) == kNumber && p.classify(p.pos+1) == anAmount {
		p.pos += 2
		items = append(items, "1 x "+p.words(p.last().span()))
	}
	if len(p.dose.Groups) == 1 && before.Sets == (Range{float64(len(items)), float64(len(items))}) {
		p.list(p.since(at.All.Start), items, strings.HasSuffix(items[len(items)-1], "+"))
		return
	}
	p.fail(listOfSets, own, items[1], "$own has no sets of its own; write $hint")
}
