package words_test

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// script walks the names of a JavaScript text, past comments, strings and regular
// expressions; what stands in the ${} of a template is read as well.
type script struct {
	text  string
	at    int
	word  string // the name that was read
	after string // the name or mark before it
	last  string
	depth []int // of braces inside each open template
}

// next reads up to the end of a name.
func (s *script) next() bool {
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if isName(r) {
			start := s.at
			for s.at < len(s.text) && isName(r) {
				s.at += size
				r, size = utf8.DecodeRuneInString(s.text[s.at:])
			}
			s.after, s.last = s.last, s.text[start:s.at]
			s.word = s.last
			return true
		}
		s.mark(r, size)
	}
	return false
}

func isName(r rune) bool { return r == '_' || r == '$' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// mark passes one mark, or what it begins.
func (s *script) mark(r rune, size int) {
	rest := s.text[s.at:]
	switch {
	case unicode.IsSpace(r):
		s.at += size
		return
	case strings.HasPrefix(rest, "//"):
		s.past("\n")
		return
	case strings.HasPrefix(rest, "/*"):
		s.past("*/")
		return
	case r == '"' || r == '\'':
		s.quoted(byte(r))
	case r == '/' && s.operand():
		s.quoted('/')
	case r == '`':
		s.at++
		s.template()
	case r == '{' && len(s.depth) > 0:
		s.depth[len(s.depth)-1]++
		s.at++
	case r == '}' && len(s.depth) > 0:
		s.at++
		if s.depth[len(s.depth)-1]--; s.depth[len(s.depth)-1] == 0 {
			s.depth = s.depth[:len(s.depth)-1]
			s.template()
		}
	default:
		s.at += size
	}
	s.last = string(r)
}

func (s *script) past(end string) {
	i := strings.Index(s.text[s.at:], end)
	if i < 0 {
		i = len(s.text) - s.at - len(end)
	}
	s.at += i + len(end)
}

// operand reports whether a slash here begins a regular expression.
func (s *script) operand() bool {
	switch s.last {
	case "return", "typeof", "":
		return true
	case ")", "]", "}", "\"", "'", "`":
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.last)
	return !isName(r)
}

// quoted passes a string or a regular expression, whose classes may hold the mark.
func (s *script) quoted(mark byte) {
	class := false
	for s.at++; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == '\\':
			s.at++
		case mark == '/' && c == '[':
			class = true
		case mark == '/' && c == ']':
			class = false
		case c == mark && !class:
			s.at++
			return
		}
	}
}

// template passes the text of a template up to its end or to the next ${.
func (s *script) template() {
	for ; s.at < len(s.text); s.at++ {
		switch {
		case s.text[s.at] == '\\':
			s.at++
		case s.text[s.at] == '`':
			s.at++
			return
		case strings.HasPrefix(s.text[s.at:], "${"):
			s.at += 2
			s.depth = append(s.depth, 1)
			return
		}
	}
}

// skipArgument passes an argument and the comma behind it.
func (s *script) skipArgument() bool {
	open := 0
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case strings.IndexByte("([{", c) >= 0:
			open++
		case strings.IndexByte(")]}", c) >= 0:
			if open--; open < 0 {
				return false
			}
		case c == ',' && open == 0:
			s.at++
			return true
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if r == '"' || r == '\'' {
			s.quoted(byte(r))
			continue
		}
		s.at += size
	}
	return false
}

// literal reads a string that is a whole argument, and the comma behind it. It must be
// written as the build looks for it, to know which phrases scripts ask for.
func (s *script) literal() (string, bool) {
	s.at += len(s.text[s.at:]) - len(strings.TrimLeft(s.text[s.at:], " \n\t"))
	if s.at >= len(s.text) || s.text[s.at] != '"' && s.text[s.at] != '\'' {
		return "", false
	}
	start := s.at
	s.quoted(s.text[s.at])
	body := s.text[start+1 : s.at-1]
	value := strings.ReplaceAll(body, `\"`, `"`)
	rest := strings.TrimLeft(s.text[s.at:], " \n\t")
	s.at = len(s.text) - len(rest)
	if strings.HasPrefix(rest, ",") {
		s.at++
	}
	return value, s.text[start] == '"' && !strings.Contains(value, `\`) && (strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, ")"))
}
