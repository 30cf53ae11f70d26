package check

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"regimen/internal/regimen"
)

// pages lists every file to be checked that the author wrote; not those lent by the
// program.
func (l *library) pages() iter.Seq[*regimen.Page] {
	return func(yield func(*regimen.Page) bool) {
		given := func(p *regimen.Page) bool { return p.File == nil || p.BuiltIn || yield(p) }
		if l.all {
			for _, p := range []*regimen.Page{&l.Site.Page, &l.Vocabulary.Page, &l.Sources} {
				if !given(p) {
					return
				}
			}
		}
		each(l.Exercises, func(e *regimen.Exercise) *regimen.Page { return &e.Page }, given)
		each(l.Programmes, func(p *regimen.Programme) *regimen.Page { return &p.Page }, given)
		each(l.Conditions, func(c *regimen.Condition) *regimen.Page { return &c.Page }, given)
		each(l.Guides, func(g *regimen.Guide) *regimen.Page { return &g.Page }, given)
		each(l.Safety, func(s *regimen.Safety) *regimen.Page { return &s.Page }, given)
	}
}

func each[T any](list []*T, page func(*T) *regimen.Page, yield func(*regimen.Page) bool) {
	for _, v := range list {
		if !yield(page(v)) {
			return
		}
	}
}

// english reports whether the site is written in English, the only language whose
// words the rules of prose know.
func (l *library) english() bool { return english(&l.Site) }

func english(s *regimen.Site) bool {
	return s.Language == "" || strings.HasPrefix(strings.ToLower(s.Language), "en")
}

// term is a word of a text. Its hash is of the word in lower case, so that phrases are
// found without a copy of the text.
type term struct {
	start, end int
	hash       uint64
}

// scan appends the words of a text: runs of letters and digits, with apostrophes
// inside. A hyphen parts two words.
func scan(text string, to []term) []term {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && lowered[c] == 0 || c >= utf8.RuneSelf && letterAt(text, i) == 0 {
			i++
			continue
		}
		t := term{start: i, hash: hashStart}
		for i < len(text) {
			if c := text[i]; lowered[c] != 0 {
				t.hash = mix(t.hash, rune(lowered[c]))
				i++
			} else if c < utf8.RuneSelf && c != '\'' {
				break
			} else if size := letterAt(text, i); size > 0 {
				r, _ := utf8.DecodeRuneInString(text[i:])
				t.hash = mix(t.hash, unicode.ToLower(r))
				i += size
			} else if size := apostrophe(text[i:]); size > 0 && letterAt(text, i+size) > 0 {
				t.hash = mix(t.hash, '\'')
				i += size
			} else {
				break
			}
		}
		t.end = i
		to = append(to, t)
	}
	return to
}

// lowered is each letter of ASCII in lower case, each digit as it is, and 0 for the rest.
var lowered = func() (to [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		to[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		to[c], to[c-'a'+'A'] = c, c
	}
	return to
}()

func apostrophe(text string) int {
	switch {
	case text[0] == '\'':
		return 1
	case strings.HasPrefix(text, "’"):
		return len("’")
	}
	return 0
}

// letterAt is the length of the letter or digit at a place; 0 where there is none.
func letterAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return int(min(lowered[c], 1))
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsLetter(r) {
		return 0
	}
	return size
}

// The hash is FNV-1a over the characters.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

func mix(hash uint64, r rune) uint64 { return (hash ^ uint64(r)) * hashPrime }

// hashOf is the hash of a single word.
func hashOf(word string) uint64 {
	hash := uint64(hashStart)
	for _, r := range word {
		hash = mix(hash, unicode.ToLower(r))
	}
	return hash
}

// set is words by hash.
type set map[uint64]bool

func setOf(words string) set {
	s := set{}
	for _, w := range strings.Fields(words) {
		s[hashOf(w)] = true
	}
	return s
}

// sieve tells quickly of most words that they are not in a set or map: a bit for each
// remainder of a hash.
type sieve [64]uint64

func (s *sieve) add(hash uint64)     { s[hash>>6&63] |= 1 << (hash & 63) }
func (s *sieve) maybe(h uint64) bool { return s[h>>6&63]>>(h&63)&1 == 1 }

// sentences walks the sentences of a text. A cell of a table ends one too.
func sentences(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start := 0
		for i := range len(text) { // by byte: the marks are ASCII
			switch text[i] {
			case '\n':
			case '.', '!', '?':
				if !ends(text, start, i) {
					continue
				}
			default:
				continue
			}
			if !yield(start, i+1) {
				return
			}
			start = i + 1
		}
		if strings.TrimSpace(text[start:]) != "" {
			yield(start, len(text))
		}
	}
}

// ends reports whether a mark ends its sentence, and is no decimal point and no part
// of a shortened word.
func ends(text string, start, mark int) bool {
	rest := strings.TrimLeft(text[mark+1:], `"'”’)`)
	if rest != "" && rest[0] != ' ' && rest[0] != '\n' {
		return false
	}
	if next := strings.TrimLeft(rest, " "); next != "" {
		if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
			return false
		}
	}
	before := text[start:mark]
	last := strings.ToLower(before[strings.LastIndexAny(before, " (")+1:])
	switch last {
	case "e.g", "i.e", "dr", "mr", "mrs", "ms", "st", "vs", "approx", "al", "etc", "no":
		return text[mark] != '.' || rest == ""
	}
	return true
}
