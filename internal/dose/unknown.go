package dose

import "strings"

// unknown refuses a word that the notation does not know, with advice where it
// is a common one.
func (p *parser) unknown(t token) {
	at := t.span()
	word := strings.ToLower(p.words(at))
	switch {
	case len(word) == 1 && digitFor(p.text[t.start]) != 0:
		err := digitFault(p.text, at)
		p.fail(err.Code, at, err.Hint, err.Message)
	case p.month(t) != 0 && p.ahead(1) == kDash && p.ahead(2) == kNumber:
		day := p.toks[p.pos+2]
		p.date(Span{t.start, day.end}, p.month(t), day.value/one)
	case isSession(word):
		p.session(at)
	case isOneSide(word) || word == "l":
		p.fail(leftAndRight, at, "", "$own: one side has a row of its own, with `side: left` or `side: right`")
	case word == "with":
		p.with(t)
	case word == "on" || word == "both" || word == "e" || word == "ea" || word == "es" || word == "either":
		p.sideWord(t)
	case advice(word) != "":
		p.fail(unknownWord, at, "", "$own: "+advice(word))
	default:
		p.misspelt(at, word)
	}
}

func (p *parser) misspelt(at Span, word string) {
	hint := otherName(word)
	if hint == "" {
		hint = nearest(word)
	}
	if hint != "" {
		p.fail(unknownWord, at, hint, "$own is not a word of the notation; write $hint")
		return
	}
	p.fail(unknownWord, at, "", "$own is not a word of the notation")
}

// bracketedWord refuses "(Main)".
func (p *parser) bracketedWord(at Span) {
	if t := p.tok(); isSession(strings.ToLower(p.words(t.span()))) || isOneSide(strings.ToLower(p.words(t.span()))) {
		p.unknown(t)
		return
	}
	p.fail(unknownWord, at, "", "$own is a note, which has no place in a dose; write it under `note`")
}

// with refuses "with 4kg dumbbells" and "with a band".
func (p *parser) with(t token) {
	at := p.clause()
	switch p.classify(p.pos + 1) {
	case aRest, aHold:
		hint := p.words(Span{p.toks[p.pos+1].start, at.End})
		p.fail(unknownWord, at, hint, "$own: leave out the first word; write $hint")
		return
	case aLoad:
		p.pos++
		l, _ := p.load()
		hint := "@ " + l.String()
		p.fail(unknownWord, at, hint, "$own: a load follows `@`; write $hint")
		return
	}
	p.fail(unknownWord, t.span(), "", "$own: equipment and advice belong in a `note`, a load after `@`")
}

// sideWord refuses "on each side", "both sides", "e/s" and "ea".
func (p *parser) sideWord(t token) {
	end := t.end
	for i := p.pos + 1; i < len(p.toks) && i < p.pos+3; i++ {
		next := p.toks[i]
		word := strings.ToLower(p.words(next.span()))
		if next.kind != kEach && next.kind != kPlace && next.kind != kSlash && word != "s" && word != "sides" && word != "legs" && word != "arms" {
			break
		}
		end = next.end
	}
	at := Span{t.start, end}
	p.fail(unknownWord, at, "each side", "$own: write `each side`")
}
