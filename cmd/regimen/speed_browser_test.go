package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"regimen/internal/bench"
)

const (
	slowness    = 4      // how many times slower the reader's processor is than this one
	largeSite   = 10_000 // exercises
	largeLog    = 1_000  // sessions
	barPaint    = 100.0  // milliseconds from an input to the picture of what it did
	stretch     = 50.0
	repetitions = 15
)

// BenchmarkReader prints how long a reader waits, from a key or a tap to the picture of
// what it did, on the library of a large site and in a log of five years. A missed bar
// is printed as missed: figures are for people.
func BenchmarkReader(b *testing.B) {
	r := newReader(b, largeFolder(b))
	for _, part := range []struct {
		name string
		does func()
	}{{"library", r.library}, {"box", r.box}, {"session", r.session}, {"log", r.log}} {
		b.Run(part.name, func(b *testing.B) {
			r.b = b // who is told of a failure
			for b.Loop() {
				part.does()
			}
		})
	}
	r.print()
}

// largeFolder builds a large site.
func largeFolder(t testing.TB) string {
	dir := t.TempDir()
	if err := bench.Generate(filepath.Join(dir, "content"), largeSite); err != nil {
		t.Fatal(err)
	}
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "public")
}

// reader is somebody with a slow phone.
type reader struct {
	b       testing.TB
	tab     context.Context
	url     string
	figures []*figure
}

// figure is how long an action took each time, in milliseconds; those without a bar are
// no answers to an input.
type figure struct {
	action string
	bar    float64
	took   []float64
	load   string // of the machine, when it was last measured
}

func newReader(b testing.TB, folder string) *reader {
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	b.Cleanup(server.Close)
	r := &reader{b: b, tab: chromium(b), url: server.URL + "/"}
	if _, err := chromedp.Call(r.tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: stopwatch + manySessions}); err != nil {
		b.Fatal(err)
	}
	if err := chromedp.Do(r.tab, chromedp.EmulateViewport(360, 740, chromedp.EmulateTouch)); err != nil {
		b.Fatal(err)
	}
	prefer(b, r.tab, "reduce") // a page that scrolls slowly would be touched in the wrong place
	r.slow(slowness)
	return r
}

func (r *reader) slow(rate float64) {
	if _, err := chromedp.Call(r.tab, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate}); err != nil {
		r.b.Fatal(err)
	}
}

// stopwatch defines arm(type, done): took becomes the milliseconds from the next event of
// that type to the first picture of a page for which done() holds, or what the browser
// itself says of the event, where that is longer; and rested, which waits until nothing
// is left to do.
const stopwatch = `{
  const events = [];
  window.longest = 0; // task
  new PerformanceObserver((list) => events.push(...list.getEntries())).observe({type: "event", durationThreshold: 16});
  new PerformanceObserver((list) => { for (const {duration} of list.getEntries()) window.longest = Math.max(window.longest, duration); }).observe({type: "longtask", buffered: true});
  const idle = () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, {timeout: 300}), 60));
  window.rested = async () => {
    await idle();
    await idle();
    return true;
  };
  window.pictured = (done, from) => new Promise((resolve, reject) => {
    let frames = 0;
    const frame = () => {
      if (frames++ > 1000) reject(new Error("never " + done));
      if (!done()) return requestAnimationFrame(frame);
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - from);
      port2.postMessage(0);
    };
    requestAnimationFrame(frame);
  });
  const measured = async (done, from) => {
    const here = await pictured(done, from);
    await rested();
    return Math.max(here, ...events.filter(({startTime}) => startTime >= from - 1).map(({duration}) => duration));
  };
  window.arm = (type, done) => {
    events.length = 0;
    window.took = new Promise((resolve) => addEventListener(type, ({timeStamp}) => resolve(measured(done, timeStamp)), {capture: true, once: true}));
  };
}`

// times measures an input that an event of a type begins, until an expression holds.
func (r *reader) times(action, event, done string, input chromedp.Action[chromedp.Void]) {
	r.b.Helper()
	evaluate[any](r.b, r.tab, `rested()`, chromedp.EvalAwaitPromise)
	evaluate[any](r.b, r.tab, `void arm("`+event+`", `+done+`)`)
	if err := chromedp.Do(r.tab, input); err != nil {
		r.b.Fatalf("%s: %v", action, err)
	}
	r.note(action, barPaint, evaluate[float64](r.b, r.tab, `took`, chromedp.EvalAwaitPromise))
}

// key presses a key that ends in a state of the page.
func (r *reader) key(action, key, done string) {
	r.b.Helper()
	r.times(action, "keydown", done, chromedp.KeyEvent(key))
}

// tap touches the middle of an element.
func (r *reader) tap(action, selector, done string) {
	r.b.Helper()
	at := r.place(selector)
	r.times(action, "pointerup", done, chromedp.TapXY(at[0], at[1]))
}

// place is the middle of an element, which is brought to where it is not covered.
func (r *reader) place(selector string) []float64 {
	r.b.Helper()
	becomes(r.b, r.tab, "Boolean(document.querySelector(`"+selector+"`))", "true")
	evaluate[any](r.b, r.tab, `rested()`, chromedp.EvalAwaitPromise)
	return evaluate[[]float64](r.b, r.tab, "((e) => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const {left, top, width, height} = e.getBoundingClientRect(); return [left + width / 2, top + height / 2]; })(document.querySelector(`"+selector+"`))")
}

// touches taps an element without measuring.
func (r *reader) touches(selector string) {
	r.b.Helper()
	at := r.place(selector)
	if err := chromedp.Do(r.tab, chromedp.TapXY(at[0], at[1])); err != nil {
		r.b.Fatal(err)
	}
}

// opens goes to a page; from the beginning of its navigation to the picture of a state.
func (r *reader) opens(action, path, done string) {
	r.b.Helper()
	if err := chromedp.Do(r.tab, chromedp.Navigate(r.url+"404.html"), chromedp.Navigate(r.url+path)); err != nil {
		r.b.Fatal(err)
	}
	r.note(action, 0, evaluate[float64](r.b, r.tab, `pictured(`+done+`, 0)`, chromedp.EvalAwaitPromise))
	evaluate[any](r.b, r.tab, `rested()`, chromedp.EvalAwaitPromise)
	r.note(action+": longest task", 0, evaluate[float64](r.b, r.tab, `longest`))
}

// note keeps a time; with -v it is told at once.
func (r *reader) note(action string, bar, took float64) {
	if testing.Verbose() {
		fmt.Fprintf(os.Stderr, "%6.0f  %s\n", took, action)
	}
	at := slices.IndexFunc(r.figures, func(f *figure) bool { return f.action == action })
	if at < 0 {
		at = len(r.figures)
		r.figures = append(r.figures, &figure{action: action, bar: bar})
	}
	r.figures[at].took, r.figures[at].load = append(r.figures[at].took, took), load()
}

// print writes the table for people, with how busy the machine was.
func (r *reader) print() {
	fmt.Printf("\nprocessor slowed %d times, %d exercises, %d sessions; milliseconds to the picture, stretch %.0f\n\n", slowness, largeSite, largeLog, stretch)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "action\ttimes\tmedian\tworst\tbar\tpass\tload of the machine")
	for _, f := range r.figures {
		slices.Sort(f.took)
		median, worst := f.took[len(f.took)/2], f.took[len(f.took)-1]
		bar, pass := "", ""
		switch {
		case f.bar == 0:
		case median > f.bar:
			bar, pass = fmt.Sprintf("%.0f", f.bar), "MISSED"
		case median > stretch:
			bar, pass = fmt.Sprintf("%.0f", f.bar), "pass"
		default:
			bar, pass = fmt.Sprintf("%.0f", f.bar), "pass, stretch"
		}
		fmt.Fprintf(w, "%s\t%d\t%.0f\t%.0f\t%s\t%s\t%s\n", f.action, len(f.took), median, worst, bar, pass, f.load)
	}
	w.Flush()
}

// load is how many processes want a core, over one minute; empty where nobody says.
func load() string {
	text, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(text), " ")
	return first
}
