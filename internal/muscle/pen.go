package muscle

import "strconv"

// pen writes the d attribute of a path, each step relative to the last point.
type pen struct {
	d      []byte
	at     point
	letter byte
}

// curve writes pieces that follow each other. Each control point is the one before it
// reflected in the point between them, which is what the command t stands for.
func (p *pen) curve(pieces []piece) {
	p.move(pieces[0].from)
	p.command('q')
	p.step(pieces[0].control)
	p.to(pieces[0].to)
	for _, c := range pieces[1:] {
		p.command('t')
		p.to(c.to)
	}
}

// move begins a path, or goes on elsewhere.
func (p *pen) move(to point) {
	if len(p.d) == 0 {
		p.command('M')
	} else {
		p.command('m')
	}
	p.to(to)
}

func (p *pen) line(to point) {
	p.command('l')
	p.to(to)
}

func (p *pen) to(q point) {
	p.step(q)
	p.at = q
}

func (p *pen) command(letter byte) {
	if p.letter != letter {
		p.d = append(p.d, letter)
	}
	p.letter = letter
}

// step writes two numbers, parted where they have to be.
func (p *pen) step(to point) {
	for _, n := range [2]int{to.x - p.at.x, to.y - p.at.y} {
		if last := p.d[len(p.d)-1]; n >= 0 && last >= '0' && last <= '9' {
			p.d = append(p.d, ' ')
		}
		p.d = strconv.AppendInt(p.d, int64(n), 10)
	}
}
