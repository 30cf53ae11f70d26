package figure

import (
	"math"
	"slices"
)

// turnover is where the outline passes from one disc to the next: the direction of the
// straight line's normal.
type turnover struct {
	from, to int
	angle    float64
}

// hull draws the outline round discs: arcs joined by their common tangents.
func (p *pen) hull(discs []disc) {
	discs = outer(discs)
	turns := around(discs)
	if len(turns) == 0 {
		p.circle(discs[0])
		return
	}
	p.move(discs[turns[0].from].rim(turns[0].angle))
	for i, t := range turns {
		to, next := discs[t.to], turns[(i+1)%len(turns)]
		p.line(to.rim(t.angle))
		sweep := math.Mod(next.angle-t.angle+4*math.Pi, 2*math.Pi)
		x, y := to.rim(next.angle)
		p.arc(to.r, sweep > math.Pi, x, y)
	}
	p.close()
}

// rim is the point of the edge whose normal has an angle.
func (d disc) rim(angle float64) (x, y float64) {
	sin, cos := math.Sincos(angle)
	return d.x + d.r*cos, d.y + d.r*sin
}

// outer leaves out the discs that lie within another.
func outer(discs []disc) []disc {
	out := make([]disc, 0, len(discs))
	for i, d := range discs {
		inside := false
		for j, o := range discs {
			gap := o.r - d.r - math.Hypot(o.x-d.x, o.y-d.y)
			if j != i && gap > -1e-6 && (gap > 1e-6 || d.r < o.r-1e-6 || j < i) {
				inside = true
				break
			}
		}
		if !inside {
			out = append(out, d)
		}
	}
	return out
}

// around walks clockwise round the hull, from a disc that reaches furthest right, until
// it comes to a step again. That disc may lie amid an edge, and then its own step is
// not one of the walk.
func around(discs []disc) []turnover {
	at := 0
	for i, d := range discs {
		if d.x+d.r > discs[at].x+discs[at].r {
			at = i
		}
	}
	turns := make([]turnover, 0, len(discs))
	angle := 0.0
	for range 4 * len(discs) {
		t := step(discs, at, angle)
		if t.to == at {
			break
		}
		again := func(o turnover) bool { return o.from == t.from && o.to == t.to }
		if i := slices.IndexFunc(turns, again); i >= 0 {
			return turns[i:]
		}
		turns = append(turns, t)
		at, angle = t.to, t.angle
	}
	return turns
}

// step finds the disc that reaches further than the one at hand soonest after an
// angle; of several on one line, the furthest.
func step(discs []disc, at int, angle float64) turnover {
	const same = 1e-5
	a, best := discs[at], turnover{at, at, angle}
	soonest, furthest := math.Inf(1), 0.0
	for i, d := range discs {
		x, y := d.x-a.x, d.y-a.y
		away := math.Hypot(x, y)
		if i == at || away < 1e-9 || math.Abs(a.r-d.r) >= away {
			continue
		}
		ahead := math.Mod(math.Atan2(y, x)-math.Acos((a.r-d.r)/away)-angle, 2*math.Pi)
		if ahead < 0 {
			ahead += 2 * math.Pi
		}
		if ahead > 2*math.Pi-same {
			ahead = 0
		}
		if ahead < soonest-same || ahead < soonest+same && away > furthest {
			soonest, furthest = ahead, away
			best = turnover{at, i, angle + ahead}
		}
	}
	return best
}
