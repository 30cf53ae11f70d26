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
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/words"
)

// Options is what a build may be told.
type Options struct {
	BaseURL   string   // where the site will stand; default: the url of index.md
	Templates fs.FS    // base.html and one file a page kind
	Static    fs.FS    // css/, icons/
	Media     fs.FS    // the content folder, for its media/
	Rules     []string // the codes of all rules, for the page that says how the site is checked
	Made      func()   // called for each file that Save has made, by several goroutines; may be nil
	Paper     bool     // to be printed and not published: private programmes too, and every sheet
}

// Build plans the site. found is what the rules said of the library: the pages say
// which errors a named reviewer has overridden.
func Build(lib *regimen.Library, found diag.List, o Options) (*Output, error) {
	return NewBuilder(o).Build(lib, found)
}

// Builder builds a site again and again. It keeps the compiled templates as long as the
// theme and the language stay what they are.
type Builder struct {
	options Options
	voice   voice // of the last site
}

// voice is how a site speaks and looks.
type voice struct {
	language  string
	theme     regimen.Theme
	words     *words.Words
	templates map[string]filler // nil before the first site
}

// NewBuilder prepares a Builder; nothing is built yet.
func NewBuilder(o Options) *Builder { return &Builder{options: o} }

// Build does what the function Build does.
func (b *Builder) Build(lib *regimen.Library, found diag.List) (*Output, error) {
	next := &builder{lib: lib, found: found, options: b.options, voice: b.voice}
	if v := &b.voice; v.templates == nil || v.language != lib.Site.Language || !reflect.DeepEqual(v.theme, lib.Theme) {
		next.voice = voice{language: lib.Site.Language, theme: lib.Theme, words: words.In(orElse(lib.Site.Language, "en-GB"), lib.Theme.Words)}
		if err := next.parse(); err != nil {
			return nil, err
		}
		b.voice = next.voice
	}
	return next.build()
}

func (b *builder) build() (*Output, error) {
	b.url = escapedURL(strings.TrimSuffix(orElse(b.options.BaseURL, b.lib.Site.URL), "/"))
	b.index()
	pages, err := b.plan()
	if err != nil {
		return nil, err
	}
	if err := b.try(pages); err != nil {
		return nil, err
	}
	out, err := newOutput(pages)
	if err == nil {
		out.made = b.options.Made
	}
	return out, err
}

// escapedURL is an address as programs want it: a blank in it is %20.
func escapedURL(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.String()
	}
	return address
}

type builder struct {
	lib     *regimen.Library
	found   diag.List
	options Options
	url     string // without a final slash; empty: the site knows no address
	voice
	shared shared
	sheets []string // which sheets each programme has
	indexes
	judged   map[*regimen.Exercise]*judgements
	distinct sync.Map // by what makes it: a verdict in words
	groups   sync.Map // by sets and amount: both in words
	proven   sync.Map // by programme: how its proofs came out

	safetyTexts sync.Map // by safety file: what the log says of it
	safetyViews sync.Map // by safety file and depth of the page: what programmes say of it
	muscleMaps  sync.Map // by the muscles
	thumbnails  sync.Map // by exercise
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
	Styles      []string // beside site.css
	Unlisted    bool
	About       *entity // what the page is about, for programs
	Card        *card   // for previews of links to it
	Data        template.HTML
	Main        template.HTML
}

// shared is what all pages say alike; it is computed once.
type shared struct {
	Language, SiteTitle, Disclaimer string
	SiteID                          string // the name of what the browser keeps for this site
	URL                             string
	ThresholdsReviewed              bool
	Feed                            bool // there is something to put in one
	RightToLeft                     bool
	Digits                          string        // where they are not those of English
	Logo                            template.HTML // empty: the built-in mark
	Band                            string        // the masthead's colour
}

func (b *builder) index() {
	s := b.lib.Site
	b.shared = shared{
		Language: orElse(s.Language, "en-GB"), SiteTitle: orElse(s.Title, b.t("Exercises")),
		SiteID: orElse(s.ID, "site"), Disclaimer: s.Disclaimer, URL: b.url, ThresholdsReviewed: b.reviewed(),
		RightToLeft: b.words.RightToLeft(), Digits: b.words.Digits(), Logo: b.logo(), Band: b.band(),
	}
	b.shared.Feed = len(b.news()) > 0
	b.sheets = b.chosenSheets()
	b.judged = unjudged(b.lib.Exercises)
	b.indexes = indexes{
		uses: sync.OnceValue(b.indexUses), listed: sync.OnceValue(b.byTitle), volumes: b.bind(),
		overridden: sync.OnceValue(b.indexOverrides), shownSafety: sync.OnceValue(b.chooseSafety),
		conditionsText: sync.OnceValues(func() ([]byte, error) { return json.Marshal(b.logConditions()) }),
		loads:          sync.OnceValue(b.indexLoads),
	}
}

// indexes are what many pages ask for, each made when it is first asked for.
type indexes struct {
	uses        func() map[string][]use              // by exercise: the sessions it stands in
	listed      func() []*regimen.Exercise           // that lists name, by title
	overridden  func() map[*diag.File][]overrideView // what reviewers allowed
	shownSafety func() []*regimen.Safety             // that the safety page shows
	volumes                                          // lists that are too long for one page

	conditionsText func() ([]byte, error)        // what the log knows of them, in JSON
	loads          func() map[string]steppedLoad // by equipment that can be loaded
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
func (b *builder) render(dst []byte, kind string, s shell, view any) (page []byte, err error) {
	if b.templates[kind] == nil {
		return nil, fmt.Errorf("kinds.go names no view for the template %s", kind)
	}
	s.shared = b.shared
	s.Root = rootFrom(s.Path)
	if s.Path == notFoundPath {
		s.Root = b.base()
	}
	if b.url != "" {
		s.Canonical = b.url + "/" + canonicalPath(s.Path)
	}
	s.Card = b.card(&s)
	err = inBuffer(func(main []byte) ([]byte, error) {
		main = b.linkedData(main, &s)
		data := len(main)
		main = b.templates[kind].fill(main, view)
		// Both are escaped; the frame copies them before the buffer goes back.
		s.Data, s.Main = asHTML(main[:data]), asHTML(main[data:])
		page = b.templates["base"].fill(dst, s)
		return main, nil
	})
	return page, err
}

// asHTML is a text that is escaped, without copying it: nobody may change it while the
// HTML is in use.
func asHTML(text []byte) template.HTML {
	return template.HTML(unsafe.String(unsafe.SliceData(text), len(text)))
}
