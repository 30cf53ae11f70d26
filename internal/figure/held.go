package figure

// fists says which hands close round a thing.
func fists(hold string) [2]bool {
	switch hold {
	case "":
		return [2]bool{}
	case "dumbbell-left":
		return [2]bool{left: true}
	case "dumbbell-right":
		return [2]bool{right: true}
	}
	return [2]bool{true, true}
}

// held paints the thing in the hands.
func (c *canvas) held(b *body, f Figure) {
	grips := [2]vec{b.arms[left].grip(), b.arms[right].grip()}
	mid := between(grips[left], grips[right], 0.5)
	plates := 12.9
	if f.Plates == "small" {
		plates = 10.2
	}
	switch f.Hold {
	case "barbell":
		c.barbell(mid, across(grips), plates)
	case "trap-bar":
		c.trapBar(mid, plates)
	case "goblet":
		c.goblet(mid)
	case "ab-wheel":
		c.wheel(mid)
	case "kettlebells":
		for _, g := range grips {
			c.kettlebell(g)
		}
	case "dumbbells", "dumbbell-left", "dumbbell-right":
		for _, side := range bothSides {
			if fists(f.Hold)[side] {
				c.dumbbell(b, side)
			}
		}
	}
}

// across is the direction of a bar through both hands.
func across(grips [2]vec) vec {
	if d := grips[right].minus(grips[left]); d.length() > 4 {
		return d.unit(vec{z: 1})
	}
	return vec{z: 1}
}

func (c *canvas) barbell(mid, axis vec, plates float64) {
	const half, at = 32.0, 27.0
	c.rod(c.depth(mid), lineInk, 1.7, mid.plus(axis.times(-at)), mid.plus(axis.times(at)))
	for _, g := range [2]float64{-1, 1} {
		q, end := mid.plus(axis.times(g*at)), mid.plus(axis.times(g*half))
		c.plate(c.depth(q), q, axis, plates)
		c.rod(c.depth(end), lineInk, 2.6, q, end)
	}
}

func (c *canvas) trapBar(mid vec, plates float64) {
	y := mid.y - 3.5
	at := func(x, z float64) vec { return vec{mid.x + x, y, mid.z + z} }
	corners := [6]vec{at(17, 0), at(9, 14), at(-9, 14), at(-17, 0), at(-9, -14), at(9, -14)}
	for i, q := range corners {
		next := corners[(i+1)%len(corners)]
		depth := (c.depth(q) + c.depth(next)) / 2
		c.rod(depth-0.01, paperInk, 3, q, next)
		c.rod(depth, lineInk, 1.8, q, next)
	}
	for _, g := range [2]float64{-1, 1} {
		grip := vec{mid.x, mid.y, g * 12.5}
		c.rod(c.depth(grip)+0.3, lineInk, 1.7, at(-6, g*14), grip.plus(vec{x: -6}), grip.plus(vec{x: 6}), at(6, g*14))
		c.rod(c.depth(at(0, g*25)), lineInk, 1.7, at(0, g*14), at(0, g*36))
		q := at(0, g*28)
		c.plate(c.depth(q), q, vec{z: 1}, plates)
	}
}

func (c *canvas) goblet(mid vec) {
	mid = mid.plus(vec{1.2, -1.5, 0})
	depth := c.depth(mid.plus(vec{z: 2.6}))
	c.rod(depth, lineInk, 2.4, mid.plus(vec{y: -5}), mid.plus(vec{y: 5}))
	for _, g := range [2]float64{-1, 1} {
		c.drum(depth+30, propInk, 1.3, 4.6, mid.plus(vec{y: g*6 - 1.7}), mid.plus(vec{y: g*6 + 1.7}))
	}
}

func (c *canvas) wheel(mid vec) {
	mid.y = 5.5
	c.plate(0, mid, vec{z: 1}, 5.5)
	c.rod(0.1, lineInk, 1.8, mid.plus(vec{z: -9}), mid.plus(vec{z: 9}))
}

func (c *canvas) kettlebell(grip vec) {
	depth := c.depth(grip)
	at := func(x, y float64) vec { return grip.plus(vec{x: x, y: y}) }
	c.rod(depth-0.1, lineInk, 2, at(-3.8, -6.6), at(-4.4, -1.2), at(-3.6, 0), at(3.6, 0), at(4.4, -1.2), at(3.8, -6.6))
	c.add(item{depth: depth - 0.2, ink: ironInk, width: 1.5, d: c.hull(ball{at(0, -10.4), 6})})
}

// dumbbell lies across the forearm, as far forward as that allows.
func (c *canvas) dumbbell(b *body, side side) {
	a := &b.arms[side]
	grip, along := a.grip(), a.hand.minus(a.wrist).unit(vec{y: -1})
	axis := b.chest.of(vec{x: 1}).square(along)
	depth := c.depth(grip)
	c.rod(depth-0.2, lineInk, 1.8, grip.plus(axis.times(-4.5)), grip.plus(axis.times(4.5)))
	for _, g := range [2]float64{-1, 1} {
		q := grip.plus(axis.times(g * 5.2))
		c.drum(c.depth(q)+0.2, propInk, 1.1, 3.4, q.plus(axis.times(-1.3)), q.plus(axis.times(1.3)))
	}
}
