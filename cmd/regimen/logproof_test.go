package main

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// proof is what one scenario of the log has: the site, a tab with an empty storage, and
// what the tab complains of.
type proof struct {
	host *host
	root context.Context // the tab from which others are opened
	tab  context.Context
	ear  *listener
	wide bool // whether the window shows a session as a list
}

// scenario is a thing that could lose what a reader logged.
type scenario struct {
	name string
	run  func(*testing.T, *proof)
}

// prove serves the reference site and goes through scenarios, each in a tab of its own.
// Whatever happens, no other host is asked, no script fails, and the policy holds.
func prove(t *testing.T, scenarios ...scenario) {
	t.Helper()
	h, root := hosted(t, same, 0)
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			p := &proof{host: h, root: root, ear: &listener{host: h.url()}}
			p.tab = p.open(t)
			p.empty(t)
			s.run(t, p)
			for _, fault := range p.ear.take() {
				t.Error(fault)
			}
		})
	}
}

// open gives another tab of the same browser; what goes wrong in it is noted.
func (p *proof) open(t *testing.T) context.Context {
	t.Helper()
	tab, stop := chromedp.NewContext(p.root)
	t.Cleanup(stop)
	if err := chromedp.Listen(tab, p.ear.hear); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(tab, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(tab, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	before(t, tab, watch+strings.ReplaceAll(logSeed, `"/js/`, `"`+hostFolder+`js/`)+proofWords)
	return tab
}

// before runs a script in each page that is opened from now on, ahead of the page's own.
func before(t *testing.T, tab context.Context, script string) {
	t.Helper()
	if _, err := chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		t.Fatal(err)
	}
}

// proofWords is what scenarios ask of a page. all() is every text of the site as it is
// stored, latest() the session that runs or else the last, done() how many sets that has, fill() leaves no room for one character,
// journalled(n) waits until the journal has so many sets on disk.
const proofWords = `
window.site = "regimen:stronger-back:";
window.all = () => JSON.stringify(Object.keys(localStorage).filter((key) => key.startsWith(site) && !/:(index|last)$/.test(key)).sort().map((key) => [key, localStorage[key]]));
window.latest = () => {
  const sessions = Object.keys(localStorage).filter((key) => key.startsWith(site + "s:")).sort().map((key) => localStorage[key]).filter((text) => text.startsWith('{"v":1,"id"')).map((text) => JSON.parse(text));
  return sessions.findLast(({end}) => end === undefined) ?? sessions.at(-1);
};
window.setsOf = (session) => session?.exercises.flatMap(({sets}) => sets).filter((set) => set[4] !== null) ?? [];
window.done = () => setsOf(latest()).length;
window.fill = () => {
  for (const name of ["index", "last"]) localStorage.removeItem(site + name);
  for (let n = 1 << 22, text = ""; n >= 1; n >>= 1) try {
    localStorage.filler = text + "x".repeat(n);
    text = localStorage.filler;
  } catch {}
  return localStorage.filler.length > 1e6;
};
window.journalled = async (n) => {
  for (;;) {
    const entries = await new Promise((resolve) => {
      const request = indexedDB.open("regimen:stronger-back");
      request.onupgradeneeded = () => request.transaction.abort();
      request.onerror = () => resolve([]);
      request.onsuccess = () => {
        const all = request.result.transaction("sessions").objectStore("sessions").getAll();
        all.onsuccess = () => (request.result.close(), resolve(all.result));
      };
    });
    if (entries.some(({text}) => setsOf(JSON.parse(text)).length === n)) return true;
  }
};`

// empty forgets what the scenario before left in the browser.
func (p *proof) empty(t *testing.T) {
	t.Helper()
	reach(t, p.tab, p.host.url()+"404.html")
	promised(t, p.tab, `new Promise((done) => {
		localStorage.clear();
		const request = indexedDB.deleteDatabase("regimen:stronger-back");
		request.onsuccess = () => done(true);
	})`)
}

// session opens the page of session A in a tab, and its log.
func (p *proof) session(t *testing.T, tab context.Context) {
	t.Helper()
	onPhone(t, tab, p.host.url()+strings.TrimPrefix(sessionA, "/"))
	if p.wide {
		if err := chromedp.Do(tab, chromedp.EmulateViewport(1000, 900)); err != nil {
			t.Fatal(err)
		}
	}
	becomes(t, tab, `(document.querySelector("session-log:not([data-wanted]) [data-action=open]")?.click(), Boolean(document.querySelector("session-log[data-state]")))`, "true")
}

// running opens session A, starts it, and marks the first set of the squat as done.
func (p *proof) running(t *testing.T) {
	t.Helper()
	p.session(t, p.tab)
	touch(t, p.tab, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`, `[data-set="1"] [data-action=tick]`)
	becomes(t, p.tab, `done()`, "1")
}

// log opens the page of the log at one of its views.
func (p *proof) log(t *testing.T, view string) {
	t.Helper()
	reach(t, p.tab, p.host.url()+"404.html") // a page that is only turned is not loaded again
	onPhone(t, p.tab, p.host.url()+"log.html#"+view)
	becomes(t, p.tab, logReady, "true")
}

// keep puts a text into the storage as it is.
func keep(t *testing.T, tab context.Context, name, text string) {
	t.Helper()
	evaluate[bool](t, tab, `(localStorage[site + `+quoted(name)+`] = `+quoted(text)+`, true)`)
}

// quoted is a text as JavaScript writes it.
func quoted(text string) string {
	out, _ := json.Marshal(text)
	return string(out)
}

// pressed is whether a set is shown as done.
func pressed(set string) string {
	return `document.querySelector('[data-set="` + set + `"] [data-action=tick]').ariaPressed`
}

const (
	logFault = `(document.querySelector(".log-fault")?.innerText ?? "")`
	noFault  = `document.querySelector(".log-fault") === null`
)

// lifecycle freezes a tab, as browsers do with those that are not looked at, or wakes it.
func lifecycle(t *testing.T, tab context.Context, state page.SetWebLifecycleStateState) {
	t.Helper()
	if _, err := chromedp.Call(tab, page.SetWebLifecycleState, page.SetWebLifecycleStateParams{State: state}); err != nil {
		t.Fatal(err)
	}
}
