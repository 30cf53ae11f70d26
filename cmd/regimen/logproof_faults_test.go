package main

import (
	"os"
	"strings"
	"testing"
)

// TestLogProofFaults spoils, fills and closes the browser's storage.
func TestLogProofFaults(t *testing.T) {
	prove(t,
		scenario{"a full storage", fullStorage}, scenario{"damaged texts", damagedTexts}, scenario{"hostile texts", hostileTexts},
		scenario{"no storage at all", noStorage}, scenario{"storage that throws", throwingStorage},
		scenario{"a newer log", newerLog}, scenario{"a newer session", newerSession},
		scenario{"an older session", olderSession}, scenario{"an older session without room", olderWithoutRoom},
	)
}

// fullStorage fills the storage to the last character in the middle of a session.
func fullStorage(t *testing.T, p *proof) {
	p.running(t)
	if !evaluate[bool](t, p.tab, `fill()`) {
		t.Fatal("the storage is not full")
	}
	before := evaluate[string](t, p.tab, `JSON.stringify(latest())`)
	touch(t, p.tab, `[data-set="2"] [data-action=tick]`)
	comes(t, p.tab, logFault, "storage is full", "as a file")
	becomes(t, p.tab, pressed("2"), "true")
	if after := evaluate[string](t, p.tab, `JSON.stringify(latest())`); after != before {
		t.Errorf("what was stored is not whole any more: %s", after)
	}
	touch(t, p.tab, `.log-fault [data-action=export]`)
	becomes(t, p.tab, `JSON.parse(download || "[]").some(({key, unsaved, text}) => unsaved && key.includes(":s:") && setsOf(JSON.parse(text)).length === 2)`, "true")

	promised(t, p.tab, `journalled(2)`)
	reload(t, p.tab)
	touch(t, p.tab, `.log-turn [data-value=goblet-squat]`)
	becomes(t, p.tab, pressed("2"), "true")
	comes(t, p.tab, logFault, "storage is full")
	evaluate[bool](t, p.tab, `(localStorage.removeItem("filler"), true)`)
	touch(t, p.tab, `[data-set="3"] [data-action=tick]`)
	becomes(t, p.tab, `done()`, "3")
	becomes(t, p.tab, noFault, "true")
}

// kinds are the keys of the log, but for those that are made again from the others.
var kinds = []string{"meta", "settings", "timer", "deleted", "s:00BAD"}

// damagedTexts puts texts that say nothing under every key: sessions beside them are whole,
// and so are the texts.
func damagedTexts(t *testing.T, p *proof) {
	huge := `{"note": "` + strings.Repeat("long ", 60_000) + `"`
	for name, text := range map[string]string{"broken": `{"v": 1,`, "a number": `7`, "a list": `[[]]`, "huge": huge} {
		p.empty(t)
		promised(t, p.tab, `seed(3).then((n) => n === 3)`)
		whole := evaluate[string](t, p.tab, `stored()`)
		for _, kind := range append([]string{"index", "last"}, kinds...) {
			keep(t, p.tab, kind, text)
		}
		p.session(t, p.tab)
		touch(t, p.tab, `[data-action=start]`, `.log-bar [data-action=tick]`)
		becomes(t, p.tab, `done()`, "1")
		comes(t, p.tab, logFault, "could not be read")
		p.log(t, "history")
		comes(t, p.tab, logView, "4 sessions")
		if kept := evaluate[int](t, p.tab, `Object.values(localStorage).filter((text) => text === `+quoted(text)+`).length`); kept != len(kinds) {
			t.Errorf("%s: %d of %d texts are kept: %s", name, kept, len(kinds), evaluate[string](t, p.tab, `Object.keys(localStorage).join()`))
		}
		if !evaluate[bool](t, p.tab, `JSON.parse(`+quoted(whole)+`).every(([key, text]) => localStorage[key] === text)`) {
			t.Errorf("%s: the other sessions are not whole", name)
		}
	}
}

// hostileTexts tries to reach what all objects have, and to bring elements into the page.
func hostileTexts(t *testing.T, p *proof) {
	const evil = `{"v": 1, "id": "00BAD", "day": "2026-03-20", "start": "", "end": "", "unit": "kg", "programme": null, "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},
		"session": {"id": "__proto__", "title": "<img src=x onerror=polluted()>"}, "note": "<script>polluted()</script>",
		"exercises": [{"row": "__proto__", "id": "__proto__", "title": "<b>bold</b>", "sets": [["1", "w", "", "20", 10, null, null, null, 1]]}, {"row": "b", "id": "constructor", "title": "t", "sets": [["1", "w", "", "", 5, null, null, null, 1]]}]}`
	for _, kind := range append([]string{"index", "last"}, kinds...) {
		keep(t, p.tab, kind, evil)
	}
	p.session(t, p.tab)
	touch(t, p.tab, `[data-action=start]`, `.log-bar [data-action=tick]`)
	becomes(t, p.tab, `done()`, "1")
	for _, view := range []string{"overview", "history", "progress", "report", "backup", "settings", "history/00BAD"} {
		p.log(t, view)
		becomes(t, p.tab, `[({}).polluted, document.querySelector("log-page :is(img, script)"), [...document.querySelectorAll("log-page b")].some((b) => b.textContent === "bold"), wrong.join()].join()`, ",,false,")
	}
}

const (
	storageGone = `Object.defineProperty(window, "localStorage", {get() { throw new DOMException("denied", "SecurityError"); }});
Object.defineProperty(window, "indexedDB", {get() { throw new DOMException("denied", "SecurityError"); }});`
	storageThrows = `for (const name of ["getItem", "setItem", "removeItem", "key"]) Storage.prototype[name] = () => { throw new DOMException("denied", "SecurityError"); };
IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };`
)

func noStorage(t *testing.T, p *proof)       { withoutStorage(t, p, storageGone) }
func throwingStorage(t *testing.T, p *proof) { withoutStorage(t, p, storageThrows) }

// withoutStorage goes through a whole session in memory, and takes it home as a file.
func withoutStorage(t *testing.T, p *proof, script string) {
	before(t, p.tab, script)
	p.session(t, p.tab)
	touch(t, p.tab, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`, `[data-set="1"] [data-action=tick]`)
	becomes(t, p.tab, pressed("1"), "true")
	comes(t, p.tab, logFault, "keeps nothing for this site", "as a file")
	if text := evaluate[string](t, p.tab, `document.querySelector(".log-saved").innerText`); strings.Contains(text, "Saved on this device") {
		t.Errorf("nothing is saved, and the page says %q", text)
	}
	touch(t, p.tab, `.log-fault [data-action=export]`)
	becomes(t, p.tab, `JSON.parse(download || "[]").some(({unsaved, text}) => unsaved && text.includes('"goblet-squat"'))`, "true")
	touch(t, p.tab, `.log-bar [data-action=finishing]`, `[data-action=finish]`)
	comes(t, p.tab, `document.querySelector(".log-done").innerText`, "1 of 18")
	p.log(t, "overview")
	comes(t, p.tab, `document.querySelector(".log-notices").innerText`, "keeps nothing for this site")
}

// newerLog opens a log that a later version of the site wrote: nothing of it changes.
func newerLog(t *testing.T, p *proof) {
	p.running(t)
	keep(t, p.tab, "meta", `{"schema": 99, "device": "a", "created": "", "more": true}`)
	reload(t, p.tab)
	before := evaluate[string](t, p.tab, `all()`)
	touch(t, p.tab, `.log-turn [data-value=goblet-squat]`, `[data-set="2"] [data-action=tick]`)
	comes(t, p.tab, logFault, "newer version of this site", "as a file")
	becomes(t, p.tab, pressed("2"), "true")
	if after := evaluate[string](t, p.tab, `all()`); after != before {
		t.Errorf("a newer log was changed from\n%s to\n%s", before, after)
	}
	p.log(t, "backup")
	touch(t, p.tab, "#raw")
	becomes(t, p.tab, `download.includes('more') && all() === `+quoted(before), "true")
}

// newerSession has one session of a later version among others.
func newerSession(t *testing.T, p *proof) {
	const later = `{"v": 99, "id": "00LATER", "sets": "of another kind"}`
	keep(t, p.tab, "s:00LATER", later)
	p.running(t)
	comes(t, p.tab, logFault, "newer version of this site")
	p.log(t, "history")
	comes(t, p.tab, `document.querySelector(".log-notices").innerText`, "newer version of this site")
	becomes(t, p.tab, `localStorage[site + "s:00LATER"] === `+"`"+later+"`", "true")
}

func olderText(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../static/js/tests/fixtures/session-v0.json")
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(text))
}

// olderSession brings a session of the first version to the present one.
func olderSession(t *testing.T, p *proof) {
	keep(t, p.tab, "s:01JPN5V3C8K2QA", olderText(t))
	p.log(t, "history")
	comes(t, p.tab, logView, "1 session")
	becomes(t, p.tab, `[latest().v, latest().note, JSON.stringify(setsOf(latest()))].join(" ")`, `1 tired [[\"1L\",\"w\",\"L\",\"\",8,2,null,95,1],[\"1R\",\"w\",\"R\",\"\",8,null,1,140,1]]`)
	becomes(t, p.tab, `Object.keys(localStorage).filter((key) => key.includes(":before:")).length`, "0")
}

// olderWithoutRoom does the same with a full storage: the old text stays, and is shown.
func olderWithoutRoom(t *testing.T, p *proof) {
	old := olderText(t)
	keep(t, p.tab, "s:01JPN5V3C8K2QA", old)
	evaluate[bool](t, p.tab, `fill()`)
	p.log(t, "history")
	comes(t, p.tab, logView, "1 session")
	becomes(t, p.tab, `localStorage[site + "s:01JPN5V3C8K2QA"] === `+quoted(old), "true")
}
