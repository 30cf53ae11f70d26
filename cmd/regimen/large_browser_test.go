package main

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"regimen/internal/bench"
)

// TestAxeOfALargeSite examines the pages that only a large site has.
func TestAxeOfALargeSite(t *testing.T) {
	dir := t.TempDir()
	if err := bench.Generate(filepath.Join(dir, "content"), 3100); err != nil {
		t.Fatal(err)
	}
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, "public"))))
	defer server.Close()
	ctx := chromium(t)
	axe := readText(t, "testdata/axe.min.js")
	for _, name := range []string{
		"programmes.html", "programmes-c.html", "library/s/2.html", "suitability.html", "suitability/balance.html", "conditions/post-surgical.html",
	} {
		holdToAxe(t, ctx, axe, server.URL+"/"+name)
	}
}
