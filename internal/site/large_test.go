package site_test

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"regimen/internal/site"
)

// TestLargeCondition asks that a condition's page count the exercises of a large library,
// name those that a person decided on, and lead to the lists.
func TestLargeCondition(t *testing.T) {
	out := build(t, large(t), "")
	holds(t, out, "conditions/sore-back.html",
		`<strong class="verdict avoid">not for now</strong></dt><dd><b>1 exercise.</b>`,
		`<strong class="verdict unknown">not judged yet</strong></dt><dd><b>699 exercises.</b>`,
		`<a href="../exercises/more-3.html">Walk 3</a> <strong class="verdict avoid">`, "Decided by Dan Third, physiotherapist, 8 September 2026",
		`href="../library.html?stage=sore-back/calm"`, `href="../suitability.html"`, `href="../conditions/sore-back/h.html"`, "421 programmes",
		`<a href="../exercises/ab-wheel.html">Ab wheel</a>: the lever is long`,
	)
	if strings.Contains(render(t, out, "conditions/sore-back.html"), "more-4.html") {
		t.Error("the page names every exercise")
	}
}

// TestLargeHome asks that the home page show a dozen of many programmes and lead to all.
func TestLargeHome(t *testing.T) {
	out := build(t, large(t), "")
	holds(t, out, "index.html", `<a class="more" href="programmes.html">All 421 programmes</a>`)
	if n := strings.Count(render(t, out, "index.html"), `class="card"`); n != 12 {
		t.Errorf("the home page shows %d programmes", n)
	}
	folder := copied(t, small(t))
	for i := range 49 {
		folder[fmt.Sprintf("programmes/more-%d.md", i)] = &fstest.MapFile{Data: bytes.Replace(folder["programmes/hold.md"].Data,
			[]byte("title: Hold still"), fmt.Appendf(nil, "title: Hold %d", i), 1)}
	}
	page := render(t, build(t, folder, ""), "index.html")
	if n := strings.Count(page, `class="card"`); n != 50 || strings.Contains(page, `href="programmes.html">All`) {
		t.Errorf("of 50 programmes the home page shows %d", n)
	}
}

// TestLargeReferences asks that citations lead to the page that a source stands on.
func TestLargeReferences(t *testing.T) {
	out := build(t, large(t), "")
	holds(t, out, "guides/why.html", `href="../references-w.html#who2023"`)
	holds(t, out, "references.html", `href="references-b.html#brown320"`, "332 sources", "How we read")
	holds(t, out, "references-m.html", `<li id="mcgill2010">`, `<a href="references-a/1.html#adams0">Adams 2001</a>`)
}

// TestNewestInFeed asks that the feed tell of the newest, and of no more than a hundred.
func TestNewestInFeed(t *testing.T) {
	folder := large(t)
	folder["guides/s.md"].Data = bytes.Replace(folder["guides/s.md"].Data, []byte("date: 2026-11-01"), []byte("date: 2026-11-02"), 1)
	text := render(t, build(t, folder, "https://example.org"), "feed.xml")
	if n := strings.Count(text, "<entry>"); n != 100 || !strings.Contains(between(text, "<entry>", "</entry>"), "guides/s.html") {
		t.Errorf("the feed has %d entries, the first is %s", n, between(text, "<entry>", "</entry>"))
	}
}

// TestEveryPhraseOfLongLists builds a large site in a language in which every phrase stands
// in brackets: what the pages of long lists say outside of them is the author's, or a letter.
func TestEveryPhraseOfLongLists(t *testing.T) {
	folder := large(t)
	lib, found := loaded(t, folder)
	lib.Theme.Words = bracketed()
	out, err := site.Build(lib, found, options(folder))
	if err != nil {
		t.Fatal(err)
	}
	a := writtenIn(lib)
	for _, name := range out.Paths() {
		if folder := path.Dir(name); path.Ext(name) != ".html" || folder == "exercises" || strings.HasPrefix(folder, "programmes/") || folder == "programmes" || folder == "guides" {
			continue
		}
		for _, text := range said(render(t, out, name)) {
			for _, piece := range a.english(text) {
				if len(piece) > 1 {
					t.Errorf("%s says %q", name, piece)
				}
			}
		}
	}
}
