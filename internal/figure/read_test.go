package figure

import (
	"os"
	"testing"

	"go.yaml.in/yaml/v4"
)

// named is a figure of testdata with the id of its exercise.
type named struct {
	id string
	Figure
}

// reference reads the figures of testdata. It is a reader of good input only: the
// decoder of the site lives in internal/content.
func reference(t testing.TB) []named {
	t.Helper()
	return readFile(t, "testdata/figures.yaml")
}

func readFile(t testing.TB, name string) []named {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return readAll(t, string(text))
}

func readAll(t testing.TB, text string) []named {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	var out []named
	each(doc.Content[0], func(id string, v *yaml.Node) {
		out = append(out, named{id, reader{t, id}.figure(v)})
	})
	return out
}

// read reads one figure.
func read(t testing.TB, text string) Figure {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return reader{t, "figure"}.figure(doc.Content[0])
}

type reader struct {
	t  testing.TB
	id string
}

func each(m *yaml.Node, do func(key string, v *yaml.Node)) {
	for i := 0; i+1 < len(m.Content); i += 2 {
		do(m.Content[i].Value, m.Content[i+1])
	}
}

func (r reader) number(v *yaml.Node) float64 {
	r.t.Helper()
	x, message := Key{Name: v.Value}.Number(v.Value)
	if message != "" {
		r.t.Fatalf("%s: %s", r.id, message)
	}
	return x
}

func (r reader) figure(m *yaml.Node) Figure {
	var f Figure
	each(m, func(key string, v *yaml.Node) {
		switch key {
		case "base":
			f.Base = v.Value
		case "view":
			f.View.Name = v.Value
			each(v, func(k string, n *yaml.Node) {
				if k == "turn" {
					f.View.Turn = r.number(n)
				} else {
					f.View.Tilt = r.number(n)
				}
			})
		case "anchor":
			f.Anchor = v.Value
		case "hold":
			f.Hold = v.Value
		case "plates":
			f.Plates = v.Value
		case "props":
			for _, p := range v.Content {
				f.Props = append(f.Props, r.prop(p))
			}
		case "arrow":
			list := []*yaml.Node{v}
			if v.Kind == yaml.SequenceNode {
				list = v.Content
			}
			for _, a := range list {
				f.Arrows = append(f.Arrows, r.arrow(a))
			}
		case "thumbnail":
			f.Thumbnail = v.Value
		case "start", "end":
			var p Pose
			each(v, func(k string, n *yaml.Node) { r.key(&p, k, n) })
			if key == "start" {
				f.Start = &p
			} else {
				f.End = &p
			}
		default:
			r.key(&f.Common, key, v)
		}
	})
	return f
}

func (r reader) prop(v *yaml.Node) Prop {
	p := Prop{Name: v.Value}
	each(v, func(name string, settings *yaml.Node) {
		p.Name = name
		each(settings, func(k string, n *yaml.Node) {
			s := Setting{Name: k, Word: n.Value}
			if n.Tag != "!!str" {
				s = Setting{Name: k, Number: r.number(n)}
			}
			p.Settings = append(p.Settings, s)
		})
	})
	return p
}

func (r reader) arrow(v *yaml.Node) Arrow {
	a := Arrow{Part: v.Value}
	each(v, func(k string, n *yaml.Node) {
		switch k {
		case "part":
			a.Part = n.Value
		case "ahead":
			a.Ahead = r.number(n)
		case "beside":
			a.Beside = r.number(n)
		}
	})
	return a
}

func (r reader) key(p *Pose, key string, v *yaml.Node) {
	switch key {
	case "caption":
		p.Caption = v.Value
	case "support":
		p.Support = r.support(v)
	case "left":
		each(v, func(k string, n *yaml.Node) { r.limb(&p.Left, k, n) })
	case "right":
		each(v, func(k string, n *yaml.Node) { r.limb(&p.Right, k, n) })
	default:
		r.limb(&p.Both, key, v)
	}
}

func (r reader) support(v *yaml.Node) []Support {
	out := []Support{}
	switch v.Kind {
	case yaml.ScalarNode:
		out = append(out, Support{Part: v.Value})
	case yaml.SequenceNode:
		for _, n := range v.Content {
			out = append(out, Support{Part: n.Value})
		}
	default:
		each(v, func(k string, n *yaml.Node) { out = append(out, Support{k, r.number(n)}) })
	}
	return out
}

func (r reader) limb(l *Limbs, key string, v *yaml.Node) {
	switch key {
	case "hand":
		l.Hand.Place = v.Value
		for _, n := range v.Content {
			l.Hand.Target = append(l.Hand.Target, r.number(n))
		}
		return
	case "elbow-to":
		l.ElbowTo = v.Value
		return
	}
	for j, k := range angles {
		if k.Name != key {
			continue
		}
		l.Angles[j] = Flat()
		if v.Value != "flat" {
			l.Angles[j] = Degrees(r.number(v))
		}
		return
	}
	r.t.Fatalf("%s: no key %q", r.id, key)
}
