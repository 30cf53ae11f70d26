package muscle

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"
)

// spot is a place in a picture.
type spot struct{ x, y float64 }

// drawn is path data as a reader of SVG understands it: closed outlines and straight
// strokes, in places of the picture.
type drawn struct {
	outlines [][]spot
	strokes  [][2]spot
}

var (
	pathData = regexp.MustCompile(`^(?:[Mmqtl](?: ?-?\d+)+|z)+$`)
	commands = regexp.MustCompile(`[Mmqtl][^Mmqtlz]*|z`)
	integers = regexp.MustCompile(`-?\d+`)
	paths    = regexp.MustCompile(` d="([^"]*)"`)
)

// understand reads path data by the rules of SVG, for the commands that are used here.
func understand(t *testing.T, d string) drawn {
	t.Helper()
	if !pathData.MatchString(d) {
		t.Fatalf("%q is no path data", d)
	}
	var r reader
	for _, command := range commands.FindAllString(d, -1) {
		n := places(t, command[1:])
		if want, once := map[byte]int{'M': 1, 'm': 1, 'l': 1, 'q': 2, 'z': 0}[command[0]]; once && len(n) != want {
			t.Fatalf("%q has %d places, want %d", command, len(n), want)
		}
		if command[0] == 'z' && r.at != r.start {
			t.Errorf("an outline that began at %v ends at %v", r.start, r.at)
		}
		r.follow(command[0], n)
	}
	r.keep()
	return r.drawn
}

// reader is where the pen stands while path data is read.
type reader struct {
	drawn
	at, start, control spot
	curve              []spot
}

func (r *reader) follow(command byte, n []spot) {
	switch command {
	case 'M', 'm':
		r.keep()
		if r.at = add(r.at, n[0]); command == 'M' {
			r.at = n[0]
		}
		r.start, r.curve = r.at, []spot{r.at}
	case 'q':
		r.bend(add(r.at, n[0]), add(r.at, n[1]))
	case 't':
		for _, step := range n {
			r.bend(spot{2*r.at.x - r.control.x, 2*r.at.y - r.control.y}, add(r.at, step))
		}
	case 'l':
		r.strokes = append(r.strokes, [2]spot{r.at, add(r.at, n[0])})
		r.at, r.curve = add(r.at, n[0]), nil
	case 'z':
		r.keep()
	}
}

func (r *reader) keep() {
	if len(r.curve) > 1 {
		r.outlines = append(r.outlines, r.curve)
	}
	r.curve = nil
}

func (r *reader) bend(control, to spot) {
	for i := 1; i <= 8; i++ {
		u := float64(i) / 8
		a, b, c := (1-u)*(1-u), 2*u*(1-u), u*u
		r.curve = append(r.curve, spot{a*r.at.x + b*control.x + c*to.x, a*r.at.y + b*control.y + c*to.y})
	}
	r.at, r.control = to, control
}

func add(a, b spot) spot { return spot{a.x + b.x, a.y + b.y} }

func places(t *testing.T, list string) []spot {
	t.Helper()
	var n []float64
	for _, word := range integers.FindAllString(list, -1) {
		v, err := strconv.Atoi(word)
		if err != nil {
			t.Fatal(err)
		}
		n = append(n, float64(v))
	}
	if len(n)%2 != 0 {
		t.Fatalf("%q is not pairs", list)
	}
	var out []spot
	for i := 0; i < len(n); i += 2 {
		out = append(out, spot{n[i], n[i+1]})
	}
	return out
}

// inside reports whether a place lies in an outline.
func inside(outline []spot, p spot) bool {
	in := false
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(b.x-a.x)*(p.y-a.y)/(b.y-a.y) {
			in = !in
		}
	}
	return in
}

// TestInPicture asks that every line of the body lies in the picture.
func TestInPicture(t *testing.T) {
	var left, top, width, height float64
	box := regexp.MustCompile(`viewBox="[^"]*"`).FindString(opening)
	if _, err := fmt.Sscanf(box, `viewBox="%g %g %g %g"`, &left, &top, &width, &height); err != nil {
		t.Fatal(err)
	}
	if left != -width/2 {
		t.Error("the middle of the body is not the middle of the picture")
	}
	const half = 1.5 // of the width of a line
	for _, v := range views() {
		surfaces := paths.FindAllStringSubmatch(v.body, -1)
		if len(surfaces) != 3 {
			t.Fatalf("%s has %d paths, want outline, head and folds", v.id, len(surfaces))
		}
		for _, path := range surfaces {
			for _, outline := range understand(t, path[1]).outlines {
				for _, p := range outline {
					if p.x-half < left || p.x+half > -left || p.y-half < top || p.y+half > top+height {
						t.Errorf("%s: %v lies beyond the picture", v.id, p)
					}
				}
			}
		}
	}
}

// TestOnBody asks that every muscle lies on the body, and every line of a hatching in
// its muscle.
func TestOnBody(t *testing.T) {
	for _, v := range views() {
		body := understand(t, paths.FindStringSubmatch(v.body)[1]).outlines[0]
		for id, s := range v.shapes {
			muscle := understand(t, s.outline+s.hatching)
			for _, outline := range muscle.outlines {
				for _, p := range outline {
					if p.x > 0 && !inside(body, p) {
						t.Errorf("%s: %v of %s lies beside the body", v.id, p, id)
					}
				}
			}
			for _, l := range muscle.strokes {
				if m := (spot{(l[0].x + l[1].x) / 2, (l[0].y + l[1].y) / 2}); !anyInside(muscle.outlines, m) {
					t.Errorf("%s: a line at %v lies beside %s", v.id, m, id)
				}
			}
		}
	}
}

func anyInside(outlines [][]spot, p spot) bool {
	for _, outline := range outlines {
		if inside(outline, p) {
			return true
		}
	}
	return false
}

// TestMiddle asks that halves meet without a seam: what joins its mirror reaches over
// the middle at both ends, the outline of the body least of all, so that its mirror
// covers nothing.
func TestMiddle(t *testing.T) {
	for _, v := range views() {
		surfaces := paths.FindAllStringSubmatch(v.body, -1)
		body, head := understand(t, surfaces[0][1]).outlines[0], understand(t, surfaces[1][1]).outlines[0]
		reach := -min(body[0].x, body[len(body)-1].x)
		if reach <= 0 || body[0].x >= 0 || body[len(body)-1].x >= 0 || !covers(head, reach) {
			t.Errorf("%s: the halves of body and head do not meet", v.id)
		}
		for id, s := range v.shapes {
			for _, outline := range understand(t, s.outline).outlines {
				if !covers(outline, reach) && leftmost(outline) < reach {
					t.Errorf("%s: the mirror of the body covers a part of %s", v.id, id)
				}
			}
		}
	}
}

// covers reports whether an outline reaches further over the middle at both ends.
func covers(outline []spot, reach float64) bool {
	return outline[0].x < -reach && outline[len(outline)-1].x < -reach
}

func leftmost(outline []spot) float64 {
	x := outline[0].x
	for _, p := range outline {
		x = min(x, p.x)
	}
	return x
}

// TestStraight asks that lines of a hatching are at 45 degrees, and apart by no less
// than the pitch: the same texture on every muscle.
func TestStraight(t *testing.T) {
	for _, v := range views() {
		for id, s := range v.shapes {
			strokes := understand(t, s.outline+s.hatching).strokes
			if len(strokes) == 0 {
				t.Errorf("%s: %s has no hatching", v.id, id)
			}
			for _, l := range strokes {
				if l[1].y-l[0].y != l[1].x-l[0].x {
					t.Errorf("%s: a line of %s goes from %v to %v", v.id, id, l[0], l[1])
				}
				if c := int(l[0].y - l[0].x); c%stripe != 0 {
					t.Errorf("%s: a line of %s lies off the grid by %d", v.id, id, c%stripe)
				}
			}
		}
	}
}
