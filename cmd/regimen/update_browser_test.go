package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// settled waits until the page has asked for its worker and offered what there is.
const settled = `new Promise((done) => {
	const page = document.documentElement, look = () => page.dataset.worker && done(true);
	new MutationObserver(look).observe(page, {attributes: true});
	look();
})`

const waiting = `(async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	await registration.update();
	for (const worker of [registration.installing].filter(Boolean))
		await new Promise((done) => worker.state === "installed" ? done() : worker.addEventListener("statechange", done));
	return Boolean(registration.waiting);
})()`

// republished is a site of which a new version waits, while a session is running.
func republished(t *testing.T) (*host, context.Context) {
	t.Helper()
	h, tab := hosted(t, same, 0)
	h.stop()
	h.start()
	h.publish(func(text []byte) []byte {
		return bytes.Replace(text, []byte("title: Plank\n"), []byte("title: New plank\n"), 1)
	})
	keepSession(t, tab, "")
	reach(t, tab, h.url()+sessionPage)
	if !promised(t, tab, waiting) {
		t.Fatal("the second visit does not find the new version")
	}
	reach(t, tab, h.url()+sessionPage)
	promised(t, tab, settled)
	evaluate[bool](t, tab, `window.marked = true`)
	return h, tab
}

const sessionPage = "programmes/stronger-back/a.html"

// storedSession is the least that the log keeps of a session; a running one has no end.
const storedSession = `{"v": 1, "id": "1", "day": "2026-11-24", "start": "2026-11-24T11:00:00+00:00"%s, "unit": "kg", "exercises": [],
	"programme": {"id": "stronger-back", "title": "Stronger back"}, "session": {"id": "a", "title": "Core"}}`

func keepSession(t *testing.T, tab context.Context, end string) {
	t.Helper()
	evaluate[bool](t, tab, fmt.Sprintf(`localStorage.setItem("regimen:stronger-back:s:1", %q), true`, fmt.Sprintf(storedSession, end)))
}

// undisturbed asks that the session page stands as it stood, without an offer.
func undisturbed(t *testing.T, tab context.Context) {
	t.Helper()
	if !evaluate[bool](t, tab, `window.marked === true`) {
		t.Error("the session page was loaded again")
	}
	if evaluate[bool](t, tab, `Boolean(document.querySelector(".update"))`) {
		t.Error("a new version is offered while a session is running")
	}
}

// TestUpdate publishes a new version under a reader who has a session running.
func TestUpdate(t *testing.T) {
	h, tab := republished(t)
	undisturbed(t, tab)
	keepSession(t, tab, `, "end": "2026-11-24T12:00:00+00:00"`)
	evaluate[bool](t, tab, `dispatchEvent(new Event("regimen:finished"))`)
	if err := chromedp.Do(tab, chromedp.WaitVisible(".update button")); err != nil {
		t.Fatalf("the offer does not come when the session has ended: %v", err)
	}
	if !evaluate[bool](t, tab, `window.marked === true`) {
		t.Error("the session page was loaded again")
	}
	takeOffer(t, tab, h)
	for path, want := range map[string]bool{"exercises/plank.html": true, "exercises/dead-bug.html": false, "css/site.css": false} {
		if h.sawRequest(path) != want {
			t.Errorf("%s was fetched for the new version: %v", path, !want)
		}
	}
}

// takeOffer takes the new version on another page.
func takeOffer(t *testing.T, tab context.Context, h *host) {
	t.Helper()
	reach(t, tab, h.url()+"exercises/plank.html")
	if got := evaluate[string](t, tab, `document.querySelector("h1").textContent`); got != "Plank" {
		t.Errorf("before the offer is taken, the page says %q", got)
	}
	if err := chromedp.Do(tab, chromedp.Click(".update p + button")); err != nil {
		t.Fatal(err)
	}
	awaitTitle(t, tab, "New plank")
}

// TestUpdateElsewhere takes the new version in one tab while a session runs in another.
func TestUpdateElsewhere(t *testing.T) {
	h, session := republished(t)
	other, cancel := chromedp.NewContext(session)
	defer cancel()
	evaluate[bool](t, session, `navigator.serviceWorker.addEventListener("controllerchange", () => window.changed = true), true`)
	takeOffer(t, other, h)
	if _, err := chromedp.Run(session, chromedp.Poll[bool](`window.changed`)); err != nil {
		t.Fatal(err)
	}
	undisturbed(t, session)
}

// TestLater puts the new version off.
func TestLater(t *testing.T) {
	h, tab := republished(t)
	for _, page := range []string{"exercises/plank.html", "exercises/dead-bug.html"} {
		reach(t, tab, h.url()+page)
		promised(t, tab, settled)
		if page == "exercises/plank.html" {
			if err := chromedp.Do(tab, chromedp.Click(".update button:last-child")); err != nil {
				t.Fatal(err)
			}
		}
		if evaluate[bool](t, tab, `Boolean(document.querySelector(".update"))`) {
			t.Errorf("%s offers what was put off", page)
		}
	}
}

// awaitTitle waits for a heading, over the loading of the page.
func awaitTitle(t *testing.T, tab context.Context, want string) {
	t.Helper()
	heading := fmt.Sprintf(`//h1[contains(., %q)]`, want)
	if err := chromedp.Do(tab, chromedp.WaitVisible(chromedp.Search(heading))); err != nil {
		t.Errorf("the page does not come to say %q: %v", want, err)
	}
}

// TestPreviewHasNoWorker asks that the author's preview keeps nothing on the device.
func TestPreviewHasNoWorker(t *testing.T) {
	dir := t.TempDir()
	copyContent(t, filepath.Join(dir, "content"), same)
	cmd := regimenCommand(t, dir, "serve", "--port", "0")
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	tab := chromium(t)
	reach(t, tab, strings.Fields(line)[1])
	promised(t, tab, settled)
	if !promised(t, tab, `navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)`) {
		t.Error("the preview has a worker")
	}
}
