package content

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/source"
)

// Group is the keys of a mapping, in the order in which they are read.
type Group struct{ Keys []*Key }

// Key is a key that an author may write, and what stands behind it.
type Key struct {
	Name     string
	Required bool
	Unless   string // required where this other key is absent
	Value    Value
}

// Form is what a value is written as.
type Form int

// The forms. Where a Value has Of, it names the closed list, the kind of file or the
// column of the notation.
const (
	Anything Form = iota
	Text
	Name // of a thing in the same site: a stage, a session
	Word // of a closed list
	Ref  // the id of another file or entry
	Number
	Decimal
	Flag
	Date
	Address
	Minutes
	Points
	Share
	Notation
	Weight
	Keys    // a group with keys of its own
	Entries // a group whose keys are the author's
	Tuple   // a list of Min values
)

// Value says what a key takes.
type Value struct {
	Form     Form
	List     bool // a list of such; one of them may stand without brackets
	Nested   bool // a list in the list is a choice
	Staged   bool // a stage may follow, behind a slash
	Of       string
	Words    []string // a closed list that stands in no vocabulary
	Also     []string // words that may stand in its place
	Min, Max int
	Meaning  string
	Keys     *Group
	Names    *Value // of the entries' keys; nil: the author's choice
	Each     *Value // of the entries, or of the values of a tuple
	Or       *Value // another form that does as well
}

// Kinds lists the kinds of file by name.
func Kinds() []string {
	var names []string
	for _, form := range kinds {
		names = append(names, form.name)
	}
	return names
}

// KindOf says what a path in the content folder describes, and its id there; an empty
// kind is none.
func KindOf(path string) (kind, id string) {
	e, ok := place(path)
	if !ok {
		return "", ""
	}
	return kinds[e.kind].name, e.id
}

// Where is the folder of a kind's files, or the one file; empty for a kind that is none.
func Where(kind string) (folder, file string) {
	for _, form := range kinds {
		if form.name == kind {
			return form.folder, form.file
		}
	}
	return "", ""
}

// KeysOf lists the keys of a kind; nil for a kind that is none. The decoder is asked: it
// runs without a file and writes down what it would read.
func KeysOf(kind string) *Group {
	for _, form := range kinds {
		if form.name != kind {
			continue
		}
		empty, _ := source.Read(diag.NewFile("", nil), false)
		d := &decoder{Source: empty, known: &known{names: &names{}}, sketch: &Group{}}
		form.decode(d)
		return d.sketch
	}
	return nil
}

// IsID reports whether a word can be the id of a file.
func IsID(word string) bool { return idForm.MatchString(word) }

// Find gives a key by name, or nil.
func (g *Group) Find(name string) *Key {
	if g == nil {
		return nil
	}
	i := slices.IndexFunc(g.Keys, func(k *Key) bool { return k.Name == name })
	if i < 0 {
		return nil
	}
	return g.Keys[i]
}

// At follows names from a group's keys inwards and gives what stands there, or nil.
// Items of a list have no name.
func (g *Group) At(path ...string) *Value {
	at := &Value{Form: Keys, Keys: g}
	for _, name := range path {
		if at = at.inside(name); at == nil {
			return nil
		}
	}
	return at
}

func (v *Value) inside(name string) *Value {
	for ; v != nil; v = v.Or {
		switch v.Form {
		case Keys:
			if k := v.Keys.Find(name); k != nil {
				return &k.Value
			}
		case Entries:
			return v.Each
		}
	}
	return nil
}

// key gives a key to be filled in.
func (g *Group) key(name string) *Key {
	if k := g.Find(name); k != nil {
		return k
	}
	k := &Key{Name: name}
	g.Keys = append(g.Keys, k)
	return k
}

// takes writes down the form of a key's value, where no file is read.
func (m *mapping) takes(key string, v Value) {
	if m.sketch != nil {
		m.sketch.key(key).Value = v
	}
}

// inner is a group in the sketch.
func (m *mapping) inner(key string, v Value) *mapping {
	v.Keys = &Group{}
	m.takes(key, v)
	return m.sketching(v.Keys)
}

func (m *mapping) sketching(g *Group) *mapping {
	c := m.d.mapping(nil)
	c.sketch = g
	return c
}
