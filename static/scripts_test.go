package static_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"regimen/internal/browser"
)

// TestScripts runs every static/js/tests/*.test.js in Chromium, each in a page of its own.
func TestScripts(t *testing.T) {
	path, err := browser.Find(os.Getenv("CHROMIUM"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("js/tests/*.test.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no test of a script", err)
	}
	tab, stop := browser.Start(t.Context(), path)
	defer stop()
	server := httptest.NewServer(scripts())
	defer server.Close()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".test.js"), func(t *testing.T) {
			if err := chromedp.Do(tab, chromedp.Navigate(server.URL+"/page.html")); err != nil {
				t.Fatal(err)
			}
			results, err := chromedp.Run(tab, chromedp.Evaluate[[]struct{ Name, Error string }](fmt.Sprintf(
				`import("/%s").then(() => import("/js/tests/testing.js")).then((m) => m.run())`, file), chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			if len(results) == 0 {
				t.Error("the file holds no test")
			}
			for _, r := range results {
				t.Run(r.Name, func(t *testing.T) {
					if r.Error != "" {
						t.Error(r.Error)
					}
				})
			}
		})
	}
}

// scripts serves this folder and one page without anything.
func scripts() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(".")))
	mux.HandleFunc("/page.html", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!doctype html><html lang=en-GB><meta charset=utf-8><title>Tests</title><link rel=icon href=data:,>")
	})
	return mux
}
