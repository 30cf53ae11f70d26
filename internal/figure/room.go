package figure

import "math"

// Furniture is painted before the body.
const furniture = -100.0

// settings are those of one prop, with what the notation says of the rest.
type settings struct {
	prop  Prop
	thing Thing
}

func settingsOf(p Prop) settings {
	for _, t := range things {
		if t.Name == p.Name {
			return settings{p, t}
		}
	}
	return settings{prop: p}
}

func (s settings) written(name string) bool {
	for _, w := range s.prop.Settings {
		if w.Name == name {
			return true
		}
	}
	return false
}

func (s settings) number(name string) float64 {
	for _, w := range s.prop.Settings {
		if w.Name == name {
			return w.Number
		}
	}
	for _, k := range s.thing.Settings {
		if k.Name == name {
			return k.Default
		}
	}
	return 0
}

func (s settings) word(name string) string {
	for _, w := range s.prop.Settings {
		if w.Name == name {
			return w.Word
		}
	}
	return ""
}

// room paints the props; those that fit a body are placed by the last pose, so that
// they stand still.
func (c *canvas) room(b, last *body, f Figure) {
	for _, p := range f.Props {
		s := settingsOf(p)
		switch p.Name {
		case "bench":
			c.bench(last, s)
		case "box":
			x, l, h := s.middle(last), s.number("length")/2, s.number("height")
			c.block(furniture, 0.8, block{x - l, x + l, 0.6, h - 0.6, -12, 12})
		case "cable":
			c.cable(b, s)
		case "band":
			c.band(b)
		case "incline":
			c.incline(last)
		case "pad":
			c.hipPad(last)
		case "ankle-pad":
			c.anklePad(last)
		case "chest-bar":
			c.chestBar(b, last)
		}
	}
	if f.Hold == "rope" && !hasRope(f) {
		c.looseRope(b)
	}
}

// middle is the place of a thing along x.
func (s settings) middle(last *body) float64 {
	x := 0.0
	switch s.word("under") {
	case "":
		return s.number("at")
	case "back", "chest":
		x = last.spine(0.8).x
	case "hips":
		x = last.hips.x
	case "feet":
		x = (last.legs[left].ankle.x + last.legs[right].ankle.x) / 2
	}
	return x + s.number("shift")
}

// block is a box along the axes of the room.
type block struct{ x0, x1, y0, y1, z0, z1 float64 }

func (k block) corners() []vec {
	var out []vec
	for _, x := range [2]float64{k.x0, k.x1} {
		for _, y := range [2]float64{k.y0, k.y1} {
			out = append(out, vec{x, y, k.z0}, vec{x, y, k.z1})
		}
	}
	return out
}

// block paints a box with rounded edges.
func (c *canvas) block(depth, r float64, k block) { c.pad(depth, r, k.corners()...) }

// pad paints the outline round points, rounded by r.
func (c *canvas) pad(depth, r float64, points ...vec) {
	balls := make([]ball, len(points))
	for i, p := range points {
		balls[i] = ball{p, r}
	}
	c.add(item{depth: depth, ink: propInk, width: 1.2, d: c.hull(balls...)})
}

func (c *canvas) bench(last *body, s settings) {
	x, l, h, w := s.middle(last), s.number("length")/2, s.number("height"), s.number("width")/2
	c.block(furniture, 0.8, block{x - l, x + l, h - 3.6, h - 0.6, -w, w})
	for _, e := range [2]float64{-1, 1} {
		for _, z := range c.pairs(w - 2) {
			c.rod(furniture-1, lineInk, 1.8, vec{x + e*(l-4), h - 4.4, z}, vec{x + e*(l-4), 0.6, z})
		}
	}
	if !s.written("back") {
		return
	}
	foot, lean := vec{x - l, h, 0}, aboutZ(s.number("back"))
	points := block{0, 2.6, 0, s.number("back-height"), -w, w}.corners()
	for i, p := range points {
		points[i] = foot.plus(lean.of(p))
	}
	c.pad(furniture+0.1, 0.8, points...)
}

// pairs are the two sides of the middle, or the middle where both look the same.
func (c *canvas) pairs(aside float64) []float64 {
	if math.Abs(c.sin) < 0.3 {
		return []float64{0}
	}
	return []float64{-aside, aside}
}
