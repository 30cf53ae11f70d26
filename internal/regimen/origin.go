// Package regimen holds the nouns of the field as plain values: exercises,
// conditions, programmes with their sessions and prescriptions, and the Library
// that holds them all. It also computes what follows from them by arithmetic
// alone: the order of sessions in a calendar and the time a session takes.
//
// Values come complete from the package content and never change. Each value
// that an author wrote carries its Origin, so that a finding can stand at the
// very word. The package reads no files, judges nothing and prints nothing.
package regimen

import "regimen/internal/diag"

// Origin remembers where each key of a mapping was written.
type Origin struct {
	Where diag.Span // the first key of the mapping; the opening fence for a file
	keys  *[]keyPlace
}

type keyPlace struct {
	name           string
	key, value     diag.Span
	absent, broken bool
}

// NewOrigin starts an Origin; Note adds its keys while a file is decoded.
func NewOrigin(where diag.Span, size int) Origin {
	keys := make([]keyPlace, 0, size)
	return Origin{Where: where, keys: &keys}
}

// Note records where a key and its value stand.
func (o *Origin) Note(name string, key, value diag.Span) {
	*o.keys = append(*o.keys, keyPlace{name: name, key: key, value: value})
}

// Break marks a key whose value could not be read, or that is due and not there, which
// silences the rules that would read it.
func (o *Origin) Break(name string) {
	known := false
	for i := range *o.keys {
		if p := &(*o.keys)[i]; p.name == name {
			p.broken, known = true, true
		}
	}
	if !known {
		*o.keys = append(*o.keys, keyPlace{name: name, absent: true, broken: true})
	}
}

// At is where the value of a key stands; for an absent key, where the mapping
// begins.
func (o Origin) At(name string) diag.Span {
	if p, found := o.find(name); found && !p.absent {
		return p.value
	}
	return o.Where
}

// Key is where a key itself stands; for an absent key, where the mapping begins.
func (o Origin) Key(name string) diag.Span {
	if p, found := o.find(name); found && !p.absent {
		return p.key
	}
	return o.Where
}

// Has reports whether the author wrote the key.
func (o Origin) Has(name string) bool {
	p, found := o.find(name)
	return found && !p.absent
}

// Broken reports whether the key could not be read: its value, or the key itself,
// which was misspelt, or left out although it is due.
func (o Origin) Broken(name string) bool {
	p, _ := o.find(name)
	return p.broken
}

func (o Origin) find(name string) (keyPlace, bool) {
	if o.keys == nil {
		return keyPlace{}, false
	}
	for _, p := range *o.keys {
		if p.name == name {
			return p, true
		}
	}
	return keyPlace{}, false
}

// Word is an id or a word of a list, with the place where it was written.
type Word struct {
	ID string
	At diag.Span
}

// Is reports whether the word is the given one.
func (w Word) Is(id string) bool { return w.ID == id }

// IDs gives the bare ids of some words.
func IDs(words []Word) []string {
	ids := make([]string, len(words))
	for i, w := range words {
		ids[i] = w.ID
	}
	return ids
}
