package site_test

import (
	"bytes"
	"testing"
	"time"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/site"
	"regimen/static"
	"regimen/templates"
)

// TestForget asks that pages are the same when the texts they were read from are gone.
func TestForget(t *testing.T) {
	var built [2]*site.Output
	for i := range built {
		lib, found, err := content.Load(reference.FS, reference.FS)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, check.Run(lib, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))...)
		o := site.Options{BaseURL: bases[0], Templates: templates.FS, Static: static.FS, Media: reference.FS}
		if built[i], err = site.Build(lib, found, o); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			lib.Forget()
		}
		for _, e := range lib.Exercises {
			for range e.Body.Blocks() {
				if i == 1 {
					t.Fatalf("%s still has its text", e.ID)
				}
			}
		}
	}
	for _, path := range built[0].Paths() {
		whole, err := built[0].Render(path)
		if err != nil {
			t.Fatal(err)
		}
		if rest, err := built[1].Render(path); err != nil || !bytes.Equal(whole, rest) {
			t.Errorf("%s differs (%v)", path, err)
		}
	}
}
