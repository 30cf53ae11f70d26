package check

import (
	"path"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"regimen/internal/diag"
)

// altText asks that a picture has words for a reader who does not see it.
var altText = Rule{
	Rule:  diag.Rule{Code: "Q01", Name: "alt-text", Severity: diag.Warning},
	rests: onSayings, about: aboutPictures, // the same words may stand on any picture
	Limits: []Limit{
		{"shortest-alt", 10, "characters", "fewer say what it is and not what it shows"},
		{"longest-alt", 160, "characters", "a screen reader cannot pause within one"},
		{"same-alt", 3, "pictures", "a series of steps may share a beginning, not all of its words"},
	},
	find: func(lib *library, limit limits, report reporter) {
		a := alts{titles: sync.OnceValue(func() map[string]string { return pageTitles(lib) }), seen: map[string][]diag.Span{}, english: lib.english(), limit: limit, report: report}
		for p := range lib.pages() {
			for _, l := range p.Body.Links {
				if l.Picture {
					at := p.InBody(l.Place)
					a.check(picture{file: l.Destination, alt: l.Alt, page: p.File.Path, at: at, whole: at})
				}
			}
		}
		for _, e := range lib.Exercises {
			for _, m := range e.Media {
				if !e.Slipped && !m.Decorative && !m.Broken("alt") && !m.Broken("decorative") {
					a.check(picture{file: m.File.ID, alt: m.Alt, page: e.File.Path, at: m.At("alt"), whole: m.Where})
				}
			}
		}
	},
}

// picture is a picture as an author shows one; whole is where words that are missing
// are reported.
type picture struct {
	file, alt, page string
	at, whole       diag.Span
}

type alts struct {
	titles  func() map[string]string // by title in lower case: the path of its page
	seen    map[string][]diag.Span
	english bool
	limit   limits
	report  reporter
}

func pageTitles(lib *library) map[string]string {
	titles := map[string]string{}
	for p := range lib.pages() {
		if p.Title != "" {
			titles[strings.ToLower(p.Title)] = p.File.Path
		}
	}
	return titles
}

// openings of a text that say only that there is a picture.
var pictureOpening = regexp.MustCompile(`(?i)^(?:an? |the )?(?:image|picture|photo|photograph|graphic|drawing) (?:of|showing)\b`)

// camera is a name that a camera gives.
var camera = regexp.MustCompile(`(?i)^(?:img|dsc|dscn|pxl|photo|image|screenshot)[-_ ]?\d+`)

// check reports at most one thing of a picture.
func (a *alts) check(p picture) {
	alt := strings.TrimSpace(p.alt)
	if alt == "" {
		found := a.report(p.whole, "the picture `%s` has no words for a reader who cannot see it", p.file)
		found.Severity = diag.Error
		found.Help = "write in `alt` what it shows; mark a picture that shows nothing with `decorative: true`"
		if p.at == p.whole {
			found.Help = "write in the square brackets what it shows: `![Feet at hip height, toes up](…)`"
		}
		return
	}
	a.seen[alt] = append(a.seen[alt], p.at)
	length, name := utf8.RuneCountInString(alt), path.Base(p.file)
	switch other := a.titles()[strings.ToLower(alt)]; {
	case strings.EqualFold(alt, name) || strings.EqualFold(alt, strings.TrimSuffix(name, path.Ext(name))) || camera.MatchString(alt):
		a.tell(p, "`%s` is the name of a file, not what it shows", alt)
	case other != "" && other != p.page:
		a.tell(p, "`%s` is the title of another page, not what this picture shows", alt)
	case a.english && pictureOpening.MatchString(alt):
		a.tell(p, "`%s` begins by saying that it is a picture", alt)
	case float64(len(a.seen[alt])) == a.limit("same-alt"):
		a.tell(p, "these words stand on %d pictures; each shows something else", len(a.seen[alt])).Related =
			[]diag.Related{{At: a.seen[alt][0], Message: "the first of them"}}
	case float64(length) < a.limit("shortest-alt"):
		a.tell(p, "`%s` is %d characters, and under %g it hardly says what it shows", alt, length, a.limit("shortest-alt"))
	case float64(length) > a.limit("longest-alt"):
		a.tell(p, "these words are %d characters long, and more than %g are hard to listen to", length, a.limit("longest-alt"))
	}
}

func (a *alts) tell(p picture, format string, args ...any) *diag.Diagnostic {
	found := a.report(p.at, format, args...)
	found.Help = "say what the reader would see, such as `Feet at hip height, toes up`"
	return found
}
