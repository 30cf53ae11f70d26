package content

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// jsonText is a text in quotation marks with its place inside them.
type jsonText struct {
	text       string
	start, end int
}

// jsonEntry is a name with one text, or with a text for each of several forms.
type jsonEntry struct {
	name  jsonText
	text  *jsonText
	forms []jsonEntry
}

// jsonSlip is where the form of JSON is left.
type jsonSlip struct {
	start, end    int
	message, help string
}

// jsonReader reads the one shape that words.json has: names with texts, or with names
// with texts. What it says of a slip a program that reads any JSON could not say.
type jsonReader struct {
	text string
	at   int
	slip *jsonSlip
}

func (r *jsonReader) fail(start, end int, message, help string) {
	if r.slip == nil {
		r.slip = &jsonSlip{start, end, message, help}
	}
}

// peek is the next character that is not white space; 0 at the end.
func (r *jsonReader) peek() byte {
	r.at += len(r.text[r.at:]) - len(strings.TrimLeft(r.text[r.at:], " \t\r\n"))
	if r.at == len(r.text) {
		return 0
	}
	return r.text[r.at]
}

// here fails at the next character.
func (r *jsonReader) here(message, help string) {
	_, size := utf8.DecodeRuneInString(r.text[r.at:])
	r.fail(r.at, r.at+size, message, help)
}

// file reads all of it.
func (r *jsonReader) file() []jsonEntry {
	if r.peek() != '{' {
		r.here("the phrases stand between `{` and `}`", "begin with `{`")
		return nil
	}
	entries := r.entries(true)
	if r.slip == nil && r.peek() != 0 {
		r.here("the phrases end before this", "take away what stands behind the last `}`, or the `}` itself")
	}
	return entries
}

// entries reads from one brace to the other.
func (r *jsonReader) entries(nested bool) []jsonEntry {
	open := r.at
	r.at++
	var out []jsonEntry
	for r.peek() != '}' {
		if r.at == len(r.text) {
			r.fail(open, open+1, "`{` is never closed", "close it with `}`")
			return out
		}
		entry := r.entry(nested)
		if r.slip != nil {
			return out
		}
		out = append(out, entry)
		end := r.at
		if !r.separated(end, open) {
			return out
		}
	}
	r.at++
	return out
}

// separated passes the comma between two entries; none stands behind the last.
func (r *jsonReader) separated(end, open int) bool {
	switch r.peek() {
	case ',':
		comma := r.at
		r.at++
		if r.peek() == '}' {
			r.fail(comma, comma+1, "a comma stands behind the last phrase", "take it away")
			return false
		}
	case '}', 0:
	case '"':
		r.fail(end, end, "a comma is missing here", "put one behind each phrase but the last")
		return false
	default:
		r.here("nothing but a comma stands between two phrases", "write it inside the quotation marks, or take it away")
		return false
	}
	return true
}

func (r *jsonReader) entry(nested bool) jsonEntry {
	var e jsonEntry
	e.name = r.string("a phrase in quotation marks is due here")
	if r.slip == nil && r.peek() != ':' {
		r.fail(r.at, r.at, "a colon is missing here", "put one between the English phrase and yours")
	}
	if r.slip != nil {
		return e
	}
	r.at++
	if r.peek() == '{' && nested {
		e.forms = r.entries(false)
		if e.forms == nil {
			e.forms = []jsonEntry{}
		}
		return e
	}
	text := r.string("a text in quotation marks is due here")
	e.text = &text
	return e
}

// string reads what stands in straight quotation marks.
func (r *jsonReader) string(due string) jsonText {
	if r.peek() != '"' {
		help := ""
		if c, _ := utf8.DecodeRuneInString(r.text[r.at:]); strings.ContainsRune("“”„«»‘’'", c) {
			due, help = "`"+string(c)+"` is not a straight quotation mark", "write `\"` before and behind the text"
		}
		r.here(due, help)
		return jsonText{}
	}
	open := r.at
	for r.at++; r.at < len(r.text); r.at++ {
		switch r.text[r.at] {
		case '\\':
			r.at++
		case '\n', '\r':
			r.fail(open, open+1, "this quotation mark is never closed", "put another at the end of the text, on the same line")
			return jsonText{}
		case '"':
			r.at++
			return r.decoded(open, r.at)
		}
	}
	r.at = len(r.text)
	r.fail(open, open+1, "this quotation mark is never closed", "put another at the end of the text, on the same line")
	return jsonText{}
}

func (r *jsonReader) decoded(start, end int) jsonText {
	t := jsonText{start: start + 1, end: end - 1}
	if json.Unmarshal([]byte(r.text[start:end]), &t.text) == nil {
		return t
	}
	for i := t.start; i < t.end; i++ {
		var one string
		switch {
		case r.text[i] == '\t':
			r.fail(i, i+1, "a tab stands in this text", "write a space, or `\\t`")
			return t
		case r.text[i] == '\\' && json.Unmarshal([]byte(`"`+r.text[i:i+2]+`"`), &one) != nil && r.text[i+1] != 'u',
			r.text[i] == '\\' && r.text[i+1] == 'u' && json.Unmarshal([]byte(`"`+r.text[i:min(i+6, t.end)]+`"`), &one) != nil:
			r.fail(i, i+2, "`"+r.text[i:i+2]+"` stands for no character", "write `\\\\` for a backslash, `\\\"` for a quotation mark")
			return t
		case r.text[i] == '\\':
			i++
		}
	}
	r.fail(t.start, t.end, "this text cannot be read", "write it anew, without control characters")
	return t
}
