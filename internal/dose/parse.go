package dose

import (
	"strings"
	"sync"
)

// Parse reads a whole dose: a line, a leaflet's sentences or a row of three
// cells. The error, if there is one, is an *Error.
func Parse(text string) (Dose, error) {
	p := parsers.Get().(*parser)
	*p = parser{text: text, group: -1}
	defer parsers.Put(p)
	p.scan()
	if p.err == nil {
		p.whole()
	}
	if p.err != nil {
		return Dose{}, p.err
	}
	return p.dose, nil
}

// parsers are to be used again: the room of one is more than a dose takes.
var parsers = sync.Pool{New: func() any { return new(parser) }}

// parser walks over the tokens once, by recursive descent. The first fault is
// kept; after it the parser sees only the end of the text, so that no method
// needs to ask whether the one before it succeeded.
type parser struct {
	text   string
	toks   []token
	room   [32]token // for the tokens of most doses, so that they need no memory
	pos    int
	group  int32 // where the sets and amount being read begin, else -1
	alone  bool  // sets and amount stand in cells of their own
	column Field // of which this is the text, empty for a whole dose
	dose   Dose
	err    *Error
}

func (p *parser) scan() {
	toks, err := scan(p.text, p.room[:0])
	if err == nil && p.column != FieldTempo {
		err = commaFault(p.text, toks)
	}
	if err != nil {
		p.toks = []token{endOf(p.text)}
		p.err = err
		return
	}
	p.toks = toks
	if len(toks) == 1 {
		p.fail(empty, newSpan(0, len(p.text)), "", "nothing is written here")
	}
}

// whole parses the text to its end.
func (p *parser) whole() {
	if strings.IndexByte(p.text, '|') >= 0 {
		p.row()
	} else if !p.leaflet() {
		p.groups()
		p.modifiers()
	}
	if p.kind() != kEnd {
		p.stray()
	}
}

func (p *parser) tok() token { return p.toks[p.pos] }

func (p *parser) kind() kind { return p.toks[p.pos].kind }

// ahead is the kind of the token n places further on.
func (p *parser) ahead(n int) kind {
	if p.pos+n >= len(p.toks) {
		return kEnd
	}
	return p.toks[p.pos+n].kind
}

// last is the token before this one; at the start it is this one.
func (p *parser) last() token { return p.toks[max(p.pos-1, 0)] }

// take steps over the token if it is of kind k.
func (p *parser) take(k kind) bool {
	if p.toks[p.pos].kind != k || k == kEnd {
		return false
	}
	p.pos++
	return true
}

// since is the place from start to the end of the last token.
func (p *parser) since(start int32) Span { return Span{start, max(start, p.last().end)} }

// upTo is the place from start to the end of this token.
func (p *parser) upTo(start int32) Span { return Span{start, p.tok().end} }

func (p *parser) words(at Span) string { return p.text[at.Start:at.End] }

func (p *parser) quote(at Span) string { return quote(p.words(at)) }

// fail keeps the fault, unless there is one, and leaves for the end of the text.
func (p *parser) fail(code string, at Span, hint, message string) {
	if p.err == nil {
		p.err = source(p.text).fault(code, at, hint, message)
	}
	p.pos = len(p.toks) - 1
}
