package main

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestLogProofTime sets clocks back, crosses borders and sits up past midnight.
func TestLogProofTime(t *testing.T) {
	prove(t, scenario{"a clock that is set back", clockBack}, scenario{"the end of summer time", summerEnds},
		scenario{"another time zone", zoneChanges}, scenario{"past midnight", pastMidnight}, scenario{"in 1970", longAgo})
}

// clockScript makes the page's clock run from the moment that the tab keeps.
const clockScript = `{
  const Real = Date;
  const now = () => Real.now() + Number(sessionStorage.clock ?? 0);
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length > 0 ? given : [now()])); }
    static now() { return now(); }
  };
  window.setClock = (moment) => { sessionStorage.clock = Real.parse(moment) - Real.now(); return true; };
}`

// clock opens a page whose clock can be set.
func (p *proof) clock(t *testing.T, moment, zone string) {
	t.Helper()
	before(t, p.tab, clockScript)
	inZone(t, p.tab, zone)
	reach(t, p.tab, p.host.url()+"404.html")
	p.setClock(t, moment)
}

func (p *proof) setClock(t *testing.T, moment string) {
	t.Helper()
	evaluate[bool](t, p.tab, `setClock(`+quoted(moment)+`)`)
}

func inZone(t *testing.T, tab context.Context, zone string) {
	t.Helper()
	if _, err := chromedp.Call(tab, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone}); err != nil {
		t.Fatal(err)
	}
}

// ends ticks a second set, loads the page again, ends the session, and asks how long it was.
func (p *proof) ends(t *testing.T, want string) {
	t.Helper()
	touch(t, p.tab, `[data-set="2"] [data-action=tick]`)
	becomes(t, p.tab, `done()`, "2")
	reload(t, p.tab)
	becomes(t, p.tab, `document.querySelector("session-log").dataset.state`, "running")
	touch(t, p.tab, `.log-bar [data-action=finishing]`, `[data-action=finish]`)
	comes(t, p.tab, `document.querySelector(".log-done").innerText`, "2 of 18")
	becomes(t, p.tab, `[latest().day, latest().zone, latest().start.slice(10, 16) + latest().start.slice(19), latest().end.slice(0, 16) + latest().end.slice(19),
		Math.round((Date.parse(latest().end) - Date.parse(latest().start)) / 60000), setsOf(latest()).every(([, , , , , , , at]) => at >= 0)].join(" ")`, want)
	p.log(t, "history")
	comes(t, p.tab, logView, "1 session")
	becomes(t, p.tab, `wrong.join()`, "")
}

func clockBack(t *testing.T, p *proof) {
	p.clock(t, "2026-03-20T10:00:00Z", "Europe/London")
	p.running(t)
	p.setClock(t, "2026-03-18T09:00:00Z")
	p.ends(t, "2026-03-20 Europe/London T10:00+00:00 2026-03-20T10:00+00:00 0 true")
}

func summerEnds(t *testing.T, p *proof) {
	p.clock(t, "2026-11-01T05:50:00Z", "America/New_York")
	p.running(t)
	p.setClock(t, "2026-11-01T06:10:00Z") // ten past one, again
	p.ends(t, "2026-11-01 America/New_York T01:50-04:00 2026-11-01T01:10-05:00 20 true")
}

func zoneChanges(t *testing.T, p *proof) {
	p.clock(t, "2026-03-28T14:30:00Z", "Asia/Tokyo")
	p.running(t)
	inZone(t, p.tab, "America/Los_Angeles")
	p.setClock(t, "2026-03-28T15:10:00Z")
	p.ends(t, "2026-03-28 Asia/Tokyo T23:30+09:00 2026-03-28T08:10-07:00 40 true")
}

func pastMidnight(t *testing.T, p *proof) {
	p.clock(t, "2026-12-31T22:50:00Z", "Europe/Berlin")
	p.running(t)
	p.setClock(t, "2026-12-31T23:20:00Z")
	p.ends(t, "2026-12-31 Europe/Berlin T23:50+01:00 2027-01-01T00:20+01:00 30 true")
}

func longAgo(t *testing.T, p *proof) {
	p.clock(t, "1970-01-01T00:01:00Z", "UTC")
	p.running(t)
	p.setClock(t, "1970-01-01T00:21:00Z")
	p.ends(t, "1970-01-01 UTC T00:01+00:00 1970-01-01T00:21+00:00 20 true")
}
