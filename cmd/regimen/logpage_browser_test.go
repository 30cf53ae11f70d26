package main

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// logSeed defines seed(n): sessions of the reference programme, three a week, the last
// yesterday, put into the log as an import would; and download, which holds the text of
// the last file that was handed to the reader.
const logSeed = `
window.exercises = {
  a: [["cat-cow", "Cat-cow", "cycles", 0, 10], ["dead-bug", "Dead bug", "reps", 0, 9], ["goblet-squat", "Goblet squat", "reps", 10, 10],
    ["glute-bridge", "Glute bridge", "reps", 0, 12], ["bird-dog", "Bird dog", "reps", 0, 8]],
  b: [["plank", "Plank", "seconds", 0, 30], ["trap-bar-deadlift", "Trap-bar deadlift", "reps", 40, 8], ["farmer-carry", "Farmer carry", "metres", 16, 30],
    ["face-pull", "Face pull", "reps", 10, 12], ["hip-thrust", "Hip thrust", "reps", 20, 10]],
};
window.dayBefore = (days) => new Date(Date.now() - days * 86400000).toISOString().slice(0, 10);
window.made = (count) => Array.from({length: count}, (_, i) => {
  const day = dayBefore(Math.floor(((count - 1 - i) * 7) / 3) + 1), s = i % 2 ? "b" : "a";
  return {
    id: "01SEED" + String(i).padStart(6, "0"), day, zone: "Europe/London", start: day + "T18:00:00+00:00", end: day + "T18:41:00+00:00", unit: "kg",
    programme: {id: "stronger-back", version: "1.0", title: "Stronger back", week: 3}, session: {id: s, title: s === "a" ? "Stability and squat" : "Hinge and carry"},
    pain: {before: 2, during: 3, after: 1, next_day: 1}, effort: 6, red_flag: null, note: i % 7 ? "" : "Slept badly.",
    exercises: exercises[s].map(([id, title, measure, load, amount]) => ({row: id, id, title, dose: "3 x 8-10", measure, pain: null, effort: load ? 8 : null, note: "",
      sets: Array.from({length: 5}, (_, n) => ({id: String(n + 1), type: "w", side: "", load: load ? String(load + (i % 6) * 2) : "", amount: amount + (n % 3) - 1, left: null, pain: null, at: n * 120, counter: 1}))})),
  };
});
window.seed = async (count) => {
  const {open} = await import("/js/store.js");
  const store = await open({site: document.documentElement.dataset.site});
  store.add(made(count));
  store.set({programmes: {"stronger-back": {title: "Stronger back", weeks: 12, pattern: [["a", "b", "a"], ["b", "a", "b"]], days: ["monday", "wednesday", "friday"],
    start: dayBefore(60), sessions: [{id: "a", title: "Stability and squat"}, {id: "b", title: "Hinge and carry"}]}}});
  await store.settled();
  store.close();
  return store.list().length;
};
window.stored = () => JSON.stringify(Object.keys(localStorage).filter((key) => key.includes(":s:")).sort().map((key) => [key, localStorage[key]]));
window.download = "";
const blobs = URL.createObjectURL;
URL.createObjectURL = (blob) => { blob.text().then((text) => { window.download = text; }); return blobs(blob); };
HTMLAnchorElement.prototype.click = function () { if (!this.download) this.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})); };
window.choose = (name, text) => {
  const input = document.querySelector("#import-file"), data = new DataTransfer();
  data.items.add(new File([text], name));
  input.files = data.files;
  return input.dispatchEvent(new Event("change", {bubbles: true}));
};
`

const (
	logReady = `document.querySelector("log-page")?.dataset.ready`
	logView  = `document.querySelector(".log-view").innerText`
)

// openLog opens the page of the log with so many sessions in it.
func openLog(t *testing.T, ctx context.Context, url string, width int64, sessions int) {
	t.Helper()
	prefer(t, ctx, "reduce")
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch + logSeed}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url+"/404.html")); err != nil {
		t.Fatal(err)
	}
	if sessions > 0 {
		got, err := chromedp.Run(ctx, chromedp.Evaluate[int](`seed(`+strconv.Itoa(sessions)+`)`, chromedp.EvalAwaitPromise))
		if err != nil || got != sessions {
			t.Fatalf("%d sessions are there: %v", got, err)
		}
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(url+"/log.html")); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, logReady, "true")
}

// toView turns to another part of the log.
func toView(t *testing.T, ctx context.Context, view string) {
	t.Helper()
	evaluate[any](t, ctx, `location.hash = "`+view+`"`)
	becomes(t, ctx, `document.querySelector("log-page").dataset.view`, strings.Split(view, "/")[0])
}

func TestLogEmpty(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 0)
	for _, view := range []string{"overview", "history", "progress", "report"} {
		toView(t, ctx, view)
		comes(t, ctx, logView, "Nothing is logged yet", "Choose a programme")
	}
	toView(t, ctx, "backup")
	comes(t, ctx, logView, "There is nothing to save yet.")
	becomes(t, ctx, `document.querySelector("#backup").disabled`, "true")
	becomes(t, ctx, `wrong.join()`, "")
}

func TestLogWithoutScript(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(server.URL+"/log.html")); err != nil {
		t.Fatal(err)
	}
	text, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS("main")))
	if err != nil {
		t.Fatal(err)
	}
	says(t, "the page", text, "needs the site to be served, and JavaScript", "nothing is sent anywhere", "Stronger")
}

// TestLogOverview asks what is due, for four weeks and for a month.
func TestLogOverview(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 41)
	comes(t, ctx, logView, "What is next", "Session B: Hinge and carry", "of 12 planned sessions in the last four weeks")
	comes(t, ctx, `document.querySelector(".log-notices").innerText`, "41 sessions are in no backup yet.")
	becomes(t, ctx, `new URL(document.querySelector(".turn a").href).pathname`, "/programmes/stronger-back/b.html")
	clickOn(t, ctx, "[data-action=calendar]")
	becomes(t, ctx, `download.startsWith("BEGIN:VCALENDAR") && download.includes("INTERVAL=2")`, "true")
	// the file begins with the session and the day that the page names
	becomes(t, ctx, `((first) => first.start + " " + first.name)(download.split("BEGIN:VEVENT").slice(1).map((event) => ({start: /DTSTART;VALUE=DATE:(\d+)/.exec(event)[1], name: /SUMMARY:Session (.)/.exec(event)[1]})).sort((a, b) => a.start - b.start)[0])`,
		evaluate[string](t, ctx, `((day) => { while (![1, 3, 5].includes(new Date(day).getUTCDay())) day = new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10); return day.replaceAll("-", "") + " B"; })(dayBefore(0))`))
	clickOn(t, ctx, "#month-before")
	becomes(t, ctx, `document.activeElement.id`, "month-before")
	becomes(t, ctx, `document.querySelectorAll(".month td a").length`, evaluate[string](t, ctx, `String(made(41).filter(({day}) => day.slice(0, 7) === dayBefore(new Date().getDate()).slice(0, 7)).length)`))
	clickOn(t, ctx, ".month td a")
	becomes(t, ctx, `document.querySelectorAll(".entry-all").length`, "1")
	becomes(t, ctx, `wrong.join()`, "")
}

// TestLogHistory changes a session, deletes it, and takes both back.
func TestLogHistory(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 120)
	before := evaluate[string](t, ctx, `JSON.stringify(JSON.parse(localStorage["regimen:stronger-back:s:01SEED000119"]).exercises.map((e) => e.sets.map((s) => s.slice(0, 6))))`)
	sets := `JSON.stringify(JSON.parse(localStorage["regimen:stronger-back:s:01SEED000119"]).exercises.map((e) => e.sets.map((s) => s.slice(0, 6))))`
	toView(t, ctx, "history")
	becomes(t, ctx, `document.querySelectorAll(".entry").length`, "50")
	clickOn(t, ctx, "#more")
	becomes(t, ctx, `document.querySelectorAll(".entry").length`, "100")
	becomes(t, ctx, `document.activeElement === document.querySelectorAll(".entry > button")[50]`, "true")
	clickOn(t, ctx, "#open-01SEED000119")
	comes(t, ctx, `document.querySelector(".entry-all").innerText`, "Trap-bar deadlift", "50 kg × 7", "pain before 2")

	clickOn(t, ctx, "#edit-01SEED000119")
	change := func(selector, value string) {
		t.Helper()
		evaluate[any](t, ctx, `document.querySelector("`+selector+`").value = "`+value+`"`)
	}
	change("[data-row=trap-bar-deadlift] [data-set='1'] [name=load]", "ten")
	clickOn(t, ctx, "form.edit .button")
	comes(t, ctx, `document.querySelector(".edit .wrong").innerText`, "1 value is not understood", "“ten” as load.")
	change("[data-row=trap-bar-deadlift] [data-set='1'] [name=load]", "52,5")
	for day, words := range map[string]string{"2131-01-01": "The day lies in the future.", "1900-01-01": "The day lies before 1990."} {
		change("form.edit [name=day]", day)
		clickOn(t, ctx, "form.edit .button")
		comes(t, ctx, `document.querySelector(".edit .wrong").innerText`, words)
	}
	change("form.edit [name=day]", "2026-01-05")
	clickOn(t, ctx, "[data-row=trap-bar-deadlift] [data-set='2'] [name=gone]")
	clickOn(t, ctx, "[data-row=plank] [data-action=add-set]")
	clickOn(t, ctx, "form.edit .button")
	becomes(t, ctx, `document.querySelectorAll("form.edit").length`, "0")
	becomes(t, ctx, `JSON.parse(localStorage["regimen:stronger-back:s:01SEED000119"]).day`, "2026-01-05")
	becomes(t, ctx, `JSON.parse(`+sets+`)[1].slice(0, 2).map((s) => s.slice(3, 5).join()).join(" ")`, "52.5,7 50,")
	becomes(t, ctx, `JSON.parse(`+sets+`)[0].length`, "6")
	clickOn(t, ctx, "#open-01SEED000118")
	for range 2 {
		clickOn(t, ctx, "#edit-01SEED000118")
		clickOn(t, ctx, "form.edit .button")
		becomes(t, ctx, `document.querySelectorAll("form.edit").length`, "0")
	}
	comes(t, ctx, `document.querySelector(".undos").innerText`, "And 2 earlier.")
	becomes(t, ctx, `document.querySelectorAll(".undos button").length`, "1")
	clickOn(t, ctx, ".undos button")
	comes(t, ctx, `document.querySelector(".undos").innerText`, "And 1 earlier.")
	clickOn(t, ctx, ".undos button")
	becomes(t, ctx, `document.querySelector(".undos").innerText.includes("earlier")`, "false")
	clickOn(t, ctx, ".undos button")
	becomes(t, ctx, `JSON.stringify(JSON.parse(`+sets+`).map((e) => e.filter(([, , , , amount]) => amount !== null))) === JSON.stringify(`+before+`)`, "true")

	toView(t, ctx, "history/01SEED000118")
	becomes(t, ctx, `document.querySelectorAll("[data-action=delete][data-value='01SEED000118']").length`, "1")
	clickOn(t, ctx, "[data-action=delete][data-value='01SEED000118']")
	becomes(t, ctx, `localStorage["regimen:stronger-back:s:01SEED000118"] === undefined`, "true")
	comes(t, ctx, `document.querySelector(".undos").innerText`, "Deleted: Stability and squat")
	becomes(t, ctx, `document.activeElement.closest(".undos") !== null`, "true")
	clickOn(t, ctx, ".undos button")
	becomes(t, ctx, `localStorage["regimen:stronger-back:s:01SEED000118"] !== undefined`, "true")
	becomes(t, ctx, `wrong.join()`, "")
}

// TestLogBackup saves everything, deletes everything, brings it back and asks that it is the same.
func TestLogBackup(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 1280, 12)
	toView(t, ctx, "backup")
	comes(t, ctx, logView, "There are 12 sessions, and no backup yet.")
	before := evaluate[string](t, ctx, `stored()`)
	clickOn(t, ctx, "#backup")
	becomes(t, ctx, `download.includes('"format":"regimen-log"')`, "true")
	comes(t, ctx, logView, "No session is new since then.")
	comes(t, ctx, `document.querySelector("log-page").innerText`, "The backup was handed to the browser to save.")
	toView(t, ctx, "history")
	becomes(t, ctx, `document.querySelector("log-page").innerText.includes("handed to the browser")`, "false")
	toView(t, ctx, "backup")
	becomes(t, ctx, `document.querySelectorAll("#wipe").length`, "1")
	evaluate[any](t, ctx, `window.first = download`)
	for app, head := range map[string]string{"csv": "day,start", "strong": "Date;Workout Name", "hevy": "title,start_time", "fitnotes": "Date,Exercise"} {
		clickOn(t, ctx, "#table-"+app)
		becomes(t, ctx, `download.replaceAll('"', "").replace("\ufeff", "").startsWith("`+head+`")`, "true")
	}
	clickOn(t, ctx, "#wipe")
	becomes(t, ctx, `document.querySelectorAll(".wipe-sure").length`, "1")
	comes(t, ctx, `document.querySelector(".wipe-sure").innerText`, "12 sessions and all settings will be deleted", "Save a backup first")
	clickOn(t, ctx, "[data-action=unwipe]")
	becomes(t, ctx, `document.activeElement.id`, "wipe")
	clickOn(t, ctx, "#wipe")
	becomes(t, ctx, `document.querySelectorAll(".wipe-sure").length`, "1")
	clickOn(t, ctx, "[data-action=wipe-now]")
	comes(t, ctx, logView, "Everything is deleted.")
	becomes(t, ctx, `stored()`, "[]")

	toView(t, ctx, "import")
	becomes(t, ctx, `document.querySelectorAll("#import-file").length`, "1")
	evaluate[bool](t, ctx, `choose("log.json", first)`)
	comes(t, ctx, logView, "A backup of this log", "Bring in 12 sessions")
	becomes(t, ctx, `stored()`, "[]")
	clickOn(t, ctx, "#apply")
	comes(t, ctx, logView, "12 new, 0 changed")
	if after := evaluate[string](t, ctx, `stored()`); after != before {
		t.Errorf("the log is not the same after it came back:\n%.500s\n%.500s", after, before)
	}
	toView(t, ctx, "backup")
	clickOn(t, ctx, "#backup")
	becomes(t, ctx, `download.replace(/"exported":"[^"]*"/, "") === first.replace(/"exported":"[^"]*"/, "")`, "true")
	becomes(t, ctx, `wrong.join()`, "")
}

const strongFile = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-02-02 18:00:00,Legs,40m,Goblet Squat,1,20,10,0,0,,fine,
2026-02-02 18:00:00,Legs,40m,Goblet Squat,2,20,9,0,0,,fine,
2026-02-02 18:00:00,Legs,40m,Odd Machine,1,30,twelve,0,0,,fine,
2026-02-02 18:00:00,Legs,40m,Odd Machine,2,30,12,0,0,,fine,
`

// TestLogImport looks at another app's file, answers what it leaves open, brings it in twice and takes it back.
func TestLogImport(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 3)
	before := evaluate[string](t, ctx, `stored()`)
	file := "`" + strongFile + "`"
	toView(t, ctx, "import")
	becomes(t, ctx, `document.querySelectorAll("#import-file").length`, "1")
	evaluate[bool](t, ctx, `choose("strong.csv", `+file+`)`)
	comes(t, ctx, logView, "An export of Strong", "In which unit are the loads?", "1 exercise is not known here", "Odd Machine", "Line 4:")
	becomes(t, ctx, `document.querySelector("#apply")?.disabled`, "true")
	comes(t, ctx, `document.querySelector("#why-not-yet").innerText`, "Still to be answered: In which unit are the loads?")
	clickOn(t, ctx, "#answer-unit-lb")
	becomes(t, ctx, `document.querySelector("#why-not-yet").innerText`, "")
	comes(t, ctx, `document.querySelector("#apply").innerText`, "Bring in 1 session")
	becomes(t, ctx, `document.activeElement.id`, "answer-unit-lb")
	evaluate[any](t, ctx, `document.querySelector("#match-0").value = "Hip thrust"; document.querySelector("#match-0").dispatchEvent(new Event("change", {bubbles: true}))`)
	becomes(t, ctx, `document.querySelector("#match-0").value`, "Hip thrust")
	becomes(t, ctx, `stored() === `+strconv.Quote(before), "true")
	clickOn(t, ctx, "#apply")
	comes(t, ctx, logView, "1 new, 0 changed")
	comes(t, ctx, `stored()`, "hip-thrust", "goblet-squat", `\"unit\":\"lb\"`)

	evaluate[bool](t, ctx, `choose("strong.csv", `+file+`)`)
	comes(t, ctx, logView, "In which unit are the loads?")
	evaluate[any](t, ctx, `document.querySelector("#match-0").value = "Hip thrust"; document.querySelector("#match-0").dispatchEvent(new Event("change", {bubbles: true}))`)
	clickOn(t, ctx, "#answer-unit-lb")
	becomes(t, ctx, `[...document.querySelectorAll(".preview-part dt")].find((e) => e.innerText === "Already here")?.nextElementSibling.innerText`, "1")
	becomes(t, ctx, `document.querySelector("#apply")?.disabled`, "true")
	clickOn(t, ctx, ".undos button")
	becomes(t, ctx, `stored() === `+strconv.Quote(before), "true")

	evaluate[bool](t, ctx, `choose("strong.csv", `+file+`.replaceAll("2026-02-02", "2131-02-02"))`)
	becomes(t, ctx, `document.querySelector("#apply")?.disabled`, "true")
	clickOn(t, ctx, "#answer-unit-lb")
	comes(t, ctx, logView, "1 session lies in the future.")
	becomes(t, ctx, `document.querySelector("#apply")?.disabled`, "false")

	evaluate[bool](t, ctx, `choose("holiday.png", "PK\u0003\u0004")`)
	comes(t, ctx, logView, "Nothing that can be read", "This is no text file.")
	becomes(t, ctx, `document.querySelectorAll("#apply").length`, "0")
	becomes(t, ctx, `wrong.join()`, "")
}

// TestLogSettings changes settings and asks that the store, the charts and the library know them.
func TestLogSettings(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 6)
	const settings = `JSON.parse(localStorage["regimen:stronger-back:settings"])`
	toView(t, ctx, "settings")
	becomes(t, ctx, `document.querySelectorAll("#unit-lb").length`, "1")
	clickOn(t, ctx, "#unit-lb")
	becomes(t, ctx, settings+`.unit`, "lb")
	clickOn(t, ctx, "#have-trap-bar")
	becomes(t, ctx, `document.querySelectorAll("#plates").length`, "1")
	set := func(id, value string) {
		t.Helper()
		evaluate[any](t, ctx, `((field) => { field.value = "`+value+`"; field.dispatchEvent(new Event("change", {bubbles: true})); })(document.querySelector("#`+id+`"))`)
	}
	set("plates", "45; 25; 2,5")
	becomes(t, ctx, settings+`.plates.lb.join()`, "45,25,2.5")
	set("plates", "heavy")
	becomes(t, ctx, `document.querySelector("#plates").hasAttribute("aria-invalid")`, "true")
	set("week-stronger-back", "5")
	becomes(t, ctx, settings+`.programmes["stronger-back"].start === dayBefore(28)`, "true")
	set("condition-disc-related", "irritable")
	becomes(t, ctx, settings+`.conditions["disc-related"]`, "irritable")
	clickOn(t, ctx, "#sound")
	becomes(t, ctx, settings+`.sound`, "false")
	clickOn(t, ctx, "#view-list")
	becomes(t, ctx, settings+`.view`, "list")
	becomes(t, ctx, `wrong.join()`, "")

	openLibrary(t, ctx, server.URL+"/library.html", 360, 740)
	becomes(t, ctx, libraryCount, "34 exercises") // nothing is left out
	becomes(t, ctx, `document.querySelector("a[href$='sit-up.html']").closest("li").querySelector(".verdict")?.textContent`, "not for now")
	becomes(t, ctx, `document.querySelector("#stage").value`, "")
}

// TestLogCharts asks that each chart has a name, a description and its numbers.
func TestLogCharts(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 40)
	toView(t, ctx, "progress")
	comes(t, ctx, logView, "One exercise", "Best set", "Estimated one-repetition maximum", "Volume", "Pain, 0 to 10", "Records")
	becomes(t, ctx, `[...document.querySelectorAll("svg[role=img]")].every((svg) => svg.getAttribute("aria-labelledby").split(" ").every((id) => document.getElementById(id).textContent))`, "true")
	becomes(t, ctx, `document.querySelectorAll("svg[role=img]").length`, "4")
	becomes(t, ctx, `document.querySelectorAll(".numbers table").length`, "0")
	evaluate[any](t, ctx, `document.querySelectorAll(".numbers").forEach((d) => { d.open = true; })`)
	becomes(t, ctx, `[...document.querySelectorAll(".numbers")].map((d) => d.querySelectorAll("tbody tr").length).join()`, "20,20,20,40")
	evaluate[any](t, ctx, `document.querySelector("#exercise").focus(); document.querySelector("#exercise").value = "plank"; document.querySelector("#exercise").dispatchEvent(new Event("change", {bubbles: true}))`)
	becomes(t, ctx, `document.querySelectorAll("svg[role=img]").length`, "3")
	comes(t, ctx, `document.querySelector(".chart-figure").innerText`, "seconds")
	becomes(t, ctx, `document.activeElement.id`, "exercise")
	becomes(t, ctx, `wrong.join()`, "")
}

// TestLogReport prints four weeks on one sheet.
func TestLogReport(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 1280, 40)
	toView(t, ctx, "report")
	comes(t, ctx, logView, "Training report", "12 sessions in four weeks", "of 12 planned.", "Goblet squat", "Slept badly.")
	for name, size := range map[string]chromedp.PaperSize{"A4": chromedp.PaperA4, "Letter": chromedp.PaperLetter} {
		pages, text := printed(t, ctx, size)
		if pages != 1 {
			t.Errorf("%s: the report has %d pages", name, pages)
		}
		says(t, "the sheet", oneLine(text), "Training report", "Name", "Trap-bar deadlift", "Worst pain", "Slept badly.")
		for _, not := range []string{"About the log", "Overview", "Print the report"} {
			if strings.Contains(text, not) {
				t.Errorf("%s: the sheet says %q", name, not)
			}
		}
	}
}

// TestLogLarge opens every part of a log of 1,000 sessions on a phone; nothing is wider than
// the window, and no target is too small for a thumb.
func TestLogLarge(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 1000)
	for _, part := range [][2]string{
		{"overview", "What is next"}, {"history", "1000 sessions"}, {"progress", "Records"}, {"report", "Training report"}, {"backup", "Delete everything"},
		{"import", "Bring in a file"}, {"settings", "Unit of loads"}, {"history/01SEED000500", "Stability and squat"},
	} {
		view, said := part[0], part[1]
		toView(t, ctx, view)
		comes(t, ctx, logView, said)
		if over := evaluate[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("%s is %d px wider than a phone", view, over)
		}
		small := evaluate[string](t, ctx, `[...document.querySelectorAll("log-page :is(button, select, summary, label.tick, .log-tabs a, .month a, input:not([type=radio], [type=checkbox]))")]
			.filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.9).map((e) => e.outerHTML.slice(0, 120)).join("\n")`)
		if small != "" {
			t.Errorf("%s: too small for a thumb:\n%s", view, small)
		}
	}
	becomes(t, ctx, `document.querySelectorAll("#open-01SEED000500").length`, "1")
	becomes(t, ctx, `wrong.join()`, "")
}

// TestLogFaults shows in words what could not be read, and hands it out as it is.
func TestLogFaults(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLog(t, ctx, server.URL, 360, 3)
	evaluate[any](t, ctx, `localStorage["regimen:stronger-back:s:01BAD"] = "{no session"`)
	if err := chromedp.Do(ctx, chromedp.Reload()); err != nil {
		t.Fatal(err)
	}
	comes(t, ctx, `(document.querySelector(".log-notices")?.innerText ?? "")`, "An earlier entry could not be read.")
	clickOn(t, ctx, ".log-notices [data-action=raw]")
	becomes(t, ctx, `download.includes("{no session")`, "true")
	toView(t, ctx, "history")
	comes(t, ctx, logView, "3 sessions")
	toView(t, ctx, "backup")
	comes(t, ctx, logView, "1 entry could not be read.")
}
