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
	Muscles            *musclesView
}

// fact is one line of a list of facts.
type fact struct{ Term, Value string }

type substituteView struct {
	link
	For, Because string
}

func (b *builder) exercisePage(dst []byte, i int) (out []byte, err error) {
	e := b.lib.Exercises[i]
	page := exercisePath(e.ID)
	err = inBuffer(func(text []byte) (_ []byte, err error) {
		out, err = b.render(dst, "exercise", shell{
			Title: e.Title, Description: e.Summary, Section: "library", Path: page, Scripts: []string{"exercise.js"},
			Crumbs: []link{{b.t("Exercises"), relative(page, libraryPath)}}, Unlisted: e.Status == regimen.StatusUnlisted,
			About: b.aboutExercise(e),
		}, b.exercise(e, page, &text))
		return text, err
	})
	return out, err
}

// exercise fills the view; long HTML goes into the text, which the page may not outlive.
func (b *builder) exercise(e *regimen.Exercise, page string, text *[]byte) exerciseView {
	piece := func(add func(dst []byte) []byte) template.HTML {
		from := len(*text)
		*text = add(*text)
		return asHTML((*text)[from:]) // markdown and the template of verdicts have escaped it
	}
	section := func(heading string) template.HTML {
		return piece(func(dst []byte) []byte { return b.section(dst, &e.Page, page, heading) })
	}
	return exerciseView{
		Title: e.Title, Summary: e.Summary, Also: b.list(regimen.IDs(e.Aliases)),
		Stub:   e.Status == regimen.StatusStub,
		Figure: b.figure(e), Facts: b.exerciseFacts(e),
		How: section("How to perform"), Points: section("Key points"), Mistakes: section("Common mistakes"), EndWhen: e.EndWhen,
		Other: piece(func(dst []byte) []byte {
			return b.others(dst, &e.Page, page, "", "How to perform", "Key points", "Common mistakes")
		}),
		Easier: b.exerciseLinks(e.Regressions, page), Harder: b.exerciseLinks(e.Progressions, page),
		Substitutes: b.substitutes(e, page), Verdicts: piece(func(dst []byte) []byte { return b.verdictItems(dst, e) }),
		Reviewed: b.shared.ThresholdsReviewed, MatrixURL: relative(page, matrixPath),
		Uses:       b.useLinks(e, page),
		References: b.references(e.Sources, e.Body.Citations),
		Primary:    b.muscles(e.Primary), Secondary: b.muscles(e.Secondary), Muscles: b.muscleMap(e),
	}
}

func (b *builder) exerciseFacts(e *regimen.Exercise) []fact {
	v := &b.lib.Vocabulary
	facts := []fact{{b.t("Usual dose"), b.dose(e.Dose)}}
	add := func(term, value string) {
		if value != "" {
			facts = append(facts, fact{term, value})
		}
	}
	add(b.t("Kind"), v.CategoryTitle(e.Category.ID))
	add(b.t("Movement"), v.PatternTitle(e.Pattern.ID))
	add(b.t("You need"), orElse(b.equipment(e.Equipment), b.t("nothing")))
	add(b.t("If you have it"), b.equipment(e.OptionalEquipment))
	add(b.t("Position"), b.posture(e.Position.ID))
	add(b.t("Sides"), b.sides(e.Sides))
	return facts
}

// equipment writes what is needed: dumbbell or kettlebell, and bench.
func (b *builder) equipment(pieces []regimen.AnyOf) string {
	var out []string
	for _, any := range pieces {
		var names []string
		for _, w := range any {
			names = append(names, b.inline(b.lib.Vocabulary.EquipmentTitle(w.ID)))
		}
		out = append(out, b.either(names))
	}
	return b.list(out)
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
			out = append(out, link{e.Title, exerciseFrom(page, e.ID)})
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
		name := b.inline(c.Title)
		if s, _ := c.Stage(stage); s != nil {
			name = b.t("{condition} ({stage})", "condition", name, "stage", b.inline(orElse(s.Title, title(s.ID))))
		}
		out = append(out, name)
	}
	return b.list(out)
}

// use is a session that an exercise stands in.
type use struct {
	programme *regimen.Programme
	session   *regimen.Session
}

// indexUses notes for each exercise the sessions it stands in.
func (b *builder) indexUses() map[string][]use {
	uses := make(map[string][]use, len(b.lib.Exercises))
	for _, p := range b.lib.Programmes {
		if !p.Listed() {
			continue
		}
		for _, s := range p.Sessions {
			for _, row := range s.Rows {
				if known := uses[row.Exercise.ID]; len(known) == 0 || known[len(known)-1].session != s {
					uses[row.Exercise.ID] = append(known, use{p, s})
				}
			}
		}
	}
	return uses
}

func (b *builder) useLinks(e *regimen.Exercise, page string) []link {
	uses := b.uses()[e.ID]
	out := make([]link, len(uses))
	for i, u := range uses {
		words := b.t("{programme}, session {session}", "programme", u.programme.Title, "session", strings.ToUpper(u.session.ID))
		out[i] = link{words, relative(page, sessionPath(u.programme.ID, u.session.ID))}
	}
	return out
}
