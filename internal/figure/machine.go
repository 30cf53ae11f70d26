package figure

import "math"

// hasRope reports whether a cable of the figure ends in a rope.
func hasRope(f Figure) bool {
	for _, p := range f.Props {
		if p.Name == "cable" && settingsOf(p).word("to") == "rope" {
			return true
		}
	}
	return false
}

func (c *canvas) grips(b *body) (l, r, mid vec) {
	l, r = b.arms[left].grip(), b.arms[right].grip()
	return l, r, between(l, r, 0.5)
}

// columnFurther keeps a column behind a body that is as near.
const columnFurther = 20

// cable is a column with a weight stack and a line from its pulley to the hands.
func (c *canvas) cable(b *body, s settings) {
	const wide, deep = 2.5, 4.0
	x, z, h := s.number("at"), s.number("side"), s.number("height")
	column := c.depth(vec{x, h, z}) - columnFurther
	c.block(column, 0.6, block{x - wide, x + wide, 0.6, s.number("top"), z - deep, z + deep})
	for i := range 5 {
		y := 6 + float64(i)*3.4
		if math.Abs(c.cos) > 0.5 {
			z := z + math.Copysign(deep, c.cos)
			c.rod(column+0.1, lineInk, 0.9, vec{x - wide, y, z}, vec{x + wide, y, z})
		} else {
			x := x + math.Copysign(wide, c.sin)
			c.rod(column+0.1, lineInk, 0.9, vec{x, y, z - deep}, vec{x, y, z + deep})
		}
	}
	wheel := vec{x + 4.5, h, z}
	switch {
	case z > 0:
		wheel = vec{x, h, z - 5.5}
	case z < 0:
		wheel = vec{x, h, z + 5.5}
	case x > 0:
		wheel.x = x - 4.5
	}
	l, r, mid := c.grips(b)
	if s.word("to") == "rope" {
		knot := mid.plus(wheel.minus(mid).unit(vec{x: 1}).times(7))
		c.rod(c.depth(mid)-0.3, lineInk, 1.1, wheel, knot)
		for _, hand := range [2]vec{l, r} {
			c.rod(c.depth(hand)-0.2, lineInk, 1.7, knot, hand)
		}
	} else {
		c.rod(c.depth(mid)+0.6, paperInk, 2.4, wheel, mid)
		c.rod(c.depth(mid)+0.7, lineInk, 1.1, wheel, mid)
	}
	c.add(item{depth: column + 0.2, ink: propInk, width: 1.1, d: c.hull(ball{wheel, 2.2})})
}

// looseRope hangs a rope without a cable from the hands.
func (c *canvas) looseRope(b *body) {
	l, r, _ := c.grips(b)
	for _, hand := range [2]vec{l, r} {
		c.rod(c.depth(hand)-0.2, lineInk, 1.7, hand, hand.plus(vec{y: -7}))
	}
}

// band is a loop stretched round both thighs: the outline round a slice of each.
func (c *canvas) band(b *body) {
	const along, half = 0.82, 0.055
	var rims []ball
	depth := math.Inf(-1)
	for i := range b.legs {
		l := &b.legs[i]
		for _, at := range [2]float64{along - half, along + half} {
			mid := between(l.hip, l.knee, at)
			r := thighRadius + (kneeRadius-thighRadius)*at
			for k := range 16 {
				sin, cos := sincos(float64(k) * 22.5)
				rims = append(rims, ball{mid.plus(l.thigh.of(vec{x: r * cos, z: r * sin})), 0.4})
			}
			depth = max(depth, c.depth(mid)+r)
		}
	}
	c.add(item{depth: depth, ink: bandInk, width: 1.5, d: c.hull(rims...)})
}

// incline is a pad along the front of the trunk, with legs.
func (c *canvas) incline(last *body) {
	off := last.chord.of(vec{x: 7.2})
	low, high := last.spine(0.15).plus(off), last.spine(0.95).plus(off)
	var points []vec
	for _, z := range [2]float64{-6, 6} {
		points = append(points, low.plus(vec{z: z}), high.plus(vec{z: z}))
	}
	c.pad(furniture, 1.4, points...)
	mid := between(low, high, 0.5)
	c.rod(furniture-1, lineInk, 1.8, mid, vec{mid.x + 6, 0.8, 0})
	c.rod(furniture-1, lineInk, 1.8, low, vec{low.x - 4, 0.8, 0})
	c.rod(furniture-1, lineInk, 1.8, vec{low.x - 8, 0.8, 0}, vec{mid.x + 10, 0.8, 0})
}

// hipPad carries the thighs of a back extension.
func (c *canvas) hipPad(last *body) {
	l, r := &last.legs[left], &last.legs[right]
	q := between(between(l.hip, l.knee, 0.35).plus(l.thigh.of(vec{x: 7})),
		between(r.hip, r.knee, 0.35).plus(r.thigh.of(vec{x: 7})), 0.5)
	q.z = 0
	c.rod(furniture-1, lineInk, 2, q, vec{q.x + 6, 0.8, 0})
	c.rod(furniture-1, lineInk, 2, vec{q.x - 10, 0.8, 0}, vec{q.x + 18, 0.8, 0})
	up := between(l.thigh.of(vec{y: 5}), r.thigh.of(vec{y: 5}), 0.5)
	var points []vec
	for _, z := range [2]float64{-6, 6} {
		points = append(points, q.plus(up).plus(vec{z: z}), q.minus(up).plus(vec{z: z}))
	}
	c.pad(furniture, 2.2, points...)
}

// anklePad holds the ankles of a back extension.
func (c *canvas) anklePad(last *body) {
	l, r := &last.legs[left], &last.legs[right]
	q := between(l.ankle.plus(l.shin.of(vec{x: -4.6, y: 2})), r.ankle.plus(r.shin.of(vec{x: -4.6, y: 2})), 0.5)
	q.z = 0
	c.rod(furniture-1, lineInk, 1.6, q, vec{q.x + 4, 0.8, 0})
	c.add(item{depth: 30, ink: propInk, width: 1.2, d: c.hull(ball{q, 2.2})})
}

// chestBar is a padded bar that turns with the chest. Its lever turns on a post, which
// stands still between the feet.
func (c *canvas) chestBar(b, last *body) {
	const place, half = 0.82, 13
	bar := [2]vec{b.by(place, vec{x: 11, z: -half}), b.by(place, vec{x: 11, z: half})}
	mid := between(bar[0], bar[1], 0.5)
	root := last.spine(place)
	hub := vec{root.x + 17, root.y - 17, 0}
	c.rod(c.depth(hub)-1, lineInk, 2.4, vec{hub.x, 0.8, 0}, hub)
	c.rod(c.depth(hub), lineInk, 2, hub, mid)
	c.pad(c.depth(mid)-0.5, 1.6, bar[:]...)
}
