package figure

import "math"

// camera looks at the room without perspective.
type camera struct {
	sin, cos, up, down float64 // of the turn; up and down are cosine and sine of the tilt
	turn, tilt         float64
}

func newCamera(v View) camera {
	switch v.Name {
	case "front":
		v.Turn, v.Tilt = 90, 0
	case "back":
		v.Turn, v.Tilt = -90, 0
	case "side":
		v.Turn, v.Tilt = 0, 0
	}
	k := camera{turn: v.Turn, tilt: v.Tilt}
	k.sin, k.cos = sincos(v.Turn)
	k.down, k.up = sincos(v.Tilt)
	return k
}

// dot is a point of the picture with y downwards, and how near it is.
type dot struct{ x, y, depth float64 }

func (k camera) see(p vec) dot {
	d := p.x*k.sin + p.z*k.cos
	return dot{p.x*k.cos - p.z*k.sin, d*k.down - p.y*k.up, d*k.up + p.y*k.down}
}

func (k camera) depth(p vec) float64 { return k.see(p).depth }

// sideOn reports whether the view is nearer the side than the front or back.
func (k camera) sideOn() bool { return math.Abs(k.cos) >= 0.7 }

// disc is a ball in the picture.
type disc struct{ x, y, r float64 }

func (k camera) disc(b ball) disc {
	p := k.see(b.at)
	return disc{p.x, p.y, b.r}
}
