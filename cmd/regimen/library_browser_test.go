package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"regimen/internal/bench"
)

// watch notes what goes wrong in a page while it loads: things that move, rules of
// content that are broken, errors.
const watch = `window.moved = 0; window.wrong = [];
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.moved += e.value; })
  .observe({type: "layout-shift", buffered: true});
addEventListener("securitypolicyviolation", (e) => wrong.push(e.violatedDirective + " " + e.blockedURI));
addEventListener("error", (e) => wrong.push(e.message));
addEventListener("unhandledrejection", (e) => wrong.push(String(e.reason)));`

// openLibrary opens a page of the library and waits until its filters work.
func openLibrary(t *testing.T, ctx context.Context, url string, width, height int64) {
	t.Helper()
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
		t.Fatal(err)
	}
	err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height), chromedp.Navigate(url),
		chromedp.WaitVisible(chromedp.CSS(".filters #q")))
	if err != nil {
		t.Fatal(err)
	}
}

// becomes waits until an expression has a value.
func becomes(t testing.TB, ctx context.Context, expression, want string) {
	t.Helper()
	_, err := chromedp.Run(ctx, chromedp.Poll[bool](`String(`+expression+`) === "`+want+`"`))
	if err != nil {
		t.Fatalf("%s is %q and does not become %q: %v", expression, evaluate[string](t, ctx, "String("+expression+")"), want, err)
	}
}

// pick chooses an option of a list, as a reader does.
func pick(t *testing.T, ctx context.Context, list, option string) {
	t.Helper()
	evaluate[bool](t, ctx, `((list) => { list.value = "`+option+`"; return list.dispatchEvent(new Event("input", {bubbles: true})); })(document.querySelector("#`+list+`"))`)
}

// typed writes into a box, letter by letter.
func typed(t *testing.T, ctx context.Context, box, text string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.SendKeys(chromedp.CSS(box), text)); err != nil {
		t.Fatal(err)
	}
}

const (
	libraryCount = `document.querySelector(".found [role=status]").textContent`
	libraryShown = `[...document.querySelectorAll(".exercises > li")].filter((li) => li.offsetParent).length`
	libraryChips = `[...document.querySelectorAll(".chips button")].map((b) => b.textContent).join("|")`
)

func TestLibraryFilters(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLibrary(t, ctx, server.URL+"/library.html", 1280, 900)
	becomes(t, ctx, libraryCount, "34 exercises")

	clickOn(t, ctx, "[name=have][value=none]")
	becomes(t, ctx, libraryCount, "11 of 34 exercises")
	becomes(t, ctx, libraryShown, "11")
	becomes(t, ctx, `location.search`, "?have=none")
	becomes(t, ctx, `document.querySelector("[name=have][value=machine]").checked`, "false")

	pick(t, ctx, "muscle", "glutes")
	becomes(t, ctx, libraryCount, "5 of 34 exercises")
	becomes(t, ctx, libraryChips, "Buttocks|No equipment|Clear filters")
	becomes(t, ctx, `document.querySelector("#muscle option[value=upper-back]").disabled`, "true")

	if err := chromedp.Do(ctx, chromedp.Reload(), chromedp.WaitVisible(chromedp.CSS(".filters #q"))); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, libraryCount, "5 of 34 exercises")
	becomes(t, ctx, `document.querySelector("#muscle").value`, "glutes")

	evaluate[any](t, ctx, `history.back()`)
	becomes(t, ctx, libraryCount, "11 of 34 exercises")
	becomes(t, ctx, `document.querySelector("#muscle").value`, "")
	evaluate[any](t, ctx, `history.back()`)
	becomes(t, ctx, libraryCount, "34 exercises")
	becomes(t, ctx, libraryShown, "34")

	clickOn(t, ctx, "[name=have][value=none]")
	clickOn(t, ctx, "[name=have][value=bench]") // something is not nothing
	becomes(t, ctx, libraryChips, "Bench, chair or fixed edge|Clear filters")
	clickOn(t, ctx, ".chips .clear")
	becomes(t, ctx, libraryCount, "34 exercises")
	becomes(t, ctx, `document.activeElement.getAttribute("role")`, "status")
	becomes(t, ctx, `wrong.join()`, "")
}

func TestLibraryStage(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLibrary(t, ctx, server.URL+"/library.html", 1280, 900)
	pick(t, ctx, "stage", "disc-related/irritable")
	becomes(t, ctx, libraryCount, "24 of 34 exercises. 10 are left out: not for now.")
	becomes(t, ctx, `[...document.querySelectorAll(".exercises > li")].filter((li) => li.offsetParent && !li.querySelector(".verdict")).length`, "0")
	becomes(t, ctx, `document.querySelector(".results > .for-stage").innerText.includes("not clinically reviewed")`, "true")
	clickOn(t, ctx, "[name=avoid]")
	becomes(t, ctx, libraryCount, "34 exercises")
	becomes(t, ctx, `document.querySelector("a[href$='sit-up.html']").closest("li").querySelector(".verdict").textContent`, "not for now")
	becomes(t, ctx, `location.search`, "?stage=disc-related/irritable&avoid=yes")
	pick(t, ctx, "stage", "")
	becomes(t, ctx, `document.querySelectorAll(".exercises .note").length`, "0")
	becomes(t, ctx, `location.search`, "")
}

func TestLibrarySearchInPlace(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLibrary(t, ctx, server.URL+"/library.html", 1280, 900)
	entries := evaluate[int](t, ctx, `history.length`)
	typed(t, ctx, "#q", "sciatica")
	becomes(t, ctx, libraryCount, "0 of 34 exercises")
	becomes(t, ctx, `document.querySelector(".elsewhere").innerText.trim()`, "Condition Disc-related pain")
	becomes(t, ctx, `document.querySelector(".results > .none").offsetParent !== null`, "true")
	becomes(t, ctx, `location.search`, "?q=sciatica")
	if n := evaluate[int](t, ctx, `history.length`); n != entries {
		t.Errorf("typing made %d entries of the history", n-entries)
	}
	clickOn(t, ctx, ".chips button")
	becomes(t, ctx, libraryCount, "34 exercises")
	typed(t, ctx, "#q", "dead bug")
	becomes(t, ctx, libraryShown, "2")
	becomes(t, ctx, `[...document.querySelectorAll(".shelf")].filter((s) => s.offsetParent).length`, "1")
}

func TestLibraryOnAPhone(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	openLibrary(t, ctx, server.URL+"/library.html", 360, 740)
	becomes(t, ctx, `document.querySelector(".choices").open`, "false")
	evaluate[int](t, ctx, `requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = true; }))`)
	becomes(t, ctx, `window.painted`, "true")
	if moved := evaluate[float64](t, ctx, `moved`); moved > .02 {
		t.Errorf("the page moves by %g while it loads", moved)
	}
	clickOn(t, ctx, ".choices summary")
	clickOn(t, ctx, "[name=have][value=none]")
	becomes(t, ctx, `document.querySelector(".show button").textContent`, "Show 11 exercises")
	if small := evaluate[string](t, ctx, `[...document.querySelectorAll(".filters :is(input, select, summary, button, label.tick), .chips button")].filter((e) => e.offsetParent && !e.matches(".tick input"))
		.filter((e) => e.getBoundingClientRect().height < 24).map((e) => e.outerHTML).join("\n")`); small != "" {
		t.Errorf("too small for a finger:\n%s", small)
	}
	clickOn(t, ctx, ".show button")
	becomes(t, ctx, `document.querySelector(".choices").open`, "false")
	becomes(t, ctx, `document.activeElement.textContent`, "11 of 34 exercises")
	becomes(t, ctx, `document.documentElement.scrollWidth - innerWidth`, "0")
}

// TestFindByKeyboard finds an exercise from the start page with the keyboard alone.
func TestFindByKeyboard(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(server.URL+"/guides/hips-and-mobility.html")); err != nil {
		t.Fatal(err)
	}
	typed(t, ctx, "#find", "goblit squat")
	becomes(t, ctx, `document.querySelectorAll("[role=option]").length`, "1")
	becomes(t, ctx, `document.querySelector("#find").getAttribute("aria-expanded")`, "true")
	typed(t, ctx, "#find", kb.Escape)
	becomes(t, ctx, `document.querySelector("[role=listbox]").hidden`, "true")
	becomes(t, ctx, `document.querySelector("#find").value`, "goblit squat")
	typed(t, ctx, "#find", kb.ArrowDown)
	becomes(t, ctx, `document.querySelector("[role=listbox]").hidden`, "false")
	typed(t, ctx, "#find", kb.ArrowDown)
	becomes(t, ctx, `document.getElementById(document.querySelector("#find").getAttribute("aria-activedescendant")).innerText.split("\n")[0]`, "Goblet squat")
	becomes(t, ctx, `wrong.join()`, "")
	typed(t, ctx, "#find", kb.Enter)
	if err := chromedp.Do(ctx, chromedp.WaitVisible(chromedp.CSS("#how-to-perform"))); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, `document.readyState + location.pathname`, "complete/exercises/goblet-squat.html")
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/programmes.html")); err != nil {
		t.Fatal(err)
	}
	typed(t, ctx, "#find", "bum"+kb.Enter) // nothing is marked: the page of exercises searches
	if err := chromedp.Do(ctx, chromedp.WaitVisible(chromedp.CSS(".filters #q"))); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, `location.pathname + location.search`, "/library.html?q=bum")
}

// TestLibraryWithoutScript asks that the box lead to the whole list.
func TestLibraryWithoutScript(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(server.URL+"/index.html")); err != nil {
		t.Fatal(err)
	}
	typed(t, ctx, "#find", "plank"+kb.Enter)
	if err := chromedp.Do(ctx, chromedp.WaitVisible(chromedp.CSS("#core-stability"))); err != nil {
		t.Fatal(err)
	}
	items, err := chromedp.Run(ctx, chromedp.Nodes(chromedp.CSSAll(".exercises > li > a"), chromedp.NodeVisible))
	if err != nil || len(items) != 34 {
		t.Errorf("the list has %d exercises: %v", len(items), err)
	}
	if err := chromedp.Do(ctx, chromedp.WaitVisible(chromedp.CSS(".jump a")), chromedp.WaitNotVisible(chromedp.CSS(".filters"))); err != nil {
		t.Errorf("without script the page offers filters: %v", err)
	}
}

// TestLargeLibraryInBrowser searches and filters a library that stands on many pages.
func TestLargeLibraryInBrowser(t *testing.T) {
	dir := t.TempDir()
	if err := bench.Generate(filepath.Join(dir, "content"), 400); err != nil {
		t.Fatal(err)
	}
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, "public"))))
	defer server.Close()
	ctx := chromium(t)
	openLibrary(t, ctx, server.URL+"/library.html", 1280, 900)
	const letters = `document.querySelector(".letters").offsetParent !== null`
	becomes(t, ctx, letters, "true")
	typed(t, ctx, "#q", "goblit squat")
	becomes(t, ctx, libraryShown, "1")
	becomes(t, ctx, `document.querySelector(".matches a").getAttribute("href")`, "exercises/goblet-squat.html")
	becomes(t, ctx, letters, "false")
	clickOn(t, ctx, ".chips button")
	becomes(t, ctx, letters, "true")
	pick(t, ctx, "muscle", "glutes")
	becomes(t, ctx, libraryShown, "100")
	clickOn(t, ctx, ".further button")
	becomes(t, ctx, `document.activeElement === document.querySelectorAll(".matches a")[100]`, "true")
	if all := evaluate[string](t, ctx, libraryCount); !strings.HasSuffix(all, " of 400 exercises") {
		t.Errorf("the count is %q", all)
	}
	becomes(t, ctx, `wrong.join()`, "")
}
