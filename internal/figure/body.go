package figure

// body is the skeleton of a stance, with the frames that things are placed by.
type body struct {
	stance stance
	base   mat // the world, turned and for side-lying laid down
	chord  mat // hips to neck
	chest  mat // what the arms hang from
	curve  [spineSteps + 1]vec
	hips   vec
	neck   vec
	head   vec
	face   mat // the head's frame
	legs   [2]leg
	arms   [2]arm
}

type leg struct {
	hip, knee, ankle vec
	heel, ball, toe  vec
	thigh, shin      mat
	kneeBent, toesUp float64 // the angles after nothing sinks
}

type arm struct {
	shoulder, elbow, wrist, hand vec
	short                        float64 // how far a reaching hand stops from its target
}

const spineSteps = 20

// skeleton builds a body with its hips at the origin, turned rigidly about z.
func skeleton(s stance, turn float64) body {
	b := body{stance: s, base: aboutZ(turn)}
	if s.sideways {
		// up becomes x, forward z, the figure's right y
		b.base = b.base.then(mat{{0, 1, 0}, {0, 0, 1}, {1, 0, 0}})
	}
	b.chord = b.base.then(aboutZ(-s.trunk[Trunk]))
	b.chest = b.chord.then(aboutX(s.trunk[SideBend] / 2)).then(aboutY(-s.trunk[Twist]))
	for i := range spineSteps {
		up := b.bend((float64(i) + 0.5) / spineSteps).of(vec{y: trunkLength / spineSteps})
		b.curve[i+1] = b.curve[i].plus(up)
	}
	for _, side := range bothSides {
		b.legs[side] = b.hangLeg(side)
		b.arms[side] = b.hangArm(side)
	}
	b.neck = b.spine(1)
	b.nod(s.trunk[Neck])
	return b
}

// bend is the spine's frame at place t without the twist.
func (b *body) bend(t float64) mat {
	trunk := &b.stance.trunk
	m := b.base.then(aboutZ(-(trunk[Trunk] - trunk[Spine]/2 + trunk[Spine]*t)))
	if side := trunk[SideBend]; side != 0 {
		m = m.then(aboutX(side * (t - 0.5)))
	}
	return m
}

// frame is the spine's frame at place t, which the twist turns from 0.15 to 0.85.
func (b *body) frame(t float64) mat {
	t = max(0, min(1, t))
	return b.bend(t).then(aboutY(-b.stance.trunk[Twist] * max(0, min(1, (t-0.15)/0.7))))
}

// spine is the point at place t, 0 at the hips and 1 at the neck; beyond, it goes on
// straight.
func (b *body) spine(t float64) vec {
	switch {
	case t <= 0:
		return b.curve[0].plus(b.frame(0).of(vec{y: t * trunkLength}))
	case t >= 1:
		return b.curve[spineSteps].plus(b.frame(1).of(vec{y: (t - 1) * trunkLength}))
	}
	i := int(t * spineSteps)
	return between(b.curve[i], b.curve[i+1], t*spineSteps-float64(i))
}

// by is a point beside the spine, in the frame at place t.
func (b *body) by(t float64, off vec) vec { return b.spine(t).plus(b.frame(t).of(off)) }

// swing is a limb's frame: flexion, then abduction, then outward rotation.
func swing(parent mat, g, flex, out, turn float64) mat {
	return parent.then(aboutZ(flex)).then(aboutX(-g * out)).then(aboutY(-g * turn))
}

func (b *body) hangLeg(side side) leg {
	a, g := &b.stance.limb[side].angle, side.sign()
	l := leg{hip: b.chord.of(vec{z: g * hipAside}), kneeBent: a[Knee], toesUp: a[Ankle]}
	l.thigh = swing(b.chord, g, a[Hip], a[HipOut], a[HipTurn])
	l.knee = l.hip.plus(l.thigh.of(vec{y: -thighLength}))
	l.shape(b.stance.limb[side].flatAnkle)
	return l
}

// shape hangs shin and foot from the knee.
func (l *leg) shape(flat bool) {
	l.shin = l.thigh.then(aboutZ(-l.kneeBent))
	l.ankle = l.knee.plus(l.shin.of(vec{y: -shinLength}))
	sole := l.shin.then(aboutZ(l.toesUp))
	ahead, down := sole.of(vec{x: 1}), sole.of(vec{y: -1})
	if flat {
		ahead, down = l.shin.of(vec{x: 1}), vec{y: -1}
		ahead.y = 0
		if ahead.length() < 0.05 {
			ahead = vec{x: 1}
		}
		ahead = ahead.unit(vec{x: 1})
	}
	l.heel = l.ankle.plus(ahead.times(-2.6)).plus(down.times(1.6))
	l.ball = l.ankle.plus(ahead.times(7.4)).plus(down.times(2.2))
	l.toe = l.ankle.plus(ahead.times(10.2)).plus(down.times(2.4))
}

// calf is the middle of the muscle, behind the shin.
func (l *leg) calf() vec {
	return between(l.knee, l.ankle, 0.28).plus(l.shin.of(vec{x: -0.7}))
}

func (b *body) hangArm(side side) arm {
	l, g := &b.stance.limb[side], side.sign()
	wrist := l.angle[Wrist]
	if l.flatWrist {
		wrist = 0
	}
	a := arm{shoulder: b.spine(shoulderPlace).plus(b.frame(0.95).of(vec{z: g * shoulderAside}))}
	upper := swing(b.chest, g, l.angle[Shoulder], l.angle[ShoulderOut], l.angle[ShoulderTurn])
	a.elbow = a.shoulder.plus(upper.of(vec{y: -upperLength}))
	fore := upper.then(aboutZ(l.angle[Elbow]))
	a.wrist = a.elbow.plus(fore.of(vec{y: -foreLength}))
	a.hand = a.wrist.plus(fore.then(aboutZ(wrist)).of(vec{y: -palmLength}))
	return a
}

// nod sets the head on the neck.
func (b *body) nod(neck float64) {
	b.stance.trunk[Neck] = neck
	b.face = b.frame(1).then(aboutZ(-neck))
	b.head = b.neck.plus(b.face.of(vec{headForward, neckLength + headRadius, 0}))
}

// move shifts the whole body.
func (b *body) move(d vec) {
	for i := range b.curve {
		b.curve[i] = b.curve[i].plus(d)
	}
	for _, p := range []*vec{&b.hips, &b.neck, &b.head} {
		*p = p.plus(d)
	}
	for i := range b.legs {
		l, a := &b.legs[i], &b.arms[i]
		for _, p := range []*vec{&l.hip, &l.knee, &l.ankle, &l.heel, &l.ball, &l.toe,
			&a.shoulder, &a.elbow, &a.wrist, &a.hand} {
			*p = p.plus(d)
		}
	}
}
