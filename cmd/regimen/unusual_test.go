package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// unusualNames are what people call exercises somewhere in the world.
var unusualNames = []string{
	`The "Dead Bug" & <friends>`,
	"Überkopfdrücken für Fortgeschrittene, größer",
	"تمرين الجسر للأرداف",
	"גשר ירכיים על הרצפה",
	"拉力带侧步走",
	"Squat 🏋️ with a pause",
	strings.Repeat("Halbkniestand", 6) + "en",
	"L'étirement du piriforme à l’aide d’une chaise",
	"O'Hara's \\ backslash `tick` press",
	"Plank",
}

// unusual writes a site of odd names: a session of one row, one of fourteen, and a
// programme of forty sessions.
func unusual(t *testing.T, dir string) {
	t.Helper()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("index.md", "---\nid: odd\ntitle: Odd & <named>\nurl: https://odd.example/\ndisclaimer: This is general information and no medical advice.\n---\n")
	for i := range 14 {
		name := unusualNames[i%len(unusualNames)]
		if i >= len(unusualNames) {
			name += fmt.Sprintf(" %d", i)
		}
		write(fmt.Sprintf("exercises/x%d.md", i), fmt.Sprintf("---\ntitle: '%s'\ncategory: core-stability\npattern: anti-extension\nequipment: []\nmeasure: time\nsides: both\nstressors: {}\ndose: 3 x 20-45 s, rest 45 s\n---\n## How to perform\n\n1. Rest on your forearms and toes, & breathe \\<slowly>.\n2. Make one straight line.\n3. Hold it.\n\n## Key points\n\n- Breathe: slowly.\n- Stay long.\n\n## Common mistakes\n\n- Hips that sag.\n",
			strings.ReplaceAll(name, "'", "''")))
	}
	row := func(i int) string {
		return fmt.Sprintf("      - exercise: x%d\n        dose: 3 x 20-45 s, rest 45 s\n", i%14)
	}
	programme := func(sessions string) string {
		return "---\ntitle: 'Forty \"sessions\" & more'\ngoal: general-health\nlevel: novice\nscope: whole-body\naudience: adult\nclearance: 1\nsafety: general\nfor: [people who are well]\nnot-for: [people who are ill]\nequipment: []\nschedule: {per-week: 3, rotate: [s1]}\nphases:\n  - name: All\n    weeks: 1-4\n    focus: begin\noverload: {method: double}\nsessions:\n" + sessions + "version: '1'\n---\n## What it is\n\nA test of names.\n"
	}
	var forty strings.Builder
	for s := range 40 {
		fmt.Fprintf(&forty, "  s%d:\n    title: Session number %d\n    exercises:\n%s%s", s+1, s+1, row(s), row(s+1))
	}
	var turn []string
	for s := range 40 {
		turn = append(turn, fmt.Sprintf("s%d", s+1))
	}
	write("programmes/forty.md", strings.Replace(programme(forty.String()), "[s1]", "["+strings.Join(turn, ", ")+"]", 1))
	var rows strings.Builder
	for i := range 14 {
		rows.WriteString(row(i))
	}
	write("programmes/two.md", strings.Replace(programme("  s1:\n    title: One\n    exercises:\n"+row(0)+"  s2:\n    title: Fourteen\n    exercises:\n"+rows.String()), "[s1]", "[s1, s2]", 1))
}

// TestUnusualContent builds a site of odd names and long lists, and crawls it.
func TestUnusualContent(t *testing.T) {
	dir := t.TempDir()
	unusual(t, dir)
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	public := filepath.Join(dir, "public")
	server := httptest.NewServer(http.FileServer(http.Dir(public)))
	t.Cleanup(server.Close)
	ctx, l := crawler(t, server.URL)
	crawl(t, ctx, l, server.URL+"/", sitePages(t, public))
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/programmes/two/s2.html")); err != nil {
		t.Fatal(err)
	}
	pages, text := printed(t, ctx, chromedp.PaperA4)
	if pages > 2 {
		t.Errorf("fourteen rows take %d pages", pages)
	}
	if n := strings.Count(text, "3 × 20–45"); n != 14 {
		t.Errorf("the sheet has %d rows of 14:\n%s", n, text)
	}
	title := evaluate[string](t, ctx, `document.querySelector('a[href$="/x0.html"]').textContent`)
	if title != unusualNames[0] {
		t.Errorf("the first exercise is called %q", title)
	}
}
