package diag

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What sets a candidate apart from a word, in the unit of distance.go: a
// candidate that only continues the word is nearer than two slips of typing.
const (
	mostSuggestions = 3
	continues       = edited + 1
	sharesWords     = edited + 2
)

// Nearest gives up to three candidates that a mistyped word may stand for, the
// likeliest first, and none where nothing is near. Case, "_", spaces and camelCase
// count as the "-" that our words are written with.
func Nearest(word string, candidates []string) []string {
	m := newMeter(folded(word))
	if m.word == "" {
		return nil
	}
	var found []neighbour
	for _, c := range candidates {
		if c == word || c == "" {
			continue
		}
		if cost, ok := m.cost(folded(c)); ok {
			found = append(found, neighbour{c, cost, abs(len(c) - len(word))})
		}
	}
	slices.SortFunc(found, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.longer, b.longer), cmp.Compare(a.word, b.word))
	})
	return best(slices.Compact(found))
}

// neighbour is a candidate with its cost and the difference of lengths.
type neighbour struct {
	word         string
	cost, longer int
}

// best leaves out what is more than twice as far as the first: beside "reps" for
// "resp", "rest" would only confuse.
func best(found []neighbour) []string {
	var words []string
	for _, n := range found {
		if len(words) < mostSuggestions && n.cost <= 2*found[0].cost {
			words = append(words, n.word)
		}
	}
	return words
}

// meter measures candidates against one folded word.
type meter struct {
	word  string
	parts []string
	limit int
	osa   osa
}

func newMeter(word string) *meter {
	length := utf8.RuneCountInString(word)
	limit := edited * min(max(1, length/3), 4)
	if length < 2 {
		limit = 0 // any other letter is one slip away
	}
	return &meter{
		word:  word,
		parts: strings.Split(word, "-"),
		limit: limit,
		osa:   osa{word: []rune(word)},
	}
}

// cost is how far a folded candidate is, and whether it is near at all.
func (m *meter) cost(candidate string) (int, bool) {
	cost, ok := m.osa.distance([]rune(candidate), m.limit)
	if !ok {
		cost = sharesWords + 1
	}
	switch {
	case ok && cost > transposed && unhyphened(m.word) == unhyphened(candidate):
		return transposed, true
	case cost > continues && m.continued(candidate):
		return continues, true
	case cost > sharesWords && m.shares(candidate):
		return sharesWords, true
	}
	return cost, ok
}

func unhyphened(word string) string { return strings.ReplaceAll(word, "-", "") }

// continued reports whether one of the two begins with the other. A word that goes
// on beyond a candidate must not do so by more than the candidate's length.
func (m *meter) continued(candidate string) bool {
	shorter := min(len(m.word), len(candidate))
	return shorter >= 3 && (strings.HasPrefix(candidate, m.word) ||
		strings.HasPrefix(m.word, candidate) && len(m.word) <= 2*len(candidate))
}

// shares reports whether all parts of the one are parts of the other: deadlift and
// romanian-deadlift, press-bench and bench-press.
func (m *meter) shares(candidate string) bool {
	if min(len(m.word), len(candidate)) < 3 {
		return false
	}
	parts := strings.Split(candidate, "-")
	return contains(parts, m.parts) || contains(m.parts, parts)
}

func contains(all, some []string) bool {
	for _, s := range some {
		if !slices.Contains(all, s) {
			return false
		}
	}
	return true
}

// folded writes a word as our words are written: lower case, parts joined by "-".
func folded(word string) string {
	var b strings.Builder
	before := ' '
	for i, r := range word {
		switch {
		case r == '_' || r == '-' || unicode.IsSpace(r):
			r = '-'
		case unicode.IsUpper(r) && startsPart(before, word[i:]):
			b.WriteByte('-')
		}
		if r != '-' || before != '-' {
			b.WriteRune(unicode.ToLower(r))
		}
		before = r
	}
	return strings.Trim(b.String(), "-")
}

// startsPart reports whether the capital that rest begins with starts a new part:
// maxReps after x, RPETarget after E.
func startsPart(before rune, rest string) bool {
	if unicode.IsLower(before) || unicode.IsDigit(before) {
		return true
	}
	_, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return unicode.IsUpper(before) && unicode.IsLower(next)
}

func abs(n int) int { return max(n, -n) }

// SameWord reports whether two words differ only in letter case, "_", spaces or
// camelCase: the author meant the one and wrote it as the other.
func SameWord(a, b string) bool { return folded(a) == folded(b) }
