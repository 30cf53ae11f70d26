package main

import (
	"bytes"
	"context"
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
	folder string // what is served
	port   string
	server *http.Server
	mutex  sync.Mutex
	asked  []string // the paths that were asked for since the last start
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
	h.asked = nil
	h.server = &http.Server{Handler: http.StripPrefix(hostFolder, http.HandlerFunc(h.answer))}
	go h.server.Serve(listener)
}

func (h *host) stop() { h.server.Close() }

// answer gives a file, or the site's own page for what is not found.
func (h *host) answer(w http.ResponseWriter, r *http.Request) {
	h.mutex.Lock()
	h.asked = append(h.asked, r.URL.Path)
	h.mutex.Unlock()
	name, status := r.URL.Path, http.StatusOK
	if name == "" {
		name = "index.html"
	}
	text, err := os.ReadFile(filepath.Join(h.folder, filepath.FromSlash(name)))
	if err != nil {
		name, status = "404.html", http.StatusNotFound
		text, _ = os.ReadFile(filepath.Join(h.folder, name))
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

// publish builds the reference content, each file changed, and serves it from now on.
func (h *host) publish(change func([]byte) []byte) {
	h.t.Helper()
	dir := h.t.TempDir()
	copyContent(h.t, filepath.Join(dir, "content"), change)
	if out, err := regimenCommand(h.t, dir, "build", "--base-url", h.url()).CombinedOutput(); err != nil {
		h.t.Fatalf("%v\n%s", err, out)
	}
	h.folder = filepath.Join(dir, "public")
}

// hosted builds and serves the reference site and opens it until its worker has begun.
func hosted(t *testing.T) (*host, context.Context) {
	t.Helper()
	h, tab := &host{t: t}, chromium(t)
	h.start()
	t.Cleanup(func() { h.stop() })
	h.publish(same)
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
	h, tab := hosted(t)
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

// TestNotFound asks for pages that are nowhere while there is a network.
func TestNotFound(t *testing.T) {
	h, tab := hosted(t)
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

// patience is how long a state may keep a test waiting that fails.
const patience = time.Minute

// settled waits until the page has asked for its worker and offered what there is.
const settled = `import("./js/update.js").then((m) => m.settled).then(() => true)`

const waiting = `(async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	await registration.update();
	for (const worker of [registration.installing].filter(Boolean))
		await new Promise((done) => worker.state === "installed" ? done() : worker.addEventListener("statechange", done));
	return Boolean(registration.waiting);
})()`

// TestUpdate publishes a new version under a reader who has a session running.
func TestUpdate(t *testing.T) {
	h, tab := hosted(t)
	h.stop()
	h.start()
	h.publish(func(text []byte) []byte {
		return bytes.Replace(text, []byte("title: Plank\n"), []byte("title: New plank\n"), 1)
	})
	start := func(end string) {
		evaluate[bool](t, tab, fmt.Sprintf(`localStorage.setItem("regimen:stronger-back:s:1", '{"v": 1%s}'), true`, end))
	}
	start("")
	session := h.url() + "programmes/stronger-back/a.html"
	reach(t, tab, session)
	if !promised(t, tab, waiting) {
		t.Fatal("the second visit does not find the new version")
	}
	reach(t, tab, session)
	promised(t, tab, strings.Replace(settled, "./js", "../../js", 1))
	evaluate[bool](t, tab, `window.marked = true`)
	if evaluate[bool](t, tab, `Boolean(document.querySelector(".update"))`) {
		t.Error("a new version is offered while a session is running")
	}
	start(`, "end": "2026-11-24T12:00:00Z"`)
	evaluate[bool](t, tab, `dispatchEvent(new Event("regimen:finished"))`)
	soon, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	if err := chromedp.Do(soon, chromedp.WaitVisible(".update button")); err != nil {
		t.Fatalf("the offer does not come when the session has ended: %v", err)
	}
	if !evaluate[bool](t, tab, `window.marked === true`) {
		t.Error("the session page was loaded again")
	}
	reach(t, tab, h.url()+"exercises/plank.html")
	if got := evaluate[string](t, tab, `document.querySelector("h1").textContent`); got != "Plank" {
		t.Errorf("before the offer is taken, the page says %q", got)
	}
	if err := chromedp.Do(tab, chromedp.Click(".update p + button")); err != nil {
		t.Fatal(err)
	}
	awaitTitle(t, tab, "New plank")
	for path, want := range map[string]bool{"exercises/plank.html": true, "exercises/dead-bug.html": false, "css/site.css": false} {
		if h.sawRequest(path) != want {
			t.Errorf("%s was fetched for the new version: %v", path, !want)
		}
	}
}

// awaitTitle waits for a heading, over the loading of the page.
func awaitTitle(t *testing.T, tab context.Context, want string) {
	t.Helper()
	heading := fmt.Sprintf(`//h1[contains(., %q)]`, want)
	tab, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	if err := chromedp.Do(tab, chromedp.WaitVisible(chromedp.Search(heading))); err != nil {
		t.Errorf("the page does not come to say %q: %v", want, err)
	}
}
