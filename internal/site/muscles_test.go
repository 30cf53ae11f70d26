package site_test

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	reference "regimen/content"
)

// mostMap is what a pair of drawings may take of a page, plain and compressed.
const mostMap, mostMapPacked = 5000, 2000

var pictures = regexp.MustCompile(`(?s)<figure class="muscles">\n(.*?</svg>\n.*?</svg>)`)

// TestMuscleMap asks for a map on the page of every exercise that names its muscles,
// small enough, and for a list beside it that says the same in words.
func TestMuscleMap(t *testing.T) {
	out := build(t, reference.FS, "")
	maps := 0
	for _, name := range out.Paths() {
		if !strings.HasPrefix(name, "exercises/") || !strings.HasSuffix(name, ".html") {
			continue
		}
		page := render(t, out, name)
		m := pictures.FindStringSubmatch(page)
		if m == nil {
			t.Errorf("%s has no muscle map", name)
			continue
		}
		maps++
		if len(m[1]) > mostMap || packed(t, m[1]) > mostMapPacked {
			t.Errorf("%s: the map takes %d bytes, %d compressed", name, len(m[1]), packed(t, m[1]))
		}
		_, list, _ := strings.Cut(page, "</figure>\n<dl class=\"chain\">")
		list, _, _ = strings.Cut(list, "</dl>")
		for _, title := range regexp.MustCompile(`"><title>([^<]*)</title></path>`).FindAllStringSubmatch(m[1], -1) {
			if !strings.Contains(list, title[1]) {
				t.Errorf("%s: %s is drawn, and not in the list", name, title[1])
			}
		}
	}
	if maps != 34 {
		t.Errorf("%d maps, want 34", maps)
	}
}

func packed(t *testing.T, s string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// TestMuscleWithoutPlace gives an exercise a muscle of the author's own vocabulary: its
// name stands in the list, and there is no map of nothing.
func TestMuscleWithoutPlace(t *testing.T) {
	folder := fstest.MapFS{}
	for _, change := range [][3]string{
		{"vocabulary.md", "muscles:\n", "muscles:\n  jaw: {title: Jaw, view: front}\n"},
		{"exercises/clamshell.md", "primary: [gluteus-medius]", "primary: [jaw]"},
		{"exercises/cable-crunch.md", "secondary: [obliques]", "secondary: [jaw]"},
	} {
		text, err := fs.ReadFile(reference.FS, change[0])
		if err != nil {
			t.Fatal(err)
		}
		folder[change[0]] = &fstest.MapFile{Data: []byte(strings.Replace(string(text), change[1], change[2], 1))}
	}
	out := build(t, overlay{folder, reference.FS}, "")
	alone, both := render(t, out, "exercises/clamshell.html"), render(t, out, "exercises/cable-crunch.html")
	if !strings.Contains(alone, "<dd>Jaw</dd>") || strings.Contains(alone, "muscle-") {
		t.Error("a muscle without a place is not in the list alone")
	}
	if !strings.Contains(both, "<dd>Jaw</dd>") || strings.Count(both, `class="muscle-map"`) != 2 || strings.Contains(both, "<title>Jaw") {
		t.Error("a muscle without a place takes the map of the others away, or stands on it")
	}
}

// TestMuscleStyle asks that the style sheet paints each class of the drawings, and on a
// light screen as the drawings say themselves.
func TestMuscleStyle(t *testing.T) {
	out := build(t, reference.FS, "")
	css := strings.Join(strings.Fields(render(t, out, "css/site.css")), "")
	page := render(t, out, "exercises/goblet-squat.html")
	for _, m := range regexp.MustCompile(`class="(muscle-(?:body|fold|work|help))" fill="([^"]*)" stroke="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(css, "."+m[1]+"{") {
			t.Errorf("the style sheet does not paint %s", m[1])
		}
		for _, colour := range m[2:] {
			if colour != "none" && !strings.Contains(css, ":"+colour+";") {
				t.Errorf("%s is drawn in %s, which the style sheet does not have", m[1], colour)
			}
		}
	}
}
