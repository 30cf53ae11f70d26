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
	keys  []keyPlace
}

type keyPlace struct {
	name       string
	key, value diag.Span
	broken     bool
}

// NewOrigin starts an Origin; Note adds its keys while a file is decoded.
func NewOrigin(where diag.Span, size int) Origin {
	return Origin{Where: where, keys: make([]keyPlace, 0, size)}
}

// Note records where a key and its value stand.
func (o *Origin) Note(name string, key, value diag.Span) {
	o.keys = append(o.keys, keyPlace{name: name, key: key, value: value})
}

// Break marks a key whose value could not be read, which silences the rules that
// would read it. A key that is absent stays so.
func (o *Origin) Break(name string) {
	for i := range o.keys {
		if o.keys[i].name == name {
			o.keys[i].broken = true
		}
	}
}

// At is where the value of a key stands; for an absent key, where the mapping
// begins.
func (o Origin) At(name string) diag.Span {
	if p, found := o.find(name); found {
		return p.value
	}
	return o.Where
}

// Key is where a key itself stands; for an absent key, where the mapping begins.
func (o Origin) Key(name string) diag.Span {
	if p, found := o.find(name); found {
		return p.key
	}
	return o.Where
}

// Has reports whether the author wrote the key.
func (o Origin) Has(name string) bool {
	_, found := o.find(name)
	return found
}

// Broken reports whether the key was written but could not be read.
func (o Origin) Broken(name string) bool {
	p, _ := o.find(name)
	return p.broken
}

func (o Origin) find(name string) (keyPlace, bool) {
	for _, p := range o.keys {
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
