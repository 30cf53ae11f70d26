package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The words that a reader types: names, words for muscles, slips.
var typedWords = []string{"hip thrust", "gobet", "bum", "zzz"}

const (
	matchesFor  = `((q) => () => document.querySelector("#q").value === q && document.querySelector(".chips button")?.textContent === "“" + q.trim() + "”")`
	nothingFor  = `() => document.querySelector(".chips").hidden`
	filtersDone = `() => !document.querySelector(".filters").matches(".pending")`
	chipsChange = `((was) => () => document.querySelector(".chips").textContent !== was)(document.querySelector(".chips").textContent)`
)

// library searches and filters a library of many pages.
func (r *reader) library() {
	for range 5 {
		r.opens("open the library", "library.html", filtersDone)
		evaluate[any](r.b, r.tab, `document.querySelector("#q").focus()`)
		r.key("library: first letter", "p", matchesFor+`("p")`)
	}
	r.key("library: letter", kb.Backspace, nothingFor)
	for _, words := range typedWords {
		for i := range words {
			r.key("library: letter", words[i:i+1], matchesFor+`("`+words[:i+1]+`")`)
		}
		for i := len(words) - 1; i > 0; i-- {
			r.key("library: letter taken back", kb.Backspace, matchesFor+`("`+words[:i]+`")`)
		}
		r.key("library: last letter taken back", kb.Backspace, nothingFor)
	}
	r.touches(".choices summary")
	boxes := evaluate[[]string](r.b, r.tab, `[...document.querySelectorAll("[name=have]")].map((box) => box.value)`)
	for i := range repetitions {
		r.tap("library: equipment", `[name=have][value="`+boxes[i%len(boxes)]+`"]`, chipsChange)
		r.tap("library: equipment taken back", `[name=have][value="`+boxes[i%len(boxes)]+`"]`, chipsChange)
	}
	for _, list := range []string{"muscle", "category", "position", "stage"} {
		evaluate[any](r.b, r.tab, `document.querySelector("#`+list+`").focus()`)
		for range evaluate[int](r.b, r.tab, `Math.min(8, document.querySelector("#`+list+`").options.length - 1)`) {
			r.key("library: choice of a list", kb.ArrowDown, chipsChange)
		}
		r.tap("library: filter taken back", ".chips button", chipsChange)
	}
	evaluate[any](r.b, r.tab, `document.querySelector("#q").focus()`)
	r.key("library: letter", "r", matchesFor+`("r")`)
	for range 5 {
		r.tap("library: more", ".further button", `((n) => () => document.querySelectorAll(".matches li").length > n)(document.querySelectorAll(".matches li").length)`)
	}
}

// box uses the search box of another page.
func (r *reader) box() {
	shown := `((q) => () => document.querySelector("#find").value === q && document.querySelector(".find [role=status]").textContent !== "")`
	for range 5 {
		r.opens("open an exercise", "exercises/goblet-squat.html", `() => Boolean(document.querySelector("#find-list"))`)
		r.tap("box: first touch", "#find", `() => document.activeElement.id === "find"`)
		r.key("box: first letter", "h", shown+`("h")`)
	}
	for i, words := 1, "hip thrust barbell"; i < len(words); i++ {
		r.key("box: letter", words[i:i+1], shown+`("`+words[:i+1]+`")`)
	}
}

// manySessions defines fiveYears(n): sessions of 25 sets, the last one yesterday, made
// from what the pages of both sessions ask for.
const manySessions = `
window.asked = async (session) => JSON.parse((await (await fetch("/programmes/stronger-back/" + session + ".html")).text()).match(/id="session-data">([^]*?)<\/script>/)[1]);
window.fiveYears = async (count) => {
  const {open} = await import("/js/store.js");
  const pages = [await asked("a"), await asked("b")], store = await open({site: document.documentElement.dataset.site});
  const sets = (row, i) => Array.from({length: 5}, (_, n) => (row.side === "each" ? ["L", "R"] : [""]).map((side) => ({
    id: n + 1 + side, type: "w", side, load: row.loads?.length ? String(10 + (i % 40) / 2) : "", amount: row.low + (i % 3), left: null, pain: null, at: n * 120, counter: 1}))).flat();
  const list = Array.from({length: count}, (_, i) => {
    const {programme, session, rows} = pages[i % 2], day = new Date(Date.now() - (1 + Math.floor((count - 1 - i) * 1.826)) * 864e5).toISOString().slice(0, 10);
    let left = 25;
    return {id: "01SEED" + String(i).padStart(6, "0"), day, zone: "Europe/London", start: day + "T18:00:00+00:00", end: day + "T18:41:00+00:00", unit: "kg",
      programme: {id: programme.id, version: "1.0", title: programme.title, week: 3}, session, pain: {before: 2, during: 3, after: 1, next_day: 1}, effort: 6, red_flag: null, note: "",
      exercises: rows.map((row, k) => {
        const mine = sets(row, i).slice(0, k === rows.length - 1 ? left : Math.min(left, row.side === "each" ? 4 : 3));
        left -= mine.length;
        return {row: row.row, id: row.id, title: row.title, dose: row.dose, measure: row.measure, pain: 1, effort: 8, note: "", sets: mine};
      })};
  });
  await store.clear();
  const {added} = store.add(list);
  store.set({view: "one", programmes: {[pages[0].programme.id]: {...pages[0].programme, days: ["monday", "wednesday", "friday"], start: list.at(-40)?.day ?? list[0].day, phases: undefined}}});
  store.last([...new Set(list.slice(-2).flatMap(({exercises}) => exercises.map(({id}) => id)))]);
  await store.settled();
  store.close();
  return [added, list[0].exercises.flatMap(({sets}) => sets).length];
};
`

// seed fills the log.
func (r *reader) seed() {
	r.slow(1)
	if err := chromedp.Do(r.tab, chromedp.Navigate(r.url+"404.html")); err != nil {
		r.b.Fatal(err)
	}
	got := evaluate[[]int](r.b, r.tab, `fiveYears(`+strconv.Itoa(largeLog)+`)`, chromedp.EvalAwaitPromise)
	if fmt.Sprint(got) != fmt.Sprint([]int{largeLog, 25}) {
		r.b.Fatalf("sessions and sets of each: %v", got)
	}
	r.slow(slowness)
}

const (
	textChanged = "((e, was) => () => e.isConnected ? e.textContent !== was : true)(document.querySelector(`%[1]s`), document.querySelector(`%[1]s`).textContent)"
	countGrows  = "((n) => () => document.querySelectorAll(`%[1]s`).length > n)(document.querySelectorAll(`%[1]s`).length)"
	countFalls  = "((n) => () => document.querySelectorAll(`%[1]s`).length < n)(document.querySelectorAll(`%[1]s`).length)"
)

func turns(selector string) string { return strings.ReplaceAll(textChanged, "%[1]s", selector) }
func grows(selector string) string { return strings.ReplaceAll(countGrows, "%[1]s", selector) }
func falls(selector string) string { return strings.ReplaceAll(countFalls, "%[1]s", selector) }

// session does a session: every set is ticked, values are changed, and it is finished.
func (r *reader) session() {
	r.seed()
	const state = `() => document.querySelector("session-log")?.dataset.state`
	for range 5 {
		r.opens("open a session", "programmes/stronger-back/a.html", state+` === "idle"`)
	}
	r.tap("session: start", "[data-action=start]", state+` === "running"`)
	r.ticks("session: tick", repetitions)
	r.touches(`.log-turn [data-value=goblet-squat]`)
	const value = `[data-set="1"] .log-value`
	r.tap("session: open a set", value, grows(".log-editor"))
	for range repetitions {
		r.tap("session: one repetition more", `.log-editor [data-field=amount][data-by="1"]`, turns(value+" b"))
		r.tap("session: load up", `.log-editor [data-field=load][data-by="1"]`, turns(value+" b"))
	}
	for i := range repetitions {
		r.touches(".log-editor input[data-field=load]")
		evaluate[any](r.b, r.tab, `document.querySelector(".log-editor input[data-field=load]").select()`)
		if err := chromedp.Do(r.tab, chromedp.KeyEvent(strconv.Itoa(20+i%2))); err != nil {
			r.b.Fatal(err)
		}
		r.key("session: load typed", kb.Enter, turns(value+" b"))
	}
	for i := range repetitions {
		r.tap("session: next exercise", fmt.Sprintf(".log-turn button:nth-child(%d)", 1+i%6), turns(".log-card h3"))
	}
	r.touches("[data-action=view][data-value=list]")
	becomes(r.b, r.tab, `document.querySelectorAll(".log-card").length`, "7")
	r.ticks("session: tick, all as a list", repetitions)
	for evaluate[bool](r.b, r.tab, "document.querySelector(`"+openSet+"`) !== null") {
		r.touches(openSet) // while a hold comes next, the bar does not offer the end
	}
	for range repetitions {
		r.tap("session: to the end", "[data-action=finishing]", grows(".log-finish"))
		r.tap("session: finish", "[data-action=finish]", state+` === "done"`)
		r.tap("session: go on", "[data-action=resume]", state+` === "running"`)
	}
	r.touches("[data-action=finishing]")
	r.touches("[data-action=finish]")
	becomes(r.b, r.tab, `document.querySelector("session-log").dataset.state`, "done")
}

const openSet = `.log-set:not([data-done]) [data-action=tick]`

// ticks marks sets as done, one exercise after the other, and takes ticks back.
func (r *reader) ticks(action string, times int) {
	for i := range times {
		if evaluate[bool](r.b, r.tab, "document.querySelector(`"+openSet+"`) === null") {
			r.touches(`.log-turn button:not([data-done])`)
		}
		r.tap(action, openSet, grows(".log-set[data-done]"))
		if i%3 == 2 {
			r.tap(action+" taken back", `.log-set[data-done] [data-action=tick]`, falls(".log-set[data-done]"))
		}
	}
}

// log looks through five years, and changes and deletes sessions.
func (r *reader) log() {
	r.seed()
	view := func(name string) string {
		return `() => document.querySelector("log-page").dataset.view === "` + name + `" && document.querySelector(".log-view h2")?.textContent.length > 0`
	}
	for range 5 {
		r.opens("open the log", "log.html", `() => document.querySelector("log-page")?.dataset.ready === "true"`)
	}
	for range repetitions {
		r.tap("log: a month back", "#month-before", turns("#month-title"))
	}
	for range repetitions {
		r.tap("log: history", ".log-tabs [href='#history']", view("history"))
		r.tap("log: overview", ".log-tabs [href='#overview']", `() => Boolean(document.querySelector("#month-title"))`)
	}
	r.history()
	r.touches(".log-tabs [href='#progress']")
	becomes(r.b, r.tab, `Boolean(document.querySelector("#exercise"))`, "true")
	evaluate[any](r.b, r.tab, `document.querySelector("#exercise").focus()`)
	for i := range repetitions {
		key := kb.ArrowDown
		if i/6%2 == 1 {
			key = kb.ArrowUp
		}
		r.key("log: another exercise", key, turns(".charts svg title + desc"))
	}
	for range 5 {
		r.opens("open the charts", "log.html#progress", `() => Boolean(document.querySelector("#records-title"))`)
		r.opens("open the report", "log.html#report", `() => Boolean(document.querySelector("#report-title"))`)
	}
}

func (r *reader) history() {
	r.touches(".log-tabs [href='#history']")
	for range repetitions {
		r.tap("log: fifty more", "#more", grows(".entry"))
	}
	for i := range repetitions {
		entry := fmt.Sprintf(".entry:nth-child(%d)", 1+i%8)
		id := evaluate[string](r.b, r.tab, "document.querySelector(`"+entry+" > button`).dataset.value")
		r.tap("log: open a session", "#open-"+id, grows(".entry-all"))
		r.tap("log: change it", "#edit-"+id, grows("form.edit"))
		r.touches("form.edit .set-row input[name=amount]")
		if err := chromedp.Do(r.tab, chromedp.KeyEvent(kb.End+kb.Backspace+"7")); err != nil {
			r.b.Fatal(err)
		}
		r.tap("log: keep the change", "form.edit .button", falls("form.edit"))
		r.tap("log: undo the change", ".undos button", falls(".undos button"))
		r.tap("log: delete", "[data-action=delete][data-value='"+id+"']", falls("#open-"+id))
		r.tap("log: undo the deletion", ".undos button", grows("#open-"+id))
		r.tap("log: close a session", "#open-"+id, falls(".entry-all"))
	}
}
