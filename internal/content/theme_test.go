package content_test

import (
	"bytes"
	"encoding/xml"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/internal/regimen"
	"regimen/templates"
)

const (
	logoFile = `<?xml version="1.0"?>
<!-- made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 32 32" width="64" id="all">
  <metadata><x/></metadata>
  <defs><linearGradient id="dawn"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
  <circle class="quiet" id="dot" r="9" fill="url(#dawn)"/><use xlink:href="#dot"/>
  <title>A &lt;b&gt; &amp; c</title>
</svg>
`
	logoInPage = `<svg class="logo" aria-hidden="true" viewBox="0 0 32 32"><defs><linearGradient id="logo-dawn"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>` +
		`<circle id="logo-dot" r="9" fill="url(#logo-dawn)"></circle><use href="#logo-dot"></use><title>A &lt;b&gt; &amp; c</title></svg>`
)

// TestTheme reads a theme, stored in each way.
func TestTheme(t *testing.T) {
	for name, change := range stored {
		lib, found, err := content.Load(fstest.MapFS{
			"theme/tokens.css":                   {Data: change([]byte(":root {\n--accent: red; }\n"))},
			"theme/logo.svg":                     {Data: change([]byte(logoFile))},
			"theme/words.json":                   {Data: change([]byte(`{"Exercises": "\u00dcbungen", "{n} exercises": {"one": "eine", "other": "{n}"}, "{n} steps": "{n}"}`))},
			"theme/templates/partials/stop.html": {Data: change([]byte("<p>\nStop.</p>\n"))},
		}, reference.FS)
		if err != nil || len(found) > 0 {
			t.Fatalf("%s: %v %v", name, err, found)
		}
		theme := lib.Theme
		for what, texts := range map[string][2]string{
			"tokens": {string(theme.Tokens), ":root {\n--accent: red; }\n"},
			"icon":   {string(theme.Icon), logoFile},
			"logo":   {strings.ReplaceAll(string(theme.Logo), " <", "<"), logoInPage},
		} {
			if texts[0] != texts[1] {
				t.Errorf("%s: the %s is\n%s\nwant\n%s", name, what, texts[0], texts[1])
			}
		}
		if theme.Words["Exercises"]["other"] != "Übungen" || theme.Words["{n} exercises"]["one"] != "eine" || theme.Words["{n} steps"]["other"] != "{n}" {
			t.Errorf("%s: %v", name, theme.Words)
		}
		over := theme.Templates.Over(templates.FS)
		if text, err := fs.ReadFile(over, "partials/stop.html"); err != nil || string(text) != "<p>\nStop.</p>\n" {
			t.Errorf("%s: the template is %q, %v", name, text, err)
		}
		if text, err := fs.ReadFile(over, "base.html"); err != nil || !bytes.Contains(text, []byte("<html")) {
			t.Errorf("%s: the built-in template is %q, %v", name, text, err)
		}
	}
}

// TestThemeStrays asks that links are not followed, and that a logo is not a burden.
func TestThemeStrays(t *testing.T) {
	lib, found, err := content.Load(fstest.MapFS{
		"theme/tokens.css": {Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink},
		"theme/logo.svg":   {Data: bytes.Repeat([]byte(" "), 20_000)},
	}, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	if lib.Theme.Tokens != nil || len(lib.Omitted) != 1 || lib.Omitted[0].Path != "theme/tokens.css" {
		t.Errorf("a link was followed: %q, left out %v", lib.Theme.Tokens, lib.Omitted)
	}
	if len(found) != 1 || found[0].Code != "R13" {
		t.Errorf("a large logo gives %v", found)
	}
}

// FuzzTheme asks of any theme: no panic, every place inside its file, and no logo that
// acts.
func FuzzTheme(f *testing.F) {
	f.Add("logo.svg", []byte(logoFile))
	f.Add("logo.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g fill="u\72l(//x)" onclick="x"/></svg>`))
	f.Add("tokens.css", []byte(`@media print { a { b: url( "data:" ) [ image-set("x" `))
	f.Add("words.json", []byte(`{"{n} steps": {"one": "a\u0041", "other": "{n} x"}, "a": }`))
	f.Add("templates/list.html", []byte(`{{if .X}}{{t "a" "b"`))
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		if !fs.ValidPath("theme/" + name) {
			return
		}
		lib, found, err := content.Load(fstest.MapFS{"theme/" + name: {Data: text}}, fstest.MapFS{"vocabulary.md": {Data: []byte("---\ntitle: Words\n---\n")}})
		if err != nil {
			return // a path that no file system has
		}
		for _, d := range found {
			inside(t, d.At)
		}
		if len(found) == 0 && lib.Theme.Logo != nil {
			plain(t, lib.Theme)
		}
	})
}

// plain asks of a logo that was let through that it is well formed and holds nothing but
// shapes.
func plain(t *testing.T, theme regimen.Theme) {
	t.Helper()
	attributes := map[string]bool{}
	from := xml.NewDecoder(bytes.NewReader(theme.Logo))
	for {
		token, err := from.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Errorf("%v in %s", err, theme.Logo)
			}
			break
		}
		if e, ok := token.(xml.StartElement); ok {
			if e.Name.Local == "script" || e.Name.Local == "style" || e.Name.Local == "foreignObject" {
				t.Errorf("<%s> in %s", e.Name.Local, theme.Logo)
			}
			for _, a := range e.Attr {
				attributes[strings.ToLower(a.Name.Local)] = true
				if strings.Contains(strings.ToLower(a.Value), "url(//") {
					t.Errorf("%s leads out of %s", a.Name.Local, theme.Logo)
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		if strings.HasPrefix(name, "on") || name == "style" {
			t.Errorf("%s in %s", name, theme.Logo)
		}
	}
}
