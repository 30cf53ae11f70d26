package muscle

import (
	"math"
	"slices"
)

// stripe is the distance between two lines of the hatching, measured downwards.
const stripe = 20

// smooth is how many straight pieces stand for one piece of a curve.
const smooth = 5

// hatch draws the lines that fill an outline as far as the middle of the body, to and
// fro, so that the way from one to the next is short.
func (p *pen) hatch(outline []piece) {
	for i, l := range stripes(flatten(outline)) {
		if i%2 == 1 {
			l.from, l.to = l.to, l.from
		}
		p.move(l.from)
		p.line(l.to)
	}
}

// line is one line of the hatching. All fall to the right at 45 degrees.
type line struct{ from, to point }

func stripes(outline [][2]float64) []line {
	low, high := math.Inf(1), math.Inf(-1)
	for _, q := range outline {
		low, high = min(low, q[1]-q[0]), max(high, q[1]-q[0])
	}
	var out []line
	for c := int(math.Ceil(low/stripe)) * stripe; float64(c) < high; c += stripe {
		ends := crossings(outline, float64(c))
		for i := 0; i+1 < len(ends); i += 2 {
			from, to := max(0, int(math.Round(ends[i]))), int(math.Round(ends[i+1]))
			if to-from > 2 {
				out = append(out, line{point{from, from + c}, point{to, to + c}})
			}
		}
	}
	return out
}

func flatten(outline []piece) [][2]float64 {
	var out [][2]float64
	for _, c := range outline {
		for step := range smooth {
			x, y := c.at(float64(step) / smooth)
			out = append(out, [2]float64{x, y})
		}
	}
	return out
}

// crossings gives where the line y = x + c crosses an outline, from left to right.
func crossings(outline [][2]float64, c float64) []float64 {
	var out []float64
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		above, below := a[1]-a[0]-c, b[1]-b[0]-c
		if (above < 0) != (below < 0) {
			out = append(out, a[0]+(b[0]-a[0])*above/(above-below))
		}
	}
	slices.Sort(out)
	return out
}
