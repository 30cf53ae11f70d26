package figure

import "math"

// vec is a point or a direction: x forward, y up, z to the figure's right.
type vec struct{ x, y, z float64 }

func (a vec) plus(b vec) vec          { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) minus(b vec) vec         { return vec{a.x - b.x, a.y - b.y, a.z - b.z} }
func (a vec) times(k float64) vec     { return vec{a.x * k, a.y * k, a.z * k} }
func (a vec) dot(b vec) float64       { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vec) length() float64         { return math.Sqrt(a.dot(a)) }
func between(a, b vec, t float64) vec { return a.times(1 - t).plus(b.times(t)) }

// unit is a at length 1, or the spare direction where a has none.
func (a vec) unit(spare vec) vec {
	if l := a.length(); l > 1e-9 {
		return a.times(1 / l)
	}
	return spare
}

// square is the part of a at right angles to the unit vector u, at length 1.
func (a vec) square(u vec) vec {
	spare := vec{u.y, -u.x, 0}
	if math.Abs(u.z) > 0.9 {
		spare = vec{0, 1, 0}
	}
	return a.minus(u.times(a.dot(u))).unit(spare.minus(u.times(spare.dot(u))).unit(vec{1, 0, 0}))
}

// mat is a rotation, by rows.
type mat [3]vec

func (m mat) of(p vec) vec { return vec{m[0].dot(p), m[1].dot(p), m[2].dot(p)} }

func (m mat) then(n mat) mat {
	t := mat{{n[0].x, n[1].x, n[2].x}, {n[0].y, n[1].y, n[2].y}, {n[0].z, n[1].z, n[2].z}}
	return mat{
		{m[0].dot(t[0]), m[0].dot(t[1]), m[0].dot(t[2])},
		{m[1].dot(t[0]), m[1].dot(t[1]), m[1].dot(t[2])},
		{m[2].dot(t[0]), m[2].dot(t[1]), m[2].dot(t[2])},
	}
}

func sincos(degrees float64) (s, c float64) { return math.Sincos(degrees * math.Pi / 180) }

// aboutX, aboutY and aboutZ turn right-handed about an axis.
func aboutX(degrees float64) mat {
	s, c := sincos(degrees)
	return mat{{1, 0, 0}, {0, c, -s}, {0, s, c}}
}

func aboutY(degrees float64) mat {
	s, c := sincos(degrees)
	return mat{{c, 0, s}, {0, 1, 0}, {-s, 0, c}}
}

func aboutZ(degrees float64) mat {
	s, c := sincos(degrees)
	return mat{{c, -s, 0}, {s, c, 0}, {0, 0, 1}}
}

// ball is a round piece of the body.
type ball struct {
	at vec
	r  float64
}

func (b ball) low() float64 { return b.at.y - b.r }
