package site

import (
	"html/template"

	"regimen/internal/muscle"
	"regimen/internal/regimen"
)

// musclesView is the muscle map of an exercise.
type musclesView struct{ Front, Back template.HTML }

// muscleMap is the body with the muscles of an exercise; nil where none of them has a
// place on it. Exercises that train the same muscles share one.
func (b *builder) muscleMap(e *regimen.Exercise) *musclesView {
	var key []byte
	for _, w := range e.Primary {
		key = append(append(key, w.ID...), ' ')
	}
	key = append(key, '|')
	for _, w := range e.Secondary {
		key = append(append(key, w.ID...), ' ')
	}
	known, drawn := b.muscleMaps.Load(string(key))
	if !drawn {
		known, _ = b.muscleMaps.LoadOrStore(string(key), b.drawMuscles(e))
	}
	return known.(*musclesView)
}

// drawMuscles marks the muscles. The list beside the map names them, so its pictures only
// say what they are.
func (b *builder) drawMuscles(e *regimen.Exercise) *musclesView {
	m := muscle.Mark(b.marks(e.Primary), b.marks(e.Secondary),
		b.t("The muscles on the front of the body"), b.t("The muscles on the back of the body"))
	if m.Front == nil {
		return nil
	}
	return &musclesView{inline(m.Front), inline(m.Back)}
}

func (b *builder) marks(words []regimen.Word) []muscle.Muscle {
	var out []muscle.Muscle
	for _, w := range words {
		out = append(out, muscle.Muscle{ID: w.ID, Name: b.lib.Vocabulary.MuscleTitle(w.ID)})
	}
	return out
}
