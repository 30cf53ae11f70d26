package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"regimen/internal/bench"
)

// What a slow phone has to do is held here without a clock: how much of a page an input
// touches, and how many sessions of the log are read and written.

// touching defines touched(input): how many nodes come and go before the browser can
// draw what an input changed.
const touching = `
window.touched = async (input) => {
  const records = [], seen = new MutationObserver((list) => records.push(...list));
  seen.observe(document.body, {childList: true, subtree: true});
  input();
  await null; // what the input left for later in the same turn
  const size = (node) => 1 + (node.querySelectorAll?.("*").length ?? 0);
  return [...records, ...seen.takeRecords()].flatMap((record) => [...record.addedNodes, ...record.removedNodes]).reduce((sum, node) => sum + size(node), 0);
};
window.type = (words) => touched(() => {
  document.querySelector("#q").value = words;
  document.querySelector("#q").dispatchEvent(new InputEvent("input", {bubbles: true}));
});`

// TestLibraryTouchesLittle searches and filters a large library: at once only what fills
// a window is drawn, however much is found, and the rest of a hundred follows.
func TestLibraryTouchesLittle(t *testing.T) {
	dir := t.TempDir()
	if err := bench.Generate(filepath.Join(dir, "content"), 1000); err != nil {
		t.Fatal(err)
	}
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, "public"))))
	defer server.Close()
	ctx := chromium(t)
	before(t, ctx, touching)
	openLibrary(t, ctx, server.URL+"/library.html", 360, 740)
	becomes(t, ctx, `document.querySelector(".filters").matches(".pending")`, "false")
	typed(t, ctx, "#q", "p")
	becomes(t, ctx, libraryShown, "100")
	const most = 100 // nodes; a hundred cards have three times as many
	typing := func(words string) int {
		return evaluate[int](t, ctx, `type(`+strconv.Quote(words)+`)`, chromedp.EvalAwaitPromise)
	}
	for _, words := range []string{"h", "p"} {
		evaluate[any](t, ctx, `document.querySelector(".matches").replaceChildren()`)
		if n := typing(words); n > most {
			t.Errorf("%q touches %d nodes", words, n)
		}
		becomes(t, ctx, libraryShown, "100")
	}
	evaluate[any](t, ctx, `document.querySelector(".matches").replaceChildren()`)
	if n := evaluate[int](t, ctx, `touched(() => document.querySelector("[name=have][value=none]").click())`, chromedp.EvalAwaitPromise); n > most {
		t.Errorf("a filter touches %d nodes", n)
	}
}

// reading counts, in every page, how often sessions are taken from the storage, parsed
// and written, and names what is written.
const reading = `
window.read = {taken: 0, parsed: 0, written: []};
const [take, write, parse] = [Storage.prototype.getItem, Storage.prototype.setItem, JSON.parse];
Storage.prototype.getItem = function (key) { if (key.includes(":s:")) read.taken++; return take.call(this, key); };
Storage.prototype.setItem = function (key, text) { if (this === localStorage) read.written.push(key.replace(/^regimen:[^:]*:/, "").replace(/^s:.*/, "s")); return write.call(this, key, text); };
JSON.parse = function (text, ...more) { if (String(text).startsWith('{"v":')) read.parsed++; return parse(text, ...more); };
window.forget = () => { Object.assign(read, {taken: 0, parsed: 0, written: []}); return true; };`

// counting opens a log of so many sessions in pages that count.
func counting(t *testing.T, ctx context.Context, url string, sessions int) {
	t.Helper()
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: reading}); err != nil {
		t.Fatal(err)
	}
	openLog(t, ctx, url, 360, sessions)
}

// parsed asks that at most so many sessions were parsed since forget().
func parsed(t *testing.T, ctx context.Context, what string, most int) {
	t.Helper()
	if n := evaluate[int](t, ctx, `read.parsed`); n > most {
		t.Errorf("%s parses %d sessions, more than %d", what, n, most)
	}
	evaluate[bool](t, ctx, `forget()`)
}

// TestLogReadsLittle opens the parts of a log of a thousand sessions: none is parsed but
// those that are shown.
func TestLogReadsLittle(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	counting(t, ctx, server.URL, 1000)
	parsed(t, ctx, "opening the log", 0)
	toView(t, ctx, "history")
	becomes(t, ctx, `document.querySelectorAll(".entry").length`, "50")
	parsed(t, ctx, "the history", 0)
	clickOn(t, ctx, "#open-01SEED000999")
	becomes(t, ctx, `document.querySelectorAll(".entry-all").length`, "1")
	parsed(t, ctx, "opening a session", 1)
	toView(t, ctx, "report")
	comes(t, ctx, logView, "12 sessions in four weeks")
	parsed(t, ctx, "the report", 12)
	toView(t, ctx, "progress")
	becomes(t, ctx, `document.querySelectorAll("[aria-labelledby=records-title] tbody tr").length`, "10")
	parsed(t, ctx, "the charts", 1000)
	evaluate[any](t, ctx, `document.querySelector("#exercise").value = "plank"; document.querySelector("#exercise").dispatchEvent(new Event("change", {bubbles: true}))`)
	comes(t, ctx, `document.querySelector(".chart-figure").innerText`, "seconds")
	parsed(t, ctx, "another exercise", 0)
}

// TestHistoryTouchesLittle opens and changes one session of a long list; the others stay
// as they stand.
func TestHistoryTouchesLittle(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	before(t, ctx, touching)
	openLog(t, ctx, server.URL, 360, 300)
	toView(t, ctx, "history")
	for n := 100; n <= 300; n += 50 {
		clickOn(t, ctx, "#more")
		becomes(t, ctx, `document.querySelectorAll(".entry").length`, strconv.Itoa(n))
	}
	evaluate[any](t, ctx, `document.querySelectorAll(".entry").forEach((entry) => { entry.stays = true; })`)
	for _, step := range [][2]string{
		{"#open-01SEED000280", `document.querySelectorAll(".entry-all").length === 1`},
		{"#edit-01SEED000280", `document.querySelectorAll("form.edit").length === 1`},
		{"form.edit .button", `document.querySelectorAll("form.edit").length === 0`},
		{"[data-action=delete]", `document.querySelector("#open-01SEED000280") === null`},
	} {
		clickOn(t, ctx, step[0])
		becomes(t, ctx, step[1], "true")
		becomes(t, ctx, `[...document.querySelectorAll(".entry")].filter((entry) => !entry.stays).length`, "0")
	}
}

// TestTickWritesLittle marks sets as done in a log of many sessions: only the session and
// its timer are written, and no other session is looked at.
func TestTickWritesLittle(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	counting(t, ctx, server.URL, 200)
	onPhone(t, ctx, server.URL+sessionA)
	becomes(t, ctx, `document.querySelector("session-log")?.dataset.state`, "idle")
	touch(t, ctx, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`, `[data-set="1"] [data-action=tick]`)
	becomes(t, ctx, pressed("1"), "true")
	becomes(t, ctx, `read.written.at(-1)`, "timer")
	for _, set := range []string{"2", "3"} {
		evaluate[bool](t, ctx, `forget()`)
		touch(t, ctx, `[data-set="`+set+`"] [data-action=tick]`)
		becomes(t, ctx, pressed(set), "true")
		if got := evaluate[string](t, ctx, `read.written.join()`); !strings.HasPrefix("s,timer", got) {
			t.Errorf("a tick writes %s", got)
		}
		if n := evaluate[int](t, ctx, `read.taken`); n > 8 {
			t.Errorf("a tick looks %d times at a session", n)
		}
		parsed(t, ctx, "a tick", 4)
	}
}
