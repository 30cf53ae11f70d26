package dose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// characterFault says what is wrong with the character at text[i], and offers
// what was probably meant.
func characterFault(text string, i int) *Error {
	r, size := utf8.DecodeRuneInString(text[i:])
	at := newSpan(i, i+size)
	switch {
	case r == utf8.RuneError && size == 1:
		return source(text).fault(unknownChar, at, "", "a character here is damaged; type it again")
	case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
		return source(text).fault(unknownChar, at, "", fmt.Sprintf("an unseen character (U+%04X) stands here; delete it", r))
	case r == '<':
		return markupFault(text, i)
	case decimalOf(r) != "":
		return fractionFault(text, at, decimalOf(r))
	case isPrime(r):
		return source(text).fault(primeMark, at, "", "$own is no unit here; write `s` for seconds, `min` for minutes")
	case unicode.IsLetter(r) && plain(r) == 0:
		return letterRunFault(text, i)
	case plain(r) != 0:
		return plainFault(text, i)
	}
	if hint := meant(r, i > 0 && isDigit(text[i-1])); hint != "" {
		return source(text).fault(unknownChar, at, hint, "$own does not belong in a dose; write $hint")
	}
	return source(text).fault(unknownChar, at, "", "$own does not belong in a dose; leave it out")
}

// meant is the sign of the notation for which another one is often typed.
func meant(r rune, afterDigit bool) string {
	switch r {
	case '*', '✕', '✖', '⨯', '∗', '⋅', '·', '╳', 'ⅹ':
		return "x"
	case '~', '…', '→', '⁓', '〜':
		if afterDigit {
			return "-"
		}
	case '&', '＆':
		return ","
	}
	return ""
}

func markupFault(text string, i int) *Error {
	at := newSpan(i, i+1)
	if n := strings.IndexByte(text[i:], '>'); n > 0 {
		at.End = int32(i + n + 1)
	}
	return source(text).fault(unknownChar, at, "", "$own is markup, and a dose is plain text")
}

func decimalOf(r rune) string {
	switch r {
	case '½':
		return ".5"
	case '¼':
		return ".25"
	case '¾':
		return ".75"
	}
	return ""
}

func fractionFault(text string, at Span, decimals string) *Error {
	end := at.Start
	for at.Start > 0 && isDigit(text[at.Start-1]) {
		at.Start--
	}
	hint := "0" + decimals
	if at.Start < end {
		hint = text[at.Start:end] + decimals
	}
	return source(text).fault(unknownChar, at, hint, "$own is a fraction sign; write $hint")
}

// plainFault replaces a run of full-width or other foreign digits and signs.
func plainFault(text string, i int) *Error {
	var hint strings.Builder
	end := i
	for _, r := range text[i:] {
		p := plain(r)
		if p == 0 {
			break
		}
		hint.WriteRune(p)
		end += utf8.RuneLen(r)
	}
	return source(text).fault(unknownChar, newSpan(i, end), hint.String(), "$own is not written with the plain characters of a keyboard; write $hint")
}

// plain is the ASCII form of a full-width character or of a digit that is not
// ASCII, 0 if r is neither.
func plain(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case 0x0660 <= r && r <= 0x0669:
		return r - 0x0660 + '0'
	case 0x06F0 <= r && r <= 0x06F9:
		return r - 0x06F0 + '0'
	case 0x0966 <= r && r <= 0x096F:
		return r - 0x0966 + '0'
	case 0x1D7CE <= r && r <= 0x1D7FF:
		return (r-0x1D7CE)%10 + '0'
	}
	return 0
}

// letterRunFault looks at the whole word around a letter that is not ASCII: one
// spelt with look-alikes is mended, any other is unknown.
func letterRunFault(text string, i int) *Error {
	at := newSpan(i, i)
	for at.Start > 0 && isLetter(text[at.Start-1]) {
		at.Start--
	}
	mended := []byte(text[at.Start:i])
	name, strange, first := "", false, Span{}
	for _, r := range text[i:] {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		size := int32(utf8.RuneLen(r))
		if r < utf8.RuneSelf {
			mended = append(mended, byte(r))
		} else if latin, known := lookAlike(r); known != "" {
			mended = append(mended, latin)
			if name == "" {
				name, first = known, Span{at.End, at.End + size}
			}
		} else {
			strange = true
		}
		at.End += size
	}
	if strange {
		return source(text).fault(unknownWord, at, "", "$own is not a word of the notation")
	}
	return source(text).fault(unknownChar, at, string(mended),
		quote(text[first.Start:first.End])+" is the "+name+", which only looks like a Latin one; write $hint")
}

// lookAlike is the Latin letter that r is taken for, and what r is called.
func lookAlike(r rune) (latin byte, name string) {
	switch unicode.ToLower(r) {
	case 'х':
		return 'x', "Cyrillic letter ha"
	case 'а':
		return 'a', "Cyrillic letter a"
	case 'с':
		return 'c', "Cyrillic letter es"
	case 'е':
		return 'e', "Cyrillic letter ie"
	case 'і':
		return 'i', "Cyrillic letter i"
	case 'к':
		return 'k', "Cyrillic letter ka"
	case 'м':
		return 'm', "Cyrillic letter em"
	case 'о':
		return 'o', "Cyrillic letter o"
	case 'р':
		return 'p', "Cyrillic letter er"
	case 'ѕ':
		return 's', "Cyrillic letter dze"
	case 'т':
		return 't', "Cyrillic letter te"
	case 'у':
		return 'y', "Cyrillic letter u"
	case 'χ':
		return 'x', "Greek letter chi"
	case 'ο':
		return 'o', "Greek letter omicron"
	case 'ρ':
		return 'p', "Greek letter rho"
	}
	return 0, ""
}
