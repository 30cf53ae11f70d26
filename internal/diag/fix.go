package diag

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// Changed is a file with safe fixes applied.
type Changed struct {
	File  *File  // as it was
	Text  []byte // as it becomes
	edits []Edit // by place; none overlaps another
}

// Apply carries out the safe fixes of a list, the first safe one of each finding
// that is not silenced, and returns the files that change, by path. Where fixes
// overlap, the first in the order of List.Sort wins and the others are left whole
// for a later run; an edit that comes twice is made once. Nothing is written.
func Apply(list List) []Changed {
	list = slices.Clone(list)
	list.Sort()
	accepted := edits{}
	for i := range list {
		if fix := list[i].safeFix(); fix != nil {
			accepted.accept(fix)
		}
	}
	out := []Changed{}
	for _, path := range slices.Sorted(maps.Keys(accepted)) {
		c := newChanged(accepted[path])
		if !bytes.Equal(c.Text, c.File.Text) {
			out = append(out, c)
		}
	}
	return out
}

func newChanged(edits []Edit) Changed {
	slices.SortFunc(edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.At.End, b.At.End))
	})
	file := edits[0].At.File
	return Changed{File: file, Text: spliced(file.Text, 0, edits), edits: edits}
}

// safeFix is the fix that --fix applies, nil where there is none.
func (d *Diagnostic) safeFix() *Fix {
	if d.Silenced != nil {
		return nil
	}
	for i := range d.Fixes {
		if d.Fixes[i].Safe && len(d.Fixes[i].Edits) > 0 {
			return &d.Fixes[i]
		}
	}
	return nil
}

// edits are those that can be made together, by the path of their file.
type edits map[string][]Edit

// accept takes the edits of a fix, all of them or none.
func (all edits) accept(fix *Fix) {
	var fresh []Edit
	for _, e := range fix.Edits {
		if !e.stands() {
			return
		}
		there := all[e.At.Path()]
		if slices.ContainsFunc(there, e.same) || slices.ContainsFunc(fresh, e.same) {
			continue
		}
		if slices.ContainsFunc(there, e.overlaps) || slices.ContainsFunc(fresh, e.overlaps) {
			return
		}
		fresh = append(fresh, e)
	}
	for _, e := range fresh {
		all[e.At.Path()] = append(all[e.At.Path()], e)
	}
}

// stands reports whether an edit lies inside its file.
func (e Edit) stands() bool {
	at := e.At
	return at.File != nil && 0 <= at.Start && at.Start <= at.End && int(at.End) <= len(at.File.Text)
}

func (e Edit) same(other Edit) bool {
	return e.reads(other) && e.At.Start == other.At.Start &&
		e.At.End == other.At.End && e.Text == other.Text
}

// reads reports whether two edits of one path were made for the same text of it.
func (e Edit) reads(other Edit) bool {
	a, b := e.At.File, other.At.File
	return a == b || a.Path == b.Path && bytes.Equal(a.Text, b.Text)
}

// overlaps reports whether two edits cannot both be made: they touch the same
// characters, insert at the same place, where their order would be a guess, or
// were made for different texts of one file.
func (e Edit) overlaps(other Edit) bool {
	switch {
	case e.At.Path() != other.At.Path():
		return false
	case !e.reads(other):
		return true
	case e.At.Start == e.At.End && other.At.Start == other.At.End:
		return e.At.Start == other.At.Start
	}
	return e.At.Start < other.At.End && other.At.Start < e.At.End
}

// spliced makes edits, sorted by place, in a text that begins at byte base of
// their file.
func spliced(text []byte, base int, edits []Edit) []byte {
	out := make([]byte, 0, len(text))
	at := 0
	for _, e := range edits {
		out = append(out, text[at:int(e.At.Start)-base]...)
		out = append(out, e.Text...)
		at = int(e.At.End) - base
	}
	return append(out, text[at:]...)
}
