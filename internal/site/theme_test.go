package site_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/site"
	"regimen/static"
	"regimen/templates"
)

// loaded reads a folder that must be clean.
func loaded(t *testing.T, folder fs.FS) (*regimen.Library, diag.List) {
	t.Helper()
	lib, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	found = check.Silence(lib, append(found, check.Run(lib, day)...), day)
	if found.Failed() {
		t.Fatal(found)
	}
	return lib, found
}

// themed builds the small site with the files of a theme.
func themed(t *testing.T, theme string) (*site.Output, error) {
	t.Helper()
	folder := fstest.MapFS{}
	for _, text := range []string{"testdata/small.txtar", ""} {
		archive := txtar.Parse([]byte(theme))
		if text != "" {
			var err error
			if archive, err = txtar.ParseFile(text); err != nil {
				t.Fatal(err)
			}
		}
		for _, f := range archive.Files {
			folder[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	lib, found := loaded(t, folder)
	return site.Build(lib, found, options(folder))
}

// smallFile is a file of the small site.
func smallFile(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(small(t), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func options(folder fs.FS) site.Options {
	var rules []string
	for _, r := range check.Findings() {
		rules = append(rules, r.Code)
	}
	return site.Options{BaseURL: "https://example.org", Templates: templates.FS, Static: static.FS, Media: folder, Rules: rules}
}

func holds(t *testing.T, out *site.Output, page string, due ...string) {
	t.Helper()
	text := render(t, out, page)
	for _, d := range due {
		if !strings.Contains(text, d) {
			t.Errorf("%s does not hold %s", page, d)
		}
	}
}

// TestEveryPhrase builds sites in a language in which every phrase stands in brackets:
// what a page says outside of them is the author's, or a number.
func TestEveryPhrase(t *testing.T) {
	for name, folder := range map[string]fs.FS{"the reference site": reference.FS, "a small site": small(t)} {
		t.Run(name, func(t *testing.T) {
			lib, found := loaded(t, folder)
			lib.Theme.Words = bracketed()
			out, err := site.Build(lib, found, options(folder))
			if err != nil {
				t.Fatal(err)
			}
			a := writtenIn(lib)
			for _, d := range found {
				a.write(strings.ReplaceAll(d.Message, "`", "")) // what a reviewer allowed is told as it was found
			}
			english := map[string]string{}
			for _, page := range out.Paths() {
				if path.Ext(page) != ".html" {
					continue
				}
				for _, text := range said(render(t, out, page)) {
					for _, piece := range a.english(text) {
						english[piece] = page
					}
				}
			}
			for _, piece := range slices.Sorted(maps.Keys(english)) {
				t.Errorf("%s says %q (if the author wrote it: see alsoWritten)", english[piece], piece)
			}
		})
	}
}

const german = `
-- index.md --
---
id: small
title: Kleine Seite
language: de
disclaimer: Allgemeine Auskunft, kein ärztlicher Rat.
---
-- theme/words.json --
{
  "Exercises": "Übungen",
  "updated {date}": "neu am {date}",
  "{day} {month} {year}": "{day}. {month} {year}",
  "{sets} × {amount}": "{sets}-mal {amount}",
  "{n} exercises": {"one": "1 Übung", "other": "{n} Übungen"},
  "Clear filters": "Filter löschen",
  "{list} and {last}": "{list} und {last}"
}
`

// TestGerman asks for numbers, dates and lists as the language writes them, and that
// scripts get the phrases that they say, and no others.
func TestGerman(t *testing.T) {
	out, err := themed(t, german+"-- programmes/hold.md --\n"+strings.Replace(smallFile(t, "programmes/hold.md"), "[monday, thursday]", "[monday]", 1))
	if err != nil {
		t.Fatal(err)
	}
	holds(t, out, "exercises/plank.html", `<html lang="de" data-digits="0123456789," data-site`, ">Übungen</a>", "3-mal 20–45\u202fs")
	holds(t, out, "guides/why.html", "1. November 2026")
	holds(t, out, "programmes/hold.html", "<td>1,5</td>")
	holds(t, out, "library.html", "2 Übungen")
	holds(t, out, "js/phrases.js", `export default {`, `"Clear filters":"Filter löschen"`)
	if text := render(t, out, "js/phrases.js"); strings.Contains(text, "neu am") {
		t.Errorf("js/phrases.js holds what no script says: %s", text)
	}
}

func TestRightToLeft(t *testing.T) {
	out, err := themed(t, "-- index.md --\n---\nid: small\ntitle: موقع صغير\nlanguage: ar\n---\n")
	if err != nil {
		t.Fatal(err)
	}
	holds(t, out, "index.html", `<html lang="ar" dir="rtl" data-digits="٠١٢٣٤٥٦٧٨٩٫"`)
	holds(t, out, "exercises/plank.html", "٢٠–٤٥")
}

// TestLook lays an author's colours and mark over the built-in ones.
func TestLook(t *testing.T) {
	out, err := themed(t, `
-- theme/tokens.css --
/* ours */
:root { --accent: #5a3d8a; --band: #432D6B }
-- theme/logo.svg --
<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle r="9"/></svg>
`)
	if err != nil {
		t.Fatal(err)
	}
	if css := render(t, out, "css/site.css"); !strings.HasSuffix(css, ":root{--accent: #5a3d8a;--band: #432D6B }\n") {
		t.Errorf("the style sheet ends with %s", css[len(css)-100:])
	}
	holds(t, out, "index.html", `aria-current="page"><svg class="logo" aria-hidden="true" viewBox="0 0 32 32"><circle r="9"></circle></svg>`)
	holds(t, out, "index.html", `<meta name="theme-color" content="#432D6B">`)
	holds(t, out, "icons/icon.svg", `<?xml version="1.0"?>`)
	holds(t, out, "manifest.webmanifest", `"theme_color":"#432D6B"`, `"icons":[{"src":"icons/icon.svg","sizes":"any","type":"image/svg+xml"}]`)
	if text := render(t, out, "js/phrases.js"); !strings.Contains(text, "export default {};") {
		t.Errorf("phrases of no theme: %s", text)
	}
}

const (
	ownList = `
-- theme/templates/list.html --
<h1 class="own">{{.Heading}}</h1>
`
	unknownField = `
-- theme/templates/list.html --
<h1>{{.Heading}}</h1>
<p>{{.Leed}}</p>
`
	unknownPartial = `
-- theme/templates/guide.html --
<h1>{{template "partials/nothing" .}}</h1>
`
	brokenMarkup = `
-- theme/templates/guide.html --
<h1>{{.Title}}</h1>
<p class={{.Title}}
`
	withoutStop = `
-- theme/templates/partials/stop.html --
<p>Take it easy.</p>
`
	withoutNotice = `
-- theme/templates/programme.html --
<h1>{{.Title}}</h1>
`
	withoutMain = `
-- theme/templates/base.html --
<!doctype html><html><title>{{.Title}}</title>
`
)

func TestOwnTemplates(t *testing.T) {
	out, err := themed(t, ownList)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, out, "guides.html", `<h1 class="own">Guides</h1>`, `<header class="masthead">`)
	for theme, want := range map[string]string{
		unknownField:   "theme/templates/list.html 2:",
		unknownPartial: "theme/templates/guide.html 1:",
		brokenMarkup:   "theme/templates/guide.html ",
		withoutStop:    "theme/templates/partials/stop.html 1:1 the page leaves out the stop signals",
		withoutNotice:  "theme/templates/programme.html 1:1 the page leaves out the clearance notice",
		withoutMain:    "theme/templates/base.html 1:1 the page leaves out the clearance notice",
	} {
		_, err := themed(t, theme)
		var broken *site.TemplateError
		if !errors.As(err, &broken) {
			t.Errorf("%s gives %v", theme, err)
			continue
		}
		at := broken.At.File.Position(int(broken.At.Start))
		if got := fmt.Sprintf("%s %d:%d %s", broken.At.Path(), at.Line, at.Column, broken.Message); !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
