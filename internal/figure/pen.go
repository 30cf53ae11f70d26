package figure

import (
	"math"
	"strconv"
)

// pen writes the d attribute of a path. It counts in tenths, so that steps relative to
// the last point add up.
type pen struct {
	d      []byte
	x, y   int
	x0, y0 int // where the outline began
	letter byte
}

// newPen has room for the outline of most parts.
func newPen() pen { return pen{d: make([]byte, 0, 160)} }

func tenths(v float64) int { return int(math.Round(v * 10)) }

// appendTenths writes a number with at most one decimal, no leading zero.
func appendTenths(b []byte, t int) []byte {
	if t < 0 {
		b, t = append(b, '-'), -t
	}
	if t >= 10 || t == 0 {
		b = strconv.AppendInt(b, int64(t/10), 10)
	}
	if t%10 != 0 {
		b = append(b, '.', byte('0'+t%10))
	}
	return b
}

// command writes a letter where it changes.
func (p *pen) command(letter byte) {
	if p.letter != letter || letter == 'M' {
		p.d = append(p.d, letter)
	}
	p.letter = letter
}

// number writes a number, parted from the one before it where it has to be.
func (p *pen) number(t int) {
	if last := p.d[len(p.d)-1]; t >= 0 && (last >= '0' && last <= '9' || last == '.') {
		p.d = append(p.d, ' ')
	}
	p.d = appendTenths(p.d, t)
}

func (p *pen) move(x, y float64) {
	p.x, p.y = tenths(x), tenths(y)
	p.x0, p.y0 = p.x, p.y
	p.command('M')
	p.number(p.x)
	p.number(p.y)
}

func (p *pen) line(x, y float64) {
	tx, ty := tenths(x), tenths(y)
	if tx == p.x && ty == p.y {
		return
	}
	p.command('l')
	p.to(tx, ty)
}

func (p *pen) to(tx, ty int) {
	p.number(tx - p.x)
	p.number(ty - p.y)
	p.x, p.y = tx, ty
}

// arc goes clockwise round a circle.
func (p *pen) arc(r float64, large bool, x, y float64) {
	p.ellipseArc(ellipse{a: r, b: r}, large, x, y)
}

// ellipseArc goes clockwise round an ellipse; a large arc between equal points is
// left out by browsers, so it is kept a tenth apart.
func (p *pen) ellipseArc(e ellipse, large bool, x, y float64) {
	tx, ty := tenths(x), tenths(y)
	if tx == p.x && ty == p.y {
		if !large {
			return
		}
		tx++
	}
	p.command('a')
	p.number(tenths(e.a))
	p.number(tenths(e.b))
	p.number(tenths(math.Round(e.tilt)))
	flag := 0
	if large {
		flag = 10
	}
	p.number(flag)
	p.number(10)
	p.to(tx, ty)
}

func (p *pen) close() {
	p.d = append(p.d, 'z')
	p.letter, p.x, p.y = 0, p.x0, p.y0
}

func (p *pen) circle(d disc) { p.ellipse(ellipse{x: d.x, y: d.y, a: d.r, b: d.r}) }

// ellipse is a round thing seen at a slant: half axes a and b, a tilted by degrees.
type ellipse struct{ x, y, a, b, tilt float64 }

func (p *pen) ellipse(e ellipse) {
	sin, cos := sincos(e.tilt)
	dx, dy := e.a*cos, e.a*sin
	p.move(e.x-dx, e.y-dy)
	p.ellipseArc(e, false, e.x+dx, e.y+dy)
	p.ellipseArc(e, false, e.x-dx, e.y-dy)
	p.close()
}

// chain draws straight lines from point to point.
func (p *pen) chain(dots []dot) {
	for i, q := range dots {
		if i == 0 {
			p.move(q.x, q.y)
		} else {
			p.line(q.x, q.y)
		}
	}
}
