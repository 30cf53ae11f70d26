package figure

import "math"

// Limits of placing, in degrees.
const (
	mostLean   = 60
	leanStep   = 2
	bisections = 40
	mostNod    = 80
	mostYield  = 90
)

// place rests a stance on its supports and lets its hands reach. It reports whether
// both supports can touch.
func place(s stance) (body, bool) {
	turn, ok := lean(s)
	b := skeleton(s, turn)
	first := s.support[0]
	b.move(vec{-middle(b.resting(b.anchor())), first.Height - lowest(b.resting(first.Part)), 0})
	b.liftHead()
	for _, side := range bothSides {
		b.liftShin(side)
		b.liftFoot(side)
	}
	for _, side := range bothSides {
		b.reach(side)
	}
	return b, ok
}

// anchor is the part whose x is 0.
func (b *body) anchor() string {
	part := b.stance.anchor
	if part == "" {
		part = b.stance.support[0].Part
	}
	if part == "lowest" {
		return "hips"
	}
	return part
}

// lean is the smallest turn about z by which two supports stand at their heights.
func lean(s stance) (degrees float64, ok bool) {
	if len(s.support) < 2 {
		return 0, true
	}
	b := skeleton(s, 0)
	one, two := b.turning(s.support[0].Part), b.turning(s.support[1].Part)
	apart := s.support[1].Height - s.support[0].Height
	gap := func(turn float64) float64 { return turned(one, turn) - turned(two, turn) + apart }
	best, last := math.Inf(1), gap(-mostLean)
	for turn := -mostLean + leanStep; turn <= mostLean; turn += leanStep {
		next := gap(float64(turn))
		if next*last < 0 || next == 0 {
			if root := bisect(gap, float64(turn-leanStep), float64(turn)); math.Abs(root) < math.Abs(best) {
				best = root
			}
		}
		last = next
	}
	if math.IsInf(best, 1) {
		return 0, false
	}
	return best, true
}

// turned is the lowest height of the balls after a turn about z.
func turned(balls []ball, degrees float64) float64 {
	sin, cos := sincos(degrees)
	low := math.Inf(1)
	for _, b := range balls {
		low = min(low, b.at.x*sin+b.at.y*cos-b.r)
	}
	return low
}

// bisect finds where f changes its sign between low and high.
func bisect(f func(float64) float64, low, high float64) float64 {
	below := f(low)
	for range bisections {
		mid := (low + high) / 2
		if f(mid)*below > 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// least is the smallest change, up or down, that makes ok true, or 0 where none does.
func least(most int, ok func(change float64) bool) float64 {
	for i := 1; i <= most; i++ {
		for _, sign := range [2]float64{-1, 1} {
			if !ok(sign * float64(i)) {
				continue
			}
			low, high := float64(i-1), float64(i)
			for range 12 {
				if mid := (low + high) / 2; ok(sign * mid) {
					high = mid
				} else {
					low = mid
				}
			}
			return sign * high
		}
	}
	return 0
}

// liftHead bends the neck until the head lies on the floor and not in it.
func (b *body) liftHead() {
	if b.head.y >= headRadius-0.01 {
		return
	}
	neck := b.stance.trunk[Neck]
	clear := func(change float64) bool {
		b.nod(neck + change)
		return b.head.y >= headRadius-1e-6
	}
	b.nod(neck + least(mostNod, clear))
}

// liftShin changes the knee of a kneeling leg until its ankle lies on the floor.
func (b *body) liftShin(side side) {
	l, flat := &b.legs[side], b.stance.limb[side].flatAnkle
	if flat || l.ankle.y >= ankleRadius || l.knee.y >= 8 {
		return
	}
	knee := l.kneeBent
	clear := func(change float64) bool {
		l.kneeBent = knee + change
		l.shape(flat)
		return l.ankle.y >= ankleRadius-1e-6
	}
	l.kneeBent = knee + least(60, clear)
	l.shape(flat)
}

// liftFoot changes the ankle of a foot that is not flat until it lies on the floor.
func (b *body) liftFoot(side side) {
	l, flat := &b.legs[side], b.stance.limb[side].flatAnkle
	clear := func() bool { return l.toe.y >= toeRadius-0.1 && l.heel.y >= heelRadius-0.2 }
	if flat || clear() {
		return
	}
	toes := l.toesUp
	l.toesUp = toes + least(mostYield, func(change float64) bool {
		l.toesUp = toes + change
		l.shape(flat)
		return clear()
	})
	l.shape(flat)
}
