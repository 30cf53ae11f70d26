package site

import (
	"html/template"

	"regimen/internal/regimen"
)

type conditionView struct {
	Title, Summary string
	Clearance      string
	Body           template.HTML
	Stages         []stageView
	Reviewed       bool
	Version        string
	Programmes     []link
	Count          string       // of programmes, where they are too many for this page
	Letters        []letterView // which lead to them then
	SafetyURL      string
	MatrixURL      string
	References     []referenceView
}

type stageView struct {
	ID, Title, Entry string
	Strict           bool
	Guidance         []guidanceView
	Groups           []verdictGroup
	Tally            *tallyView // in place of the groups, where the exercises are many
}

// guidanceView is what the author says of an exercise by name.
type guidanceView struct {
	Exercise link
	Action   string
	Because  string
	Instead  []link
	None     bool
}

// verdictGroup lists the exercises of one verdict.
type verdictGroup struct {
	Verdict, Words string
	Count          string
	Exercises      []judgedLink
}

type judgedLink struct {
	link
	Reasons []string
}

func (b *builder) conditionPage(dst []byte, c *regimen.Condition) ([]byte, error) {
	page := conditionPath(c.ID)
	v := conditionView{
		Title: c.Title, Summary: c.Summary, Clearance: b.clearanceWords(c.Clearance), Body: b.sections(&c.Page, page, ""),
		Reviewed: c.Reviewed != nil, Version: c.ThresholdsVersion,
		SafetyURL: relative(page, safetyPath), MatrixURL: relative(page, matrixPath),
		References: b.references(c.Sources, c.Body.Citations),
	}
	v.Programmes, v.Count, v.Letters = b.programmesFor(c, page)
	for n, s := range c.Stages {
		stage := stageView{
			ID: s.ID, Title: orElse(s.Title, title(s.ID)), Entry: s.Entry, Strict: s.PainProfile == "strict",
			Guidance: b.guidance(c, s, page),
		}
		if at := b.stageIndex(c) + n; len(b.listed()) > mostOnOnePage {
			stage.Tally = b.tally(c, s, at, page)
		} else {
			stage.Groups = b.verdictGroups(at, page)
		}
		v.Stages = append(v.Stages, stage)
	}
	return b.render(dst, "condition", shell{
		Title: c.Title, Description: c.Summary, Section: "conditions", Path: page,
		Crumbs: []link{{b.t("Conditions"), relative(page, conditionsPath)}}, Unlisted: c.Status == regimen.StatusUnlisted,
	}, v)
}

// stageIndex is the place of a condition's first stage among all stages, the order
// in which verdicts are kept.
func (b *builder) stageIndex(c *regimen.Condition) int {
	n := 0
	for _, other := range b.lib.Conditions {
		if other == c {
			break
		}
		n += len(other.Stages)
	}
	return n
}

// verdictGroups lists the exercises of a stage by verdict, the strictest first.
func (b *builder) verdictGroups(stage int, page string) []verdictGroup {
	var out []verdictGroup
	for _, verdict := range []string{"avoid", "modify", "caution", "suitable", "unknown"} {
		g := verdictGroup{Verdict: verdict}
		for _, e := range b.lib.Exercises {
			if v := b.verdicts(e)[stage]; e.Listed() && v.Verdict == verdict {
				g.Words = v.Words
				g.Exercises = append(g.Exercises, judgedLink{link{e.Title, exerciseFrom(page, e.ID)}, v.Reasons})
			}
		}
		if n := len(g.Exercises); n > 0 {
			g.Count = b.number(float64(n))
			out = append(out, g)
		}
	}
	return out
}

func (b *builder) guidance(c *regimen.Condition, s *regimen.Stage, page string) []guidanceView {
	var out []guidanceView
	for _, g := range c.Guidance {
		e := b.lib.Exercise(g.Exercise.ID)
		if e == nil || !e.Built() || len(g.While) > 0 && !named(regimen.IDs(g.While), s.ID) {
			continue
		}
		v := guidanceView{
			Exercise: link{e.Title, exerciseFrom(page, e.ID)}, Action: g.Action, Because: g.Because,
			Instead: b.exerciseLinks(g.Instead, page),
		}
		v.None = len(v.Instead) == 0
		out = append(out, v)
	}
	return out
}
