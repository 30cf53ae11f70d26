package figure

import "math"

// spot is a place for the hand: along the spine or, where onHead, in the head's frame.
type spot struct {
	onHead  bool
	along   float64
	forward float64
	up      float64
	outward float64
}

func spotOf(place string) spot {
	switch place {
	case "chest":
		return spot{along: 0.80, forward: 10.5, outward: 2.6}
	case "belly":
		return spot{along: 0.45, forward: 7.5, outward: 7}
	case "ribs":
		return spot{along: 0.5, forward: 3, outward: 9.5}
	case "hips":
		return spot{along: 0.02, forward: 6.5, outward: 8}
	case "front-rack":
		return spot{along: 0.97, forward: 6.6, up: 2.2, outward: 9.5}
	case "back-rack":
		return spot{along: 1.02, forward: -5.2, up: 1, outward: 15}
	case "overhead":
		return spot{along: 1, up: 32, outward: 14}
	case "chest-bar":
		return spot{along: 0.82, forward: 11, outward: 11}
	case "head":
		return spot{onHead: true, forward: -4.5, up: 1, outward: 5.2}
	case "ears":
		return spot{onHead: true, forward: 1, outward: 10}
	}
	return spot{onHead: true, forward: 7.5, up: -1, outward: 6.5} // face
}

// target is the point in the room that a hand reaches for.
func (b *body) target(side side) vec {
	h, g := b.stance.limb[side].hand, side.sign()
	if h.Target != nil {
		z := shoulderAside
		if len(h.Target) == 3 {
			z = h.Target[2]
		}
		return vec{h.Target[0], h.Target[1], g * z}
	}
	s := spotOf(h.Place)
	off := vec{s.forward, s.up, g * s.outward}
	if s.onHead {
		return b.head.plus(b.face.of(off))
	}
	return b.by(s.along, off)
}

// reach bends a reaching arm: two bones, the elbow on the side of its pole.
func (b *body) reach(side side) {
	l, a := &b.stance.limb[side], &b.arms[side]
	if !l.reaches() {
		return
	}
	upper, lower := upperLength, foreLength+0.8*palmLength
	if l.flatWrist {
		lower = foreLength
	}
	goal := b.target(side)
	way := goal.minus(a.shoulder)
	u := way.unit(b.chest.of(vec{x: 1}))
	most := (upper + lower) * 0.999
	a.short = max(0, way.length()-most)
	span := max(min(way.length(), most), math.Abs(upper-lower)*1.05)
	goal = a.shoulder.plus(u.times(span))

	pole := l.elbowTo
	pole.z *= side.sign()
	aside := b.chest.of(pole).square(u)
	along := (upper*upper + span*span - lower*lower) / (2 * span)
	out := math.Sqrt(max(0, upper*upper-along*along))
	a.elbow = a.shoulder.plus(u.times(along)).plus(aside.times(out))
	f := goal.minus(a.elbow).unit(u)
	a.wrist = a.elbow.plus(f.times(foreLength))
	a.hand = a.wrist.plus(f.times(palmLength))
	if l.flatWrist {
		a.hand = a.wrist.plus(vec{palmLength, -0.3, 0}.unit(vec{x: 1}).times(palmLength))
	}
}

// grip is the middle of a closed hand.
func (a *arm) grip() vec { return between(a.wrist, a.hand, 0.85) }
