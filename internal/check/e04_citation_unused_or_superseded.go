package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// citationUnusedOrSuperseded looks for references that nobody cites, old versions that
// stand alone, and guidelines of long ago. What is newer is `superseded-by` says.
var citationUnusedOrSuperseded = Rule{
	Rule: diag.Rule{Code: "E04", Name: "citation-unused-or-superseded", Severity: diag.Info},
	Limits: []Limit{
		{"guideline-age", 10, "years", "NICE and WHO review theirs well within ten"},
	},
	find: func(lib *library, limit limits, report reporter) {
		cited, old, hidden := map[string]bool{}, superseded(lib), false
		for p := range lib.pages() {
			hidden = hidden || p.Slipped
			for _, c := range p.Body.Citations {
				cited[c.ID] = true
			}
			for _, w := range p.Sources {
				cited[w.ID] = true
			}
			checkSuperseded(p, old, lib.Sources.BuiltIn, report)
		}
		if lib.Sources.BuiltIn {
			return
		}
		oldest := lib.today.Year() - int(limit("guideline-age"))
		for _, r := range lib.References {
			if !cited[r.ID] && !hidden {
				also := ""
				if len(r.SupersededBy) > 0 {
					also = ", and has a newer version"
				}
				report(r.Where, "`%s` is cited nowhere%s", r.ID, also).Help = "cite it where it is meant, as `[@" + r.ID + "]`, or take it out"
			}
			if isGuideline(r) && r.Year != 0 && updated(r) < oldest && len(r.SupersededBy) == 0 {
				report(r.At("year"), "this guideline is %d years old", lib.today.Year()-updated(r)).
					Help = "look for a newer version, and add its year to `version` or its entry to `superseded-by`"
			}
		}
	},
}

// superseded finds the references that have a newer version.
func superseded(lib *library) map[string]*regimen.Reference {
	old := map[string]*regimen.Reference{}
	for _, r := range lib.References {
		if len(r.SupersededBy) > 0 {
			old[r.ID] = r
		}
	}
	return old
}

// checkSuperseded reports an old version, once on a page and first in its text, that
// has none of the newer ones beside it.
func checkSuperseded(p *regimen.Page, old map[string]*regimen.Reference, lent bool, report reporter) {
	told := map[string]bool{}
	check := func(id string, at func() diag.Span) {
		r := old[id]
		if r == nil || told[id] || citesAny(p, r.SupersededBy) {
			return
		}
		told[id] = true
		found := report(at(), "`%s` has a newer version, and this page does not cite it", id)
		found.Help = "cite `" + r.SupersededBy[0].ID + "` as well, or in its place"
		found.Suggestions = regimen.IDs(r.SupersededBy)
		if !lent {
			found.Related = []diag.Related{{At: r.At("superseded-by"), Message: "what is newer"}}
		}
	}
	for _, c := range p.Body.Citations {
		check(c.ID, func() diag.Span { return p.InBody(c.Place) })
	}
	for _, w := range p.Sources {
		check(w.ID, func() diag.Span { return w.At })
	}
}

func citesAny(p *regimen.Page, newer []regimen.Word) bool {
	for _, w := range newer {
		if has(p.Sources, w.ID) || slices.ContainsFunc(p.Body.Citations, func(c markdown.Citation) bool { return c.ID == w.ID }) {
			return true
		}
	}
	return false
}
