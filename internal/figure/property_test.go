package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestDrawing asks of any accepted figure that its pictures are whole: XML that parses,
// numbers that a screen can show, the same bytes each time.
func TestDrawing(t *testing.T) { rapid.Check(t, wholeDrawing) }

// FuzzDrawing is TestDrawing under Go's own fuzzer.
func FuzzDrawing(f *testing.F) { f.Fuzz(rapid.MakeFuzz(wholeDrawing)) }

func wholeDrawing(t *rapid.T) {
	f := figures().Draw(t, "figure")
	d, found := Draw(f, "A < B & \"C\"")
	again, _ := Draw(f, "A < B & \"C\"")
	if failed(found) {
		if d.Start != nil || d.Thumbnail != nil {
			t.Fatal("a picture beside an error")
		}
		return
	}
	if !bytes.Equal(d.Start, again.Start) || !bytes.Equal(d.End, again.End) || !bytes.Equal(d.Thumbnail, again.Thumbnail) {
		t.Fatal("drawn twice, two results")
	}
	if (d.End == nil) != (f.End == nil) {
		t.Fatal("a picture for each pose, and no other")
	}
	for _, picture := range [][]byte{d.Start, d.End, d.Thumbnail} {
		wholePicture(t, picture)
	}
}

var number = regexp.MustCompile(`-?(\d+(\.\d+)?|\.\d+)`)

func wholePicture(t *rapid.T, picture []byte) {
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in %s", err, picture)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "style":
				t.Fatal("a style attribute")
			case "d", "viewBox", "stroke-width":
				shown(t, a.Value)
			}
		}
	}
}

// shown asks for numbers of a size that a picture can have, with one decimal.
func shown(t *rapid.T, text string) {
	if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Fatalf("no number: %s", text)
	}
	for _, n := range number.FindAllString(text, -1) {
		if _, decimals, _ := strings.Cut(n, "."); math.Abs(parse(t, n)) > 2000 || len(decimals) > 1 {
			t.Fatalf("%s in %s", n, text)
		}
	}
}

func parse(t *rapid.T, text string) float64 {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// drawable reports whether a figure is accepted.
func drawable(f Figure) bool {
	_, found := Draw(f, "figure")
	return !failed(found)
}

// TestSkeleton asks of any accepted figure that its bones are as long as the table
// says, and that whatever lies in the floor is reported.
func TestSkeleton(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := figures().Filter(drawable).Draw(t, "figure")
		s, found := stage(f)
		for i := range s.poses {
			b := &s.poses[i]
			bones(t, b)
			deep := lowest(b.skin()) < -1-1e-6
			told := false
			for _, p := range found {
				told = told || strings.Contains(p.Message, "below the floor") && p.Where == [...]string{"start", "end"}[i]
			}
			if deep != told {
				t.Fatalf("lowest %v, problems %v", lowest(b.skin()), found)
			}
		}
	})
}

func bones(t *rapid.T, b *body) {
	is := func(name string, a, c vec, want float64) {
		if got := a.minus(c).length(); !(math.Abs(got-want) < 1e-6) {
			t.Fatalf("%s is %v long, not %v", name, got, want)
		}
	}
	for i := range b.legs {
		l, a := &b.legs[i], &b.arms[i]
		is("hip", l.hip, b.hips, hipAside)
		is("thigh", l.hip, l.knee, thighLength)
		is("shin", l.knee, l.ankle, shinLength)
		is("foot", l.heel, l.toe, math.Hypot(12.8, 0.8))
		is("upper arm", a.shoulder, a.elbow, upperLength)
		is("forearm", a.elbow, a.wrist, foreLength)
		is("palm", a.wrist, a.hand, palmLength)
	}
	is("shoulders", b.arms[left].shoulder, b.arms[right].shoulder, 2*shoulderAside)
	is("neck", b.neck, b.head, math.Hypot(headForward, neckLength+headRadius))
	spine := 0.0
	for i := range spineSteps {
		spine += b.curve[i+1].minus(b.curve[i]).length()
	}
	if math.Abs(spine-trunkLength) > 1e-6 {
		t.Fatalf("the trunk is %v long", spine)
	}
}

// TestSpoilt asks that no figure makes Draw panic.
func TestSpoilt(t *testing.T) { rapid.Check(t, survives) }

// FuzzSpoilt is TestSpoilt under Go's own fuzzer.
func FuzzSpoilt(f *testing.F) { f.Fuzz(rapid.MakeFuzz(survives)) }

func survives(t *rapid.T) {
	f := spoilt().Draw(t, "figure")
	if d, found := Draw(f, rapid.String().Draw(t, "name")); !failed(found) {
		wholePicture(t, d.Start)
		wholePicture(t, d.Thumbnail)
	}
}
