package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// What an author is told about, in hundredths of body height.
const (
	mostShort   = 1.0
	mostSunk    = 1.0
	mostFloat   = 1.5
	mostTipped  = 1.5
	mostSlide   = 2.0
	shortestWay = 5.0
)

// staged is a figure with its poses placed.
type staged struct {
	figure Figure
	poses  []body // one or two
}

// stage places the poses of a checked figure and judges where they stand.
func stage(f Figure) (staged, []Problem) {
	s := staged{figure: f}
	var c checker
	for i, st := range resolve(f) {
		at := [...]string{"start", "end"}[i]
		b, ok := place(st)
		if !ok {
			c.error(join(at, "support"), fmt.Sprintf("%s and %s cannot both rest %s in this pose",
				bare(st.support[0].Part), bare(st.support[1].Part), onWhat(st.support)))
			return s, c.found
		}
		s.poses = append(s.poses, b)
		c.hands(at, f, &b)
		c.sunk(at, &b)
		c.floating(at, &b)
		c.balance(at, f, &b)
	}
	if len(s.poses) == 2 {
		c.sliding(&s.poses[0], &s.poses[1])
	}
	return s, c.found
}

// bare writes a part as a reader would.
func bare(part string) string { return strings.ReplaceAll(part, "-", " ") }

func onWhat(s []Support) string {
	if s[0].Height == 0 && s[1].Height == 0 {
		return "on the floor"
	}
	return fmt.Sprintf("at heights %s and %s", plain(s[0].Height), plain(s[1].Height))
}

func (c *checker) hands(at string, f Figure, b *body) {
	for _, side := range bothSides {
		short := b.arms[side].short
		if short <= mostShort {
			continue
		}
		goal := "its target"
		if strings.HasSuffix(f.Hold, "bar") || strings.HasSuffix(f.Hold, "barbell") {
			goal = "the bar"
		}
		where := b.stance.limb[side].handKey
		if !strings.HasPrefix(where, at) {
			where = at // inherited: the pose that cannot reach is the place
		}
		c.warn(where, "the %s hand stops %s short of %s: lean further, bend the knees, or move the target",
			side, whole(short), goal)
	}
}

// whole writes a distance as a number without decimals, but never as 0.
func whole(x float64) string { return plain(max(1, math.Round(x))) }

// sunk reports the part that lies deepest in the floor.
func (c *checker) sunk(at string, b *body) {
	names := [...]string{"hip", "knee", "calf", "ankle", "heel", "foot", "toes", "shoulder", "elbow", "wrist", "hand"}
	deepest, who := -mostSunk, ""
	for i, ball := range b.skin() {
		if ball.low() >= deepest-1e-6 {
			continue
		}
		deepest = ball.low()
		switch i -= 2 * len(trunkSlices); {
		case i < 0:
			who = "trunk is"
		case i == 2*len(names):
			who = "head is"
		default:
			who = side(i/len(names)).String() + " " + names[i%len(names)] + " is"
		}
	}
	if who != "" {
		c.warn(at, "the %s %s below the floor", strings.Replace(who, "toes is", "toes are", 1), whole(-deepest))
	}
}

// floating reports a flat foot that hangs beside the one that carries.
func (c *checker) floating(at string, b *body) {
	for _, s := range b.stance.support {
		kind, sides := limbPart(s.Part)
		if kind != "foot" {
			continue
		}
		for _, side := range bothSides {
			up := b.legs[side].ankle.y - soleHeight - s.Height
			carries := len(sides) == 1 && sides[0] == side || b.carries(side.String()+"-foot")
			if b.stance.limb[side].flatAnkle && up > mostFloat && !carries {
				c.warn(at, "the %s foot floats %s above the floor; name it as support, or give the ankle an angle",
					side, plain(up))
			}
		}
	}
}

func (b *body) carries(part string) bool {
	return slices.ContainsFunc(b.stance.support, func(s Support) bool { return s.Part == part })
}

// balance reports a figure on both feet whose centre of mass is not over them; on one
// foot it may be in the middle of a step.
func (c *checker) balance(at string, f Figure, b *body) {
	s := b.stance.support
	if len(s) > 1 || s[0].Part != "feet" || s[0].Height > 0 || slices.ContainsFunc(f.Props, holdsUp) {
		return
	}
	heel, ball := math.Inf(1), math.Inf(-1)
	for i := range b.legs {
		l := &b.legs[i]
		heel = min(heel, l.heel.x, l.ball.x)
		ball = max(ball, l.heel.x, l.ball.x)
	}
	switch x := b.mass(); {
	case x > ball+mostTipped:
		c.warn(at, "the figure would fall forwards: take the hips back or lean less")
	case x < heel-mostTipped:
		c.warn(at, "the figure would fall backwards: take the hips forward or lean more")
	}
}

// holdsUp reports whether a prop can carry or pull the figure.
func holdsUp(p Prop) bool { return p.Name != "band" }

// mass is the x of the centre of mass, with shares of the body as commonly tabled.
func (b *body) mass() float64 {
	sum := 0.5*b.spine(0.5).x + 0.08*b.head.x
	total := 0.58
	for i := range b.legs {
		l, a := &b.legs[i], &b.arms[i]
		sum += 0.1*between(l.hip, l.knee, 0.43).x + 0.0465*between(l.knee, l.ankle, 0.43).x + 0.0145*l.ball.x +
			0.028*between(a.shoulder, a.elbow, 0.43).x + 0.022*a.wrist.x
		total += 0.1 + 0.0465 + 0.0145 + 0.028 + 0.022
	}
	return sum / total
}

// sliding reports parts that carry both poses and move between them.
func (c *checker) sliding(a, b *body) {
	for _, s := range a.stance.support {
		if s.Part == "lowest" || !b.carries(s.Part) {
			continue
		}
		d := math.Abs(middle(a.resting(s.Part)) - middle(b.resting(s.Part)))
		if d > mostSlide {
			verb := "slides"
			if isPlural(s.Part) {
				verb = "slide"
			}
			c.found = append(c.found, Problem{Where: "end", Severity: Info, Message: fmt.Sprintf(
				"the %s %s %s between start and end; name %s as anchor", bare(s.Part), verb, whole(d), pronoun(s.Part))})
		}
	}
}

func isPlural(part string) bool { return strings.HasSuffix(part, "s") || part == "feet" }

func pronoun(part string) string {
	if isPlural(part) {
		return "them"
	}
	return "it"
}
