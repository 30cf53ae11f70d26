package content

import (
	"errors"
	"io/fs"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

// lend adds the built-in vocabulary's words to an author's own, which so needs to hold
// only what it adds or says otherwise. The lists of screening are an author's as a
// whole: they are lent only where they are left out.
func (l *loader) lend() error {
	v, path := &l.library.Vocabulary, kinds[vocabularyKind].file
	if v.BuiltIn || l.builtIn == nil {
		return nil
	}
	if v.File != nil && v.File == l.was.library.Vocabulary.File {
		*v = l.was.library.Vocabulary
		return nil
	}
	text, _, err := readFile(l.builtIn, path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	src, _ := source.Read(diag.NewFile(path, text), true)
	var lent regimen.Library
	decodeVocabulary(&decoder{Source: src, known: &known{names: l.known[0]}, entry: entry{kind: vocabularyKind, path: path, builtIn: true}})(&lent)
	from := lent.Vocabulary
	v.Muscles = joined(v.Muscles, from.Muscles, func(m regimen.Muscle) string { return m.ID })
	v.Equipment = joined(v.Equipment, from.Equipment, func(e regimen.Equipment) string { return e.ID })
	v.Patterns = joined(v.Patterns, from.Patterns, func(t regimen.Term) string { return t.ID })
	v.Categories = joined(v.Categories, from.Categories, func(t regimen.Term) string { return t.ID })
	for i := range v.Stressors {
		v.Stressors[i].Added = !slices.ContainsFunc(from.Stressors, func(s regimen.StressorTerm) bool { return s.ID == v.Stressors[i].ID })
	}
	v.Stressors = joined(v.Stressors, from.Stressors, func(s regimen.StressorTerm) string { return s.ID })
	if !v.Has("regions") {
		v.Regions = from.Regions
	}
	if !v.Has("red-flags") {
		v.RedFlags = from.RedFlags
	}
	if !v.Has("stop-signals") {
		v.StopSignals = from.StopSignals
	}
	return nil
}

// joined is an author's list with the lent words that it does not hold.
func joined[T any](own, lent []T, id func(T) string) []T {
	for _, v := range lent {
		if !slices.ContainsFunc(own, func(o T) bool { return id(o) == id(v) }) {
			own = append(own, v)
		}
	}
	return own
}
