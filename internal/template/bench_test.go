package template

import (
	"bytes"
	"html/template"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unsafe"
)

// The views of an exercise page and its frame, as the site fills them.
type (
	shellView struct {
		sharedView
		Title, Description, Root, Section, Path, Canonical string
		Crumbs                                             []linkView
		Scripts, Styles                                    []string
		Unlisted                                           bool
		Main                                               template.HTML
	}
	sharedView struct {
		Language, SiteTitle, Disclaimer, SiteID, URL string
		ThresholdsReviewed, RightToLeft              bool
		Logo                                         template.HTML
	}
	exerciseView struct {
		Title, Summary, Also  string
		Stub                  bool
		Figure                *figureView
		Facts                 []factView
		How, Points, Mistakes template.HTML
		EndWhen               string
		Other                 template.HTML
		Easier, Harder        []linkView
		Substitutes           []substituteView
		Verdicts              template.HTML
		Reviewed              bool
		MatrixURL             string
		Uses                  []linkView
		References            []referenceView
		Primary, Secondary    []string
		Muscles               *musclesView
	}
	linkView       struct{ Title, URL string }
	factView       struct{ Term, Value string }
	substituteView struct {
		linkView
		For, Because string
	}
	figureView struct{ Poses []poseView }
	poseView   struct {
		Picture template.HTML
		Caption string
	}
	musclesView   struct{ Front, Back template.HTML }
	referenceView struct {
		ID, Authors, Title, Source string
		Year                       int
		URL, Label                 string
		Newer                      []linkView
	}
)

func exercise() (*shellView, *exerciseView) {
	paragraphs := template.HTML(strings.Repeat("<p>Lie on your back, with your knees over your hips.</p>\n", 6))
	link := linkView{"Dead bug, heels down", "dead-bug-heels.html"}
	reference := referenceView{"mcgill-2009", "McGill S, Karpowicz A", "Exercises for spine stabilization: motion/motor patterns", "Arch Phys Med Rehabil", 2009, "https://doi.org/10.1016/j.apmr.2008.06.026", "10.1016/j.apmr.2008.06.026", nil}
	v := &exerciseView{
		Title: "Dead bug", Summary: "Trains your trunk to stay steady while your arms and legs move, as it must when you walk.",
		Also: "dying bug, supine dead bug and lying arm & leg reach", EndWhen: "your lower back lifts from the floor",
		Figure: &figureView{[]poseView{{paragraphs, "Start"}, {paragraphs, "Reach"}}},
		Facts:  []factView{{"Usual dose", "3 × 8–10 each side, rest 45 s"}, {"Kind", "Core stability"}, {"Movement", "Anti-extension"}, {"You need", "nothing"}, {"Position", "Supine"}},
		How:    paragraphs, Points: paragraphs, Mistakes: paragraphs, Easier: []linkView{link}, Harder: []linkView{link, link},
		Substitutes: []substituteView{{link, "disc-related pain (acute)", "it keeps the spine's load low"}, {linkView{}, "pregnancy", ""}},
		Verdicts:    paragraphs, MatrixURL: "../suitability.html", Uses: []linkView{link, link, link},
		References: []referenceView{reference, reference, reference}, Primary: []string{"Abdominals"}, Secondary: []string{"Hip flexors", "Obliques"},
	}
	s := &shellView{
		sharedView: sharedView{Language: "en-GB", SiteTitle: "Strong backs", SiteID: "backs"},
		Title:      v.Title, Description: v.Summary, Root: "../", Section: "library", Path: "exercises/dead-bug.html",
		Canonical: "https://example.org/exercises/dead-bug.html", Crumbs: []linkView{{"Exercises", "../library.html"}},
	}
	return s, v
}

// compiled is the site's templates for an exercise page, both ways.
func compiled(t testing.TB) (base Template[shellView], main Template[exerciseView], theirs *template.Template) {
	t.Helper()
	folder := os.DirFS("testdata/site")
	s, err := Parse(folder, Funcs{})
	if err != nil {
		t.Fatal(err)
	}
	if base, err = Compile[shellView](s, "base"); err != nil {
		t.Fatal(err)
	}
	if main, err = Compile[exerciseView](s, "exercise"); err != nil {
		t.Fatal(err)
	}
	theirs = template.New("").Funcs(template.FuncMap{"t": fill, "n": fillCount})
	for _, name := range []string{"base", "exercise", "partials/unreviewed", "partials/references"} {
		text, err := fs.ReadFile(folder, name+".html")
		if err == nil {
			_, err = theirs.New(name).Parse(string(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return base, main, theirs
}

func theirPage(t testing.TB, templates *template.Template, shell shellView, v *exerciseView) []byte {
	var main, page bytes.Buffer
	if err := templates.ExecuteTemplate(&main, "exercise", v); err != nil {
		t.Fatal(err)
	}
	shell.Main = template.HTML(main.String())
	if err := templates.ExecuteTemplate(&page, "base", &shell); err != nil {
		t.Fatal(err)
	}
	return page.Bytes()
}

// TestExercisePage holds a page of the site to html/template's, and asks that making
// it allocates nothing where the buffer is large enough.
func TestExercisePage(t *testing.T) {
	base, main, theirs := compiled(t)
	shell, v := exercise()
	want := theirPage(t, theirs, *shell, v)
	body := main.Append(nil, v)
	shell.Main = template.HTML(body)
	page := base.Append(nil, shell)
	if !bytes.Equal(page, want) {
		t.Errorf("got\n%s\nwant\n%s", page, want)
	}
	f := &frame{}
	f.room(main.program.slots)
	if n := testing.AllocsPerRun(10, func() {
		f.slots[0].at = unsafe.Pointer(v)
		body = main.program.body.run(body[:0], f)
	}); n != 0 {
		t.Errorf("a page allocates %v times", n)
	}
}

func BenchmarkExercisePage(b *testing.B) {
	base, main, templates := compiled(b)
	shell, v := exercise()
	b.Run("template", func(b *testing.B) {
		b.ReportAllocs()
		var body, page []byte
		for b.Loop() {
			body = main.Append(body[:0], v)
			shell.Main = template.HTML(body)
			page = base.Append(page[:0], shell)
		}
		b.SetBytes(int64(len(page)))
	})
	b.Run("html-template", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			theirPage(b, templates, *shell, v)
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		compiled(b)
	}
}
