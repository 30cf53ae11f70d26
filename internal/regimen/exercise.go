package regimen

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/figure"
	"regimen/internal/markdown"
)

// Page is what every content file shares.
type Page struct {
	Origin
	ID       string
	File     *diag.File
	Title    string
	Summary  string
	Status   string
	Body     markdown.Document
	BodyAt   int    // where the body begins in the file
	BuiltIn  bool   // read from the program, since the folder has no such file
	Slipped  bool   // slips of form may hide keys, so that none may be called missing
	Sources  []Word // the key references: citations by id
	Reviewed *Review
	Extra    map[string]any // the author's own x- keys, passed to the JSON export
}

// Listed reports whether lists, feeds and search name the page.
func (p *Page) Listed() bool { return p.Status == StatusPublished || p.Status == StatusStub }

// Built reports whether the site has a page for it.
func (p *Page) Built() bool { return p.Listed() || p.Status == StatusUnlisted }

// Review names who looked at a file, and when (YYYY-MM-DD).
type Review struct {
	Origin
	By, Role, Date string
}

// Person is an author as the site shows one.
type Person struct {
	Origin
	Name, Credentials, URL string
}

// Exercise is one movement, described once and used in many programmes.
type Exercise struct {
	Page
	Aliases           []Word
	Category, Pattern Word
	Primary           []Word // muscles that do the work
	Secondary         []Word // muscles that help
	Equipment         []AnyOf
	OptionalEquipment []AnyOf
	Measures          []Word // the first is the default
	Sides             string
	Position          Word
	Dose              dose.Dose
	UsualLoad         LoadClass
	LoadFloor         LoadClass
	Tagged            bool // false: the key stressors is absent, and the verdict is unknown
	NotBefore         []StageLimit
	Stressors         []Stressor
	Regressions       []Word
	Progressions      []Word
	Substitutes       []Substitute
	EndWhen           string
	Media             []Media
	Video             *Video
	RenamedFrom       []Word
	Figure            *figure.Figure // nil: there is none that can be drawn
}

// OneSided reports whether left and right are counted apart.
func (e *Exercise) OneSided() bool { return e.Sides == SidesEach || e.Sides == SidesAlternating }

// UpperBody reports whether the arms move the load, so that its steps are smaller.
func (e *Exercise) UpperBody() bool {
	switch e.Pattern.ID {
	case "h-push", "v-push", "h-pull", "v-pull":
		return true
	}
	return false
}

// AnyOf is equipment of which one piece is enough.
type AnyOf []Word

// Stressor is a graded demand on a structure: Grades holds 0-3 for none, light,
// moderate and heavy load.
type Stressor struct {
	Word
	Grades [4]int
	Scaled bool // four grades were written, not one
}

// StageLimit is the earliest stage of a condition at which an exercise may stand.
type StageLimit struct{ Condition, Stage Word }

// Substitute is an exercise that may stand in for another. Exercise "none" says
// that there is none.
type Substitute struct {
	Origin
	Exercise Word
	For      []Word // a condition or condition/stage; empty: for everybody
	Because  string
}

// Holds reports whether the substitute is meant for a stage of a condition.
func (s Substitute) Holds(condition, stage string) bool {
	return len(s.For) == 0 || slices.ContainsFunc(s.For, func(w Word) bool {
		return w.Is(condition) || w.Is(condition+"/"+stage)
	})
}

// Media is one picture of an exercise.
type Media struct {
	Origin
	File                     Word
	Alt, Licence, By, Source string
	Decorative               bool
}

// Video is a file in media/, or an address at another host with a title.
type Video struct {
	Origin
	File, Captions    Word
	URL, Title, Audio string
	Licence, By       string
}
