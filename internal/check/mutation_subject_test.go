package check_test

import (
	"regexp"
	"strings"
	"testing/fstest"
	"unicode/utf8"
)

// subject is one file of a valid site.
type subject struct {
	group, path, kind, text string
	site, builtIn           fstest.MapFS
	quiet                   map[string]int // what the site gives as it stands
	block                   stretch        // the lines between the fences
	spots                   []spot
	names                   map[string][]string // the ids of the site by folder
	known                   map[string]bool     // words that are no slip of another one
}

// stretch is a part of a text, in bytes.
type stretch struct{ start, end int }

// spot is a key with its value as they stand in a text, or an item of a list, which
// has no key.
type spot struct {
	holding
	path   []string
	key    stretch
	value  stretch   // to the end of the line, or of the entry in brackets
	all    stretch   // with all lines below that belong to it
	items  []stretch // of a value in square brackets, those in inner brackets too
	dash   int       // the dash that it begins behind, or -1
	indent int
	flow   bool    // in brackets
	within stretch // the brackets that it stands in
}

func (s spot) name() string { return s.path[len(s.path)-1] }

// plain reports whether the value is one line of unquoted text.
func (f *subject) plain(s spot) bool {
	v := f.get(s.value)
	return v != "" && strings.IndexByte("\"'[{|>", v[0]) < 0
}

func (f *subject) get(c stretch) string { return f.text[c.start:c.end] }

// lineColumn is line and column of an offset, columns in characters.
func lineColumn(text string, at int) (line, column int) {
	before := text[:at]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

var keyForm = regexp.MustCompile(`^([A-Za-z0-9][A-Za-z0-9_.-]*):(?: +(.*))?$`)

// openKey is a key whose value may come on the lines below.
type openKey struct {
	indent int
	path   []string
	spot   int
}

// scanner reads the frontmatter of a valid file as its author sees it.
type scanner struct {
	*subject
	keyModel keyModel
	stack    []openKey
}

// scan finds the spots of a valid file whose layout is plain: two spaces a step,
// values in brackets on one line.
func (f *subject) scan(m keyModel) {
	if !strings.HasPrefix(f.text, "---\n") {
		return
	}
	end := strings.Index(f.text, "\n---\n")
	if end < 0 {
		return
	}
	f.block = stretch{4, end + 1}
	s := &scanner{subject: f, keyModel: m}
	for at := f.block.start; at < f.block.end; {
		next := at + strings.IndexByte(f.text[at:], '\n') + 1
		s.line(at, next-1)
		at = next
	}
	s.close(0, f.block.end)
}

func (s *scanner) line(start, end int) {
	text := s.text[start:end]
	body := strings.TrimLeft(text, " ")
	indent := len(text) - len(body)
	if body == "" || body[0] == '#' {
		return
	}
	dash := -1
	s.close(indent, start)
	if rest, ok := strings.CutPrefix(body, "- "); ok {
		dash, body = start+indent, strings.TrimLeft(rest, " ")
		indent = len(text) - len(body)
	}
	m := keyForm.FindStringSubmatch(body)
	at := start + len(text) - len(body)
	parent := s.parent()
	switch {
	case body[0] == '{':
		s.spots = append(s.spots, spot{path: append(parent, "[]"), key: stretch{at, at}, value: stretch{at, end}, all: stretch{start, end + 1}, dash: dash, indent: indent})
		s.braces(parent, stretch{at, end})
	case m == nil && dash >= 0:
		s.add(spot{path: append(parent, "[]"), key: stretch{at, at}, value: stretch{at, end}, all: stretch{start, end + 1}, dash: dash, indent: indent}, end)
	case m != nil:
		value := stretch{end - len(m[2]), end}
		s.add(spot{path: append(parent, m[1]), key: stretch{at, at + len(m[1])}, value: value, all: stretch{start, end + 1}, dash: dash, indent: indent}, end)
	}
}

// add keeps a spot of a line of its own, and reads what its brackets hold.
func (s *scanner) add(p spot, end int) {
	p.holding, _ = s.keyModel.of(s.kind, p.path)
	v := s.get(p.value)
	s.spots = append(s.spots, p)
	n := len(s.spots) - 1
	switch {
	case strings.HasPrefix(v, "{"):
		s.braces(p.path, p.value)
	case strings.HasPrefix(v, "["):
		s.spots[n].items = s.square(p.value)
	}
	if p.path[len(p.path)-1] == "[]" {
		return
	}
	s.stack = append(s.stack, openKey{p.indent, p.path, n})
}

func (s *scanner) parent() []string {
	if len(s.stack) == 0 {
		return nil
	}
	path := s.stack[len(s.stack)-1].path
	return path[:len(path):len(path)]
}

// close ends the keys that a line at this depth does not belong to.
func (s *scanner) close(indent, at int) {
	for len(s.stack) > 0 && s.stack[len(s.stack)-1].indent >= indent {
		s.spots[s.stack[len(s.stack)-1].spot].all.end = at
		s.stack = s.stack[:len(s.stack)-1]
	}
}

// entries parts what stands between two brackets at its commas.
func (f *subject) entries(c stretch) []stretch {
	var out []stretch
	depth, from := 0, c.start+1
	for i := c.start + 1; i < c.end; i++ {
		switch f.text[i] {
		case '"', '\'':
			if j := strings.IndexByte(f.text[i+1:c.end], f.text[i]); j >= 0 && (i == from || strings.HasSuffix(f.text[from:i], " ")) {
				i += j + 1
			}
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth < 0 || depth == 0 && f.text[i] == ',' {
			if word := strings.TrimSpace(f.text[from:i]); word != "" {
				start := from + strings.Index(f.text[from:i], word)
				out = append(out, stretch{start, start + len(word)})
			}
			from = i + 1
		}
		if depth < 0 {
			break
		}
	}
	return out
}

// square lists the words between square brackets.
func (f *subject) square(c stretch) []stretch {
	var out []stretch
	for _, e := range f.entries(c) {
		if f.text[e.start] == '[' {
			out = append(out, f.square(e)...)
		} else {
			out = append(out, e)
		}
	}
	return out
}

// braces keeps the keys between braces.
func (s *scanner) braces(parent []string, c stretch) {
	parent = parent[:len(parent):len(parent)]
	for _, e := range s.entries(c) {
		key, value, ok := strings.Cut(s.get(e), ": ")
		if !ok {
			continue
		}
		p := spot{
			path: append(parent, key), key: stretch{e.start, e.start + len(key)}, value: stretch{e.end - len(value), e.end},
			all: e, dash: -1, flow: true, within: c,
		}
		p.holding, _ = s.keyModel.of(s.kind, p.path)
		if strings.HasPrefix(value, "[") {
			p.items = s.square(p.value)
		}
		s.spots = append(s.spots, p)
		if strings.HasPrefix(value, "{") {
			s.braces(p.path, p.value)
		}
	}
}
