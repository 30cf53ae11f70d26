package figure

import (
	"math"
	"strings"
)

// limbPart splits a part of a limb into its singular and its sides; other parts have
// no sides.
func limbPart(part string) (kind string, sides []side) {
	if kind, ok := strings.CutPrefix(part, "left-"); ok {
		return kind, bothSides[:1]
	}
	if kind, ok := strings.CutPrefix(part, "right-"); ok {
		return kind, bothSides[1:]
	}
	switch part {
	case "feet":
		return "foot", bothSides[:]
	case "toes":
		return "toes", bothSides[:]
	case "knees":
		return "knee", bothSides[:]
	case "hands":
		return "hand", bothSides[:]
	case "elbows":
		return "elbow", bothSides[:]
	}
	return part, nil
}

// resting gives the balls by which a part touches what it rests on.
func (b *body) resting(part string) []ball {
	switch part {
	case "hips":
		return []ball{{b.by(0.06, vec{x: -0.5}), 5.5}, {b.by(-0.10, vec{x: -0.6}), 4.2}}
	case "back":
		return []ball{{b.spine(0.80), backRest}, {b.spine(0.06), seatRest}}
	case "upper-back", "chest":
		return []ball{{b.spine(0.80), backRest}}
	case "lowest":
		return b.skin()
	}
	var out []ball
	kind, sides := limbPart(part)
	for _, s := range sides {
		l, a := &b.legs[s], &b.arms[s]
		switch kind {
		case "foot":
			if b.stance.limb[s].flatAnkle {
				out = append(out, ball{l.ankle, soleHeight})
			} else {
				out = append(out, ball{l.heel, heelRadius}, ball{l.toe, toeRadius})
			}
		case "toes":
			out = append(out, ball{l.toe, toeRadius})
		case "knee":
			out = append(out, ball{l.knee, kneeRadius})
		case "hand":
			out = append(out, ball{a.wrist, wristRest})
		case "elbow":
			out = append(out, ball{a.elbow, elbowRadius})
		}
	}
	return out
}

// turning is resting with balls that keep their height when the whole body turns: the
// toes of a flat foot do not turn with it, so its ankle stands for them.
func (b *body) turning(part string) []ball {
	kind, sides := limbPart(part)
	if kind != "toes" {
		return b.resting(part)
	}
	var out []ball
	for _, s := range sides {
		if l := &b.legs[s]; b.stance.limb[s].flatAnkle {
			out = append(out, ball{l.ankle, soleHeight})
		} else {
			out = append(out, ball{l.toe, toeRadius})
		}
	}
	return out
}

// skin gives every ball of the body.
func (b *body) skin() []ball {
	out := make([]ball, 0, 2*len(trunkSlices)+24)
	for _, s := range trunkSlices {
		f, c := b.frame(s.place), b.spine(s.place)
		for _, side := range bothSides {
			out = append(out, ball{c.plus(f.of(vec{s.forward, 0, side.sign() * (s.width - s.depth)})), s.depth})
		}
	}
	for i := range b.legs {
		l, a := &b.legs[i], &b.arms[i]
		out = append(out, ball{l.hip, thighRadius}, ball{l.knee, kneeRadius}, ball{l.calf(), calfRadius},
			ball{l.ankle, ankleRadius}, ball{l.heel, heelRadius}, ball{l.ball, ballRadius}, ball{l.toe, toeRadius},
			ball{a.shoulder, shoulderRadius}, ball{a.elbow, elbowRadius}, ball{a.wrist, wristRadius}, ball{a.hand, handRadius})
	}
	return append(out, ball{b.head, headRadius})
}

// lowest is how high the lowest of the balls lies.
func lowest(balls []ball) float64 {
	low := math.Inf(1)
	for _, b := range balls {
		low = min(low, b.low())
	}
	return low
}

// middle is the x between the balls.
func middle(balls []ball) float64 {
	sum := 0.0
	for _, b := range balls {
		sum += b.at.x
	}
	return sum / float64(len(balls))
}
