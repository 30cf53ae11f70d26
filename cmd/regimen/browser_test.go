package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"regimen/internal/browser"
)

// once is what the tests of the browser share, made when the first one asks for it:
// starting a browser and building the site for each of them would take minutes.
var once struct {
	browser, site sync.Once
	tab           context.Context
	stop          func()
	public        string
	err           error
}

// tests runs all tests and clears away what they shared.
type tests struct{ *testing.M }

func (t tests) Run() int {
	code := t.M.Run()
	if once.stop != nil {
		once.stop()
	}
	os.RemoveAll(filepath.Dir(once.public))
	return code
}

// chromium is a tab of the shared browser, with a storage of its own, that lives as long
// as the test.
func chromium(t testing.TB) context.Context {
	t.Helper()
	once.browser.Do(func() {
		path, err := browser.Find(os.Getenv("CHROMIUM"))
		if err == nil {
			once.tab, once.stop = browser.Start(context.Background(), path)
			err = chromedp.Do(once.tab)
		}
		once.err = err
	})
	if once.err != nil {
		t.Fatal(once.err)
	}
	tab, stop := chromedp.NewContext(once.tab, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	return tab
}

// builtSite serves the reference site at an address of its own.
func builtSite(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.Dir(builtFolder(t))))
	t.Cleanup(server.Close)
	return server
}

// builtFolder is the reference site, built by the command.
func builtFolder(t *testing.T) string {
	t.Helper()
	once.site.Do(func() {
		dir, err := os.MkdirTemp("", "regimen-site-")
		if err != nil {
			t.Fatal(err)
		}
		copyContent(t, filepath.Join(dir, "content"), same)
		if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		once.public = filepath.Join(dir, "public")
	})
	return once.public
}

// rows are what a reader must find on each sheet: exercise, amount, rest.
var rows = map[string][][]string{
	"a": {
		{"Cat-cow", "2 × 10 cycles"}, {"Dead bug", "3 × 8–10", "each side", "45 s"}, {"Glute bridge", "3 × 12–15", "60 s"},
		{"Goblet squat", "3 × 10–12", "90 s"}, {"Bird dog", "3 × 8–10", "each side", "45 s"},
		{"Clamshell", "2 × 15", "each side", "45 s"}, {"90/90 hip stretch", "2 × 30–45 s", "each side"},
	},
	"b": {
		{"Thoracic rotation", "2 × 10", "each side"}, {"Pallof press", "3 × 10", "each side", "60 s"},
		{"Hip thrust", "3 × 10–12", "90 s"}, {"Trap-bar deadlift", "3 × 8–10", "2 min"}, {"Face pull", "3 × 15", "60 s"},
		{"Farmer carry", "3 × 30–40 m", "90 s"}, {"Plank", "2–3 × 20–45 s", "45 s"},
	},
}

// TestSessionPage opens the session pages on a phone and prints them on A4 and Letter.
func TestSessionPage(t *testing.T) {
	server, ctx := builtSite(t), chromium(t)
	papers := map[string]chromedp.PaperSize{"A4": chromedp.PaperA4, "Letter": chromedp.PaperLetter}
	for session, want := range rows {
		t.Run(session, func(t *testing.T) {
			err := chromedp.Do(ctx,
				chromedp.EmulateViewport(360, 740),
				chromedp.Navigate(server.URL+"/programmes/stronger-back/"+session+".html"),
			)
			if err != nil {
				t.Fatal(err)
			}
			text := evaluate[string](t, ctx, `document.querySelector("main").innerText`)
			if over := evaluate[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("the page is %d px wider than a phone", over)
			}
			holdsRows(t, "the page", text, want)
			for paper, size := range papers {
				pages, text := printed(t, ctx, size)
				if pages != 1 {
					t.Errorf("%s: the sheet has %d pages", paper, pages)
				}
				holdsRows(t, "the sheet on "+paper, text, want)
				for _, due := range []string{"Stop if you feel", "Before you start", "Next time", "Page 1 of 1", "not clinically reviewed"} {
					if !strings.Contains(strings.ToLower(text), strings.ToLower(due)) {
						t.Errorf("%s: the sheet does not say %q", paper, due)
					}
				}
			}
		})
	}
}

// holdsRows asks for each row's words, in order, whatever the white space.
func holdsRows(t *testing.T, where, text string, rows [][]string) {
	t.Helper()
	text = oneLine(text)
	for _, row := range rows {
		for _, word := range row {
			if !strings.Contains(text, word) {
				t.Errorf("%s does not hold %q of %s", where, word, row[0])
			}
		}
	}
}

// oneLine makes each run of white space one space.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(text)), " ")
}

func evaluate[T any](t testing.TB, ctx context.Context, expression string, how ...chromedp.EvaluateOption) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, how...))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// printed prints the open page and reads the PDF back.
func printed(t *testing.T, ctx context.Context, paper chromedp.PaperSize) (pages int, text string) {
	t.Helper()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper)))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v", err)
	}
	return strings.Count(string(out), "\f"), string(out)
}
