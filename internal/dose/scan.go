package dose

import (
	"unicode"
	"unicode/utf8"
)

// token is a word, number or sign at text[start:end].
type token struct {
	kind       kind
	decimal    bool // a number written with a decimal point
	start, end int32
	value      int64 // of a number, in ten-thousandths
}

func (t token) span() Span { return Span{t.start, t.end} }

// one is the number 1 as a token holds it: four decimals hold three written
// ones and a yard in metres exactly.
const one = 10_000

// scan cuts the text into tokens, the last of which is kEnd. Characters that no
// dose can hold are faults before anything is parsed.
func scan(text string, toks []token) ([]token, *Error) {
	for i := 0; i < len(text); {
		t, err := next(text, i)
		if err != nil {
			return nil, err
		}
		i = int(t.end)
		if t.kind == kEnd {
			continue
		}
		toks = append(toks, t)
	}
	if n := len(toks); n > 0 && toks[n-1].kind == kStop {
		toks = toks[:n-1]
	}
	return append(toks, endOf(text)), nil
}

func endOf(text string) token { return token{kind: kEnd}.at(len(text), len(text)) }

func (t token) at(start, end int) token {
	t.start, t.end = int32(start), int32(end)
	return t
}

// next reads what stands at text[i]; a space gives kEnd.
func next(text string, i int) (token, *Error) {
	c := text[i]
	switch {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return token{}.at(i, i+1), nil
	case isDigit(c):
		return number(text, i)
	case isLetter(c):
		return word(text, i)
	case c < utf8.RuneSelf:
		if k := sign(c); k != kEnd {
			return token{kind: k}.at(i, i+1), nil
		}
		return token{}, characterFault(text, i)
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case isDash(r):
		return token{kind: kDash}.at(i, i+size), nil
	case r == '×':
		return token{kind: kX}.at(i, i+size), nil
	case unicode.Is(unicode.Zs, r):
		return token{}.at(i, i+size), nil
	}
	return token{}, characterFault(text, i)
}

func number(text string, start int) (token, *Error) {
	if err := letterFault(text, start); err != nil {
		return token{}, err
	}
	t := token{kind: kNumber}
	i := digits(text, start)
	// Ten digits are beyond every limit of the notation, and far from overflow.
	for _, c := range []byte(text[start:min(i, start+10)]) {
		t.value = t.value*10 + int64(c-'0')
	}
	t.value *= one
	if i+1 < len(text) && text[i] == '.' && isDigit(text[i+1]) {
		t.decimal = true
		point := i
		i = digits(text, point+1)
		if i-point > 4 {
			return t, decimalsFault(text, start, i)
		}
		for at, unit := point+1, int64(one/10); at < i; at, unit = at+1, unit/10 {
			t.value += int64(text[at]-'0') * unit
		}
	}
	t = t.at(start, i)
	return t, primeFault(text, t)
}

func word(text string, start int) (token, *Error) {
	if err := letterFault(text, start); err != nil {
		return token{}, err
	}
	var lower [longestWord]byte
	i, n := start, 0
	for ; i < len(text) && isLetter(text[i]); i++ {
		if n < len(lower) {
			lower[n] = text[i] | 0x20
		}
		n++
	}
	t := token{kind: kWord}.at(start, i)
	if n > len(lower) {
		return t, nil
	}
	t.kind = keyword(lower[:n])
	// "3xAMRAP" has no digit to part the x from the word.
	if t.kind == kWord && lower[0] == 'x' && keyword(lower[1:n]) != kWord {
		t.kind, t.end = kX, t.start+1
	}
	return t, nil
}

func sign(c byte) kind {
	switch c {
	case ',':
		return kComma
	case ';':
		return kSemicolon
	case '.':
		return kStop
	case '-':
		return kDash
	case '/':
		return kSlash
	case '+':
		return kPlus
	case '%':
		return kPercent
	case '@':
		return kAt
	case ':':
		return kColon
	case '(':
		return kOpen
	case ')':
		return kClose
	case '|':
		return kBar
	}
	return kEnd
}

// isDash covers the hyphens, dashes and minus signs that are not on keyboards.
func isDash(r rune) bool {
	switch r {
	case '\u2212', '\uFE58', '\uFE63', '\uFF0D':
		return true
	}
	return '\u2010' <= r && r <= '\u2015'
}

func digits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }
