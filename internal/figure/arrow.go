package figure

import (
	"fmt"
	"math"
)

// An arrow has eight pieces and shows the way from 10 to 92 hundredths of its length.
const (
	pieces  = 8
	begins  = 0.10
	ends    = 0.92
	barbs   = 5.0
	opening = 2.6 // radians between the way and a barb
)

// arrows paints the arrows of the start picture.
func (s staged) arrows(c *canvas) []Problem {
	var found []Problem
	for i, a := range s.figure.Arrows {
		way := s.path(a.Part, c.camera)
		shift(way, a)
		long := length(way)
		if long < shortestWay {
			verb := "moves"
			if isPlural(a.Part) {
				verb = "move"
			}
			found = append(found, Problem{Where: fmt.Sprintf("arrow[%d]", i), Severity: Info,
				Message: fmt.Sprintf("the %s %s %s: too little for an arrow", bare(a.Part), verb, whole(long))})
			continue
		}
		c.arrow(way, long)
	}
	return found
}

// shift moves a path along its own direction and to the left of it.
func shift(way []dot, a Arrow) {
	x, y := way[len(way)-1].x-way[0].x, way[len(way)-1].y-way[0].y
	l := math.Hypot(x, y)
	if l < 1e-9 {
		return
	}
	x, y = x/l, y/l
	for i := range way {
		way[i].x += x*a.Ahead + y*a.Beside
		way[i].y += y*a.Ahead - x*a.Beside
	}
}

func length(way []dot) float64 {
	sum := 0.0
	for i := 1; i < len(way); i++ {
		sum += math.Hypot(way[i].x-way[i-1].x, way[i].y-way[i-1].y)
	}
	return sum
}

// along is the point at a distance from the beginning.
func along(way []dot, distance float64) dot {
	for i := 1; i < len(way); i++ {
		a, b := way[i-1], way[i]
		step := math.Hypot(b.x-a.x, b.y-a.y)
		if distance <= step && step > 0 {
			t := distance / step
			return dot{x: a.x + (b.x-a.x)*t, y: a.y + (b.y-a.y)*t}
		}
		distance -= step
	}
	return way[len(way)-1]
}

// arrow draws a path with an open head.
func (c *canvas) arrow(way []dot, long float64) {
	from, to := long*begins, long*ends
	var line []dot
	for i := range pieces + 1 {
		q := along(way, from+(to-from)*float64(i)/pieces)
		c.edge.include(q.x, q.y, 1)
		line = append(line, q)
	}
	end, before := line[pieces], along(way, max(0, to-4))
	angle := math.Atan2(end.y-before.y, end.x-before.x)
	tip := dot{x: end.x + 1.5*math.Cos(angle), y: end.y + 1.5*math.Sin(angle)}
	barb := func(turn float64) dot {
		q := dot{x: tip.x + barbs*math.Cos(angle+turn), y: tip.y + barbs*math.Sin(angle+turn)}
		c.edge.include(q.x, q.y, 1)
		return q
	}
	p := newPen()
	p.chain(line)
	p.chain([]dot{barb(-opening), tip, barb(opening)})
	c.edge.include(tip.x, tip.y, 1)
	c.add(item{ink: paperInk, width: 3.8, d: p.d}) // on paper the arrow is as black as the body
	c.add(item{ink: arrowInk, width: 1.8, d: p.d})
}
