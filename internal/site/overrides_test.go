package site_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/site"
	"regimen/static"
	"regimen/templates"
)

// TestOverridesAreShown lets a named reviewer allow an exercise that the model rules
// out: programme and sheet must say who, when and why, and without the name nothing is
// built.
func TestOverridesAreShown(t *testing.T) {
	const row = "      - exercise: 90-90-hip-stretch\n"
	signed := `      # regimen:allow C01 by="Ann Example" role=physiotherapist date=2026-11-01 until=2030-11-01 -- her leg is calm with it` + "\n"
	for name, comment := range map[string]string{"signed": signed, "unsigned": "      # regimen:allow C01 -- it is fine\n"} {
		folder := fstest.MapFS{}
		for _, file := range []string{"programmes/stronger-back.md", "conditions/disc-related.md", "conditions/non-specific.md"} {
			text, err := fs.ReadFile(reference.FS, file)
			if err != nil {
				t.Fatal(err)
			}
			folder[file] = &fstest.MapFile{Data: text}
		}
		all := overlay{folder, reference.FS}
		text := string(folder["programmes/stronger-back.md"].Data)
		text = strings.Replace(text, row, comment+strings.Replace(row, "90-90-hip-stretch", "behind-the-neck-press", 1), 1)
		text = strings.Replace(text, "dose: 2 x 30-45 s each side", "dose: 2 x 10, rest 60 s\n        role: main", 1)
		text = strings.Replace(text, "stage: settled", "stage: settled\n  - condition: disc-related\n    stage: settled", 1)
		folder["programmes/stronger-back.md"] = &fstest.MapFile{Data: []byte(text)}
		lib, found, err := content.Load(all, reference.FS)
		if err != nil {
			t.Fatal(err)
		}
		today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
		found = check.Silence(lib, append(found, check.Run(lib, today)...), today)
		if name == "unsigned" {
			if !found.Failed() {
				t.Error("an error of safety was allowed without a name")
			}
			continue
		}
		allowed := false
		for _, d := range found {
			allowed = allowed || d.Code == "C01" && d.Silenced != nil
		}
		if !allowed {
			t.Fatal("C01 was not allowed by its reviewer")
		}
		out, err := site.Build(lib, found, site.Options{Templates: templates.FS, Static: static.FS, Media: folder})
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range []string{"programmes/stronger-back.html", "programmes/stronger-back/a.html"} {
			for _, word := range []string{"Ann Example", "physiotherapist", "1 November 2026", "her leg is calm with it"} {
				if !strings.Contains(render(t, out, page), word) {
					t.Errorf("%s does not say %q", page, word)
				}
			}
		}
	}
}

// overlay is the reference content with some of its files changed.
type overlay struct{ over, under fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	if file, err := o.over.Open(name); err == nil {
		if info, err := file.Stat(); err == nil && !info.IsDir() {
			return file, nil
		}
		file.Close()
	}
	return o.under.Open(name)
}
