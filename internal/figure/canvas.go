package figure

import (
	"cmp"
	"math"
	"slices"
)

// canvas collects what one picture shows, with how near it is.
type canvas struct {
	camera
	edge  edge
	items []item
}

// item is one path. Items of one limb and ink that follow each other share a path.
type item struct {
	depth float64
	limb  string // none for things
	ink   *ink
	width float64
	d     []byte
}

// edge is the rectangle round what was drawn.
type edge struct{ left, top, right, bottom float64 }

func noEdge() edge {
	return edge{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (e *edge) include(x, y, r float64) {
	e.left, e.right = min(e.left, x-r), max(e.right, x+r)
	e.top, e.bottom = min(e.top, y-r), max(e.bottom, y+r)
}

func (e *edge) join(o edge) {
	e.left, e.right = min(e.left, o.left), max(e.right, o.right)
	e.top, e.bottom = min(e.top, o.top), max(e.bottom, o.bottom)
}

func (c *canvas) add(i item) { c.items = append(c.items, i) }

// hull is the outline round balls.
func (c *canvas) hull(balls ...ball) []byte {
	discs := make([]disc, len(balls))
	for i, b := range balls {
		discs[i] = c.disc(b)
		c.edge.include(discs[i].x, discs[i].y, b.r)
	}
	p := newPen()
	p.hull(discs)
	return p.d
}

// rod is a line through points.
func (c *canvas) rod(depth float64, ink *ink, width float64, points ...vec) {
	dots := make([]dot, len(points))
	for i, q := range points {
		dots[i] = c.see(q)
		c.edge.include(dots[i].x, dots[i].y, width/2)
	}
	p := newPen()
	p.chain(dots)
	c.add(item{depth: depth, ink: ink, width: width, d: p.d})
}

// round is how a disc of radius r looks whose flat side faces the unit vector axis.
func (c *canvas) round(at, axis vec, r float64) ellipse {
	q, n := c.see(at), c.see(axis)
	e := ellipse{x: q.x, y: q.y, a: r, b: max(0.7, r*min(1, math.Abs(n.depth)))}
	if flat := math.Hypot(n.x, n.y); flat > 0.02 {
		e.tilt = math.Mod(math.Atan2(n.y, n.x)*180/math.Pi+270, 180)
	}
	c.edge.include(q.x, q.y, r)
	return e
}

// plate is a thin disc.
func (c *canvas) plate(depth float64, at, axis vec, r float64) {
	p := newPen()
	p.ellipse(c.round(at, axis, r))
	c.add(item{depth: depth, ink: plateInk, width: 1.4, d: p.d})
}

// drum is a thick disc between the middles of its two flat sides.
func (c *canvas) drum(depth float64, ink *ink, width, r float64, from, to vec) {
	axis := to.minus(from).unit(vec{y: 1})
	n := c.see(axis)
	flat := math.Hypot(n.x, n.y)
	a, b := c.round(from, axis, r), c.round(to, axis, r)
	p := newPen()
	if flat < 0.02 {
		p.ellipse(b)
	} else {
		x, y := -n.y/flat*r, n.x/flat*r
		p.move(b.x-x, b.y-y)
		p.ellipseArc(b, false, b.x+x, b.y+y)
		p.line(a.x+x, a.y+y)
		p.ellipseArc(a, false, a.x-x, a.y-y)
		p.close()
	}
	c.add(item{depth: depth, ink: ink, width: width, d: p.d})
}

// order sorts the items from far to near; neighbours of one limb become one path.
func (c *canvas) order() {
	slices.SortStableFunc(c.items, func(a, b item) int { return cmp.Compare(a.depth, b.depth) })
	out := c.items[:0]
	for _, i := range c.items {
		if n := len(out); n > 0 && i.limb != "" && out[n-1].limb == i.limb && out[n-1].ink == i.ink {
			out[n-1].d = append(out[n-1].d, i.d...)
		} else {
			out = append(out, i)
		}
	}
	c.items = out
}
