package figure

import (
	"math"
	"slices"
)

// How much nearer than it is a part is painted, so that it lies rightly upon its
// neighbours.
const (
	armNearer   = 0.5
	foreNearer  = 0.6
	thighNearer = -0.5
	shinNearer  = -0.6
	headNearer  = -0.2
	farNearer   = -6
	outline     = 1.5
)

// flesh paints the body.
func (c *canvas) flesh(b *body, fists [2]bool) {
	c.trunk(b)
	c.headOn(b)
	for _, side := range bothSides {
		c.arm(b, side, fists[side])
		c.leg(b, side)
	}
}

// part adds a piece of the body.
func (c *canvas) part(depth float64, limb string, far bool, outlines ...[]byte) {
	i := item{depth: depth, limb: limb, ink: nearInk, width: outline}
	if far {
		i.ink, i.depth = farInk, depth+farNearer
	}
	i.d = slices.Concat(outlines...)
	c.add(i)
}

func (c *canvas) trunk(b *body) {
	var rings [len(trunkSlices)][2]ball
	for i, s := range trunkSlices {
		for _, side := range bothSides {
			off := vec{s.forward, 0, side.sign() * (s.width - s.depth)}
			rings[i][side] = ball{b.spine(s.place).plus(b.frame(s.place).of(off)), s.depth}
		}
	}
	var d []byte
	for i := range len(rings) - 1 {
		a, n := rings[i], rings[i+1]
		d = append(d, c.hull(a[0], a[1], n[0], n[1])...)
	}
	nape := ball{b.spine(0.97).plus(b.frame(1).of(vec{x: -0.3})), 2.9}
	d = append(d, c.hull(nape, ball{between(b.neck, b.head, 0.55), 2.6})...)
	c.part(c.depth(b.spine(0.5)), "trunk", false, d)
}

func (c *canvas) arm(b *body, side side, fist bool) {
	a := &b.arms[side]
	trunk := c.depth(b.spine(0.5))
	nearer := c.depth(a.shoulder) - c.depth(b.spine(shoulderPlace))
	far := nearer < -2.5 && c.sideOn() && !b.stance.sideways
	upper := (c.depth(a.shoulder) + c.depth(a.elbow)) / 2
	if !far && nearer > 3.2 {
		upper = max(upper, trunk-1)
	}
	fore := (c.depth(a.elbow) + c.depth(a.hand)) / 2
	end := ball{a.hand, handRadius}
	if fist {
		end = ball{a.grip(), fistRadius}
	}
	name := side.String() + " arm"
	c.part(upper+armNearer, name, far, c.hull(ball{a.shoulder, shoulderRadius}, ball{a.elbow, elbowRadius}))
	c.part(fore+foreNearer, name, far,
		c.hull(ball{a.elbow, elbowRadius}, ball{a.wrist, wristRadius}), c.hull(ball{a.wrist, wristRadius}, end))
}

func (c *canvas) leg(b *body, side side) {
	l := &b.legs[side]
	far := c.depth(l.hip)-c.depth(b.hips) < -1.5 && c.sideOn() && !b.stance.sideways
	front := !c.sideOn() && !b.stance.sideways
	name, bias := side.String()+" leg", thighNearer
	thigh := (c.depth(l.hip) + c.depth(l.knee)) / 2
	limb := name
	if front {
		bias = 0
		if down := l.knee.minus(l.hip).y / thighLength; down < -math.Cos(math.Pi/6) {
			// a thigh below the trunk would show a seam across the hip
			limb, thigh = "trunk", c.depth(b.spine(0.5))-0.3
		}
	}
	c.part(thigh+bias, limb, far, c.hull(ball{l.hip, thighRadius}, ball{l.knee, kneeRadius}))
	calf, ankle := ball{l.calf(), calfRadius}, ball{l.ankle, ankleRadius}
	heel, ahead := ball{l.heel, heelRadius}, ball{l.ball, ballRadius}
	c.part((c.depth(l.knee)+c.depth(l.ankle))/2+shinNearer, name, far,
		c.hull(ball{l.knee, kneeRadius - 0.1}, calf), c.hull(calf, ankle),
		c.hull(ankle, heel, ahead), c.hull(ahead, ball{l.toe, toeRadius}, heel))
}
