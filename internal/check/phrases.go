package check

import "strings"

// phrases finds fixed wordings in a text, by the hash of their first word.
type phrases struct {
	first sieve
	by    map[uint64][]phrase
}

type phrase struct {
	words []uint64
	note
	about set // one of these stands shortly before; nil for any
}

// note is what is to be said of a wording: what is wrong with it, and how to mend it.
type note struct{ fault, help string }

func newPhrases() *phrases { return &phrases{by: map[uint64][]phrase{}} }

// add takes up wordings that share a note.
func (p *phrases) add(n note, wordings ...string) { p.addAbout(nil, n, wordings...) }

// addAbout takes up wordings that mean something only where they speak of certain things.
func (p *phrases) addAbout(about set, n note, wordings ...string) {
	for _, wording := range wordings {
		var words []uint64
		for _, t := range scan(wording, nil) {
			words = append(words, t.hash)
		}
		p.first.add(words[0])
		p.by[words[0]] = append(p.by[words[0]], phrase{words, n, about})
	}
}

// at finds the longest wording that begins with a word of a text, and the place of its
// last word.
func (p *phrases) at(text string, words []term, i int) (found phrase, last int) {
	if !p.first.maybe(words[i].hash) {
		return found, i
	}
	for _, candidate := range p.by[words[i].hash] {
		if len(candidate.words) > len(found.words) && i+len(candidate.words) <= len(words) && joined(text, words[i:], candidate.words) &&
			(candidate.about == nil || before(text, words, i, candidate.about)) {
			found = candidate
		}
	}
	return found, i + len(found.words) - 1
}

// before reports whether one of a few words before a place, in its sentence, is of a set.
func before(text string, words []term, i int, of set) bool {
	for j := i - 1; j >= max(0, i-6) && !strings.ContainsAny(text[words[j].end:words[j+1].start], ".!?;:\n"); j-- {
		if of[words[j].hash] {
			return true
		}
	}
	return false
}

// joined reports whether words follow each other with no more than a blank or a hyphen
// between them.
func joined(text string, words []term, wanted []uint64) bool {
	for i, hash := range wanted {
		if words[i].hash != hash {
			return false
		}
		if i > 0 {
			switch text[words[i-1].end:words[i].start] {
			case " ", "-", "  ", ", ":
			default:
				return false
			}
		}
	}
	return true
}

// negations turn what follows them into its opposite.
func negations() set {
	return setOf("not no never nothing nobody none without neither nor cannot can't isn't aren't doesn't don't didn't won't hasn't haven't hardly")
}

// denied reports whether one of the words just before a place is a negation. far is how
// many words before it count.
func denied(not set, words []term, i, far int) bool {
	for j := max(0, i-far); j < i; j++ {
		if not[words[j].hash] {
			return true
		}
	}
	return false
}
