package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/words"
)

// logo is the author's mark for the masthead, in place of the built-in one.
func (b *builder) logo() template.HTML {
	return template.HTML(b.lib.Theme.Logo) // reading refused whatever a plain drawing does not hold
}

const (
	phrasesPath = "js/phrases.js"
	iconPath    = "icons/icon.svg"
)

// asset is a file of static/, or what the theme puts in its place.
func (b *builder) asset(name string) ([]byte, error) {
	switch {
	case name == phrasesPath && len(b.lib.Theme.Words) > 0:
		return b.phrases()
	case name == iconPath && b.lib.Theme.Icon != nil:
		return b.lib.Theme.Icon, nil
	}
	return fs.ReadFile(b.options.Static, name)
}

// phrases is the module with what the site says instead of the English phrases; only
// those that a script asks for, since every page carries it.
func (b *builder) phrases() ([]byte, error) {
	names, err := fs.Glob(b.options.Static, "js/*.js")
	if err != nil {
		return nil, err
	}
	var scripts []byte
	for _, name := range names {
		text, err := fs.ReadFile(b.options.Static, name)
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, text...)
	}
	own := map[string]words.Phrase{}
	for english, phrase := range b.lib.Theme.Words {
		if bytes.Contains(scripts, []byte(`"`+strings.ReplaceAll(english, `"`, `\"`)+`"`)) {
			own[english] = phrase
		}
	}
	text, err := json.Marshal(own)
	return fmt.Appendf(nil, "export default %s;\n", text), err
}

// tokens is the theme's style sheet, which stands behind the built-in ones.
func (b *builder) tokens() ([]byte, error) { return smallStyles(b.lib.Theme.Tokens) }

var ownBand = regexp.MustCompile(`--band:\s*(#[[:xdigit:]]{3,8})\b`)

// band is the colour of the masthead, which browsers take for their own bar.
func (b *builder) band() string {
	if own := ownBand.FindSubmatch(b.lib.Theme.Tokens); own != nil {
		return string(own[1])
	}
	return bandColour
}

// TemplateError is what is wrong with a template of the theme, at its place.
type TemplateError struct {
	At         diag.Span
	Message    string
	Suggestion string // what was probably meant, or empty
}

func (e *TemplateError) Error() string { return e.At.Path() + ": " + e.Message }

// try renders every page of a programme once when the theme has templates: what these
// leave out must be told before anything is written.
func (b *builder) try(pages []page) error {
	if len(b.lib.Theme.Templates) == 0 {
		return nil
	}
	for _, p := range pages {
		if path.Ext(p.path) != ".html" || !strings.HasPrefix(p.path, "programmes/") {
			continue
		}
		if _, err := p.render(nil); err != nil {
			return err
		}
	}
	return nil
}

// leavesOut is the error of a page that its template, or a partial that it uses, takes
// something away from.
func (b *builder) leavesOut(kind, what, mark string) error {
	message := fmt.Sprintf("the page leaves out %s; it must stand in an element with `data-must=\"%s\"`", what, mark)
	own := slices.Sorted(maps.Keys(b.lib.Theme.Templates))
	if len(own) == 0 {
		return fmt.Errorf("templates/%s.html: %s", kind, message)
	}
	file := b.lib.Theme.Templates[kind+".html"]
	if file == nil {
		file = b.lib.Theme.Templates[own[0]]
	}
	at := file.Offset(1, 1)
	return &TemplateError{At: file.Span(at, at), Message: message}
}
