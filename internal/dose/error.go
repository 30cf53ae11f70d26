package dose

import (
	"strings"
	"unicode/utf8"
)

// Error is why a text is no dose. Message is one sentence that quotes the
// author's words in backticks. Start and End are byte offsets of the characters
// to change; Hint, where there is one, is what to write in their place.
type Error struct {
	Code, Name, Message string
	Start, End          int
	Hint                string
}

func (e *Error) Error() string { return e.Message }

// Span is the place of the characters to change.
func (e *Error) Span() Span { return newSpan(e.Start, e.End) }

// source is a text in which something is refused.
type source string

// fault makes an Error. In the message $own is what stands at the place and
// $hint is the hint, both quoted.
func (s source) fault(code string, at Span, hint, message string) *Error {
	message = strings.ReplaceAll(message, "$hint", quote(hint))
	if strings.Contains(message, "$own") {
		message = strings.ReplaceAll(message, "$own", quote(string(s[at.Start:at.End])))
	}
	return &Error{Code: code, Name: nameOf(code), Message: message, Start: int(at.Start), End: int(at.End), Hint: hint}
}

// quote puts the author's words in backticks, on one line and cut to a length
// that leaves room for the sentence around them.
func quote(words string) string {
	const longest = 32
	words = strings.Join(strings.Fields(strings.ToValidUTF8(words, "\uFFFD")), " ")
	words = strings.ReplaceAll(words, "`", "'")
	if utf8.RuneCountInString(words) > longest {
		words = string([]rune(words)[:longest-1]) + "…"
	}
	return "`" + words + "`"
}
