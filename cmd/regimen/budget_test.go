package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The budgets of a page, in bytes as they travel (gzip) and requests.
const (
	mostHTML      = 30_000
	mostCSS       = 20_000
	mostScript    = 10_000
	mostLogScript = 45_000
	mostAll       = 200_000
	mostRequests  = 20
)

// TestBudgets weighs what a first visit to each kind of page costs. `go test -v -run
// Budgets ./cmd/regimen` prints the table.
func TestBudgets(t *testing.T) {
	server, dir := builtSite(t), builtFolder(t)
	ctx := chromium(t)
	for _, name := range kindsOfPage {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(server.URL+"/"+name)); err != nil {
			t.Fatal(err)
		}
		loaded := evaluate[[]string](t, ctx, `[...new Set(performance.getEntriesByType("resource").map((e) => new URL(e.name).pathname))]`)
		html := travels(t, filepath.Join(dir, name))
		var css, script int
		all := html
		for _, file := range loaded {
			n := travels(t, filepath.Join(dir, filepath.FromSlash(file)))
			all += n
			switch filepath.Ext(file) {
			case ".css":
				css += n
			case ".js":
				script += n
			}
		}
		t.Logf("%-46s HTML %5d  CSS %5d  JS %5d  all %6d  requests %d", name, html, css, script, all, len(loaded)+1)
		allowed := mostScript
		if name == "log.html" {
			allowed = mostLogScript
		}
		for _, b := range []struct {
			what       string
			value, bar int
		}{{"HTML", html, mostHTML}, {"CSS", css, mostCSS}, {"JavaScript", script, allowed}, {"all", all, mostAll}, {"requests", len(loaded) + 1, mostRequests}} {
			if b.value > b.bar {
				t.Errorf("%s: %s is %d, over %d", name, b.what, b.value, b.bar)
			}
		}
	}
}

// travels is the size of a file as a host sends it.
func travels(t *testing.T, name string) int {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(".html .css .js .json .svg .webmanifest", filepath.Ext(name)) {
		return len(text)
	}
	var small bytes.Buffer
	w, err := gzip.NewWriterLevel(&small, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return small.Len()
}
