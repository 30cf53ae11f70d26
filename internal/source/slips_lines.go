package source

import "bytes"

// textLine is a line of a text: its first byte, its first character that is not
// a blank, where its text ends, where it ends, and where the next one starts.
type textLine struct{ start, text, end, lineEnd, next int }

// lineAt reads the line that an offset stands in, from that offset on.
func lineAt(text []byte, at int) textLine {
	l := textLine{start: at, next: len(text), lineEnd: len(text)}
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		l.lineEnd, l.next = at+i, at+i+1
	}
	l.end = l.lineEnd
	for l.end > at && isBlank(text[l.end-1]) {
		l.end--
	}
	l.text = at
	for l.text < l.end {
		n := blankSize(text[l.text:l.end])
		if n == 0 {
			break
		}
		l.text += n
	}
	return l
}

// lineStart is where the line of an offset begins.
func lineStart(text []byte, at int) int {
	return bytes.LastIndexByte(text[:at], '\n') + 1
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

// blankSize is the size of a blank at the start of a text, 0 if there is none.
// Blanks that are no plain space, such as a no-break space, count too.
func blankSize(text []byte) int {
	if isBlank(text[0]) {
		return 1
	}
	if text[0] < 0xc2 {
		return 0
	}
	for _, blank := range [...]string{
		"\u00a0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
		"\u2008", "\u2009", "\u200a", "\u200b", "\u202f", "\u205f", "\u3000", "\ufeff",
	} {
		if bytes.HasPrefix(text, []byte(blank)) {
			return len(blank)
		}
	}
	return 0
}

// shape is what a line, or what stands behind a dash, looks like.
type shape int

const (
	isText     shape = iota
	isItem           // - text
	isTight          // -text
	isKey            // key: value
	isTightKey       // key:value
)

// shapeOf judges a text by its look; for a key it gives the offset of its colon.
func shapeOf(text []byte, at, end int) (shape, int) {
	if at >= end {
		return isText, 0
	}
	switch c := text[at]; {
	case c == '-':
		if at+1 == end || isBlank(text[at+1]) {
			return isItem, 0
		}
		if next := text[at+1]; isLetter(next) || bytes.IndexByte([]byte("\"'[{"), next) >= 0 || next >= '0' && next <= '9' {
			return isTight, 0
		}
	case c == '[' || c == '{':
		return isText, 0
	case c == '"' || c == '\'':
		closed := quoteEnd(text, at, end)
		for closed > at && closed < end && isBlank(text[closed]) {
			closed++
		}
		if closed > at && closed < end && text[closed] == ':' && endsKey(text, closed, end) {
			return isKey, closed
		}
		return isText, 0
	}
	return plainShape(text, at, end)
}

func plainShape(text []byte, at, end int) (shape, int) {
	tight := 0
	if colonForgotten(text[at:end]) {
		return isText, 0
	}
	if n := idLength(text[at:end]); n > 0 && at+n+1 < end && text[at+n] == ':' && text[at+n+1] != ':' && !endsKey(text, at+n, end) && !isScheme(text[at:end], n) {
		tight = at + n
	}
	for i := at; i < end; i++ {
		switch text[i] {
		case ':':
			if !endsKey(text, i, end) {
				continue
			}
			if tight > 0 && tight < i {
				return isTightKey, tight
			}
			return isKey, i
		case '#':
			if i > at && isBlank(text[i-1]) {
				end = i
			}
		}
	}
	if tight > 0 {
		return isTightKey, tight
	}
	return isText, 0
}

// colonForgotten reports whether a text is a key, a space, and a value in brackets
// or quotes.
func colonForgotten(text []byte) bool {
	n := idLength(text)
	return n > 0 && n+1 < len(text) && text[n] == ' ' && bytes.IndexByte([]byte("[{\""), text[n+1]) >= 0
}

// endsKey reports whether the colon at i ends a key. A no-break space behind it
// does, in the author's eyes.
func endsKey(text []byte, i, end int) bool {
	return i+1 >= end || blankSize(text[i+1:end]) > 0
}

// isScheme reports whether a word of n bytes before a colon begins an address or
// the like.
func isScheme(text []byte, n int) bool {
	if bytes.HasPrefix(text[n:], []byte("://")) {
		return true
	}
	if len(text) > n+1 && text[n+1] == '/' {
		return true
	}
	switch string(text[:n]) {
	case "doi", "mailto", "tel", "isbn", "pmid", "urn", "regimen":
		return true
	}
	return false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// idLength is the length of the id that a text begins with: letters, digits,
// hyphens, underscores, a letter first.
func idLength(text []byte) int {
	for i, c := range text {
		if !isLetter(c) && (i == 0 || c != '-' && c != '_' && (c < '0' || c > '9')) {
			return i
		}
	}
	return len(text)
}

// keyLength is the length of the key that a text in brackets begins with: an id or
// a number.
func keyLength(text []byte) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	if n == 0 {
		n = idLength(text)
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isID reports whether all of a text is an id.
func isID(text []byte) bool { return len(text) > 0 && idLength(text) == len(text) }

// quoteEnd is the offset behind the quote that closes the one at an offset, -1 if
// none does before the limit.
func quoteEnd(text []byte, at, limit int) int {
	mark := text[at]
	for i := at + 1; i < limit; i++ {
		switch {
		case text[i] == '\\' && mark == '"':
			i++
		case text[i] != mark:
		case mark == '\'' && i+1 < limit && text[i+1] == mark:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// bracketEnd is the offset behind the bracket that closes the one at an offset;
// the end of the text if none does.
func bracketEnd(text []byte, at int) int {
	depth := 0
	fresh := true // a quote here opens a quoted text
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '[' || c == '{':
			depth++
			fresh = true
		case c == ']' || c == '}':
			depth--
			if depth == 0 {
				return i + 1
			}
		case fresh && (c == '"' || c == '\''):
			if end := quoteEnd(text, i, len(text)); end > 0 {
				i = end - 1
			}
			fresh = false
		case c == '#' && i > 0 && (isBlank(text[i-1]) || text[i-1] == '\n'):
			if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
				i += n
			}
		case c == ',' || c == ':':
			fresh = true
		case !isBlank(c) && c != '\n':
			fresh = false
		}
	}
	return len(text)
}
