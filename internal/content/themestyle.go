package content

import (
	"strings"
	"unicode/utf8"
)

// checkStyle reports what in tokens.css would fetch a file, from this host or another,
// and what is never closed.
func (t *themed) checkStyle() {
	s := styleReader{themed: t, text: string(t.Text), at: t.start()}
	for s.at < len(s.text) {
		s.step()
	}
	s.unclosed(0)
}

// styleReader walks the marks and words of a style sheet, past comments and strings.
type styleReader struct {
	*themed
	text string
	at   int
	open []int // brackets, where they were opened
}

func (s *styleReader) step() {
	rest := s.text[s.at:]
	switch c := rest[0]; {
	case strings.HasPrefix(rest, "/*"):
		end := strings.Index(rest[2:], "*/")
		if end < 0 {
			s.report(themeStyle, s.at, s.at+2, "this comment is never closed").Help = "end it with `*/`"
			s.at = len(s.text)
			return
		}
		s.at += end + 4
	case c == '"' || c == '\'':
		s.string()
	case c == '@':
		start := s.at
		s.at++
		if word := s.word(); word == "import" || word == "charset" || word == "namespace" {
			s.report(themeStyle, start, s.at, "`@%s` cannot stand in a theme", word).Help = "copy what it brings in to this file"
		}
	case strings.IndexByte("({[", c) >= 0:
		s.open = append(s.open, s.at)
		s.at++
	case strings.IndexByte(")}]", c) >= 0:
		s.close()
	case isStyleWord(rest):
		s.named()
	default:
		s.at++
	}
}

// close closes the last bracket of its kind, and reports those inside that are open.
func (s *styleReader) close() {
	pairs := map[byte]byte{')': '(', '}': '{', ']': '['}
	i := len(s.open) - 1
	for ; i >= 0 && s.text[s.open[i]] != pairs[s.text[s.at]]; i-- {
	}
	s.at++
	if i < 0 {
		s.report(themeStyle, s.at-1, s.at, "`%s` closes nothing", s.text[s.at-1:s.at])
		return
	}
	s.unclosed(i + 1)
	s.open = s.open[:i]
}

// unclosed reports the open brackets from one on.
func (s *styleReader) unclosed(from int) {
	for _, open := range s.open[from:] {
		s.report(themeStyle, open, open+1, "`%s` is never closed", s.text[open:open+1])
	}
}

// string passes a text in quotation marks and gives it.
func (s *styleReader) string() string {
	open := s.at
	for s.at++; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '\\':
			s.at++
		case s.text[open]:
			s.at++
			return s.text[open+1 : s.at-1]
		case '\n':
			s.report(themeStyle, open, open+1, "this quotation mark is never closed")
			return s.text[open+1 : s.at]
		}
	}
	s.at = len(s.text)
	s.report(themeStyle, open, open+1, "this quotation mark is never closed")
	return s.text[open+1:]
}

func isStyleWord(text string) bool {
	c := text[0]
	return c == '-' || c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf || c >= '0' && c <= '9' || c == '\\'
}

// word reads a name, in small letters and with what its backslashes stand for.
func (s *styleReader) word() string {
	var out strings.Builder
	for s.at < len(s.text) && isStyleWord(s.text[s.at:]) {
		if s.text[s.at] != '\\' {
			out.WriteByte(s.text[s.at])
			s.at++
			continue
		}
		s.at++
		code, digits := rune(0), 0
		for ; s.at < len(s.text) && digits < 6; digits++ {
			d := strings.IndexByte("0123456789abcdef", s.text[s.at]|0x20)
			if d < 0 {
				break
			}
			code = code<<4 | rune(d)
			s.at++
		}
		if digits == 0 && s.at < len(s.text) {
			out.WriteByte(s.text[s.at])
			s.at++
			continue
		}
		out.WriteRune(code)
		if s.at < len(s.text) && strings.IndexByte(" \t\n\f", s.text[s.at]) >= 0 {
			s.at++
		}
	}
	return strings.ToLower(out.String())
}

// named passes a name, and the address in it where it is a function that fetches one.
func (s *styleReader) named() {
	start := s.at
	word := s.word()
	if s.at == len(s.text) || s.text[s.at] != '(' {
		return
	}
	switch word {
	case "url", "src":
		s.address(start)
	case "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade":
		s.pictures(start)
	}
}

// address looks at what stands between the brackets of url().
func (s *styleReader) address(start int) {
	end := s.at + 1 + len(s.text[s.at+1:]) - len(strings.TrimLeft(s.text[s.at+1:], " \t\r\n\f"))
	var to string
	if end < len(s.text) && (s.text[end] == '"' || s.text[end] == '\'') {
		s.open = append(s.open, s.at)
		s.at = end
		to = s.string()
	} else if bracket := strings.IndexByte(s.text[end:], ')'); bracket >= 0 {
		to = s.text[end : end+bracket]
		s.at = end + bracket + 1
	} else {
		s.report(themeStyle, s.at, s.at+1, "`(` is never closed")
		s.at = len(s.text)
		return
	}
	s.fetched(start, to)
}

// pictures looks at the texts between the brackets; url() in them is met later.
func (s *styleReader) pictures(start int) {
	s.open = append(s.open, s.at)
	depth := len(s.open)
	s.at++
	for s.at < len(s.text) && len(s.open) >= depth {
		if c := s.text[s.at]; c == '"' || c == '\'' {
			s.fetched(start, s.string())
			continue
		}
		s.step()
	}
}

func (s *styleReader) fetched(start int, to string) {
	folded := strings.ToLower(strings.TrimSpace(to))
	if strings.HasPrefix(folded, "data:") || strings.HasPrefix(folded, "#") {
		return
	}
	s.report(themeStyle, start, s.at, "a theme fetches nothing, and this fetches `%s`", shorten(strings.TrimSpace(to))).Help =
		"write the file itself here, as `url(\"data:…\")`"
}
