package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const (
	panelText = `(document.getElementById("regimen-trouble")?.shadowRoot.querySelector("pre").textContent ?? "")`
	panelPart = `document.getElementById("regimen-trouble")?.shadowRoot.querySelector(%q)?.checkVisibility() ?? false`
)

// shows waits until the panel says something.
func (d *desk) shows(words string) {
	d.t.Helper()
	if _, err := chromedp.Run(d.tab, chromedp.Poll[bool](fmt.Sprintf(`%s.includes(%q)`, panelText, words))); err != nil {
		d.t.Fatalf("the panel does not come to say %q: %v", words, err)
	}
}

// heals waits until the panel goes.
func (d *desk) heals() {
	d.t.Helper()
	if _, err := chromedp.Run(d.tab, chromedp.Poll[bool](`!document.getElementById("regimen-trouble")`)); err != nil {
		d.t.Fatalf("the panel does not go: %v", err)
	}
}

// sees waits for a part of the panel to be seen or not.
func (d *desk) sees(part string, want bool) {
	d.t.Helper()
	if _, err := chromedp.Run(d.tab, chromedp.Poll[bool](fmt.Sprintf("("+panelPart+") === %v", part, want))); err != nil {
		d.t.Fatalf("%s is not seen as it should be, %v: %v", part, want, err)
	}
}

// TestOverlay breaks two files, reads what the page says of them, and mends them.
func TestOverlay(t *testing.T) {
	d := newDesk(t)
	d.open("guides/rest.html")
	evaluate[bool](t, d.tab, `window.marked = true`)
	d.put("guides/rest.md", "---\ntitel: Rest\n---\n")
	d.shows("guides/rest.md:2:1: error[")
	d.put("guides/more.md", "---\ntitle: [\n---\n")
	d.shows("guides/more.md:2:")
	text := evaluate[string](t, d.tab, panelText)
	for _, due := range []string{"in 2 of 3 files", "guides/rest.md:2:1: error[", "2 | titel: Rest\n  | ^^^^^", "did you mean `title`", "guides/more.md:2:"} {
		if !strings.Contains(text, due) {
			t.Errorf("the panel does not say %q:\n%s", due, text)
		}
	}
	awaitTitle(t, d.tab, "Rest 0")
	d.must(os.Remove(d.file("guides/more.md")))
	d.put("guides/rest.md", guide("Rest 0"))
	d.heals()
	if !evaluate[bool](t, d.tab, `window.marked === true`) {
		t.Error("the page was loaded again though it is as it was")
	}
	d.put("guides/rest.md", guide("Rest 1"))
	d.reloads("Rest 1")
}

// TestOverlayByKeyboard closes the panel and opens it again without a mouse.
func TestOverlayByKeyboard(t *testing.T) {
	d := newDesk(t)
	d.open("guides/rest.html")
	d.put("guides/rest.md", "---\ntitel: Rest\n---\n")
	d.sees("section", true)
	press := func(keys string) {
		t.Helper()
		d.must(chromedp.Do(d.tab, chromedp.KeyEvent(keys)))
	}
	press("\t")
	focused := `document.getElementById("regimen-trouble")?.shadowRoot.activeElement?.textContent ?? ""`
	if got := evaluate[string](t, d.tab, focused); got != "Close (Esc)" {
		t.Errorf("the Tab key comes to %q first", got)
	}
	press("\u001b")
	d.sees("section", false)
	if got := evaluate[string](t, d.tab, focused); got != "Show what is wrong" {
		t.Errorf("after Esc the focus is on %q", got)
	}
	press("\r")
	d.sees("section", true)
	press("\u001b")
	d.sees(".open", true)
	d.put("guides/rest.md", "---\ntitle: Rest\nkind: sermon\n---\n")
	d.sees("section", true) // what is wrong is another thing
	d.shows("sermon")
}

// TestOverlayOfABrokenTemplate breaks the frame of every page, then starts from there.
func TestOverlayOfABrokenTemplate(t *testing.T) {
	d := newDesk(t)
	d.open("guides/rest.html")
	base, err := os.ReadFile("../../templates/base.html")
	d.must(err)
	for _, broken := range []string{
		strings.Replace(string(base), "{{.Main}}", "{{.Mian}}", 1),
		strings.Replace(string(base), "{{.Main}}", "{{if .Main}}", 1),
	} {
		d.put("theme/templates/base.html", broken)
		d.shows("theme/templates/base.html:")
		awaitTitle(t, d.tab, "Rest 0")
		d.put("theme/templates/base.html", string(base))
		d.heals()
	}
	// What is left open swallows the rest of the page, but not what loads it again.
	d.put("theme/templates/base.html", strings.Replace(string(base), `<main id="main">`, `<h1>Swallowed</h1><template><main id="main">`, 1))
	d.reloads("Swallowed")
	d.put("theme/templates/base.html", string(base))
	d.reloads("Rest 0")
}

// TestNoPageYet starts with content that was never right.
func TestNoPageYet(t *testing.T) {
	d := newDesk(t)
	d.must(os.Rename(d.file("index.md"), d.file("index.txt")))
	d.put("index.md", "---\ntitle: A small site\n---\nWords.\n")
	d.url = served(t, strings.TrimSuffix(d.content, "content"))
	d.open("guides/rest.html")
	awaitTitle(t, d.tab, "The site cannot be shown yet")
	words := `document.getElementById("trouble")?.textContent ?? ""`
	if got := evaluate[string](t, d.tab, words); !strings.Contains(got, "`id` is missing") {
		t.Errorf("the page says %q", got)
	}
	d.put("index.md", "---\nid: small\n---\nWords.\n")
	if _, err := chromedp.Run(d.tab, chromedp.Poll[bool]("("+words+").includes('`title` is missing')")); err != nil {
		t.Fatal(err)
	}
	d.counted()
	d.must(os.Rename(d.file("index.txt"), d.file("index.md")))
	d.reloads("Rest 0")
}
