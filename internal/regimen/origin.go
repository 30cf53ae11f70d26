// Package regimen holds the nouns of the field as plain values: exercises,
// conditions, programmes with their sessions and prescriptions, and the Library
// that holds them all. It also computes what follows from them by arithmetic
// alone: the order of sessions in a calendar and the time a session takes.
//
// Values come complete from the package content and never change. Each value
// that an author wrote carries its Origin, so that a finding can stand at the
// very word. The package reads no files, judges nothing and prints nothing.
package regimen

import (
	"regimen/internal/diag"
)

// Origin remembers where each key of a mapping was written.
type Origin struct {
	Where diag.Span // the first key of the mapping; the opening fence for a file
	keys  *[]keyPlace
}

// keyPlace is small and without a pointer, since there is one for each key of a whole
// library: all files share the names, and the places are in the file of Where.
type keyPlace struct {
	name           keyName
	key, value     stretch
	absent, broken bool
}

type stretch struct{ start, end int32 }

func newStretch(at diag.Span) stretch { return stretch{at.Start, at.End} }

func (s stretch) in(file *diag.File) diag.Span {
	return diag.Span{File: file, Start: s.start, End: s.end}
}

// NewOrigin starts an Origin; Note adds its keys while a file is decoded.
func NewOrigin(where diag.Span, size int) Origin {
	keys := make([]keyPlace, 0, size)
	return Origin{Where: where, keys: &keys}
}

// Note records where a key and its value stand, both in the file of Where.
func (o *Origin) Note(name string, key, value diag.Span) {
	*o.keys = append(*o.keys, keyPlace{name: keyNames.enter(name), key: newStretch(key), value: newStretch(value)})
}

// Break marks a key whose value could not be read, or that is due and not there, which
// silences the rules that would read it.
func (o *Origin) Break(name string) {
	known, wanted := false, keyNames.enter(name)
	for i := range *o.keys {
		if p := &(*o.keys)[i]; p.name == wanted {
			p.broken, known = true, true
		}
	}
	if !known {
		*o.keys = append(*o.keys, keyPlace{name: wanted, absent: true, broken: true})
	}
}

// At is where the value of a key stands; for an absent key, where the mapping
// begins.
func (o Origin) At(name string) diag.Span {
	if p, found := o.find(name); found && !p.absent {
		return p.value.in(o.Where.File)
	}
	return o.Where
}

// Key is where a key itself stands; for an absent key, where the mapping begins.
func (o Origin) Key(name string) diag.Span {
	if p, found := o.find(name); found && !p.absent {
		return p.key.in(o.Where.File)
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
	if o.keys == nil || len(*o.keys) == 0 {
		return keyPlace{}, false
	}
	wanted := keyNames.find(name)
	for _, p := range *o.keys {
		if p.name == wanted {
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
