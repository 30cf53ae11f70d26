package content

import (
	"slices"

	"regimen/internal/figure"
)

// takesFigure writes down the keys of a figure, which the package figure lists.
func (m *mapping) takesFigure(key string) {
	if m.sketch == nil {
		return
	}
	pose := Value{Form: Keys, Keys: sketchOf(notation.Pose, notation.Limb)}
	side := Value{Form: Keys, Keys: sketchOf(notation.Limb, joints(notation.Pose))}
	for _, name := range []string{"left", "right"} {
		pose.Keys.key(name).Value = side
	}
	figures := sketchOf(notation.Figure, notation.Pose, notation.Limb)
	for name, v := range map[string]Value{"start": pose, "end": pose, "left": side, "right": side} {
		v.Meaning = figures.key(name).Value.Meaning
		figures.key(name).Value = v
	}
	m.takes(key, Value{Form: Keys, Keys: figures})
}

func joints(keys []figure.Key) []figure.Key {
	return slices.DeleteFunc(slices.Clone(keys), func(k figure.Key) bool { return k.Kind != figure.AngleKey })
}

func sketchOf(tables ...[]figure.Key) *Group {
	g := &Group{}
	for _, k := range slices.Concat(tables...) {
		g.key(k.Name).Value = sketchOfKey(k)
	}
	return g
}

func sketchOfKey(k figure.Key) Value {
	v := Value{Words: k.Words, Meaning: k.Meaning}
	switch k.Kind {
	case figure.TextKey:
		v.Form = Text
	case figure.WordKey:
		v.Form = Word
	case figure.NumberKey, figure.AngleKey:
		v.Form, v.Min, v.Max = Decimal, int(k.Min), int(k.Max)
		if v.Words = nil; len(k.Words) > 0 {
			v.Or = &Value{Form: Word, Words: k.Words}
		}
	case figure.SupportKey:
		v.Form, v.List = Word, true
		v.Or = &Value{Form: Entries, Names: &Value{Form: Word, Words: k.Words}, Each: &Value{Form: Decimal}}
	case figure.ReachKey:
		v.Form, v.Or = Word, &Value{Form: Anything, List: true}
	case figure.ViewKey:
		v.Form, v.Or = Word, &Value{Form: Keys, Keys: sketchOf(notation.View)}
	case figure.ArrowKey:
		v.Form, v.List = Word, true
		v.Or = &Value{Form: Keys, List: true, Keys: sketchOf(notation.Arrow)}
	case figure.PropsKey:
		v = sketchOfProps(k)
	}
	return v
}

// sketchOfProps is a list of things, each a word or a word with its settings.
func sketchOfProps(k figure.Key) Value {
	settings := &Group{}
	v := Value{Form: Word, List: true, Meaning: k.Meaning}
	for _, thing := range notation.Props {
		v.Words = append(v.Words, thing.Name)
		settings.key(thing.Name).Value = Value{Form: Keys, Keys: sketchOf(thing.Settings), Meaning: thing.Meaning}
	}
	v.Or = &Value{Form: Keys, List: true, Keys: settings}
	return v
}
