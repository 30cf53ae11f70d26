package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"mime"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// host serves a built site in a folder of an address that stays the same, and can be
// stopped and started again as a network comes and goes.
type host struct {
	t      *testing.T
	copies int // of the programme, beside the one of the reference content
	port   string
	server *http.Server

	mutex  sync.Mutex // a server that was stopped may still be answering
	folder string     // what is served
	asked  []string   // the paths that were asked for since the last start
}

const hostFolder = "/back/"

func (h *host) url() string { return "http://127.0.0.1:" + h.port + hostFolder }

func (h *host) start() {
	h.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:"+h.port)
	if err != nil {
		h.t.Fatal(err)
	}
	_, h.port, _ = net.SplitHostPort(listener.Addr().String())
	h.mutex.Lock()
	h.asked = nil
	h.mutex.Unlock()
	h.server = &http.Server{Handler: http.StripPrefix(hostFolder, http.HandlerFunc(h.answer))}
	go h.server.Serve(listener)
}

func (h *host) stop() { h.server.Close() }

// answer gives a file, or the site's own page for what is not found.
func (h *host) answer(w http.ResponseWriter, r *http.Request) {
	h.mutex.Lock()
	h.asked = append(h.asked, r.URL.Path)
	folder := h.folder
	h.mutex.Unlock()
	name, status := r.URL.Path, http.StatusOK
	if name == "" {
		name = "index.html"
	}
	text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		name, status = "404.html", http.StatusNotFound
		text, _ = os.ReadFile(filepath.Join(folder, name))
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(filepath.Ext(name)))
	w.WriteHeader(status)
	w.Write(text)
}

func (h *host) sawRequest(path string) bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return slices.Contains(h.asked, path)
}

// publish builds the reference content, each file changed, with a film beside it, and
// serves it from now on.
func (h *host) publish(change func([]byte) []byte) {
	h.t.Helper()
	dir := h.t.TempDir()
	content := filepath.Join(dir, "content")
	copyContent(h.t, content, change)
	programme, err := os.ReadFile(filepath.Join(content, "programmes", "stronger-back.md"))
	if err != nil {
		h.t.Fatal(err)
	}
	for i := range h.copies {
		text := bytes.Replace(programme, []byte("title: Stronger back"), fmt.Appendf(nil, "title: Copy %d", i), 1)
		if err := os.WriteFile(filepath.Join(content, "programmes", fmt.Sprintf("copy-%d.md", i)), text, 0o644); err != nil {
			h.t.Fatal(err)
		}
	}
	media := filepath.Join(content, "media")
	if err := errors.Join(os.Mkdir(media, 0o755), os.WriteFile(filepath.Join(media, "film.mp4"), []byte("0123456789"), 0o644)); err != nil {
		h.t.Fatal(err)
	}
	if out, err := regimenCommand(h.t, dir, "build", "--base-url", h.url()).CombinedOutput(); err != nil {
		h.t.Fatalf("%v\n%s", err, out)
	}
	h.mutex.Lock()
	h.folder = filepath.Join(dir, "public")
	h.mutex.Unlock()
}

// patience is how long a state that does not come may keep a test waiting.
const patience = 4 * time.Minute

// hosted builds the reference site, each file changed, with copies of its programme,
// serves it and opens it until its worker has begun.
func hosted(t *testing.T, change func([]byte) []byte, copies int) (*host, context.Context) {
	t.Helper()
	h := &host{t: t, copies: copies}
	tab, cancel := context.WithTimeout(chromium(t), patience)
	t.Cleanup(cancel)
	h.start()
	t.Cleanup(func() { h.stop() })
	h.publish(change)
	reach(t, tab, h.url())
	promised(t, tab, `navigator.serviceWorker.controller ? true : new Promise((done) =>
		navigator.serviceWorker.addEventListener("controllerchange", () => done(true)))`)
	return h, tab
}

// promised waits for what a promise comes to.
func promised(t *testing.T, tab context.Context, expression string) bool {
	t.Helper()
	value, err := chromedp.Run(tab, chromedp.Evaluate[bool](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return value
}

func reach(t *testing.T, tab context.Context, url string) {
	t.Helper()
	if err := chromedp.Do(tab, chromedp.Navigate(url)); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
}

var pageTitle = regexp.MustCompile(`<title>([^<]*)</title>`)

// TestOffline visits the site once, takes the network away and opens every page.
func TestOffline(t *testing.T) {
	h, tab := hosted(t, same, 0)
	complaints := chromedp.Console(tab)
	h.stop()
	pages := 0
	for name, text := range tree(t, h.folder) {
		if filepath.Ext(name) != ".html" || strings.Contains(name, "/sheets/") || name == "404.html" {
			continue
		}
		pages++
		reach(t, tab, h.url()+name)
		want := html.UnescapeString(pageTitle.FindStringSubmatch(text)[1])
		if got := evaluate[string](t, tab, `document.title`); got != want {
			t.Errorf("%s shows %q, want %q", name, got, want)
		}
		if !evaluate[bool](t, tab, `getComputedStyle(document.body).fontFamily.includes("Roboto")`) {
			t.Errorf("%s has no style", name)
		}
	}
	if pages < 50 {
		t.Errorf("only %d pages were opened", pages)
	}
	reach(t, tab, h.url())
	reach(t, tab, h.url()+"programmes/stronger-back") // as some hosts write it
	if got := evaluate[string](t, tab, `document.title`); !strings.HasPrefix(got, "Stronger back") {
		t.Errorf("an address without its ending shows %q", got)
	}
	part := `fetch("../media/film.mp4", {headers: {Range: "bytes=2-5"}}).then(async (r) => [r.status, r.headers.get("content-range"), await r.text()].join(" ") === "206 bytes 2-5/10 2345")`
	if !promised(t, tab, part) {
		t.Error("a part of a film is not to be had")
	}
	unknownOffline(t, tab, h)
	for m, err := range complaints {
		if err != nil || strings.Contains(m.Text, "last") {
			break
		}
		if m.Source != "network" {
			t.Errorf("the console says: %s", m.Text)
		}
	}
}

// unknownOffline asks for a page that is nowhere, and ends with a word on the console.
func unknownOffline(t *testing.T, tab context.Context, h *host) {
	t.Helper()
	reach(t, tab, h.url()+"exercises/none.html")
	listed, err := chromedp.Run(tab, chromedp.Poll[int](`document.querySelectorAll("#kept h3 + ul a").length`))
	if err != nil || listed < 50 {
		t.Errorf("the page for readers without a connection lists %d pages, %v", listed, err)
	}
	if got := evaluate[string](t, tab, `document.querySelector("#again").href`); got != h.url()+"exercises/none.html" {
		t.Errorf("trying again leads to %s", got)
	}
	if got := evaluate[string](t, tab, `document.querySelector('#kept a[href$="dead-bug.html"]').textContent`); got != "Dead bug" {
		t.Errorf("the dead bug is called %q", got)
	}
	evaluate[bool](t, tab, `console.log("last"), true`)
}

// TestOfflineLarge visits a site that is too large to be kept whole: its sessions are
// there, what was looked at is, and the rest gives way.
func TestOfflineLarge(t *testing.T) {
	long := append([]byte("\n## More\n\n"), bytes.Repeat([]byte("Much is said here. "), 7000)...)
	h, tab := hosted(t, func(text []byte) []byte { return slices.Concat(text, long) }, 0)
	reach(t, tab, h.url()+"exercises/plank.html")
	promised(t, tab, fmt.Sprintf(comesToCache, "location.href"))
	h.stop()
	showsOffline(t, tab, h, map[string]string{
		"programmes/stronger-back/a.html": "Session A", "programmes/stronger-back/b.html": "Session B", "safety.html": "When to get help",
		"exercises/plank.html": "Plank", "exercises/dead-bug.html": "No connection",
	})
}

// TestOfflineManySessions visits a site with more sessions than a device should be asked
// to keep: those of a programme are there once it was opened.
func TestOfflineManySessions(t *testing.T) {
	h, tab := hosted(t, same, 60)
	reach(t, tab, h.url()+"programmes/copy-3.html")
	promised(t, tab, fmt.Sprintf(comesToCache, `new URL("copy-3/b.html", location)`))
	h.stop()
	showsOffline(t, tab, h, map[string]string{
		"programmes/copy-3/a.html": "Session A", "programmes/copy-3/b.html": "Session B", "programmes/copy-3.html": "Copy 3",
		"programmes/copy-4/a.html": "No connection", "safety.html": "When to get help",
	})
}

// comesToCache waits until a page is kept, whatever is behind its address.
const comesToCache = `(async () => {
	for (;;) for (const name of await caches.keys())
		if (await (await caches.open(name)).match(%s, {ignoreSearch: true})) return true;
})()`

// showsOffline opens pages without a network, each with the beginning of its title.
func showsOffline(t *testing.T, tab context.Context, h *host, titles map[string]string) {
	t.Helper()
	for path, want := range titles {
		reach(t, tab, h.url()+path)
		if got := evaluate[string](t, tab, `document.title`); !strings.HasPrefix(got, want) {
			t.Errorf("%s shows %q, want %q", path, got, want)
		}
	}
}

// TestNotFound asks for pages that are nowhere while there is a network.
func TestNotFound(t *testing.T) {
	h, tab := hosted(t, same, 0)
	reach(t, tab, h.url()+"no/such/page.html")
	if got := evaluate[string](t, tab, `document.querySelector("h1").textContent`); got != "This page is not here" {
		t.Errorf("an unknown address shows %q", got)
	}
	if !evaluate[bool](t, tab, `getComputedStyle(document.body).fontFamily.includes("Roboto")`) {
		t.Error("the page for what is not found has no style")
	}
	err := chromedp.Do(tab, chromedp.SetValue("#seek", "plank"), chromedp.Submit("#seek"), chromedp.WaitReady("body"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Run(tab, chromedp.Poll[bool](`location.pathname.endsWith("/back/library.html") && location.search === "?q=plank"`)); err != nil {
		t.Errorf("the search leads to %s", evaluate[string](t, tab, `location.href`))
	}
}
