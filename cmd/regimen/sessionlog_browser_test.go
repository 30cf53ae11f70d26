package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const sessionA = "/programmes/stronger-back/a.html"

// openSession opens a session page on a phone, asks for the log, and waits until it works.
func openSession(t *testing.T, ctx context.Context, url string) {
	t.Helper()
	onPhone(t, ctx, url)
	clickOn(t, ctx, "session-log [data-action=open]")
	becomes(t, ctx, `Boolean(document.querySelector("session-log[data-state]"))`, "true")
}

// watched makes every page that is opened from now on note what goes wrong in it.
func watched(t *testing.T) context.Context {
	t.Helper()
	ctx := chromium(t)
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// touch brings a button to the middle of the screen, away from the bar, and clicks it.
func touch(t *testing.T, ctx context.Context, selectors ...string) {
	t.Helper()
	for _, selector := range selectors {
		becomes(t, ctx, "Boolean(document.querySelector(`"+selector+"`))", "true")
		evaluate[bool](t, ctx, "(document.querySelector(`"+selector+"`).scrollIntoView({block: 'center'}), true)")
		clickOn(t, ctx, selector)
	}
}

// reload opens the page again, as after a crash.
func reload(t *testing.T, ctx context.Context) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, `Boolean(document.querySelector("session-log[data-state]"))`, "true")
}

// fits asks that the page is no wider than the phone, and that nothing went wrong.
func fits(t *testing.T, ctx context.Context, where string) {
	t.Helper()
	if over := evaluate[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		t.Errorf("%s: %d px wider than the phone", where, over)
	}
	if wrong := evaluate[string](t, ctx, `wrong.join("; ")`); wrong != "" {
		t.Errorf("%s: %s", where, wrong)
	}
	small := evaluate[string](t, ctx, `[...document.querySelectorAll("session-log button")].filter((b) => b.checkVisibility())
		.filter((b) => b.getBoundingClientRect().height < 44).map((b) => b.dataset.action + " " + b.getBoundingClientRect().height).join("; ")`)
	if small != "" {
		t.Errorf("%s: buttons lower than 44 px: %s", where, small)
	}
}

// stored is an expression for the session that is kept, read back from the storage.
const stored = `(() => { const key = Object.keys(localStorage).filter((k) => k.includes(":s:")).sort().at(-1); return JSON.parse(localStorage[key]); })()`

func tuples(row string) string {
	return `JSON.stringify(` + stored + `.exercises.find((e) => e.row === "` + row + `").sets.map((s) => s.slice(0, 5)))`
}

func TestSessionLog(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	fits(t, ctx, "before the start")
	touch(t, ctx, `[data-action=before][data-value="2"]`, `[data-action=start]`)
	becomes(t, ctx, stored+`.pain.before`, "2")
	touch(t, ctx, `.log-turn [data-value=goblet-squat]`, `.log-bar [data-action=tick]`)
	becomes(t, ctx, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"\",10]]`)
	comes(t, ctx, `document.querySelector(".log-saved").innerText`, "Saved on this device")

	// Two taps correct a value; what follows takes the load over.
	touch(t, ctx, `[data-set="1"] .log-value`, `[data-set="1"] [data-action=step][data-field=load][data-by="1"]`)
	becomes(t, ctx, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"1\",10]]`)
	fill(t, ctx, `[data-set="1"] input[data-field=load]`, "22,5")
	becomes(t, ctx, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"22.5\",10]]`)
	comes(t, ctx, `document.querySelector('[data-set="2"] .log-value').innerText`, "22.5 kg × 10")
	fits(t, ctx, "with a set open")

	t.Run("everything is there after a reload", func(t *testing.T) {
		reload(t, ctx)
		becomes(t, ctx, `document.querySelector("session-log").dataset.state`, "running")
		touch(t, ctx, `.log-turn [data-value=goblet-squat]`)
		becomes(t, ctx, `document.querySelector('[data-set="1"] [data-action=tick]').ariaPressed`, "true")
		becomes(t, ctx, `/^1:[0-3]\d$/.test(document.querySelector(".log-clock").textContent)`, "true")
		touch(t, ctx, `[data-action=shift][data-by="15"]`)
		becomes(t, ctx, `JSON.parse(localStorage["regimen:stronger-back:timer"]).total`, "105")
		evaluate[bool](t, ctx, `((key) => { localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), deadline: Date.now() - 1000}); return true; })("regimen:stronger-back:timer")`)
		reload(t, ctx)
		comes(t, ctx, `document.querySelector(".log-timer").innerText`, "Rest is over")
		touch(t, ctx, `[data-action=no-timer]`)
		becomes(t, ctx, `document.querySelector(".log-timer")`, "null")
	})
	t.Run("a tick is taken back", func(t *testing.T) {
		touch(t, ctx, `.log-turn [data-value=goblet-squat]`, `[data-set="1"] [data-action=tick]`)
		becomes(t, ctx, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"22.5\",null]]`)
	})
	t.Run("sides are done one by one", func(t *testing.T) {
		touch(t, ctx, `.log-turn [data-value=clamshell]`, `[data-set="1L"] [data-action=tick]`)
		becomes(t, ctx, `document.querySelector(".log-timer")`, "null")
		touch(t, ctx, `[data-set="1R"] [data-action=tick]`)
		becomes(t, ctx, tuples("clamshell"), `[[\"1L\",\"w\",\"L\",\"\",15],[\"1R\",\"w\",\"R\",\"\",15]]`)
		becomes(t, ctx, `document.querySelector(".log-timer").dataset.phase`, "running")
	})
	t.Run("a hold has its own timer and the side changes", func(t *testing.T) {
		touch(t, ctx, `.log-turn [data-value="90-90-hip-stretch"]`, `[data-set="1L"] [data-action=time]`)
		comes(t, ctx, `document.querySelector(".log-timer").innerText`, "Get ready")
		evaluate[bool](t, ctx, `((key) => { localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), deadline: Date.now()}); return true; })("regimen:stronger-back:timer")`)
		comes(t, ctx, `document.querySelector(".log-timer").innerText`, "Switch sides")
		becomes(t, ctx, tuples("90-90-hip-stretch"), `[[\"1L\",\"w\",\"L\",\"\",30]]`)
		touch(t, ctx, `[data-action=no-timer]`)
	})
	t.Run("sets are added and removed", func(t *testing.T) {
		touch(t, ctx, `.log-turn [data-value=glute-bridge]`, `[data-panel=more]`, `[data-action=add][data-value=u]`, `.log-set:last-child [data-action=tick]`)
		becomes(t, ctx, stored+`.exercises.find((e) => e.row === "glute-bridge").sets[0][1]`, "u")
		touch(t, ctx, `.log-set:last-child .log-value`, `[data-action=remove]`)
		becomes(t, ctx, `document.querySelectorAll(".log-set").length`, "3")
	})
	t.Run("other pages say that a session runs", func(t *testing.T) {
		onPhone(t, ctx, server.URL+"/library.html")
		comes(t, ctx, `(document.querySelector(".running-bar")?.innerText ?? "")`, "A session is running")
		if err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(".running-bar a")), chromedp.WaitVisible(chromedp.CSS(".log-bar"))); err != nil {
			t.Fatal(err)
		}
		becomes(t, ctx, `document.querySelector("session-log")?.dataset.state`, "running")
		becomes(t, ctx, `document.querySelector(".running-bar")`, "null")
	})
	t.Run("the end says what was done", func(t *testing.T) {
		touch(t, ctx, `[data-action=view][data-value=list]`)
		becomes(t, ctx, `document.querySelectorAll(".log-card").length`, "7")
		fits(t, ctx, "all as a list")
		touch(t, ctx, `.log-bar [data-action=finishing]`)
		comes(t, ctx, `document.querySelector(".log-finish").innerText`, "sets are not done", "warm-up")
		fits(t, ctx, "at the end")
		touch(t, ctx, `[data-action=after][data-value="1"]`, `[data-action=session-effort][data-value="6"]`, `[data-action=finish]`)
		comes(t, ctx, `document.querySelector(".log-done").innerText`, "Next time", "1 of 18", "Clamshell", "Next in turn: Strength and mobility", "Saved on this device")
		becomes(t, ctx, stored+`.effort`, "6")
		fits(t, ctx, "after the end")
	})
}

// TestSessionLogTyped types values that are kept, and values that are refused.
func TestSessionLogTyped(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	touch(t, ctx, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`)
	comes(t, ctx, `document.querySelector(".log-dose").innerText`, "3 × 10–12", "light load")
	const load, reps = `[data-set="1"] input[data-field=load]`, `[data-set="1"] input[data-field=amount]`
	touch(t, ctx, `[data-set="1"] .log-value`)
	fill(t, ctx, load, "10")
	fill(t, ctx, reps, "12")
	for _, c := range []struct{ box, typed, says string }{
		{load, "abc", "such as 10 or 12.5"}, {load, "-5", "such as 10 or 12.5"}, {load, "12kg", "such as 10 or 12.5"}, {load, "9999", "at most 500 kg"},
		{reps, "8.5", "whole number"}, {reps, "1000", "The most that can be noted here is 100"},
	} {
		fill(t, ctx, c.box, c.typed)
		comes(t, ctx, `(document.querySelector("[role=alert].log-refused")?.innerText ?? "")`, c.says)
		becomes(t, ctx, `document.querySelector('[data-set="1"] .log-value b').innerText`, "10 kg × 12")
	}
	fits(t, ctx, "with a value refused")
	fill(t, ctx, reps, kb.Backspace)
	becomes(t, ctx, "document.querySelector(`"+reps+"`).value", "12")
	becomes(t, ctx, `document.querySelector(".log-refused")`, "null")

	// What stands in a box that was not left yet is kept too.
	evaluate[bool](t, ctx, "(document.querySelector(`"+reps+"`).select(), true)")
	if err := chromedp.Do(ctx, chromedp.KeyEvent("11")); err != nil {
		t.Fatal(err)
	}
	reload(t, ctx)
	becomes(t, ctx, `document.querySelector(".log-card h3").innerText`, "Goblet squat")
	becomes(t, ctx, `document.querySelector('[data-set="1"] .log-value b').innerText`, "10 kg × 11")
	touch(t, ctx, `.log-bar [data-action=tick]`)
	becomes(t, ctx, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"10\",11]]`)
	touch(t, ctx, `.log-turn [data-value="90-90-hip-stretch"]`, `[data-set="1L"] [data-action=time]`)
	comes(t, ctx, `document.querySelector("session-log > [role=status]").innerText`, "get ready")
	touch(t, ctx, `[data-action=wrong].log-wrong`, `[data-action=flag][data-value=chest-pain]`)
	comes(t, ctx, `document.querySelector(".log-lock").innerText`, "Emergency")
	becomes(t, ctx, `document.querySelector("session-log > [role=status]").textContent`, "")
	touch(t, ctx, `[data-action=unwarn]`, `.log-turn [data-value=goblet-squat]`, `[data-action=finishing]`, `[data-action=finish]`)
	becomes(t, ctx, `document.querySelector("session-log").dataset.state`, "done")
	becomes(t, ctx, `Object.keys(sessionStorage).filter((key) => key.includes(":view:")).length`, "0")
}

// fill types a value into a box in place of what stands there, and leaves it.
func fill(t *testing.T, ctx context.Context, box, text string) {
	t.Helper()
	evaluate[bool](t, ctx, "(document.querySelector(`"+box+"`).select(), document.querySelector(`"+box+"`).focus(), true)")
	if err := chromedp.Do(ctx, chromedp.KeyEvent(text), chromedp.KeyEvent(kb.Enter)); err != nil {
		t.Fatal(err)
	}
}

func TestSessionLogWarnings(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	touch(t, ctx, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`, `[data-panel=pain]`, `[data-action=pain][data-value="4"]`)
	comes(t, ctx, `document.querySelector(".log-light").innerText`, "Amber")
	touch(t, ctx, `[data-action=pain][data-value="2"]`)
	comes(t, ctx, `document.querySelector(".log-light").innerText`, "Green")
	touch(t, ctx, `[data-action=sign][data-value=sharp]`)
	comes(t, ctx, `document.querySelector(".log-light[role=alert]").innerText`, "stop this exercise")
	fits(t, ctx, "with red pain")
	comes(t, ctx, `document.querySelector(".log-bar").innerText`, "Leave Goblet squat for today")
	touch(t, ctx, `.log-light [data-action=stop]`)
	becomes(t, ctx, stored+`.exercises.find((e) => e.row === "goblet-squat").skipped`, "pain")

	touch(t, ctx, `[data-action=wrong].log-wrong`)
	becomes(t, ctx, `document.querySelector(".log-dialog").open`, "true")
	// A touch may come before the dialog has told that it is closed.
	evaluate[any](t, ctx, `document.addEventListener("close", (event) => event.stopImmediatePropagation(), {capture: true, once: true})`)
	if err := chromedp.Do(ctx, chromedp.KeyEvent(kb.Escape)); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, `document.querySelector(".log-dialog").open`, "false")
	touch(t, ctx, `.log-turn [data-value=glute-bridge]`)
	becomes(t, ctx, `document.querySelector(".log-dialog").open`, "false")
	touch(t, ctx, `[data-action=wrong].log-wrong`)
	comes(t, ctx, `document.querySelector(".log-dialog[open]").innerText`, "What is wrong?", "Emergency: go now", "chest pain")
	clickOn(t, ctx, `[data-action=flag][data-value=chest-pain]`)
	comes(t, ctx, `document.querySelector(".log-lock").innerText`, "Emergency: go now", "call 999")
	fits(t, ctx, "locked")
	reload(t, ctx)
	becomes(t, ctx, `document.querySelector("session-log").dataset.state`, "locked")
	becomes(t, ctx, `document.querySelector("[data-action=tick], .log-bar")`, "null")
	touch(t, ctx, `[data-action=read]`)
	comes(t, ctx, `document.querySelector(".log-warned").innerText`, "Stop, sit down and call 999")
	comes(t, ctx, `document.querySelector(".log-bar").innerText`, "End the session")
	touch(t, ctx, `[data-action=unwarn]`)
	becomes(t, ctx, stored+`.red_flag`, "null")
}

func TestSessionLogVersions(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	touch(t, ctx, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`, `[data-panel=more]`, `.log-panel [data-panel=swap]`)
	comes(t, ctx, `document.querySelector(".log-panel").innerText`, "Glute bridge")
	pickIn(t, ctx, "[data-declare]", "post-surgical/weeks-1-4")
	comes(t, ctx, `document.querySelector(".log-panel").innerText`, "Nothing that may stand in suits")
	pickIn(t, ctx, "[data-declare]", "")
	touch(t, ctx, `[data-action=keep][data-value=glute-bridge]`)
	comes(t, ctx, `document.querySelector(".log-card").innerText`, "Your version", "Goblet squat, 3 × 10–12")
	becomes(t, ctx, stored+`.exercises.find((e) => e.row === "goblet-squat").substitute_for`, "goblet-squat")
	reload(t, ctx)
	touch(t, ctx, `.log-turn [data-value=goblet-squat]`, `[data-action=unmine]`)
	becomes(t, ctx, `document.querySelector(".log-card h3").innerText`, "Goblet squat")
	touch(t, ctx, `[data-panel=more]`, `.log-panel [data-panel=dose]`)
	fill(t, ctx, `[data-dose=sets]`, "2")
	touch(t, ctx, `[data-action=own]`)
	comes(t, ctx, `document.querySelector(".log-own").innerText`, "Your version", "2 × 10–12")
	becomes(t, ctx, `document.querySelectorAll(".log-set").length`, "2")
	fits(t, ctx, "a version of one's own")
}

// pickIn chooses an option of the list that a selector finds.
func pickIn(t *testing.T, ctx context.Context, list, option string) {
	t.Helper()
	evaluate[bool](t, ctx, `((list) => { list.value = "`+option+`"; return list.dispatchEvent(new Event("change", {bubbles: true})); })(document.querySelector("`+list+`"))`)
}

// seed keeps a session of three days ago in which every set of the squat was at the top.
const seed = `import("/js/store.js").then(async ({open}) => {
	const store = await open({site: "stronger-back"});
	const day = new Date(Date.now() - 3 * 864e5).toISOString().slice(0, 10);
	const sets = [1, 2, 3].map((n) => ({id: String(n), type: "w", side: "", load: "20", amount: 12, left: null, pain: null, at: n * 100, counter: 1}));
	store.add([{v: 1, id: "00SEED", day, zone: "UTC", start: day + "T09:00:00Z", end: day + "T10:00:00Z", programme: {id: "stronger-back", version: "1.0", title: "S", week: 9},
		session: {id: "a", title: "A"}, unit: "kg", pain: {before: 1}, note: "", exercises: [{row: "goblet-squat", id: "goblet-squat", title: "Goblet squat", dose: "3 × 10–12", pain: 0, sets}]}]);
	store.set({programmes: {"stronger-back": {start: new Date(Date.now() - 59 * 864e5).toISOString().slice(0, 10)}}});
	await store.settled();
	return true;
})`

func TestSessionLogSecondVisit(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](seed, chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
	reload(t, ctx)
	comes(t, ctx, `document.querySelector(".log-start").innerText`, "The worst pain of the day after", "Last done")
	becomes(t, ctx, `document.querySelector(".log-start output").innerText`, "9")
	touch(t, ctx, `[data-action=next-day][data-value="1"]`, `[data-action=start]`, `.log-turn [data-value=goblet-squat]`)
	comes(t, ctx, `document.querySelector(".log-card").innerText`, "One more time like it comes before the next step", "last 20 kg × 12", "20 kg × 12", "Last time")
	becomes(t, ctx, `JSON.parse(localStorage["regimen:stronger-back:s:00SEED"]).pain.next_day`, "1")
	touch(t, ctx, `.log-bar [data-action=tick]`)
	becomes(t, ctx, tuples("goblet-squat"), `[[\"1\",\"w\",\"\",\"20\",12]]`)
}

// TestSessionLogFull fills the storage: the session goes on, and the page says so.
func TestSessionLogFull(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	touch(t, ctx, `[data-action=start]`)
	evaluate[bool](t, ctx, `(Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }, true)`)
	touch(t, ctx, `.log-bar [data-action=tick]`)
	comes(t, ctx, `document.querySelector(".log-fault").innerText`, "storage is full", "as a file")
	becomes(t, ctx, `document.querySelector('[data-set="1"] [data-action=tick]').ariaPressed`, "true")
	if text := evaluate[string](t, ctx, `document.querySelector(".log-saved").innerText`); strings.Contains(text, "Saved on this device") {
		t.Errorf("nothing is saved, and the page says %q", text)
	}
	fits(t, ctx, "with a full storage")
}

// TestSessionLogKeyboard goes through a session without a pointer.
func TestSessionLogKeyboard(t *testing.T) {
	server, ctx := builtSite(t), watched(t)
	openSession(t, ctx, server.URL+sessionA)
	tabTo(t, ctx, `[data-action=start]`)
	becomes(t, ctx, `document.activeElement.id`, "log-head-title")
	tabTo(t, ctx, `[data-set="1"] .log-value`)
	tabTo(t, ctx, `[data-set="1"] [data-action=step][data-field=amount][data-by="1"]`)
	becomes(t, ctx, `document.activeElement.dataset.action`, "step")
	tabTo(t, ctx, `.log-bar [data-action=tick]`)
	becomes(t, ctx, tuples("cat-cow"), `[[\"1\",\"w\",\"\",\"\",11]]`)
	tabTo(t, ctx, `.log-bar [data-action=finishing]`)
	becomes(t, ctx, `document.activeElement.id`, "log-finish-title")
	tabTo(t, ctx, `.log-bar [data-action=finish]`)
	becomes(t, ctx, `document.activeElement.id`, "log-done-title")
}

// tabTo goes forward with the tabulator key until an element has the focus, and presses Enter.
func tabTo(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	for range 120 {
		if evaluate[bool](t, ctx, "document.activeElement.matches(`"+selector+"`)") {
			if err := chromedp.Do(ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
				t.Fatal(err)
			}
			return
		}
		if err := chromedp.Do(ctx, chromedp.KeyEvent(kb.Tab)); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatalf("the tabulator does not come to %s; it is at %s", selector, evaluate[string](t, ctx, "document.activeElement.outerHTML"))
}
