package check

import (
	"strings"

	"regimen/internal/regimen"
)

// syllables counts the syllables of an English word, by its groups of vowels.
func syllables(word string) int {
	count, within := 0, false
	for i := range len(word) {
		is := vowel(word[i])
		if is && !within {
			count++
		}
		within = is
	}
	if count > 1 && silent(word) {
		count--
	}
	return max(1, count)
}

func vowel(c byte) bool {
	switch c | 0x20 {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// silent reports whether a word ends with an e that is not heard: bike, tuned, tunes.
func silent(word string) bool {
	n := len(word)
	if n < 3 {
		return false
	}
	before := word[n-3] | 0x20
	switch {
	case word[n-1]|0x20 == 'e':
		return word[n-2]|0x20 != 'l' || vowel(before)
	case word[n-2]|0x20 != 'e':
		return false
	case word[n-1]|0x20 == 'd':
		return before != 't' && before != 'd'
	case word[n-1]|0x20 == 's':
		return strings.IndexByte("sxzcgh", before) < 0
	}
	return false
}

// names are the names of exercises and muscles, each counted as one easy word: a
// reader has met them. They are held by the hashes of their beginnings.
type names struct {
	first sieve
	by    map[uint64]uses
	terms []term
}

// uses counts the names that begin with some words, and those that are no longer.
type uses struct{ begin, whole int32 }

func easyNames(lib *regimen.Library) *names {
	n := &names{by: make(map[uint64]uses, 2*len(lib.Exercises))}
	for _, e := range lib.Exercises {
		for _, name := range namesOf(e) {
			n.count(name, 1)
		}
	}
	for _, m := range lib.Vocabulary.Muscles {
		n.count(m.Title, 1)
		n.count(m.ID, 1)
	}
	return n
}

// namesOf lists what an exercise is called.
func namesOf(e *regimen.Exercise) []string {
	return append([]string{e.Title}, regimen.IDs(e.Aliases)...)
}

// count takes a name in once more, or once less.
func (n *names) count(name string, times int32) {
	n.terms = scan(name, n.terms[:0])
	hash := uint64(hashStart)
	for i, w := range n.terms {
		hash = (hash ^ w.hash) * hashPrime
		if i == 0 {
			n.first.add(w.hash)
		}
		u := n.by[hash]
		if u.begin += times; i == len(n.terms)-1 {
			u.whole += times
		}
		n.by[hash] = u
	}
}

// at is the number of words of the longest name that a text begins with.
func (n *names) at(words []term) int {
	if !n.first.maybe(words[0].hash) {
		return 0
	}
	hash, longest := uint64(hashStart), 0
	for i, w := range words {
		hash = (hash ^ w.hash) * hashPrime
		u := n.by[hash]
		if u.begin == 0 {
			break
		}
		if u.whole > 0 {
			longest = i + 1
		}
	}
	return longest
}
