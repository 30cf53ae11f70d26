package muscle

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	reference "regimen/content"
)

var update = flag.Bool("update", false, "write the golden map anew")

// TestVocabulary asks for a place on the body for each muscle of the reference
// vocabulary, on the side that the vocabulary says it is seen from.
func TestVocabulary(t *testing.T) {
	words := vocabulary(t)
	if len(words) != 24 {
		t.Errorf("%d muscles, want 24", len(words))
	}
	for id, side := range words {
		v := views()[0]
		if side == "back" {
			v = views()[1]
		}
		if s, ok := v.shapes[id]; !ok || len(s.outline) < 20 || len(s.hatching) < 20 {
			t.Errorf("%s has no drawing on the %s", id, side)
		}
	}
	for _, v := range views() {
		for _, id := range v.order {
			if _, ok := words[id]; !ok {
				t.Errorf("%s is drawn, and no word of the vocabulary", id)
			}
		}
	}
}

// vocabulary gives the side of each muscle in the reference content.
func vocabulary(t *testing.T) map[string]string {
	t.Helper()
	text, err := fs.ReadFile(reference.FS, "vocabulary.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "\nmuscles:\n")
	list, _, _ = strings.Cut(list, "\nequipment:\n")
	words := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z-]+): \{.*view: (front|back)\b`).FindAllStringSubmatch(list, -1) {
		words[m[1]] = m[2]
	}
	return words
}

// TestGolden draws a map as it was when a person last looked at it.
func TestGolden(t *testing.T) {
	m := Mark(named("glutes", "quadriceps", "adductors"), named("hamstrings", "upper-back", "transversus-abdominis"), "Front", "Back")
	for name, got := range map[string][]byte{"front.svg": m.Front, "back.svg": m.Back} {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has changed: run with -update, then look at it", file)
		}
	}
}

func named(ids ...string) []Muscle {
	var out []Muscle
	for _, id := range ids {
		out = append(out, Muscle{id, "the " + id})
	}
	return out
}

func TestUnknown(t *testing.T) {
	if m := Mark(named("wings"), named("tail"), "Front", "Back"); m.Front != nil || m.Back != nil {
		t.Error("there is a map of muscles that have no place on the body")
	}
	if m := Mark(nil, nil, "Front", "Back"); m.Front != nil || m.Back != nil {
		t.Error("there is a map of no muscles")
	}
	known, both := Mark(named("chest"), nil, "Front", "Back"), Mark(named("chest", "wings"), named("tail"), "Front", "Back")
	if !bytes.Equal(known.Front, both.Front) || !bytes.Equal(known.Back, both.Back) {
		t.Error("a muscle without a place changes the map")
	}
	if !Drawn("chest") || Drawn("wings") || Drawn("body") {
		t.Error("Drawn does not tell muscles from other words")
	}
}

// TestMarks asks that what works is filled and what helps is hatched, and that the
// stronger of the two is shown.
func TestMarks(t *testing.T) {
	s := views()[0].shapes["chest"]
	work := string(Mark(named("chest"), nil, "Front", "Back").Front)
	help := string(Mark(nil, named("chest"), "Front", "Back").Front)
	both := string(Mark(named("chest"), named("chest"), "Front", "Back").Front)
	if !strings.Contains(work, workInk+s.outline+`"><title>the chest</title>`) {
		t.Errorf("the chest that works is not filled:\n%s", work)
	}
	if !strings.Contains(help, helpInk+s.outline+s.hatching+`"><title>the chest</title>`) {
		t.Errorf("the chest that helps is not hatched:\n%s", help)
	}
	if both != work {
		t.Error("a chest that works and helps is not drawn as one that works")
	}
	if back := string(Mark(named("chest"), nil, "Front", "Back").Back); strings.Contains(back, "muscle-work") {
		t.Error("the chest is marked on the back")
	}
}

// TestDocument reads both pictures of a map with everything on it as a browser would.
func TestDocument(t *testing.T) {
	var all []string
	for _, v := range views() {
		all = append(all, v.order...)
	}
	muscles := named(all...)
	muscles[0].Name = `<b> & "co"`
	m := Mark(muscles[:9], muscles[9:], "Front & <side>", "Back")
	front, back := parse(t, m.Front), parse(t, m.Back)
	for _, p := range []picture{front, back} {
		if len(p.ids) != 1 || p.mirrored != "#"+p.ids[0] {
			t.Errorf("the mirror is of %s, and the ids are %q", p.mirrored, p.ids)
		}
	}
	if front.ids[0] == back.ids[0] {
		t.Error("front and back share an id")
	}
	if front.titles[0] != "Front & <side>" || back.titles[0] != "Back" {
		t.Errorf("the pictures are called %q and %q", front.titles[0], back.titles[0])
	}
	if front.titles[1] != `<b> & "co"` {
		t.Errorf("the name of a muscle became %q", front.titles[1])
	}
	again := Mark(muscles[:9], muscles[9:], "Front & <side>", "Back")
	if !bytes.Equal(m.Front, again.Front) || !bytes.Equal(m.Back, again.Back) {
		t.Error("the same muscles give an other map")
	}
}

// picture is what a reader of XML finds in one.
type picture struct {
	titles, ids []string
	mirrored    string
}

func parse(t *testing.T, text []byte) picture {
	t.Helper()
	var p picture
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return p
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "style":
				t.Errorf("%s has a style attribute", e.Name.Local)
			case "id":
				p.ids = append(p.ids, a.Value)
			case "href":
				p.mirrored = a.Value
			}
		}
		if e.Name.Local == "title" {
			var title string
			if err := d.DecodeElement(&title, &e); err != nil {
				t.Fatal(err)
			}
			p.titles = append(p.titles, title)
		}
	}
}
