package figure

import (
	"encoding/xml"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMirror asks that a standing figure seen from the front, with left and right
// exchanged, gives the mirror image.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := figures().Draw(t, "figure")
		f.Base, f.View = "standing", View{Name: "front"}
		d, found := Draw(f, "figure")
		m, mirrored := Draw(exchanged(f), "figure")
		if len(found) != len(mirrored) {
			t.Fatalf("%v, mirrored %v", found, mirrored)
		}
		if !failed(found) {
			mirrorImage(t, d.Start, m.Start)
			mirrorImage(t, d.End, m.End)
		}
	})
}

// mirrorImage compares the extents of each outline by class, since the order of things
// that are equally near may differ, and which of the points on one edge are drawn.
func mirrorImage(t *rapid.T, a, b []byte) {
	one, two := outlines(t, a, -1), outlines(t, b, 1)
	if len(one) != len(two) {
		t.Fatalf("%d outlines, %d mirrored", len(one), len(two))
	}
	for _, o := range one {
		i := slices.IndexFunc(two, o.like)
		if i < 0 {
			t.Fatalf("%v is not in the mirror image", o)
		}
		two = slices.Delete(two, i, i+1)
	}
}

// extent is how far an outline reaches in eight directions.
type extent struct {
	class string
	reach [8]float64
}

func (a extent) like(b extent) bool {
	for i := range a.reach {
		if math.Abs(a.reach[i]-b.reach[i]) > 0.31 {
			return false
		}
	}
	return a.class == b.class
}

// outlines reads a picture back, with x times mirror.
func outlines(t *rapid.T, picture []byte, mirror float64) []extent {
	var doc struct {
		Paths []struct {
			Class string `xml:"class,attr"`
			D     string `xml:"d,attr"`
		} `xml:"path"`
	}
	if picture == nil {
		return nil
	}
	if err := xml.Unmarshal(picture, &doc); err != nil {
		t.Fatal(err)
	}
	var out []extent
	for _, p := range doc.Paths {
		for _, d := range strings.Split(p.D, "M")[1:] {
			out = append(out, extent{p.Class, reach(t, d, mirror)})
		}
	}
	return out
}

// reach follows what a pen writes after the letter M.
func reach(t *rapid.T, d string, mirror float64) [8]float64 {
	out := [8]float64{}
	for i := range out {
		out[i] = math.Inf(-1)
	}
	var at dot
	for letter := byte('M'); d != "" && letter != 'z'; {
		end := len(d)
		if i := strings.IndexAny(d, "laz"); i >= 0 {
			end = i
		}
		var n []float64
		for _, text := range number.FindAllString(d[:end], -1) {
			n = append(n, parse(t, text))
		}
		for step := map[byte]int{'M': 2, 'l': 2, 'a': 7}[letter]; len(n) >= step; n = n[step:] {
			at = dot{x: at.x + n[step-2], y: at.y + n[step-1]}
			for i := range out {
				sin, cos := sincos(float64(i) * 45)
				out[i] = max(out[i], mirror*at.x*cos+at.y*sin)
			}
		}
		if d = d[end:]; d != "" {
			letter, d = d[0], d[1:]
		}
	}
	return out
}

func exchanged(f Figure) Figure {
	f.Anchor, f.Hold = otherSide(f.Anchor), otherSide(f.Hold)
	f.Common = exchangedPose(f.Common)
	for _, p := range []**Pose{&f.Start, &f.End} {
		if *p != nil {
			q := exchangedPose(**p)
			*p = &q
		}
	}
	f.Arrows = slices.Clone(f.Arrows)
	for i := range f.Arrows {
		f.Arrows[i].Part = otherSide(f.Arrows[i].Part)
		f.Arrows[i].Beside = -f.Arrows[i].Beside
	}
	f.Props = slices.Clone(f.Props)
	for i, p := range f.Props {
		f.Props[i].Settings = slices.Clone(p.Settings)
		for j, s := range p.Settings {
			if s.Name == "side" {
				f.Props[i].Settings[j].Number = -s.Number
			}
		}
	}
	return f
}

func exchangedPose(p Pose) Pose {
	p.Left, p.Right = p.Right, p.Left
	for _, j := range []Joint{Twist, SideBend} {
		p.Both.Angles[j].Degrees *= -1
	}
	p.Support = slices.Clone(p.Support)
	for i := range p.Support {
		p.Support[i].Part = otherSide(p.Support[i].Part)
	}
	return p
}

func otherSide(word string) string {
	return strings.NewReplacer("left", "right", "right", "left").Replace(word)
}
