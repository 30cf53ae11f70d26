package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// citationUnused looks for references that nobody cites, and guidelines of long ago.
var citationUnused = Rule{
	Rule:  diag.Rule{Code: "E04", Name: "citation-unused-or-superseded", Severity: diag.Info},
	rests: onSayings, about: aboutSources, // any page may cite
	Limits: []Limit{
		{"guideline-age", 10, "years", "NICE and WHO review theirs well within ten"},
	},
	find: func(lib *library, limit limits, report reporter) {
		if lib.Sources.BuiltIn {
			return
		}
		cited, hidden := citations(lib)
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

// citations gathers what is cited anywhere. Slips of form in a page may hide more.
func citations(lib *library) (cited map[string]bool, hidden bool) {
	cited = map[string]bool{}
	for p := range lib.pages() {
		hidden = hidden || p.Slipped
		for _, c := range p.Body.Citations {
			cited[c.ID] = true
		}
		for _, w := range p.Sources {
			cited[w.ID] = true
		}
	}
	return cited, hidden
}

// citationSuperseded looks for old versions that stand alone. What is newer is
// `superseded-by` says.
var citationSuperseded = Rule{
	Rule: diag.Rule{Code: "E04", Name: "citation-unused-or-superseded", Severity: diag.Info},
	find: func(lib *library, _ limits, report reporter) {
		old := superseded(lib)
		for p := range lib.pages() {
			checkSuperseded(p, old, lib.Sources.BuiltIn, report)
		}
	},
}

// superseded finds the references that have a newer version.
func superseded(lib *library) map[string]*regimen.Reference {
	old := map[string]*regimen.Reference{}
	for _, r := range lib.Library.References {
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
