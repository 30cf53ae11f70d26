package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestLogProofFiles brings files in through the page's own chooser, and takes the log home.
func TestLogProofFiles(t *testing.T) {
	prove(t, scenario{"files of other programs", foreignFiles}, scenario{"hostile files", hostileFiles},
		scenario{"there and back", thereAndBack}, scenario{"a deletion and its undoing", deletion}, scenario{"five years", fiveYears})
}

// pickFile gives a file to the chooser of the page, as a reader does.
func (p *proof) pickFile(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(p.tab, chromedp.SetUploadFiles(chromedp.CSS("#import-file"), []string{file})); err != nil {
		t.Fatal(err)
	}
}

func foreignFiles(t *testing.T, p *proof) {
	p.log(t, "import")
	p.pickFile(t, "strong.csv", strongFile)
	comes(t, p.tab, logView, "An export of Strong", "In which unit", "Odd Machine")
	becomes(t, p.tab, `stored()`, "[]")
	touch(t, p.tab, "#answer-unit-kg")
	becomes(t, p.tab, `document.querySelector("#apply")?.disabled`, "false")
	touch(t, p.tab, "#apply")
	comes(t, p.tab, logView, "1 new, 0 changed")
	for _, name := range []string{"hevy-kg.csv", "fitnotes.csv", "strong-v2.csv"} {
		text, err := os.ReadFile("../../static/js/tests/fixtures/" + name)
		if err != nil {
			t.Fatal(err)
		}
		before := evaluate[int](t, p.tab, `JSON.parse(stored()).length`)
		p.log(t, "import")
		p.pickFile(t, name, string(text))
		touch(t, p.tab, "#apply")
		comes(t, p.tab, logView, "Brought in from "+name)
		if after := evaluate[int](t, p.tab, `JSON.parse(stored()).length`); after <= before {
			t.Errorf("%s brought nothing in", name)
		}
	}
}

// hostileFiles holds nothing that may be brought in, or words that look like markup.
func hostileFiles(t *testing.T, p *proof) {
	const head = `{"format": "regimen-log", "schema": 1, "exported": "2026-03-20T10:00:00Z", "site": "stronger-back", `
	for name, text := range map[string]string{
		"deep.json": strings.Repeat("[", 100_000), "binary.csv": "\x00\x01\x02\xff\xfe", "later.json": strings.Replace(head, `"schema": 1`, `"schema": 99`, 1) + `"sessions": []}`,
		"proto.json": head + `"__proto__": {"polluted": 1}, "sessions": [{"__proto__": {"polluted": 1}, "id": "../../x"}], "settings": null, "deleted": {}, "damaged": []}`,
		"large.json": strings.Repeat(" ", 20<<20+1), "header.csv": "Date,Workout Name\n=cmd(),<img src=x onerror=polluted()>\n",
	} {
		p.log(t, "import")
		p.pickFile(t, name, text)
		becomes(t, p.tab, `Boolean(document.querySelector("#preview-title"))`, "true")
		evaluate[bool](t, p.tab, `(document.querySelector("#apply")?.click(), true)`) // where settings could come in
		becomes(t, p.tab, `[stored(), ({}).polluted, document.querySelector("log-page :is(img, script)"), wrong.join()].join()`, "[],,,")
	}
	p.log(t, "import")
	p.pickFile(t, "markup.csv", strings.ReplaceAll(strings.ReplaceAll(strongFile, "Legs", "<img src=x onerror=polluted()>"), "Odd Machine", "__proto__"))
	comes(t, p.tab, logView, "An export of Strong", "__proto__")
	touch(t, p.tab, "#answer-unit-kg")
	becomes(t, p.tab, `document.querySelector("#apply")?.disabled`, "false")
	touch(t, p.tab, "#apply")
	comes(t, p.tab, logView, "1 new, 0 changed")
	p.log(t, "history")
	comes(t, p.tab, logView, "<img src=x onerror=polluted()>")
	becomes(t, p.tab, `[document.querySelector("log-page img"), ({}).polluted, wrong.join()].join()`, ",,")
}

// thereAndBack saves a backup of a log with everything in it, deletes all, and brings it back.
func thereAndBack(t *testing.T, p *proof) {
	promised(t, p.tab, `seed(12).then((n) => n === 12)`)
	keep(t, p.tab, "s:00BAD", "no session")
	p.running(t)
	touch(t, p.tab, `.log-bar [data-action=finishing]`, `[data-action=finish]`)
	p.log(t, "history/01SEED000005")
	touch(t, p.tab, `[data-action=delete][data-value="01SEED000005"]`)
	becomes(t, p.tab, `localStorage[site + "deleted"]`, `{\"01SEED000005\":1}`)
	p.log(t, "backup")
	before := evaluate[string](t, p.tab, `stored()`)
	touch(t, p.tab, "#backup")
	becomes(t, p.tab, `download.includes('"damaged":[{') && download.includes('"deleted":{"01SEED000005"')`, "true")
	first := evaluate[string](t, p.tab, `download`)
	touch(t, p.tab, "#wipe", "[data-action=wipe-now]")
	becomes(t, p.tab, `Object.keys(localStorage).filter((key) => key !== "filler").length`, "0")
	p.log(t, "import")
	p.pickFile(t, "log.json", first)
	touch(t, p.tab, "#apply")
	comes(t, p.tab, logView, "12 new, 0 changed")
	if after := evaluate[string](t, p.tab, `stored()`); after != before {
		t.Errorf("the log came back as %.400s\nand was %.400s", after, before)
	}
	p.log(t, "backup")
	touch(t, p.tab, "#backup")
	becomes(t, p.tab, `Boolean(download)`, "true")
	plain := func(text string) string {
		from, rest, _ := strings.Cut(text, `"exported":"`)
		_, rest, _ = strings.Cut(rest, `"`)
		return from + rest
	}
	if second := evaluate[string](t, p.tab, `download`); plain(second) != plain(first) {
		t.Errorf("the second backup is %.600s\nthe first was %.600s", plain(second), plain(first))
	}
}

// deletion deletes a session, takes that back, and looks again after the page is loaded anew.
func deletion(t *testing.T, p *proof) {
	promised(t, p.tab, `seed(3).then((n) => n === 3)`)
	whole := evaluate[string](t, p.tab, `stored()`)
	p.log(t, "history/01SEED000001")
	touch(t, p.tab, `[data-action=delete][data-value="01SEED000001"]`)
	becomes(t, p.tab, `JSON.parse(stored()).length`, "2")
	touch(t, p.tab, ".undos button")
	becomes(t, p.tab, `JSON.parse(stored()).length`, "3")
	p.log(t, "history")
	comes(t, p.tab, logView, "3 sessions")
	if after := evaluate[string](t, p.tab, `stored()`); after != whole {
		t.Errorf("a session came back changed: %.300s", after)
	}
}

// fiveYears opens and uses a log of a thousand sessions, and tells how long that took.
func fiveYears(t *testing.T, p *proof) {
	promised(t, p.tab, `seed(1000).then((n) => n === 1000)`)
	size := evaluate[int](t, p.tab, `Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)`)
	p.log(t, "overview")
	page := evaluate[float64](t, p.tab, `performance.now()`)
	p.running(t)
	tick := evaluate[float64](t, p.tab, `((began) => (document.querySelector('[data-set="2"] [data-action=tick]').click(), performance.now() - began))(performance.now())`)
	becomes(t, p.tab, `done()`, "2")
	becomes(t, p.tab, pressed("2"), "true")
	p.log(t, "history")
	comes(t, p.tab, logView, "1001 sessions")
	t.Log(size, "characters; page of the log", int(page), "ms; a tick", int(tick), "ms")
}
