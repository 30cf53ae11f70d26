package site

import (
	"bytes"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regimen/templates"
)

// slowly fills a template as the standard library does.
type slowly struct {
	set  *template.Template
	name string
}

func (s slowly) fill(dst []byte, view any) []byte {
	out := bytes.NewBuffer(dst)
	if err := s.set.ExecuteTemplate(out, s.name, view); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// standardLibrary is the site's templates in the hands of html/template.
func standardLibrary(t testing.TB, b *builder) map[string]filler {
	t.Helper()
	set := template.New("").Funcs(template.FuncMap{"t": b.t, "n": b.n})
	err := fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		text, err := fs.ReadFile(templates.FS, name)
		if err == nil {
			_, err = set.New(strings.TrimSuffix(name, ".html")).Parse(string(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	fillers := map[string]filler{}
	for name := range kinds {
		fillers[name] = slowly{set, name}
	}
	return fillers
}

// TestSameAsStandardLibrary renders every page of the reference site with our templates
// and with html/template: the bytes are the same.
func TestSameAsStandardLibrary(t *testing.T) {
	ours, theirs := referenceBuilder(t), referenceBuilder(t)
	theirs.templates = standardLibrary(t, theirs)
	pages, err := ours.plan()
	if err != nil {
		t.Fatal(err)
	}
	others, err := theirs.plan()
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pages {
		if p.render == nil || path.Ext(p.path) != ".html" {
			continue
		}
		got, err := p.render(nil)
		if err != nil {
			t.Fatal(err)
		}
		want, err := others[i].render(nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
			t.Errorf("%s: %s", p.path, diff)
		}
	}
}

// BenchmarkPages makes the reference site's exercise pages, views and all.
func BenchmarkPages(b *testing.B) {
	for _, way := range []string{"compiled", "html-template"} {
		b.Run(way, func(b *testing.B) {
			site := referenceBuilder(b)
			if way != "compiled" {
				site.templates = standardLibrary(b, site)
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := site.exercisePage(nil, i%len(site.lib.Exercises)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
