package regimen

import (
	"cmp"
	"iter"
	"slices"

	"regimen/internal/diag"
)

// Library is everything an author wrote, checked for form and ready for the
// rules and the site. Lists are sorted by id.
type Library struct {
	Site       Site
	Vocabulary Vocabulary
	References []*Reference
	Sources    Page // references.md: its title and prose
	Exercises  []*Exercise
	Programmes []*Programme
	Conditions []*Condition
	Guides     []*Guide
	Safety     []*Safety
	Media      []string // files below media/, sorted
	Theme      Theme    // what stands in place of the built-in look and words
	Files      int      // content files read
	Omitted    []Omission
	Allowances []Allowance          // by path and place
	exercises  map[string]*Exercise // made by Index
}

// Index makes exercises quick to find, which thousands of rows name. The list of them
// must not change any more.
func (l *Library) Index() {
	l.exercises = make(map[string]*Exercise, len(l.Exercises))
	for _, e := range l.Exercises {
		l.exercises[e.ID] = e
	}
}

// Forget lets go of the texts of content files, for who has no more to ask or to tell of
// them: only findings and rules look at those. No one else may have the Library.
func (l *Library) Forget() {
	pages := []*Page{&l.Site.Page, &l.Sources, &l.Vocabulary.Page}
	for _, e := range l.Exercises {
		pages = append(pages, &e.Page)
	}
	for _, p := range l.Programmes {
		pages = append(pages, &p.Page)
	}
	for _, c := range l.Conditions {
		pages = append(pages, &c.Page)
	}
	for _, g := range l.Guides {
		pages = append(pages, &g.Page)
	}
	for _, s := range l.Safety {
		pages = append(pages, &s.Page)
	}
	for _, p := range pages {
		if p.File != nil {
			p.File.Text = nil
		}
		p.Body.Forget()
	}
}

// Omission is a file that was read but gives no page, and why.
type Omission struct{ Path, Reason string }

// Exercise finds an exercise by id, or nil.
func (l *Library) Exercise(id string) *Exercise {
	if l.exercises != nil {
		return l.exercises[id]
	}
	return find(l.Exercises, id, func(e *Exercise) string { return e.ID })
}

// Programme finds a programme by id, or nil.
func (l *Library) Programme(id string) *Programme {
	return find(l.Programmes, id, func(p *Programme) string { return p.ID })
}

// Condition finds a condition by id, or nil.
func (l *Library) Condition(id string) *Condition {
	return find(l.Conditions, id, func(c *Condition) string { return c.ID })
}

// Guide finds a guide by id, or nil.
func (l *Library) Guide(id string) *Guide {
	return find(l.Guides, id, func(g *Guide) string { return g.ID })
}

// SafetyFile finds a safety file by its region, or nil.
func (l *Library) SafetyFile(id string) *Safety {
	return find(l.Safety, id, func(s *Safety) string { return s.ID })
}

// Reference finds a reference by id, or nil.
func (l *Library) Reference(id string) *Reference {
	return find(l.References, id, func(r *Reference) string { return r.ID })
}

func find[T any](list []*T, id string, of func(*T) string) *T {
	i, found := slices.BinarySearchFunc(list, id, func(v *T, id string) int { return cmp.Compare(of(v), id) })
	if !found {
		return nil
	}
	return list[i]
}

// Prescriptions walks every row with its session, programme by programme.
func (l *Library) Prescriptions() iter.Seq2[*Prescription, *Session] {
	return func(yield func(*Prescription, *Session) bool) {
		for _, p := range l.Programmes {
			for _, s := range p.Sessions {
				for _, row := range s.Rows {
					if !yield(row, s) {
						return
					}
				}
			}
		}
	}
}

// Site is index.md.
type Site struct {
	Page
	Description, Language, Region, Units string
	URL                                  string
	Author                               *Person
	Disclaimer                           string
	Commercial                           bool
	Sheets                               []Word // of each programme, beside its sessions'
	SheetsStated                         bool   // false: which are made depends on the size of the site
	Settings                             []Setting
}

// Setting is a rule's threshold as a site sets it.
type Setting struct {
	Rule, Limit Word
	Value       float64
}

// Guide is an article, or a case told with its stages.
type Guide struct {
	Page
	Kind          string
	Author        *Person
	Date, Updated string
	Topics        []string
	Related       []Word
	RenamedFrom   []Word
}

// Safety is one file of red flags, stop signals and the pain guide.
type Safety struct {
	Page
	Region          string // of the body, where the file states it
	RedFlags        []RedFlag
	Stop            []string
	Pain            []PainBand
	NextDay         string
	ClearanceNotice string
}

// Tier lists the red flags of one tier, in the author's order.
func (s *Safety) Tier(tier string) []RedFlag {
	var flags []RedFlag
	for _, f := range s.RedFlags {
		if f.Tier == tier {
			flags = append(flags, f)
		}
	}
	return flags
}

// RedFlag is a sign that needs a doctor first, and how soon.
type RedFlag struct {
	Origin
	ID, Text, Tier, Action string
}

// PainBand is one profile of the pain traffic light, on the scale 0-10; what lies
// above amber is red.
type PainBand struct {
	Origin
	Profile      string
	Green, Amber Range
}

// Reference is one citation.
type Reference struct {
	Origin
	ID, Authors, Title, Container, Volume, Pages string
	Year                                         int
	DOI, PMID, ISBN, URL                         string
	Body, Version                                string
	SupersededBy                                 []Word
}

// Vocabulary is the closed lists that a site may extend.
type Vocabulary struct {
	Page
	Version    string
	Muscles    []Muscle
	Equipment  []Equipment
	Patterns   []Term
	Categories []Term
	Stressors  []StressorTerm

	Regions     []Region
	RedFlags    []FlagTerm
	StopSignals []SignalTerm
}

// Term is a word of a list with its title.
type Term struct{ ID, Title string }

// Muscle is a muscle group and the side of the body map it is drawn on.
type Muscle struct {
	Term
	View string
	Also []string // what else readers call it
}

// StressorTerm explains a stressor; Note is what a reader is told at caution.
type StressorTerm struct {
	Term
	Meaning, Note string
	At            diag.Span
	Added         bool // the built-in vocabulary does not know it
}

// Equipment is a piece of equipment with what it can be loaded with.
type Equipment struct {
	Term
	Also      []string // what else readers call it
	Floor     LoadClass
	HasFloor  bool
	Levels    []string // a band's, easiest first
	Step      []UnitLoad
	StepUpper []UnitLoad
	Grid      []UnitLoad
	Minimum   []UnitLoad
}

// UnitLoad is an amount in one unit, from a load upwards.
type UnitLoad struct {
	Unit   string // kg or lb
	From   float64
	Amount float64
}

// MuscleTitle is the title of a muscle, or its id when the list has none.
func (v *Vocabulary) MuscleTitle(id string) string {
	return title(v.Muscles, id, func(m Muscle) Term { return m.Term })
}

// EquipmentTitle is the title of a piece of equipment, or its id.
func (v *Vocabulary) EquipmentTitle(id string) string {
	return title(v.Equipment, id, func(e Equipment) Term { return e.Term })
}

// PatternTitle is the title of a pattern, or its id.
func (v *Vocabulary) PatternTitle(id string) string {
	return title(v.Patterns, id, func(t Term) Term { return t })
}

// CategoryTitle is the title of a category, or its id.
func (v *Vocabulary) CategoryTitle(id string) string {
	return title(v.Categories, id, func(t Term) Term { return t })
}

// Stressor finds a stressor by id.
func (v *Vocabulary) Stressor(id string) (StressorTerm, bool) {
	for _, s := range v.Stressors {
		if s.ID == id {
			return s, true
		}
	}
	return StressorTerm{}, false
}

func title[T any](list []T, id string, of func(T) Term) string {
	for _, v := range list {
		if t := of(v); t.ID == id && t.Title != "" {
			return t.Title
		}
	}
	return id
}
