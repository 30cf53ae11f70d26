package content

import (
	"slices"
	"strconv"

	"regimen/internal/figure"
	"regimen/internal/source"
)

// view reads a word, or degrees of turn and tilt.
func (r *figureReader) view(k figureKey) figure.View {
	if k.value.Kind != source.Mapping {
		return figure.View{Name: r.word(k)}
	}
	var v figure.View
	for _, one := range r.keys(k.path, k.value, "a view", notation.View) {
		switch one.Name {
		case "turn":
			v.Turn = r.numberOf(one)
		case "tilt":
			v.Tilt = r.numberOf(one)
		}
	}
	return v
}

// arrows reads a part, a group of part, ahead and beside, or a list of both.
func (r *figureReader) arrows(k figureKey) []figure.Arrow {
	nodes := []*source.Node{k.value}
	if k.value.Kind == source.Sequence {
		nodes = k.value.Content
	}
	var out []figure.Arrow
	for i, n := range nodes {
		path := k.path + "[" + strconv.Itoa(i) + "]"
		r.places[path] = figureKey{path: path, value: n}
		if n.Kind == source.Sequence {
			r.wrong(path, n, k.Takes())
			continue
		}
		out = append(out, r.arrow(path, n))
	}
	return out
}

func (r *figureReader) arrow(path string, n *source.Node) figure.Arrow {
	if n.Kind == source.Scalar {
		r.places[below(path, "part")] = figureKey{path: path, value: n}
		return figure.Arrow{Part: n.Value}
	}
	var a figure.Arrow
	for _, k := range r.keys(path, n, "an arrow", notation.Arrow) {
		switch k.Name {
		case "part":
			a.Part = r.word(k)
		case "ahead":
			a.Ahead = r.numberOf(k)
		case "beside":
			a.Beside = r.numberOf(k)
		}
	}
	return a
}

// props reads a list of things, each a word or a word with its settings.
func (r *figureReader) props(k figureKey) []figure.Prop {
	nodes := []*source.Node{k.value}
	if k.value.Kind == source.Sequence {
		nodes = k.value.Content
	}
	var out []figure.Prop
	for i, n := range nodes {
		path := k.path + "[" + strconv.Itoa(i) + "]"
		name := n
		switch {
		case n.Kind == source.Mapping && len(n.Content) == 2:
			name = n.Content[0]
			out = append(out, r.prop(path, name, n.Content[1]))
		case n.Kind == source.Scalar:
			out = append(out, figure.Prop{Name: n.Value})
		default:
			r.wrong(path, n, "write one thing an entry, its settings in braces: [band, {bench: {height: 24}}]")
			out = append(out, figure.Prop{})
		}
		r.places[path] = figureKey{path: path, value: name}
	}
	return out
}

func (r *figureReader) prop(path string, name, settings *source.Node) figure.Prop {
	p := figure.Prop{Name: name.Value}
	path = below(path, p.Name)
	i := slices.IndexFunc(notation.Props, func(t figure.Thing) bool { return t.Name == p.Name })
	if i < 0 || blank(settings) {
		return p
	}
	if settings.Kind != source.Mapping {
		r.wrong(path, settings, p.Name+" takes settings in braces, such as {height: 24}")
		return p
	}
	for _, k := range r.keys(path, settings, p.Name, notation.Props[i].Settings) {
		s := figure.Setting{Name: k.Name}
		if k.Kind == figure.NumberKey {
			s.Number = r.numberOf(k)
		} else {
			s.Word = r.word(k)
		}
		if !r.silent(k.path) {
			p.Settings = append(p.Settings, s)
		}
	}
	return p
}
