package template

import (
	"html"
	"regexp"
	"strings"
)

// scanner follows a template's text through HTML, and writes it as it goes out:
// without comments, and with "&lt;" for a "<" that begins no tag.
type scanner struct {
	text   string
	i      int // read so far
	at     spot
	out    []byte
	began  int // where the attribute's value began, -1 where in an earlier text
	slip   string
	slipAt int
}

// scan reads a text from a spot on.
func scan(at spot, text string, out []byte) *scanner {
	s := &scanner{text: text, at: at, out: out, began: -1}
	steps := [...]func(*scanner){
		inText: (*scanner).inText, inTag: (*scanner).inTag, inName: (*scanner).inName, afterName: (*scanner).afterName,
		beforeValue: (*scanner).beforeValue, inValue: (*scanner).inValue, inComment: (*scanner).inComment,
		inTitle: (*scanner).inTitle, inRaw: (*scanner).inRaw,
	}
	for s.i < len(text) && s.slip == "" {
		steps[s.at.state](s)
	}
	return s
}

// write passes the text on up to an offset.
func (s *scanner) write(end int) {
	s.out = append(s.out, s.text[s.i:end]...)
	s.i = end
}

// writeText passes text on in which no tag begins.
func (s *scanner) writeText(end int) {
	for j := s.i; j < end; j++ {
		if s.text[j] == '<' && !hasPrefixFold(s.text[j:], "<!doctype") {
			s.write(j)
			s.out = append(s.out, "&lt;"...)
			s.i++
		}
	}
	s.write(end)
}

func (s *scanner) stop(at int, message string) { s.slipAt, s.slip = at, message }

func (s *scanner) inText() {
	for j := s.i; ; j++ {
		next := strings.IndexByte(s.text[j:], '<')
		if next < 0 {
			s.writeText(len(s.text))
			return
		}
		j += next
		if strings.HasPrefix(s.text[j:], "<!--") {
			s.writeText(j)
			s.i, s.at.state = j+len("<!--"), inComment
			return
		}
		name := j + 1
		closing := strings.HasPrefix(s.text[name:], "/")
		if closing {
			name++
		}
		if end := tagName(s.text, name); end > name {
			s.writeText(j)
			s.write(end)
			s.at = spot{state: inTag}
			if !closing {
				s.at.element = elements[strings.ToLower(s.text[name:end])]
			}
			return
		}
	}
}

func (s *scanner) inTag() {
	s.write(spaces(s.text, s.i))
	if s.i == len(s.text) {
		return
	}
	if s.text[s.i] == '>' {
		s.write(s.i + 1)
		switch s.at.element {
		case script, data, style:
			s.at.state = inRaw
		case titleElement, textarea:
			s.at.state = inTitle
		default:
			s.at = spot{}
		}
		return
	}
	end := s.attributeName()
	if end == s.i {
		if s.slip == "" {
			s.stop(s.i, "an attribute has no name")
		}
		return
	}
	s.at.name = s.text[s.i:end]
	s.at.attr = attributeOf(s.at.element, s.at.name)
	s.at.state = afterName
	if end == len(s.text) {
		s.at.state = inName
	}
	s.write(end)
}

// attributeName is where the name ends that goes on here.
func (s *scanner) attributeName() int {
	end := len(s.text)
	if n := strings.IndexAny(s.text[s.i:], " \t\n\f\r=>\"'<"); n >= 0 {
		end = s.i + n
		if strings.IndexByte("\"'<", s.text[end]) >= 0 {
			s.stop(end, s.text[end:end+1]+" stands in a tag where it cannot; is a quotation mark missing before it?")
			return s.i
		}
	}
	return end
}

func (s *scanner) inName() {
	end := s.attributeName()
	if end > s.i {
		s.at.attr = patched
	}
	if end < len(s.text) {
		s.at.state = afterName
	}
	s.write(end)
}

func (s *scanner) afterName() {
	s.write(spaces(s.text, s.i))
	if s.i == len(s.text) {
		return
	}
	if s.text[s.i] != '=' {
		s.at = spot{state: inTag, element: s.at.element}
		return
	}
	s.write(s.i + 1)
	s.at.state = beforeValue
}

func (s *scanner) beforeValue() {
	s.write(spaces(s.text, s.i))
	if s.i == len(s.text) {
		return
	}
	s.at.state, s.at.quote = inValue, ' '
	if c := s.text[s.i]; c == '"' || c == '\'' {
		s.at.quote = c
		s.write(s.i + 1)
	}
	s.began = s.i
	if s.i == len(s.text) {
		return
	}
	s.inValue()
}

// inValue reads an attribute's value, to its end if that is in this text.
func (s *scanner) inValue() {
	ends := string(s.at.quote)
	if s.at.quote == ' ' {
		ends = " \t\n\f\r>"
	}
	n := strings.IndexAny(s.text[s.i:], ends)
	value := s.text[s.i:]
	if n >= 0 {
		value = value[:n]
	}
	if s.at.quote == ' ' {
		if bad := strings.IndexAny(value, "\"'<=`"); bad >= 0 {
			s.stop(s.i+bad, value[bad:bad+1]+" stands in a value without quotation marks")
			return
		}
	}
	if n < 0 {
		s.follow(html.UnescapeString(value))
		s.write(len(s.text))
		return
	}
	on := s.at.element
	if s.at.attr == scriptType && s.began == s.i && isJSON(value) {
		on = data
	}
	end := s.i + n
	if s.at.quote != ' ' {
		end++
	}
	s.write(end)
	s.at, s.began = spot{state: inTag, element: on}, -1
}

var refreshes = regexp.MustCompile(`(?i)url\s*=`)

// follow notes how far a value has come that goes on behind this text.
func (s *scanner) follow(value string) {
	switch s.at.attr {
	case address, picture:
		if strings.ContainsAny(value, "#?") {
			s.at.address = inQuery
		} else if spaces(value, 0) < len(value) && s.at.address == atStart {
			s.at.address = inPath
		}
	case content:
		if refreshes.MatchString(value) {
			s.at.attr = refresh
		}
	}
}

func (s *scanner) inComment() {
	if n := strings.Index(s.text[s.i:], "-->"); n >= 0 {
		s.i, s.at = s.i+n+len("-->"), spot{}
		return
	}
	s.i = len(s.text)
}

func (s *scanner) inTitle() {
	end, closed := s.endTag()
	s.writeText(end)
	if closed {
		s.at = spot{}
	}
}

func (s *scanner) inRaw() {
	end, closed := s.endTag()
	s.write(end)
	if closed {
		s.at = spot{}
	}
}

// endTag finds the tag that ends the text of a title, a script and the like.
func (s *scanner) endTag() (at int, found bool) {
	tag := "</" + s.at.element.tag()
	for j := s.i; j < len(s.text); j++ {
		rest := s.text[j:]
		if hasPrefixFold(rest, tag) && len(rest) > len(tag) && strings.IndexByte("> \t\n\f/", rest[len(tag)]) >= 0 {
			return j, true
		}
	}
	return len(s.text), false
}

func isJSON(kind string) bool {
	kind = strings.ToLower(strings.TrimSpace(kind))
	return kind == "application/json" || kind == "application/ld+json"
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// tagName is where the tag's name ends that begins at i: "h1", "svg:g", "my-part".
func tagName(s string, i int) int {
	if i >= len(s) || !isLetter(s[i]) {
		return i
	}
	for i++; i < len(s); i++ {
		switch c := s[i]; {
		case isLetter(c), isDigit(c):
		case (c == ':' || c == '-') && i+1 < len(s) && (isLetter(s[i+1]) || isDigit(s[i+1])):
		default:
			return i
		}
	}
	return i
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// spaces is where the white space ends that begins at i.
func spaces(s string, i int) int {
	for i < len(s) && strings.IndexByte(" \t\n\f\r", s[i]) >= 0 {
		i++
	}
	return i
}
