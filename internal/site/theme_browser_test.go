package site_test

import (
	"context"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	reference "regimen/content"
	"regimen/internal/browser"
	"regimen/internal/site"
)

// served serves an output from memory.
func served(t *testing.T, out *site.Output) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, err := out.Render(strings.TrimPrefix(r.URL.Path, "/"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.URL.Path)))
		_, _ = w.Write(text) // a browser that went away needs nothing
	}))
	t.Cleanup(server.Close)
	return server
}

func chromium(t *testing.T) context.Context {
	t.Helper()
	name, err := browser.Find(os.Getenv("CHROMIUM"))
	if err != nil {
		t.Fatal(err)
	}
	tab, stop := browser.Start(t.Context(), name)
	t.Cleanup(stop)
	return tab
}

// saying uses every control of a page and lists what the page said on the way.
const saying = `(async () => {
	window.print = () => {};
	const said = new Set();
	const listen = () => {
		const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		for (let n = walker.nextNode(); n; n = walker.nextNode()) {
			if (n.nodeType === Node.TEXT_NODE) {
				if (!n.parentElement.closest("script, style")) said.add(n.data);
			} else for (const a of ["aria-label", "title", "alt", "placeholder", "aria-valuetext"]) if (n.hasAttribute(a)) said.add(n.getAttribute(a));
		}
	};
	const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
	const use = async (change) => { change(); await painted(); listen(); };
	listen();
	const find = document.querySelector("#find");
	if (find) {
		await use(() => { find.focus(); find.value = "squat"; find.dispatchEvent(new Event("input", {bubbles: true})); });
		while (!document.querySelector("[role=option]")) await painted();
		await use(() => { find.value = "xyzzyx"; find.dispatchEvent(new Event("input", {bubbles: true})); });
		find.blur();
	}
	for (const c of document.querySelectorAll("main button:not([type=submit]), main input:is([type=checkbox], [type=radio])")) await use(() => c.click());
	for (const s of document.querySelectorAll("main select")) {
		for (const o of s.options) await use(() => { s.value = o.value; s.dispatchEvent(new Event("change", {bubbles: true})); });
		await use(() => { s.selectedIndex = 0; s.dispatchEvent(new Event("change", {bubbles: true})); });
	}
	return [...said];
})()`

// TestScriptsSpeak asks scripts for phrases, plurals and numbers of another language.
func TestScriptsSpeak(t *testing.T) {
	out, err := themed(t, german)
	if err != nil {
		t.Fatal(err)
	}
	server, tab := served(t, out), chromium(t)
	if err := chromedp.Do(tab, chromedp.Navigate(server.URL+"/guides.html")); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(tab, chromedp.Evaluate[[]string](`import("/js/words.js").then(({t, n, number}) => [
		t("Clear filters"), t("Conditions"), t("{n} x", {n: 0.25}), n(1, "1 exercise", "{n} exercises"), n(2, "1 exercise", "{n} exercises"), number(1234.5),
	])`, chromedp.EvalAwaitPromise))
	want := []string{"Filter löschen", "Conditions", "0,25 x", "1 Übung", "2 Übungen", "1234,5"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, want %q, %v", got, want, err)
	}
}

// TestEveryPhraseOfScripts does with the pages as scripts change them what
// TestEveryPhrase does with the pages as they are built.
func TestEveryPhraseOfScripts(t *testing.T) {
	lib, found := loaded(t, reference.FS)
	lib.Theme.Words = bracketed()
	out, err := site.Build(lib, found, options(reference.FS))
	if err != nil {
		t.Fatal(err)
	}
	a := writtenIn(lib)
	server, tab := served(t, out), chromium(t)
	english := map[string]string{}
	bracketedAt := 0
	for _, page := range []string{
		"index.html", "library.html", "safety.html", "exercises/dead-bug.html",
		"programmes/stronger-back.html", "programmes/stronger-back/a.html",
	} {
		if err := chromedp.Do(tab, chromedp.Navigate(server.URL+"/"+page)); err != nil {
			t.Fatal(err)
		}
		texts, err := chromedp.Run(tab, chromedp.Evaluate[[]string](saying, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		for _, text := range texts {
			bracketedAt += strings.Count(text, "⟦")
			for _, piece := range a.english(text) {
				english[piece] = page
			}
		}
	}
	if bracketedAt < 500 {
		t.Errorf("only %d phrases were seen", bracketedAt)
	}
	for _, piece := range slices.Sorted(maps.Keys(english)) {
		t.Errorf("%s says %q (if the author wrote it: see alsoWritten)", english[piece], piece)
	}
}
