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
// reader has met them. They are held as the hashes of their beginnings; a whole name
// is marked.
type names struct {
	first sieve
	by    map[uint64]bool
}

func easyNames(lib *regimen.Library) *names {
	n := &names{by: map[uint64]bool{}}
	for _, e := range lib.Exercises {
		n.add(e.Title)
		for _, alias := range e.Aliases {
			n.add(alias.ID)
		}
	}
	for _, m := range lib.Vocabulary.Muscles {
		n.add(m.Title)
		n.add(m.ID)
	}
	return n
}

func (n *names) add(name string) {
	words := scan(name, nil)
	hash := uint64(hashStart)
	for i, w := range words {
		hash = (hash ^ w.hash) * hashPrime
		if i == 0 {
			n.first.add(w.hash)
		}
		n.by[hash] = n.by[hash] || i == len(words)-1
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
		whole, known := n.by[hash]
		if !known {
			break
		}
		if whole {
			longest = i + 1
		}
	}
	return longest
}
