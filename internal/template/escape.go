package template

import "strings"

// escaper appends a value as it may stand in one kind of place.
type escaper func(dst []byte, s string) []byte

// asItIs appends a value that needs no escaping.
func asItIs(dst []byte, s string) []byte { return append(dst, s...) }

// htmlMarks are the bytes that do not stand for themselves in HTML.
var htmlMarks = [256]bool{0: true, '"': true, '&': true, '\'': true, '+': true, '<': true, '>': true}

// appendText escapes for text and for quoted attributes.
func appendText(dst []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		if htmlMarks[s[i]] {
			dst = append(dst, s[from:i]...)
			dst = appendMark(dst, s[i])
			from = i + 1
		}
	}
	return append(dst, s[from:]...)
}

func appendMark(dst []byte, c byte) []byte {
	switch c {
	case '"':
		return append(dst, "&#34;"...)
	case '&':
		return append(dst, "&amp;"...)
	case '\'':
		return append(dst, "&#39;"...)
	case '+':
		return append(dst, "&#43;"...)
	case '<':
		return append(dst, "&lt;"...)
	case '>':
		return append(dst, "&gt;"...)
	}
	return append(dst, "\ufffd"...)
}

// refused stands in the place of an address that may do more than lead somewhere.
// It is the word of html/template.
const refused = "#ZgotmplZ"

// appendAddress escapes what begins an address: one that leads to this site or to a
// page, a mailbox or a telephone elsewhere.
func appendAddress(dst []byte, s string) []byte {
	if !leads(s) {
		return append(dst, refused...)
	}
	return appendPath(dst, s)
}

// appendPicture does the same where the author of the view vouches for an address of
// a picture, which may then be the picture itself.
func appendPicture(dst []byte, s string) []byte {
	if !leads(s) && !hasPrefixFold(s, "data:") {
		return append(dst, refused...)
	}
	return appendPath(dst, s)
}

func leads(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || strings.Contains(scheme, "/") {
		return true
	}
	for _, known := range [...]string{"http", "https", "mailto", "tel"} {
		if strings.EqualFold(scheme, known) {
			return true
		}
	}
	return false
}

// addressMark says of each byte what it is in an address.
type addressMark uint8

const (
	encoded  addressMark = iota // %3c
	unmarked                    // stands for itself everywhere
	divides                     // stands for itself unless it is part of a value in a query
	percent
)

var addressMarks = func() (marks [256]addressMark) {
	for c := range marks {
		if c := byte(c); isLetter(c) || isDigit(c) {
			marks[c] = unmarked
		}
	}
	for _, c := range "-._~" {
		marks[c] = unmarked
	}
	for _, c := range "!#$&*+,/:;=?@[]" {
		marks[c] = divides
	}
	marks['%'] = percent
	return marks
}()

// appendPath escapes what goes on an address.
func appendPath(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch addressMarks[c] {
		case unmarked:
			dst = append(dst, c)
		case divides:
			if htmlMarks[c] {
				dst = appendMark(dst, c)
			} else {
				dst = append(dst, c)
			}
		case percent:
			if i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
				dst = append(dst, c)
			} else {
				dst = appendEncoded(dst, c)
			}
		default:
			dst = appendEncoded(dst, c)
		}
	}
	return dst
}

// appendQuery escapes a value in the query or the fragment of an address.
func appendQuery(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; addressMarks[c] == unmarked {
			dst = append(dst, c)
		} else {
			dst = appendEncoded(dst, c)
		}
	}
	return dst
}

func appendEncoded(dst []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	return append(dst, '%', digits[c>>4], digits[c&15])
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// appendData writes JSON into a script so that nothing in it ends the script: "<"
// stands in strings alone there, where it has other spellings.
func appendData(dst []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		switch s = s[i+1:]; {
		case strings.HasPrefix(s, "/"):
			dst = append(dst, `<\`...)
		case strings.HasPrefix(s, "!"):
			dst = append(dst, `\u003c`...) // "<!--" would change how the script ends
		default:
			dst = append(dst, '<')
		}
	}
}
