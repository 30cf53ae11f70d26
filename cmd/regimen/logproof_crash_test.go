package main

import (
	"context"
	"os"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"

	"regimen/internal/browser"
)

// killings is how often the browser is killed.
const killings = 3

// TestLogProofKilled kills the browser as soon as a set is in the journal, and starts it
// again: no set is ever gone.
func TestLogProofKilled(t *testing.T) {
	h := &host{t: t}
	h.start()
	t.Cleanup(func() { h.stop() })
	h.publish(same)
	profile, err := os.MkdirTemp("", "proof")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) }) // what was killed may still be writing
	for n := range killings {
		tab, stop := profiled(t, profile)
		p := &proof{host: h, root: tab, tab: tab, wide: true}
		before(t, tab, watch+proofWords)
		p.session(t, tab)
		if n == 0 {
			touch(t, tab, `[data-action=start]`)
		} else {
			becomes(t, tab, `document.querySelector("session-log").dataset.state`, "running")
		}
		becomes(t, tab, `done()`, strconv.Itoa(n))
		becomes(t, tab, `document.querySelectorAll("[data-action=tick][aria-pressed=true]").length`, strconv.Itoa(n))
		touch(t, tab, `.log-bar [data-action=tick]`)
		promised(t, tab, `journalled(`+strconv.Itoa(n+1)+`)`)
		if err := chromedp.FromContext(tab).Browser.Process().Kill(); err != nil {
			t.Fatal(err)
		}
		stop()
	}
	tab, stop := profiled(t, profile)
	defer stop()
	before(t, tab, watch+proofWords)
	(&proof{host: h}).session(t, tab)
	becomes(t, tab, `done()`, strconv.Itoa(killings))
}

// profiled starts a browser that keeps what it knows in a folder.
func profiled(t *testing.T, folder string) (context.Context, func()) {
	t.Helper()
	path, err := browser.Find(os.Getenv("CHROMIUM"))
	if err != nil {
		t.Fatal(err)
	}
	tab, stop := browser.Start(t.Context(), path, chromedp.UserDataDir(folder))
	if err := chromedp.Do(tab); err != nil {
		t.Fatal(err)
	}
	return tab, stop
}

// TestLogProofOffline starts, ticks, loads again and ends a session after the server is gone.
func TestLogProofOffline(t *testing.T) {
	h, tab := hosted(t, same, 0)
	p := &proof{host: h, root: tab, tab: tab}
	before(t, tab, watch+proofWords)
	h.stop()
	p.running(t)
	reload(t, tab)
	touch(t, tab, `.log-turn [data-value=goblet-squat]`)
	becomes(t, tab, pressed("1"), "true")
	touch(t, tab, `[data-set="2"] [data-action=tick]`, `.log-bar [data-action=finishing]`, `[data-action=finish]`)
	comes(t, tab, `document.querySelector(".log-done").innerText`, "2 of 18", "Saved on this device")
	p.log(t, "history")
	comes(t, tab, logView, "1 session")
	becomes(t, tab, `done() + wrong.join()`, "2")
}

// TestLogProofTabs has the log open twice.
func TestLogProofTabs(t *testing.T) {
	prove(t, scenario{"ticks in two tabs", twoTabs}, scenario{"a key that is taken away", keyTaken}, scenario{"a timer in a hidden tab", hiddenTimer})
}

// twoTabs ticks in one tab while a value is half typed in the other.
func twoTabs(t *testing.T, p *proof) {
	p.running(t)
	other := p.open(t)
	p.session(t, other)
	touch(t, p.tab, `[data-set="1"] .log-value`)
	const box = `[data-set="1"] input[data-field=load]`
	evaluate[bool](t, p.tab, "(document.querySelector(`"+box+"`).select(), document.querySelector(`"+box+"`).focus(), true)")
	if err := chromedp.Do(p.tab, chromedp.KeyEvent("17,")); err != nil {
		t.Fatal(err)
	}
	touch(t, other, `.log-turn [data-value=goblet-squat]`, `[data-set="3"] [data-action=tick]`)
	becomes(t, p.tab, pressed("3"), "true")
	becomes(t, p.tab, "document.activeElement === document.querySelector(`"+box+"`) && document.activeElement.value", "17,")
	if err := chromedp.Do(p.tab, chromedp.KeyEvent("5\r")); err != nil {
		t.Fatal(err)
	}
	becomes(t, p.tab, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"17.5\",10],[\"3\",\"w\",\"\",\"\",10]]`)
	comes(t, other, `document.querySelector('[data-set="1"] .log-value').innerText`, "17.5 kg")
	touch(t, other, `.log-bar [data-action=finishing]`, `[data-action=finish]`)
	becomes(t, p.tab, `document.querySelector("session-log").dataset.state`, "idle")
	becomes(t, p.tab, `done() + " " + typeof latest().end`, "2 string")
}

// keyTaken removes the session that runs from the storage behind its back.
func keyTaken(t *testing.T, p *proof) {
	p.running(t)
	other := p.open(t)
	reach(t, other, p.host.url()+"404.html")
	evaluate[bool](t, other, `Object.keys(localStorage).filter((key) => key.includes(":s:")).every((key) => (localStorage.removeItem(key), true))`)
	comes(t, p.tab, logFault, "It goes on in this page")
	touch(t, p.tab, `[data-set="2"] [data-action=tick]`)
	becomes(t, p.tab, `done()`, "2")
}

// hiddenTimer lets a rest end while its tab is frozen behind another.
func hiddenTimer(t *testing.T, p *proof) {
	p.running(t)
	becomes(t, p.tab, `document.querySelector(".log-timer").dataset.phase`, "running")
	other := p.open(t)
	p.session(t, other)
	becomes(t, other, `document.querySelector(".log-timer").dataset.phase`, "running")
	lifecycle(t, p.tab, "frozen")
	for range 6 {
		touch(t, other, `[data-action=shift][data-by="-15"]`)
	}
	comes(t, other, `document.querySelector(".log-timer").innerText`, "Rest is over")
	lifecycle(t, p.tab, "active")
	comes(t, p.tab, `document.querySelector(".log-timer").innerText`, "Rest is over")
	becomes(t, p.tab, `JSON.parse(localStorage[site + "timer"]).total`, "1")
}
