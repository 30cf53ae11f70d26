package muscle

type point struct{ x, y int }

func (p point) mirrored() point { return point{-p.x, p.y} }

func middle(a, b point) point { return point{(a.x + b.x) / 2, (a.y + b.y) / 2} }

// piece is a part of a curve: a quadratic one, from its start bent towards its control.
type piece struct{ from, control, to point }

// at is the place on a piece at t from 0 to 1.
func (c piece) at(t float64) (x, y float64) {
	a, b, d := (1-t)*(1-t), 2*t*(1-t), t*t
	return a*float64(c.from.x) + b*float64(c.control.x) + d*float64(c.to.x),
		a*float64(c.from.y) + b*float64(c.control.y) + d*float64(c.to.y)
}

// joins reports whether an outline is one with its mirror: it begins and ends on the
// middle of the body.
func joins(corners []point) bool { return corners[0].x == 0 && corners[len(corners)-1].x == 0 }

// rounded is the outline within a polygon: a quadratic spline whose control points are
// the corners, through the middles of the edges. One that joins its mirror reaches over
// the middle of the body to where the mirror takes over.
func rounded(corners []point) []piece {
	n := len(corners)
	before, after := corners[n-1], corners[0]
	if joins(corners) {
		before, after = corners[1].mirrored(), corners[n-2].mirrored()
	}
	out := make([]piece, n)
	from := middle(before, corners[0])
	for i, c := range corners {
		next := after
		if i+1 < n {
			next = corners[i+1]
		}
		to := middle(c, next)
		out[i], from = piece{from, c, to}, to
	}
	return out
}

// folded is the open curve of a fold: it begins and ends in the first and last corner.
func folded(corners []point) []piece {
	n := len(corners)
	var out []piece
	from := corners[0]
	for i := 1; i < n-1; i++ {
		to := middle(corners[i], corners[i+1])
		if i == n-2 {
			to = corners[n-1]
		}
		out, from = append(out, piece{from, corners[i], to}), to
	}
	return out
}
