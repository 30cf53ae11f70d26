package check

import (
	"path"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// orphan looks for exercises that nothing leads to. A folder without programmes is a
// library, where that says nothing.
var orphan = Rule{
	Rule:  diag.Rule{Code: "R06", Name: "orphan-content", Severity: diag.Info},
	rests: onSayings, about: aboutRelations, // anything may lead to an exercise
	find: func(lib *library, _ limits, report reporter) {
		if len(lib.Programmes) == 0 {
			return
		}
		found := make(named, len(lib.Exercises))
		found.byProgrammes(lib.Programmes)
		found.byExercises(lib.Exercises)
		found.byConditions(lib.Conditions)
		for _, g := range lib.Guides {
			found.byText(g.Body)
		}
		for _, e := range lib.Exercises {
			if !found[e.ID] {
				report(e.Where, "`%s` stands in no session, chain or list of substitutes", e.ID).
					Help = "use it somewhere, or take the file out if it is an old draft"
			}
		}
	},
}

// named holds the exercises that something leads to.
type named map[string]bool

func (n named) add(words ...regimen.Word) {
	for _, w := range words {
		n[w.ID] = true
	}
}

func (n named) bySubstitutes(list []regimen.Substitute) {
	for _, s := range list {
		n.add(s.Exercise)
	}
}

func (n named) byRows(rows []*regimen.Prescription) {
	for _, r := range rows {
		n.add(r.Exercise, r.Variant)
		n.bySubstitutes(r.Substitutes)
	}
}

func (n named) byProgrammes(list []*regimen.Programme) {
	for _, p := range list {
		for _, s := range p.Sessions {
			n.byRows(s.Rows)
		}
		for _, ph := range p.Phases {
			n.byRows(ph.Rows)
		}
		n.byText(p.Body)
	}
}

// byExercises takes both ends of a step of a chain as named.
func (n named) byExercises(list []*regimen.Exercise) {
	for _, e := range list {
		n.add(e.Progressions...)
		n.add(e.Regressions...)
		n.bySubstitutes(e.Substitutes)
		if len(e.Progressions)+len(e.Regressions) > 0 {
			n[e.ID] = true
		}
	}
}

func (n named) byConditions(list []*regimen.Condition) {
	for _, c := range list {
		for _, g := range c.Guidance {
			n.add(g.Exercise)
			n.add(g.Instead...)
		}
		for _, o := range c.Overrides {
			n.add(o.Exercise)
		}
		n.byText(c.Body)
	}
}

func (n named) byText(body markdown.Document) {
	for _, l := range body.Links {
		file, _, _ := strings.Cut(l.Destination, "#")
		n[strings.TrimSuffix(path.Base(file), ".md")] = true
	}
}
