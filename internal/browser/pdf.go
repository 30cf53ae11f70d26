package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/chromedp/chromedp"
)

// Print is what to print and on which paper.
type Print struct {
	URL    string
	Paper  string // a4 or letter
	Own    bool   // the size that the page itself asks for comes first
	Target func(path string) string
}

// Papers are the sizes that Print knows.
func Papers() []string { return []string{"a4", "letter"} }

// patience is how long one page may take.
const patience = time.Minute

// PDF opens a page and prints it, tagged and with its headings as bookmarks. A link to
// another page of the same host leads where Target says, and nowhere where that is empty:
// the host is gone when the paper is read.
func PDF(tab context.Context, p Print) ([]byte, error) {
	if err := chromedp.Do(tab); err != nil { // starts the browser, which lives as long as what starts it
		return nil, err
	}
	tab, stop := context.WithTimeout(tab, patience)
	defer stop()
	if err := chromedp.Do(tab, chromedp.Navigate(p.URL)); err != nil {
		return nil, err
	}
	paths, err := chromedp.Run(tab, chromedp.Evaluate[[]string](linkedPaths))
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, path := range paths {
		targets[path] = p.Target(path)
	}
	table, err := json.Marshal(targets)
	if err != nil {
		return nil, err
	}
	if _, err := chromedp.Run(tab, chromedp.Evaluate[bool](fmt.Sprintf(redirect, table))); err != nil {
		return nil, err
	}
	size := chromedp.PaperA4
	if p.Paper == "letter" {
		size = chromedp.PaperLetter
	}
	options := []chromedp.PDFOption{chromedp.PDFPaper(size), chromedp.PDFOutlineAndTagged()}
	if p.Own {
		options = append(options, chromedp.PDFPreferCSSPageSize())
	}
	return chromedp.Run(tab, chromedp.PrintToPDF(options...))
}

// linkedPaths lists the pages of the same host that a page leads to.
const linkedPaths = `[...new Set([...document.links].filter((a) => a.origin === location.origin && a.pathname !== location.pathname).map((a) => a.pathname))]`

// redirect sets each link anew from a table of paths.
const redirect = `((targets) => {
  for (const a of [...document.links]) {
    if (a.origin !== location.origin || a.pathname === location.pathname) continue;
    const to = targets[a.pathname];
    if (to) a.href = to + a.hash;
    else a.removeAttribute("href");
  }
  return true;
})(%s)`

var (
	pdfDate = regexp.MustCompile(`/(?:CreationDate|ModDate) \(D:(\d{14})([-+Z]\d\d'\d\d')?`)
	pdfNode = regexp.MustCompile(`\(node(\d{8})\)`)
	pdfPage = regexp.MustCompile(`/Type /Page\b`)
)

// Settled takes out of a PDF what tells one run of Chromium from another, so that equal
// input gives equal bytes: it sets the dates to one moment, and numbers the nodes of the
// structure from 1 on. No byte is added or taken away: the file's table of places holds.
func Settled(pdf []byte, at time.Time) []byte {
	out := bytes.Clone(pdf)
	for _, m := range pdfDate.FindAllSubmatchIndex(out, -1) {
		copy(out[m[2]:m[3]], at.UTC().Format("20060102150405"))
		if m[4] >= 0 {
			copy(out[m[4]:m[5]], "+00'00'")
		}
	}
	var names []string
	places := pdfNode.FindAllSubmatchIndex(out, -1)
	for _, m := range places {
		names = append(names, string(out[m[2]:m[3]]))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	for _, m := range places {
		rank, _ := slices.BinarySearch(names, string(out[m[2]:m[3]])) // their order is that of the tree of names
		copy(out[m[2]:m[3]], fmt.Sprintf("%08d", rank+1))
	}
	return out
}

// Pages counts the pages of a PDF that Chromium made.
func Pages(pdf []byte) int { return len(pdfPage.FindAll(pdf, -1)) }
