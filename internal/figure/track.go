package figure

import "slices"

const trackSteps = 12

// tween is the stance a share t of the way, resting as the end does.
func tween(a, b stance, t float64) stance {
	s := b
	for j := range s.trunk {
		s.trunk[j] = a.trunk[j]*(1-t) + b.trunk[j]*t
	}
	for i := range s.limb {
		from, to, l := a.limb[i], b.limb[i], &s.limb[i]
		for j := range l.angle {
			l.angle[j] = from.angle[j]*(1-t) + to.angle[j]*t
		}
		l.elbowTo = between(from.elbowTo, to.elbowTo, t)
		if t < 0.5 {
			l.flatAnkle, l.flatWrist, l.hand = from.flatAnkle, from.flatWrist, from.hand
		}
	}
	return s
}

// path is the way of a part through the picture.
func (s staged) path(part string, k camera) []dot {
	first, last := &s.poses[0], &s.poses[len(s.poses)-1]
	_, sides := limbPart(part)
	straight := slices.ContainsFunc(sides, func(side side) bool {
		from, to := first.stance.limb[side].hand, last.stance.limb[side].hand
		return (from.written() || to.written()) && (from.Place != to.Place || from.Target != nil) && ofArm(part)
	})
	var out []dot
	for i := range trackSteps + 1 {
		t := float64(i) / trackSteps
		switch {
		case i == 0:
			out = append(out, k.see(first.point(part)))
		case i == trackSteps:
			out = append(out, k.see(last.point(part)))
		case straight:
			out = append(out, k.see(between(first.point(part), last.point(part), t)))
		default:
			b, _ := place(tween(first.stance, last.stance, t))
			out = append(out, k.see(b.point(part)))
		}
	}
	return out
}

func ofArm(part string) bool {
	kind, _ := limbPart(part)
	return kind == "hand" || kind == "wrist" || kind == "elbow"
}

// point is the middle of a part.
func (b *body) point(part string) vec {
	switch part {
	case "head":
		return b.head
	case "neck":
		return b.neck
	case "hips":
		return b.hips
	case "chest":
		return b.spine(0.8)
	case "belly":
		return b.spine(0.5)
	}
	kind, sides := limbPart(part)
	var sum vec
	for _, s := range sides {
		l, a := &b.legs[s], &b.arms[s]
		var q vec
		switch kind {
		case "hand":
			q = a.hand
		case "wrist":
			q = a.wrist
		case "elbow":
			q = a.elbow
		case "shoulder":
			q = a.shoulder
		case "hip":
			q = l.hip
		case "knee":
			q = l.knee
		default:
			q = l.ankle
		}
		sum = sum.plus(q.times(1 / float64(len(sides))))
	}
	return sum
}
