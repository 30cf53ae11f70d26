// Package site turns a checked Library into the plan of a website: every page with
// its path and what renders it. Build makes the plan, Output.Render renders one
// page when it is asked for, Output.Save writes them all, whole or not at all.
//
// plan.go lists every page. Each kind of page has one file that turns nouns into a
// view, plain values made for one template of the same name in templates/. Views
// hold no maps and templates compute nothing. The package judges nothing: what the
// rules found and what the suitability model says is handed in or asked of suit.
package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/words"
)

// Options is what a build may be told.
type Options struct {
	BaseURL   string // where the site will stand; default: the url of index.md
	Templates fs.FS  // base.html and one file a page kind
	Static    fs.FS  // css/, icons/
	Media     fs.FS  // the content folder, for its media/
}

// Build plans the site. found is what the rules said of the library: the pages say
// which errors a named reviewer has overridden.
func Build(lib *regimen.Library, found diag.List, o Options) (*Output, error) {
	b := &builder{lib: lib, found: found, options: o}
	b.url = strings.TrimSuffix(o.BaseURL, "/")
	if b.url == "" {
		b.url = strings.TrimSuffix(lib.Site.URL, "/")
	}
	b.words = words.In(orElse(lib.Site.Language, "en-GB"), nil)
	if err := b.parse(); err != nil {
		return nil, err
	}
	if err := b.index(); err != nil {
		return nil, err
	}
	pages, err := b.plan()
	if err != nil {
		return nil, err
	}
	return newOutput(pages)
}

type builder struct {
	lib       *regimen.Library
	found     diag.List
	options   Options
	url       string // without a final slash; empty: the site knows no address
	templates *template.Template
	words     *words.Words
	shared    shared
	uses      map[string][]link // by exercise: the sessions it stands in
	verdicts  [][]*verdictView  // by exercise, in the library's order
	position  map[*regimen.Exercise]int
}

// parse reads the templates: partials first, then one file a page kind.
func (b *builder) parse() error {
	root := template.New("").Funcs(template.FuncMap{"t": b.t, "n": b.n})
	err := fs.WalkDir(b.options.Templates, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		text, err := fs.ReadFile(b.options.Templates, name)
		if err != nil {
			return err
		}
		_, err = root.New(strings.TrimSuffix(name, ".html")).Parse(string(text))
		return err
	})
	b.templates = root
	if err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	return nil
}

// shell is what every page says around its main part.
type shell struct {
	shared
	Title       string
	Description string
	Root        string // "" or "../" or "../../": the way back to the top folder
	Section     string // which entry of the navigation is the current one
	Path        string
	Canonical   string
	Crumbs      []link
	Scripts     []string // of static/js, beside site.js
	Unlisted    bool
	Main        template.HTML
}

// shared is what all pages say alike; it is computed once.
type shared struct {
	Language, SiteTitle, Disclaimer string
	URL                             string
	ThresholdsReviewed              bool
}

func (b *builder) index() error {
	s := b.lib.Site
	b.shared = shared{
		Language: orElse(s.Language, "en-GB"), SiteTitle: orElse(s.Title, "Exercises"),
		Disclaimer: s.Disclaimer, URL: b.url, ThresholdsReviewed: b.reviewed(),
	}
	b.indexUses()
	return b.indexVerdicts()
}

// reviewed reports whether a clinician has reviewed every condition's thresholds.
func (b *builder) reviewed() bool {
	return len(b.lib.Conditions) > 0 && !slices.ContainsFunc(b.lib.Conditions, func(c *regimen.Condition) bool {
		return c.Reviewed == nil
	})
}

func orElse(word, other string) string {
	if word == "" {
		return other
	}
	return word
}

// render fills a kind's template and the frame around it.
func (b *builder) render(kind string, s shell, view any) ([]byte, error) {
	var main bytes.Buffer
	if err := b.templates.ExecuteTemplate(&main, kind, view); err != nil {
		return nil, err
	}
	s.shared = b.shared
	s.Main = template.HTML(main.String()) // escaped by the kind's own template
	s.Root = rootFrom(s.Path)
	if s.Path == notFoundPath {
		s.Root = b.base()
	}
	if b.url != "" {
		s.Canonical = b.url + "/" + canonicalPath(s.Path)
	}
	var page bytes.Buffer
	page.Grow(main.Len() + 4096)
	if err := b.templates.ExecuteTemplate(&page, "base", s); err != nil {
		return nil, err
	}
	return page.Bytes(), nil
}
