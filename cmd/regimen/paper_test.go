package main

import (
	"context"
	"encoding/json"
	"math"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// millimetre is one in CSS pixels.
const millimetre = 96 / 25.4

// paperWidths are the widths between the margins of each sheet, in millimetres: on A4
// and on Letter, or its own.
var paperWidths = map[string][]float64{
	"a.html": {188, 193.9}, "b.html": {188, 193.9}, "c.html": {188, 193.9},
	"sheets/large.html": {188, 193.9}, "sheets/log.html": {188, 193.9}, "sheets/a5.html": {132},
	"sheets/pocket.html": {194, 199.9}, "sheets/booklet.html": {182, 187.9},
}

// measured is what a page says of itself as it would be printed.
type measured struct {
	Over   []string  // elements that leave the page or hide a part of what they hold
	Small  []string  // words that are smaller than 8 points
	Boxes  int       // to write in
	Narrow float64   // the narrowest of them
	Low    float64   // the lowest row of a session's sheet
	Codes  []float64 // the widths of QR codes
	Body   float64   // the smallest type, in points
}

// measure looks at every element that is printed. A code's quiet zone may reach into
// the margin, which is as white.
const measure = `(() => {
  const out = {Over: [], Small: [], Boxes: 0, Narrow: 1e9, Low: 1e9, Codes: [], Body: 1e9};
  const name = (e) => e.tagName + "." + e.getAttribute("class") + ": " + e.textContent.trim().slice(0, 40);
  for (const e of document.querySelectorAll("main, main *")) {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!e.checkVisibility() || !box.width || e.closest(".quiet, .sheet-bar, svg svg")) continue;
    if (e.closest("svg")) {
      if (e.matches(".code")) out.Codes.push(box.width);
      continue;
    }
    if (!e.matches(".qr, .cover-foot") && (box.right > innerWidth + 1 || box.left < -1)) out.Over.push(name(e));
    if (style.overflow !== "visible" && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) out.Over.push("hidden " + name(e));
    if (e.clientWidth && e.scrollWidth > e.clientWidth + 1 && !e.querySelector(".qr")) out.Over.push("wide " + name(e));
    if ([...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) {
      const size = parseFloat(style.fontSize) * 0.75;
      out.Body = Math.min(out.Body, size);
      if (size < 7.99) out.Small.push(size + " " + name(e));
    }
    if (e.matches("td.box")) {
      out.Boxes++;
      out.Narrow = Math.min(out.Narrow, box.width);
      if (e.closest(".sheet-table tbody:first-of-type")) out.Low = Math.min(out.Low, box.height);
    }
  }
  return JSON.stringify(out);
})()`

// TestPaper measures every sheet as it is printed: nothing leaves the page, nothing is
// cut, nothing is too small to read or to write in.
func TestPaper(t *testing.T) {
	dir := sheetContent(t)
	if out, err := regimenCommand(t, dir, "build").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(dir, "public"))))
	t.Cleanup(server.Close)
	ctx := chromium(t)
	for _, programme := range []string{"stronger-back", "ten", "fourteen", "phased"} {
		for page, widths := range paperWidths {
			if page == "c.html" && programme != "ten" {
				continue
			}
			for _, width := range widths {
				m := measurePage(t, ctx, server.URL+"/programmes/"+programme+"/"+page, width)
				checkMeasured(t, programme+"/"+page, width, m)
			}
		}
	}
}

func measurePage(t *testing.T, ctx context.Context, url string, width float64) measured {
	t.Helper()
	err := chromedp.Do(ctx, chromedp.EmulateViewport(int64(math.Floor(width*millimetre)), 1000), chromedp.Navigate(url))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	var m measured
	if err := json.Unmarshal([]byte(evaluate[string](t, ctx, measure)), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func checkMeasured(t *testing.T, page string, width float64, m measured) {
	t.Helper()
	for _, e := range m.Over {
		t.Errorf("%s on %v mm: %s does not fit", page, width, e)
	}
	for _, e := range m.Small {
		t.Errorf("%s on %v mm: too small: %s", page, width, e)
	}
	session := !strings.Contains(page, "/sheets/")
	if boxed := session || strings.HasSuffix(page, "large.html") || strings.HasSuffix(page, "a5.html") || strings.HasSuffix(page, "booklet.html"); boxed != (m.Boxes > 0) {
		t.Errorf("%s has %d boxes", page, m.Boxes)
	} else if boxed && m.Narrow < 13.9*millimetre {
		t.Errorf("%s on %v mm: a box is %.1f mm wide", page, width, m.Narrow/millimetre)
	}
	if session && m.Low < 15.9*millimetre {
		t.Errorf("%s on %v mm: a row is %.1f mm high", page, width, m.Low/millimetre)
	}
	if strings.HasSuffix(page, "large.html") && m.Body < 13.9 {
		t.Errorf("%s: its smallest type has %.1f points", page, m.Body)
	}
	if session && (len(m.Codes) != 1 || math.Abs(m.Codes[0]-20*millimetre) > 1) {
		t.Errorf("%s: its codes are %v pixels wide, want one of 20 mm", page, m.Codes)
	}
}
