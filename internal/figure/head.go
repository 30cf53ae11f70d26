package figure

import "math"

// The face is the part of the head within these degrees of a line that points forward
// and a little down.
const (
	faceWide = 47
	faceDown = 8
)

// headOn paints the head: a circle and a nose. Where the viewer sees into the face,
// the nose lies within the circle, so a shade shows which way the head looks.
func (c *canvas) headOn(b *body) {
	at := func(x, y, r float64) ball { return ball{b.head.plus(b.face.of(vec{x: x, y: y})), r} }
	skull := c.hull(ball{b.head, headRadius})
	nose := c.hull(at(7.2, -0.9, 0.75), at(5.4, 1.8, 0.6), at(5.2, -2.4, 0.5))
	depth := c.depth(b.head) + headNearer
	c.part(depth, "head", false, skull, nose)
	if shade := c.face(b); shade != nil {
		c.add(item{depth: depth, ink: faceInk, d: shade})
	}
}

// face draws the visible part of a round cap on the head, or nothing from the side and
// from behind.
func (c *canvas) face(b *body) []byte {
	wide, narrow := sincos(faceWide)
	down, ahead := sincos(faceDown)
	axis := b.face.of(vec{ahead, -down, 0})
	n := c.see(axis)
	flat := math.Hypot(n.x, n.y)
	if n.depth < 0.15 {
		return nil
	}
	rim := c.round(b.head.plus(axis.times(narrow*headRadius)), axis, wide*headRadius)
	p := newPen()
	if narrow*n.depth >= wide*flat {
		p.ellipse(rim) // all of the rim is on this side of the head
		return p.d
	}
	// the rim meets the outline of the head on both sides of the axis
	turn := narrow * n.depth / (wide * flat)
	forth := (narrow*flat + wide*n.depth*turn) * headRadius / flat
	aside := wide * math.Sqrt(1-turn*turn) * headRadius / flat
	o := c.see(b.head)
	p.move(o.x+n.x*forth+n.y*aside, o.y+n.y*forth-n.x*aside)
	p.arc(headRadius, false, o.x+n.x*forth-n.y*aside, o.y+n.y*forth+n.x*aside)
	p.ellipseArc(rim, true, o.x+n.x*forth+n.y*aside, o.y+n.y*forth-n.x*aside)
	p.close()
	return p.d
}
