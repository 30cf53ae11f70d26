package site_test

import (
	"io/fs"
	"regexp"
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

// checkedText is the words of the page on how a site is checked.
func checkedText(t *testing.T, folder fs.FS) string {
	t.Helper()
	lib, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	today := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	found = check.Silence(lib, append(found, check.Run(lib, today)...), today)
	out, err := site.Build(lib, found, site.Options{
		Templates: templates.FS, Static: static.FS, Media: folder, Rules: []string{"A01", "C01", "C02", "D01", "N01", "N02"},
	})
	if err != nil {
		t.Fatal(err)
	}
	text := render(t, out, "checked.html")
	_, text, _ = strings.Cut(text, "<main")
	text, _, _ = strings.Cut(text, "</main>")
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, " ")
	return strings.Join(strings.Fields(text), " ")
}

// TestCheckedPage asks that readers learn what was checked, by whom, and where not.
func TestCheckedPage(t *testing.T) {
	text := checkedText(t, changed(t, map[string][2]string{
		"conditions/sore-back.md": {"thresholds-version: 2026-11\n", `thresholds-version: 2026-11
reviewed: {by: Bea Other, role: doctor, date: 2026-10-09}
overrides:
  - {exercise: plank, stage: calm, verdict: caution, because: it was tried with many, by: Dan Third, role: physiotherapist, date: 2026-09-08}
`},
		"exercises/plank.md": {"title: Plank", "reviewed: {by: Ann Example, role: physiotherapist, date: 2026-11-05}\ntitle: Plank"},
	}))
	for _, want := range []string{
		"This site gives no medical advice.", "6 rules, in these groups.", "Conditions 2 rules", "Writing 3 rules", "Exceptions 1 rule ",
		"Sore back 1 stage · limits of version 2026-11 Reviewed by Bea Other, doctor, 9 October 2026",
		"Hold still version 1.0 · Sore back (calm):", "Not reviewed 1 exercise Ab wheel", "Reviewed by Ann Example, physiotherapist, 5 November 2026 1 exercise Plank",
		"Sore back (calm) suitable with care it was tried with many Decided by Dan Third, physiotherapist, 8 September 2026",
		"No finding was let stand.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(text, "Side plank") {
		t.Error("the page names an exercise that no list names")
	}
	if t.Failed() {
		t.Log(text)
	}
}

// TestExceptionsAreListed asks for every finding that is let stand, with its reason,
// except in files that no list names.
func TestExceptionsAreListed(t *testing.T) {
	const reason = "it starts with no weight and both feet down"
	if text := checkedText(t, reference.FS); !strings.Contains(text, "C10 hip-thrust comes before its turn") || !strings.Contains(text, reason) ||
		!strings.Contains(text, "Decided by the author") || !strings.Contains(text, "No verdict of the comparison was replaced") {
		t.Errorf("the reference site's exceptions are not told: %s", text)
	}
	programme, err := fs.ReadFile(reference.FS, "programmes/stronger-back.md")
	if err != nil {
		t.Fatal(err)
	}
	hidden := strings.Replace(string(programme), "goal: rehab\n", "goal: rehab\nstatus: unlisted\n", 1)
	folder := overlay{fstest.MapFS{"programmes/stronger-back.md": {Data: []byte(hidden)}}, reference.FS}
	if text := checkedText(t, folder); strings.Contains(text, reason) || strings.Contains(text, "Stronger back in twelve weeks") {
		t.Error("the page tells of a programme that no list names")
	}
}
