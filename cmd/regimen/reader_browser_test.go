package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// onPhone opens a page of the site on a phone. Scrolling is done at once, so that what is
// clicked does not move away.
func onPhone(t *testing.T, ctx context.Context, url string) {
	t.Helper()
	prefer(t, ctx, "reduce")
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
}

// prefer sets how much movement the reader wants.
func prefer(t testing.TB, ctx context.Context, motion string) {
	t.Helper()
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: motion}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// clickOn clicks an element as a reader does.
func clickOn(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector))); err != nil {
		t.Fatalf("%s: %v", selector, err)
	}
}

// says asks that a text holds some words.
func says(t *testing.T, where, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%s does not say %q: %s", where, w, text)
		}
	}
}

// comes waits until the page says the first of some words, then asks for the others.
func comes(t *testing.T, ctx context.Context, expression string, words ...string) {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](expression+`.includes("`+words[0]+`")`)); err != nil {
		t.Errorf("%q does not come: %v", words[0], err)
	}
	says(t, expression, evaluate[string](t, ctx, expression), words...)
}

const (
	alertText  = `document.querySelector(".outcome[role=alert]").innerText`
	statusText = `document.querySelector(".outcome[role=status]").innerText`
	keptKeys   = `JSON.stringify(Object.keys(localStorage))`
)

func TestReaderScreening(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	onPhone(t, ctx, server.URL+"/index.html")
	clickOn(t, ctx, ".hero .button")
	if err := chromedp.Do(ctx, chromedp.WaitVisible(chromedp.CSS("#spine-weight-loss"))); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, `document.readyState === "complete" && document.querySelectorAll(".no-sign.print-only").length > 0`, "true")
	clickOn(t, ctx, "#spine-weight-loss input")
	comes(t, ctx, statusText, "Urgent: call today", "Call 111", "Leave the exercises")
	clickOn(t, ctx, "#spine-saddle-numbness input")
	comes(t, ctx, alertText, "Emergency: go now", "Go to A&E now", "Call 999", "less urgent sign")
	if text := evaluate[string](t, ctx, statusText); text != "" {
		t.Errorf("beside the emergency stands %q", text)
	}
	if href := evaluate[string](t, ctx, `document.querySelector(".outcome .call").href`); href != "tel:999" {
		t.Errorf("the button calls %s", href)
	}
	if !evaluate[bool](t, ctx, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(".outcome[role=alert] .call").getBoundingClientRect())`) {
		t.Error("the button to call is not in sight")
	}
	clickOn(t, ctx, ".none-fits")
	comes(t, ctx, statusText, "cannot rule out", "Before you start", "Stronger back in twelve weeks", "read your pain")
	if words := evaluate[string](t, ctx, `document.querySelector(".check").innerText`); strings.Contains(strings.ToLower(words), "safe") {
		t.Errorf("the check promises what it cannot: %s", words)
	}
	if n := evaluate[int](t, ctx, `document.querySelectorAll("[data-tier] input:checked").length`); n != 0 {
		t.Errorf("%d signs are ticked beside none", n)
	}
	clickOn(t, ctx, ".check [type=reset]")
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector(".outcome[role=status]").childNodes.length === 0`)); err != nil {
		t.Fatal(err)
	}
	if kept := evaluate[string](t, ctx, keptKeys); kept != "[]" {
		t.Errorf("unasked, the browser keeps %s", kept)
	}
}

func TestReaderScreeningRemembered(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	onPhone(t, ctx, server.URL+"/safety.html")
	clickOn(t, ctx, ".none-fits")
	clickOn(t, ctx, ".remember")
	const key = "regimen:stronger-back:check"
	if kept := evaluate[string](t, ctx, keptKeys); kept != `["`+key+`"]` {
		t.Fatalf("the browser keeps %s", kept)
	}
	if kept := evaluate[string](t, ctx, `Object.keys(JSON.parse(localStorage["`+key+`"])).join()`); kept != "date,tier" {
		t.Errorf("what is kept has %s", kept)
	}
	for _, page := range []string{"/programmes/stronger-back.html", "/programmes/stronger-back/a.html"} {
		onPhone(t, ctx, server.URL+page)
		comes(t, ctx, `document.querySelector(".stop").innerText`, "You last did the check for warning signs on")
	}
	onPhone(t, ctx, server.URL+"/safety.html")
	comes(t, ctx, `document.querySelector(".check-kept").innerText`, "You last did")
	clickOn(t, ctx, ".check-kept button")
	if kept := evaluate[string](t, ctx, keptKeys); kept != "[]" {
		t.Errorf("after it was to forget, the browser keeps %s", kept)
	}
}

// TestCheckByKeyboard ticks an emergency with Tab and Space alone.
func TestReaderScreeningByKeyboard(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	onPhone(t, ctx, server.URL+"/safety.html")
	err := chromedp.Do(ctx, chromedp.Focus(chromedp.CSS(".check input")), chromedp.KeyEvent(" "), chromedp.KeyEvent("\t"))
	if err != nil {
		t.Fatal(err)
	}
	comes(t, ctx, alertText, "Call 999")
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`(e => {
		const box = e.getBoundingClientRect(), answer = document.querySelector(".outcome[role=alert]").getBoundingClientRect();
		return box.top >= 0 && box.bottom <= answer.top;
	})(document.activeElement)`)); err != nil {
		t.Errorf("what has the focus lies behind the answer: %v", err)
	}
	left, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`new Promise((done) => {
		let left = false;
		navigation.onnavigate = () => { left = true; };
		document.querySelector(".check").requestSubmit(); // what Enter does
		setTimeout(() => done(left));
	})`, chromedp.EvalAwaitPromise))
	if err != nil || left {
		t.Errorf("Enter leaves the page, and the ticks: %v", err)
	}
}

func TestReaderWithoutScript(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	onPhone(t, ctx, server.URL+"/safety.html")
	text := evaluate[string](t, ctx, `document.querySelector(".check").innerText`)
	says(t, "the check", text, "Emergency: go now", "Go to A&E now, or call 999.", "losing weight", "Ask your GP for an urgent appointment", "Routine: book a visit", "cannot rule out")
	if n := evaluate[int](t, ctx, `[...document.querySelectorAll(".check li")].filter((li) => li.querySelector("input") && li.querySelector(".do")?.innerText).length`); n != 12 {
		t.Errorf("%d signs stand with what to do, want 12", n)
	}
	if calls := evaluate[int](t, ctx, `document.querySelectorAll('.check .do a[href^="tel:"]').length`); calls < 12 {
		t.Errorf("%d numbers can be called", calls)
	}
	onPhone(t, ctx, server.URL+"/programmes/stronger-back.html")
	says(t, "the programme", evaluate[string](t, ctx, `document.querySelector("main").innerText`), "needs JavaScript", "Week 1", "Dumbbell or kettlebell")
	onPhone(t, ctx, server.URL+"/programmes/stronger-back/a.html")
	says(t, "the session", evaluate[string](t, ctx, `document.querySelector("#log").innerText`), "The log needs the site to be served")
	if evaluate[bool](t, ctx, `[...document.querySelectorAll("button")].some((b) => b.checkVisibility())`) {
		t.Error("a button is shown that does nothing")
	}
}

func TestReaderCalendarFile(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	onPhone(t, ctx, server.URL+"/programmes/stronger-back.html")
	text := evaluate[string](t, ctx, `(() => {
		const input = document.querySelector("#first-day");
		input.value = "2026-12-02";
		input.dispatchEvent(new Event("input"));
		return document.querySelector(".preview").innerText;
	})()`)
	says(t, "the preview", strings.Join(strings.Fields(text), " "), "A Wed 2 Dec B Fri 4 Dec A Mon 7 Dec B Wed 9 Dec A Fri 11 Dec B Mon 14 Dec", "36 sessions")
	file := evaluate[string](t, ctx, `(() => {
		URL.createObjectURL = (blob) => { window.blob = blob; return "#"; };
		HTMLAnchorElement.prototype.click = function () { window.file = this.download; };
		document.querySelector(".calendar-file button").click();
		return window.file + " " + window.blob.type;
	})()`)
	if file != "stronger-back.ics text/calendar;charset=utf-8" {
		t.Errorf("the file is %s", file)
	}
	same, err := chromedp.Run(ctx, chromedp.Evaluate[string](`(async () => {
		const {calendar} = await import("/js/calendar.js");
		const data = JSON.parse(document.querySelector("#programme-data").textContent);
		for (const s of data.programme.sessions) s.url = new URL(s.url, location.href).href;
		const stamp = (text) => text.replace(/DTSTAMP:\w+/g, "");
		const got = await window.blob.text();
		return stamp(got) === stamp(calendar(data, "2026-12-02", new Date())) ? got : "differs: " + got;
	})()`, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	says(t, "the file", same, "BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20261202\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=2027", "/programmes/stronger-back/a.html")
	if strings.HasPrefix(same, "differs") || strings.Count(same, "BEGIN:VEVENT") != 6 {
		t.Error(same)
	}
}

// playing counts the animations of the figure that have not ended.
const playing = `document.querySelector(".poses").getAnimations({subtree: true}).filter((a) => a.playState === "running").length`

func TestReaderFigureReplay(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	onPhone(t, ctx, server.URL+"/exercises/dead-bug.html")
	prefer(t, ctx, "no-preference")
	evaluate[int](t, ctx, `(() => { for (const a of document.querySelector(".poses").getAnimations({subtree: true})) a.finish(); return 0; })()`)
	if n := evaluate[int](t, ctx, playing); n != 0 {
		t.Fatalf("%d animations go on", n)
	}
	clickOn(t, ctx, ".replay")
	if n := evaluate[int](t, ctx, playing); n != 4 {
		t.Errorf("%d animations play again, want those of two poses and two numbers", n)
	}
	prefer(t, ctx, "reduce")
	if evaluate[bool](t, ctx, `document.querySelector(".replay").checkVisibility()`) {
		t.Error("the button is shown to readers who want no movement")
	}
	onPhone(t, ctx, server.URL+"/exercises/plank.html")
	if evaluate[bool](t, ctx, `document.querySelectorAll(".pose").length === 1 && !!document.querySelector(".replay")`) {
		t.Error("a hold has a button to play")
	}
}

// TestSessionOnAPhone asks that clearance and stop signals stand whole before the table,
// and that the first exercise is in the first screen.
func TestReaderSessionOnAPhone(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	for _, session := range []string{"a", "b"} {
		onPhone(t, ctx, server.URL+"/programmes/stronger-back/"+session+".html")
		if bottom := evaluate[float64](t, ctx, `document.querySelector(".session tbody tr").getBoundingClientRect().bottom`); bottom > 740 {
			t.Errorf("%s: the first exercise ends at %v px", session, bottom)
		}
		says(t, "the notices", evaluate[string](t, ctx, `document.querySelector(".notices").innerText`),
			"Before you start. A doctor or physiotherapist", "Stop if you feel: sharp", "unusual breathlessness")
		if !evaluate[bool](t, ctx, `!!(document.querySelector(".notices").compareDocumentPosition(document.querySelector(".session")) & Node.DOCUMENT_POSITION_FOLLOWING)`) {
			t.Error("the table stands before the notices")
		}
		if !evaluate[bool](t, ctx, `document.querySelector("button.print").checkVisibility() && !document.querySelector("#log .needs-script")`) {
			t.Error("the print button is missing, or the log still speaks of being served")
		}
	}
	says(t, "the turns", evaluate[string](t, ctx, `document.querySelector(".turns").textContent`), "Week 1: A on Monday, B on Wednesday, A on Friday.", "Week 2: B on Monday, A on Wednesday, B on Friday.")
}
