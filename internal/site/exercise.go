package site

import (
	"html/template"
	"strings"

	"regimen/internal/regimen"
)

type exerciseView struct {
	Title, Summary     string
	Also               string // other names
	Stub               bool
	Figure             *figureView
	Facts              []fact
	How, Points        template.HTML // the sections of the body, whole
	Mistakes           template.HTML
	EndWhen            string
	Other              template.HTML
	Easier, Harder     []link
	Substitutes        []substituteView
	Verdicts           template.HTML // the items of a list
	Reviewed           bool          // a clinician reviewed the thresholds
	MatrixURL          string
	Uses               []link
	References         []referenceView
	Primary, Secondary []string
}

// fact is one line of a list of facts.
type fact struct{ Term, Value string }

type substituteView struct {
	link
	For, Because string
}

func (b *builder) exercisePage(i int) ([]byte, error) {
	e := b.lib.Exercises[i]
	page := exercisePath(e.ID)
	v := exerciseView{
		Title: e.Title, Summary: e.Summary, Also: list(regimen.IDs(e.Aliases)),
		Stub:   e.Status == regimen.StatusStub,
		Figure: b.figure(e), Facts: b.exerciseFacts(e),
		How:    b.section(&e.Page, page, "How to perform"),
		Points: b.section(&e.Page, page, "Key points"), Mistakes: b.section(&e.Page, page, "Common mistakes"),
		EndWhen: e.EndWhen,
		Other:   b.sections(&e.Page, page, "", "How to perform", "Key points", "Common mistakes"),
		Easier:  b.exerciseLinks(e.Regressions, page), Harder: b.exerciseLinks(e.Progressions, page),
		Substitutes: b.substitutes(e, page), Verdicts: b.verdictItems(i),
		Reviewed: b.shared.ThresholdsReviewed, MatrixURL: relative(page, matrixPath),
		Uses:       relativeLinks(b.uses[e.ID], page),
		References: b.references(e.Sources, e.Body.Citations),
		Primary:    b.muscles(e.Primary), Secondary: b.muscles(e.Secondary),
	}
	return b.render("exercise", shell{
		Title: e.Title, Description: e.Summary, Section: "library", Path: page,
		Crumbs: []link{{"Exercises", relative(page, libraryPath)}}, Unlisted: e.Status == regimen.StatusUnlisted,
	}, v)
}

func (b *builder) exerciseFacts(e *regimen.Exercise) []fact {
	v := &b.lib.Vocabulary
	facts := []fact{{"Usual dose", dosePhrase(e)}}
	add := func(term, value string) {
		if value != "" {
			facts = append(facts, fact{term, value})
		}
	}
	add("Kind", v.CategoryTitle(e.Category.ID))
	add("Movement", v.PatternTitle(e.Pattern.ID))
	add("You need", orElse(b.equipment(e.Equipment), "nothing"))
	add("If you have it", b.equipment(e.OptionalEquipment))
	add("Position", title(e.Position.ID))
	add("Sides", sidesWords(e.Sides))
	return facts
}

// dosePhrase is the default dose on one line.
func dosePhrase(e *regimen.Exercise) string {
	out := work(e.Dose)
	if x := extras(e.Dose); x != "" {
		out += ", " + x
	}
	if e.Dose.Rest != nil {
		out += ", rest " + rest(e.Dose)
	}
	return out
}

func sidesWords(sides string) string {
	switch sides {
	case regimen.SidesEach:
		return "all of one side, then the other"
	case regimen.SidesAlternating:
		return "left and right in turn"
	}
	return ""
}

// equipment writes what is needed: dumbbell or kettlebell, and bench.
func (b *builder) equipment(pieces []regimen.AnyOf) string {
	var out []string
	for _, any := range pieces {
		var names []string
		for _, w := range any {
			names = append(names, strings.ToLower(b.lib.Vocabulary.EquipmentTitle(w.ID)))
		}
		out = append(out, strings.Join(names, " or "))
	}
	return list(out)
}

func (b *builder) muscles(words []regimen.Word) []string {
	var out []string
	for _, w := range words {
		out = append(out, b.lib.Vocabulary.MuscleTitle(w.ID))
	}
	return out
}

// exerciseLinks leads to exercises that have a page.
func (b *builder) exerciseLinks(words []regimen.Word, page string) []link {
	var out []link
	for _, w := range words {
		if e := b.lib.Exercise(w.ID); e != nil && e.Built() {
			out = append(out, link{e.Title, relative(page, exercisePath(e.ID))})
		}
	}
	return out
}

func (b *builder) substitutes(e *regimen.Exercise, page string) []substituteView {
	var out []substituteView
	for _, s := range e.Substitutes {
		v := substituteView{For: b.circumstances(s.For), Because: s.Because}
		if links := b.exerciseLinks([]regimen.Word{s.Exercise}, page); len(links) == 1 {
			v.link = links[0]
		} else if !s.Exercise.Is("none") {
			continue
		}
		out = append(out, v)
	}
	return out
}

// circumstances names conditions and stages in words.
func (b *builder) circumstances(words []regimen.Word) string {
	var out []string
	for _, w := range words {
		id, stage, _ := strings.Cut(w.ID, "/")
		c := b.lib.Condition(id)
		if c == nil {
			continue
		}
		name := lowerFirst(c.Title)
		if s, _ := c.Stage(stage); s != nil {
			name += " (" + lowerFirst(orElse(s.Title, title(s.ID))) + ")"
		}
		out = append(out, name)
	}
	return list(out)
}

func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// indexUses notes for each exercise the sessions it stands in.
func (b *builder) indexUses() {
	b.uses = map[string][]link{}
	for _, p := range b.lib.Programmes {
		if !p.Listed() {
			continue
		}
		for _, s := range p.Sessions {
			at := link{p.Title + ", session " + strings.ToUpper(s.ID), sessionPath(p.ID, s.ID)}
			for _, row := range s.Rows {
				if known := b.uses[row.Exercise.ID]; len(known) == 0 || known[len(known)-1] != at {
					b.uses[row.Exercise.ID] = append(known, at)
				}
			}
		}
	}
}

func relativeLinks(links []link, page string) []link {
	out := make([]link, len(links))
	for i, l := range links {
		out[i] = link{l.Title, relative(page, l.URL)}
	}
	return out
}
