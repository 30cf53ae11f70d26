package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// kindsOfPage is one page of each kind of the reference site.
var kindsOfPage = []string{
	"index.html", "programmes.html", "programmes/stronger-back.html", "programmes/stronger-back/a.html",
	"programmes/stronger-back/sheets/large.html", "programmes/stronger-back/sheets/pocket.html", "programmes/stronger-back/sheets/log.html",
	"exercises/dead-bug.html", "library.html", "conditions.html", "conditions/disc-related.html", "suitability.html",
	"guides.html", "guides/pain-or-discomfort.html", "safety.html", "references.html", "checked.html", "log.html", "offline.html", "404.html",
}

// watchPage notes violations of the content security policy and shifts of the layout.
const watchPage = `window.__violations = []; window.__shift = 0; window.__shifted = "";
document.addEventListener("securitypolicyviolation", (e) => __violations.push("it breaks " + e.violatedDirective + " with " + (e.blockedURI || e.sample)));
new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) {
  __shift += e.value; __shifted = e.sources.map((s) => (s.node?.outerHTML?.slice(0, 80) ?? "") + " from " + s.previousRect.y + " to " + s.currentRect.y).join(", "); } }).observe({type: "layout-shift", buffered: true});`

// listener gathers what a tab complains of.
type listener struct {
	mutex  sync.Mutex
	host   string
	faults []string
}

func (l *listener) hear(ev any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	switch ev := ev.(type) {
	case *log.EventEntryAdded:
		if ev.Entry.Level == "error" || ev.Entry.Level == "warning" {
			l.faults = append(l.faults, "the console says "+ev.Entry.Text+" "+ev.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		l.faults = append(l.faults, "a script fails: "+ev.ExceptionDetails.Text+" "+ev.ExceptionDetails.Exception.Description)
	case *network.EventRequestWillBeSent:
		if u := ev.Request.URL; !strings.HasPrefix(u, l.host) && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") {
			l.faults = append(l.faults, "it asks "+u)
		}
	}
}

// take gives the complaints since the last call.
func (l *listener) take() []string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	out := l.faults
	l.faults = nil
	return out
}

// crawler opens a tab that listens.
func crawler(t *testing.T, host string) (context.Context, *listener) {
	t.Helper()
	ctx, l := chromium(t), &listener{host: host}
	if err := chromedp.Listen(ctx, l.hear); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watchPage}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	return ctx, l
}

// sitePages lists the pages that a server shows, from its folder.
func sitePages(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".html" {
			out = append(out, name)
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatal("no page", err)
	}
	return out
}

// allDrawn is true when a page has drawn what its scripts draw.
const allDrawn = `document.readyState === "complete" && !document.querySelector("log-page:not([data-ready])")`

// crawl opens pages on a narrow phone and reports what is wrong with them.
func crawl(t *testing.T, ctx context.Context, l *listener, root string, names []string) {
	t.Helper()
	script := readText(t, "testdata/crawl.js")
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 640)); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := chromedp.Do(ctx, chromedp.Navigate(root+name)); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](allDrawn)); err != nil {
			t.Errorf("%s is not done: %v", name, err)
		}
		for _, fault := range append(evaluate[[]string](t, ctx, script), l.take()...) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// TestCrawl opens every page of the reference site: nothing overflows, every target can
// be hit, the policy holds, no other host is asked, and no script complains.
func TestCrawl(t *testing.T) {
	server, dir := builtSite(t), builtFolder(t)
	ctx, l := crawler(t, server.URL)
	crawl(t, ctx, l, server.URL+"/", sitePages(t, dir))
}

func readText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// axeModes are the ways in which each kind of page is examined.
var axeModes = []struct {
	name, scheme, media string
	width               int64
	large               bool
}{
	{"light", "light", "screen", 1280, false},
	{"dark", "dark", "screen", 1280, false},
	{"narrow", "light", "screen", 320, false},
	{"large text", "light", "screen", 1280, true},
	{"print", "light", "print", 794, false},
}

// axeRun gives what axe finds, a line each. Nobody touches paper, so the size of targets
// is of no account there.
const axeRun = `axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: !matchMedia("print").matches}},
}).then((r) =>
  r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + n.html.slice(0, 140) + " " + n.failureSummary.split("\n")[1])))`

// TestAxe examines a page of each kind with axe-core: WCAG 2.2 AA and best practices.
func TestAxe(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	axe := readText(t, "testdata/axe.min.js")
	for _, name := range kindsOfPage {
		holdToAxe(t, ctx, axe, server.URL+"/"+name)
	}
}

// holdToAxe runs axe on a page in all modes.
func holdToAxe(t *testing.T, ctx context.Context, axe, url string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	evaluate[bool](t, ctx, axe+"; true")
	evaluate[bool](t, ctx, `(document.querySelectorAll("details").forEach((d) => d.open = true), true)`)
	for _, m := range axeModes {
		emulate(t, ctx, m.scheme, m.media)
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(m.width, 900)); err != nil {
			t.Fatal(err)
		}
		evaluate[bool](t, ctx, fmt.Sprintf(`(document.documentElement.style.fontSize = %q, true)`, map[bool]string{true: "200%"}[m.large]))
		found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](axeRun, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range found {
			t.Errorf("%s, %s: %s", url, m.name, fault)
		}
	}
}

func emulate(t *testing.T, ctx context.Context, scheme, media string) {
	t.Helper()
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	addressed = regexp.MustCompile(`(?:href|src)="([^"#]*)(#[^"]*)?"`)
	anchored  = regexp.MustCompile(`\bid="([^"]+)"`)
)

// TestLinksFromDisk follows every link of the saved site as a file system does.
func TestLinksFromDisk(t *testing.T) {
	dir := builtFolder(t)
	ids := map[string][]string{}
	for _, name := range sitePages(t, dir) {
		for _, m := range anchored.FindAllStringSubmatch(readText(t, filepath.Join(dir, name)), -1) {
			ids[name] = append(ids[name], m[1])
		}
	}
	for _, name := range sitePages(t, dir) {
		if name == "404.html" {
			continue
		}
		for _, m := range addressed.FindAllStringSubmatch(readText(t, filepath.Join(dir, name)), -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			to := name
			if m[1] != "" {
				to = path.Join(path.Dir(name), m[1])
			}
			if _, err := os.Stat(filepath.Join(dir, to)); err != nil {
				t.Errorf("%s leads to %s, which is not there", name, to)
			} else if id := strings.TrimPrefix(m[2], "#"); id != "" && path.Ext(to) == ".html" && !slices.Contains(ids[to], id) {
				t.Errorf("%s leads to %s#%s, which is not there", name, to, id)
			}
		}
	}
}
