package site_test

import (
	"strings"
	"testing"

	"regimen/content"
	loading "regimen/internal/content"
	"regimen/internal/regimen"
	"regimen/internal/site"
	"regimen/internal/words"
	"regimen/static"
	"regimen/templates"
)

// A Builder that has built a site speaks of the next one in its own words, and of the
// same one in the same.
func TestBuilder(t *testing.T) {
	lib, found, err := loading.Load(content.FS, content.FS)
	if err != nil {
		t.Fatal(err)
	}
	other := *lib
	other.Theme = regimen.Theme{Words: map[string]words.Phrase{"Programmes": {"other": "Courses"}}}
	o := site.Options{Templates: templates.FS, Static: static.FS, Media: content.FS}
	b := site.NewBuilder(o)
	for _, l := range []*regimen.Library{lib, lib, &other, lib} {
		warm, err := b.Build(l, found)
		if err != nil {
			t.Fatal(err)
		}
		cold, err := site.Build(l, found, o)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := render(t, warm, "index.html"), render(t, cold, "index.html"); got != want {
			t.Error("a site built after another differs")
		}
		if courses := strings.Contains(render(t, warm, "index.html"), "Courses"); courses != (l == &other) {
			t.Errorf("Courses: %v", courses)
		}
	}
}
