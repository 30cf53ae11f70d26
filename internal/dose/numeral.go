package dose

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// letterFault finds a number with a letter in it, such as "1O" or "l0". The
// run must have a digit and must not go on as a word ("10 old", "Intervals").
func letterFault(text string, start int) *Error {
	end, letters, hasDigit := start, false, false
	for ; end < len(text); end++ {
		c := text[end]
		if isDigit(c) {
			hasDigit = true
		} else if digitFor(c) != 0 {
			letters = true
		} else {
			break
		}
	}
	if !letters || !hasDigit || end < len(text) && isLetter(text[end]) {
		return nil
	}
	return digitFault(text, newSpan(start, end))
}

func digitFault(text string, at Span) *Error {
	own := text[at.Start:at.End]
	var letter byte
	hint := []byte(own)
	for i, c := range hint {
		if d := digitFor(c); d != 0 {
			hint[i] = d
			letter = c
		}
	}
	return source(text).fault(letterForDigit, at, string(hint), "$own has the letter "+string(letter)+" where a digit is due; write $hint")
}

// digitFor is the digit that a letter is typed for.
func digitFor(c byte) byte {
	switch c {
	case 'o', 'O':
		return '0'
	case 'l', 'I', 'i':
		return '1'
	}
	return 0
}

func decimalsFault(text string, start, end int) *Error {
	own := text[start:end]
	hint := own[:strings.IndexByte(own, '.')+4]
	return source(text).fault(numberForm, newSpan(start, end), hint, "$own has more than three decimals; write $hint")
}

func isPrime(r rune) bool { return primeUnit(r) != "" }

// primeUnit is the unit that a prime or a quotation mark stands for.
func primeUnit(r rune) string {
	switch r {
	case '\'', '’', '‘', '′', '´':
		return "min"
	case '"', '”', '“', '″':
		return "s"
	}
	return ""
}

// primeFault finds a time written as 45" or 2'30" after the number t.
func primeFault(text string, t token) *Error {
	mark, size := utf8.DecodeRuneInString(text[t.end:])
	unit := primeUnit(mark)
	if unit == "" {
		return nil
	}
	own := text[t.start:t.end]
	at := Span{t.start, t.end + int32(size)}
	hint := own + " " + unit
	after := int(at.End)
	if end := digits(text, after); unit == "min" && end > after && end-after <= 2 && !t.decimal {
		seconds, _ := strconv.Atoi(text[after:end])
		hint = strconv.FormatInt(t.value/one*60+int64(seconds), 10) + " s"
		at.End = int32(end)
		if mark, size := utf8.DecodeRuneInString(text[end:]); primeUnit(mark) == "s" {
			at.End += int32(size)
		}
	}
	return source(text).fault(primeMark, at, hint, "$own: a prime mark can be a time or a length; write $hint")
}

// glued reports whether the token is a comma between two numbers without a
// space, which may be a decimal comma.
func glued(toks []token, comma int) bool {
	if toks[comma].kind != kComma {
		return false
	}
	a, c, b := &toks[comma-1], &toks[comma], &toks[comma+1]
	return a.kind == kNumber && b.kind == kNumber && a.end == c.start && c.end == b.start
}

// commaFault refuses the first comma between two digits that could be a decimal
// comma. "4x5,1x5" cannot: the second number begins a group.
func commaFault(text string, toks []token) *Error {
	for i := 1; i < len(toks)-1; i++ {
		if !glued(toks, i) {
			continue
		}
		last := i + 1
		for last+1 < len(toks)-1 && glued(toks, last+1) {
			last += 2
		}
		if inTempo(toks, i-1) {
			return nil // the tempo says it better
		}
		if last > i+1 {
			return commaList(text, toks, i, last)
		}
		if !setsFollow(toks, i+1) {
			return commaPair(text, toks, i)
		}
	}
	return nil
}

// inTempo reports whether the number at toks[i] is the first of a tempo.
func inTempo(toks []token, i int) bool {
	if i > 0 && toks[i-1].kind == kColon {
		i--
	}
	return i > 0 && toks[i-1].kind == kTempo
}

// setsFollow reports whether a number or a range and then an x or "sets" stand
// at toks[i].
func setsFollow(toks []token, i int) bool {
	k := toks[skipNumbers(toks, i)].kind
	return k == kX || k == kSet
}

func commaList(text string, toks []token, comma, last int) *Error {
	first := comma - 1
	var sets []string
	for i := first; i <= last; i += 2 {
		sets = append(sets, "1 x "+text[toks[i].start:toks[i].end])
	}
	if first > 1 && toks[first-1].kind == kX && toks[first-2].kind == kNumber {
		first -= 2
	}
	at := Span{toks[first].start, toks[last].end}
	hint := strings.Join(sets, ", ")
	return source(text).fault(listOfSets, at, hint, "$own: a list of sets? write $hint")
}

func commaPair(text string, toks []token, comma int) *Error {
	a, b := toks[comma-1], toks[comma+1]
	at := Span{a.start, b.end}
	left, right := text[a.start:a.end], text[b.start:b.end]
	hint := left + "." + right
	switch after := toks[comma+2].kind; {
	case len(right) == 3:
		hint = left + right
	case after == kRIR, after == kSecond && len(right) > 1, after == kKilogram && len(right) > 1:
		hint = left + ", " + right
	}
	return source(text).fault(numberForm, at, hint, "$own: a comma inside a number; write $hint, or a space after the comma of a list")
}
