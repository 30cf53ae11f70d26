package figure

import (
	"fmt"
	"slices"
	"strings"
)

// checker collects what is wrong with the words and numbers of a figure.
type checker struct{ found []Problem }

func (c *checker) error(where, message string) { c.fault(Value, where, message) }

func (c *checker) fault(f Fault, where, message string) {
	c.found = append(c.found, Problem{Where: where, Severity: Error, Fault: f, Message: message})
}

func (c *checker) warn(where, format string, a ...any) {
	c.found = append(c.found, Problem{Where: where, Severity: Warning, Message: fmt.Sprintf(format, a...)})
}

// word asks for a known word, where one is written.
func (c *checker) word(where, word, what string, known []string) {
	if word != "" && !slices.Contains(known, word) {
		c.found = append(c.found, Unknown(where, word, what, known))
	}
}

// Check reports what keeps a figure from being placed, and keys without effect: the
// part of Draw's problems that needs no placing.
func Check(f Figure) []Problem {
	var c checker
	if f.Base == "" {
		c.fault(Missing, "base", "a figure needs a base, such as standing")
	}
	c.word("base", f.Base, "a base", baseNames)
	c.word("anchor", f.Anchor, "a support", supports)
	c.word("hold", f.Hold, "a thing to hold", holds)
	c.word("plates", f.Plates, "a size of plates", plateSizes)
	c.word("thumbnail", f.Thumbnail, "a pose", []string{"start", "end"})
	c.view(f.View)
	for i, p := range f.Props {
		c.prop(fmt.Sprintf("props[%d]", i), p)
	}
	c.arrows(f)
	if f.Start == nil {
		c.fault(Missing, "start", "a figure needs a start pose")
		return c.found
	}
	if f.End == nil && f.Thumbnail == "end" {
		c.error("thumbnail", "there is no end pose: leave out thumbnail")
	}
	for _, l := range f.layers() {
		c.layer(l, f.Common.Caption)
	}
	c.idle(f)
	return c.found
}

func (c *checker) view(v View) {
	c.word("view", v.Name, "a view", viewNames)
	c.number("view.turn", viewKeys[0], v.Turn)
	c.number("view.tilt", viewKeys[1], v.Tilt)
}

func (c *checker) number(where string, k Key, x float64) {
	if message := k.wrong(x); message != "" {
		c.error(where, message)
	}
}

// prop asks for a known prop with known settings.
func (c *checker) prop(where string, p Prop) {
	i := slices.IndexFunc(things, func(t Thing) bool { return t.Name == p.Name })
	if i < 0 {
		var names []string
		for _, t := range things {
			names = append(names, t.Name)
		}
		c.found = append(c.found, Unknown(where, p.Name, "a prop", names))
		return
	}
	var names []string
	for _, k := range things[i].Settings {
		names = append(names, k.Name)
	}
	for _, s := range p.Settings {
		at := where + "." + p.Name + "." + s.Name
		switch k := slices.Index(names, s.Name); {
		case k < 0 && len(names) == 0:
			c.error(at, p.Name+" takes no settings")
		case k < 0:
			c.word(at, s.Name, "a setting of "+p.Name, names)
		case things[i].Settings[k].Kind == NumberKey:
			c.number(at, things[i].Settings[k], s.Number)
		default:
			c.word(at, s.Word, "what "+s.Name+" takes", things[i].Settings[k].Words)
		}
	}
}

func (c *checker) arrows(f Figure) {
	for i, a := range f.Arrows {
		where := fmt.Sprintf("arrow[%d]", i)
		if a.Part == "" {
			c.fault(Missing, where, "an arrow needs a part, such as hips")
		}
		c.word(where+".part", a.Part, "a part", parts)
		c.number(where+".ahead", arrowKeys[1], a.Ahead)
		c.number(where+".beside", arrowKeys[2], a.Beside)
	}
	if f.Arrows != nil && f.Start != nil && f.End == nil {
		c.error("arrow", "an arrow needs an end pose to point to")
	}
}

// layer checks the keys of one pose. The caption of the figure serves its start; the
// end looks different, so it needs words of its own.
func (c *checker) layer(l layer, common string) {
	if l.path != "" && strings.TrimSpace(l.Caption) == "" && (l.path == "end" || strings.TrimSpace(common) == "") {
		c.fault(Missing, join(l.path, "caption"), "describe this pose in a caption: it is what a screen reader says")
	}
	c.support(join(l.path, "support"), l.Support)
	for i, sheet := range l.sheets() {
		for j, a := range sheet.keys.Angles {
			if a.Set {
				c.angle(join(sheet.path, angles[j].Name), &angles[j], a, i > 0)
			}
		}
		c.hand(join(sheet.path, "hand"), sheet.keys.Hand)
		c.word(join(sheet.path, "elbow-to"), sheet.keys.ElbowTo, "a direction for the elbow", directions)
	}
}

func (c *checker) support(where string, s []Support) {
	if s != nil && (len(s) == 0 || len(s) > 2) {
		c.error(where, "name one or two supports; the rest follows from the angles")
	}
	for _, one := range s {
		if one.Part == "" {
			c.error(where, "name one or two supports; the rest follows from the angles")
		}
		c.word(join(where, one.Part), one.Part, "a support", supports)
		c.number(join(where, one.Part), Key{Name: one.Part, Max: 100}, one.Height)
	}
	if len(s) == 2 && s[0].Part == s[1].Part {
		c.error(where, s[0].Part+" is named twice")
	}
}

func (c *checker) angle(where string, k *Key, a Angle, oneSide bool) {
	switch {
	case oneSide && k.Joint < Hip:
		c.error(where, k.Name+" belongs to the whole body; write it beside left and right")
	case a.Flat && k.Words == nil:
		c.fault(Shape, where, k.Takes())
	case !a.Flat:
		c.number(where, *k, a.Degrees)
	}
}

func (c *checker) hand(where string, h Hand) {
	c.word(where, h.Place, "a place for the hand", places)
	if h.Target == nil {
		return
	}
	if h.Place != "" || len(h.Target) < 2 || len(h.Target) > 3 {
		c.fault(Shape, where, "hand takes a place, such as chest, or a target [x, y] or [x, y, z]")
	}
	for i, x := range h.Target {
		c.number(fmt.Sprintf("%s[%d]", where, i), Key{Name: "hand " + [...]string{"x", "y", "z"}[min(i, 2)], Min: -150, Max: 150}, x)
	}
}
