package site

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

const searchPath = "data/search.json"

// searchJSON is what the search and the library's filters know of the site, as small
// as can be: rows are arrays, and what several exercises share stands in a table once.
// static/js/search.js and filter.js read it.
type searchJSON struct {
	Version      int        `json:"version"`
	Kinds        []string   `json:"kinds"`         // of results; the first is the exercise
	Muscles      [][]string `json:"muscles"`       // id, title, title in a sentence, other words
	Equipment    [][]string `json:"equipment"`     // the same
	Categories   [][]string `json:"categories"`    // id, title
	Patterns     []string   `json:"patterns"`      // title
	Positions    [][]string `json:"positions"`     // id, title
	Needs        [][]any    `json:"needs"`         // in words; of each piece, which equipment will do
	Stages       [][]string `json:"stages"`        // condition/stage, title
	VerdictWords [][]string `json:"verdict_words"` // id, title
	Verdicts     []string   `json:"verdicts"`      // a digit a stage
	Exercises    [][]any    `json:"exercises"`     // as searchRow writes them
	Pages        [][]any    `json:"pages"`         // kind, title, address, one line, aliases, other words
}

func (b *builder) searchData() ([]byte, error) {
	v := &b.lib.Vocabulary
	d := searchJSON{
		Version:    1,
		Kinds:      []string{b.t("Exercise"), b.t("Programme"), b.t("Condition"), b.t("Guide"), b.t("Help")},
		Categories: rowsOf(v.Categories), Positions: rowsOf(b.positions()),
		Exercises: [][]any{}, Pages: b.searchPages(),
		// A list without entries is written as one: the scripts walk over all of them.
		Muscles: [][]string{}, Equipment: [][]string{}, Patterns: []string{}, Needs: [][]any{}, Stages: [][]string{},
		VerdictWords: [][]string{}, Verdicts: []string{},
	}
	for _, m := range v.Muscles {
		d.Muscles = append(d.Muscles, []string{m.ID, m.Title, b.inline(m.Title), strings.Join(m.Also, ", ")})
	}
	for _, q := range v.Equipment {
		d.Equipment = append(d.Equipment, []string{q.ID, q.Title, b.inline(q.Title), strings.Join(q.Also, ", ")})
	}
	for _, p := range v.Patterns {
		d.Patterns = append(d.Patterns, p.Title)
	}
	for verdict := suit.Suitable; verdict <= suit.Unknown; verdict++ {
		d.VerdictWords = append(d.VerdictWords, []string{verdict.String(), b.verdictWords(verdict)})
	}
	for _, p := range b.stagePlaces() {
		name := b.t("{condition}: {stage}", "condition", p.condition.Title, "stage", b.inline(orElse(p.stage.Title, title(p.stage.ID))))
		d.Stages = append(d.Stages, []string{p.condition.ID + "/" + p.stage.ID, name})
	}
	b.searchExercises(&d)
	out, err := json.Marshal(d)
	return append(out, '\n'), err
}

func rowsOf(terms []regimen.Term) [][]string {
	out := make([][]string, len(terms))
	for i, t := range terms {
		out[i] = []string{t.ID, t.Title}
	}
	return out
}

// lines is where each word of a list stands.
type lines map[string]int

func linesOf(terms []regimen.Term) lines {
	out := lines{}
	for i, t := range terms {
		out[t.ID] = i
	}
	return out
}

// line is where a word stands, -1 for none.
func (l lines) line(w regimen.Word) int {
	if i, known := l[w.ID]; known {
		return i
	}
	return -1
}

func (l lines) all(words []regimen.Word) []int {
	out := []int{}
	for _, w := range words {
		if i, known := l[w.ID]; known {
			out = append(out, i)
		}
	}
	return out
}

// searchExercises writes a row an exercise, and the tables of what they share.
func (b *builder) searchExercises(d *searchJSON) {
	v, places := &b.lib.Vocabulary, b.stagePlaces()
	muscles, pieces := linesOf(muscleTerms(v)), linesOf(equipmentTerms(v))
	categories, patterns, positions := linesOf(v.Categories), linesOf(v.Patterns), linesOf(b.positions())
	needs, verdicts := lines{}, lines{}
	for _, e := range b.listed() {
		need, marks := b.need(e), b.verdictDigits(e, places)
		if _, known := needs[need]; !known {
			needs[need] = len(needs)
			piece := [][]int{}
			for _, any := range e.Equipment {
				piece = append(piece, pieces.all(any))
			}
			d.Needs = append(d.Needs, []any{need, piece})
		}
		if _, known := verdicts[marks]; !known {
			verdicts[marks] = len(verdicts)
			d.Verdicts = append(d.Verdicts, marks)
		}
		id := e.ID
		if id == idOf(e.Title) {
			id = ""
		}
		d.Exercises = append(d.Exercises, []any{ // static/js/search.js names the columns
			e.Title, id, append([]string{}, regimen.IDs(e.Aliases)...), categories.line(e.Category), patterns.line(e.Pattern), positions.line(e.Position),
			muscles.all(e.Primary), muscles.all(e.Secondary), needs[need], verdicts[marks],
		})
	}
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// idOf is the id that most exercises with this title have.
func idOf(title string) string { return notInID.ReplaceAllString(strings.ToLower(title), "-") }

func (b *builder) verdictDigits(e *regimen.Exercise, places []stagePlace) string {
	var out []byte
	for _, p := range places {
		verdict, known := suit.ParseVerdict(b.verdicts(e)[p.at].Verdict)
		if !known {
			verdict = suit.Unknown
		}
		out = strconv.AppendInt(out, int64(verdict), 10)
	}
	return string(out)
}

// searchPages lists what can be found besides exercises.
func (b *builder) searchPages() [][]any {
	out := [][]any{}
	add := func(kind int, p *regimen.Page, url string, aliases []string, words ...string) {
		if p.Listed() {
			out = append(out, []any{kind, p.Title, url, p.Summary, append([]string{}, aliases...), strings.Join(words, ", ")})
		}
	}
	for _, p := range b.lib.Programmes {
		words := append([]string{b.goal(p.Goal), b.level(p.Level), p.Scope}, p.For...)
		for _, d := range p.Conditions {
			if c := b.lib.Condition(d.Condition.ID); c != nil {
				words = append(words, c.Title)
			}
		}
		add(1, &p.Page, programmePath(p.ID), nil, words...)
	}
	for _, c := range b.lib.Conditions {
		var words []string
		for _, s := range c.Stages {
			words = append(words, s.Title, s.Entry)
		}
		add(2, &c.Page, conditionPath(c.ID), c.Aliases, words...)
	}
	for _, g := range b.lib.Guides {
		add(3, &g.Page, guidePath(g.ID), nil, g.Topics...)
	}
	return append(out, []any{
		4, b.t("When to get help"), safetyPath, b.t("Warning signs by urgency, when to stop, and how to read your pain."),
		[]string{}, strings.Join(b.warningSigns(), ", "),
	})
}

// warningSigns is the red flags of the safety page by their names, or else their texts.
func (b *builder) warningSigns() []string {
	var out []string
	for _, s := range b.shownSafety() {
		for _, f := range s.RedFlags {
			sign := f.Text
			for _, term := range b.lib.Vocabulary.RedFlags {
				if term.ID == f.ID {
					sign = term.Title
				}
			}
			if !slices.Contains(out, sign) {
				out = append(out, sign)
			}
		}
	}
	return out
}
