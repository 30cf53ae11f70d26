package check

import (
	"regexp"
	"strconv"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// citationIncomplete asks that a reader can find what is cited.
var citationIncomplete = Rule{
	Rule: diag.Rule{Code: "E02", Name: "citation-incomplete", Severity: diag.Error},
	Limits: []Limit{
		{"earliest-year", 1900, "year", "what is older is rarely meant in this field"},
		{"years-ahead", 1, "years from now", "journals date some issues a year ahead"},
	},
	find: func(lib *library, limit limits, report reporter) {
		if lib.Sources.BuiltIn || lib.Sources.Slipped {
			return
		}
		for _, r := range lib.References {
			if missing := lacking(r); len(missing) > 0 {
				report(r.Where, "`%s` has no %s", r.ID, strings.Join(missing, " and no ")).
					Help = "add it, so that a reader can find the source"
			}
			latest := lib.today.Year() + int(limit("years-ahead"))
			if r.Year != 0 && (float64(r.Year) < limit("earliest-year") || r.Year > latest) {
				report(r.At("year"), "the year %d is not between %g and %d", r.Year, limit("earliest-year"), latest).
					Help = "check the year against the source"
			}
		}
	},
}

// lacking names the parts that a citation does not have.
func lacking(r *regimen.Reference) []string {
	var missing []string
	ask := func(words string, has bool, keys ...string) {
		for _, key := range keys {
			has = has || r.Broken(key)
		}
		if !has {
			missing = append(missing, words)
		}
	}
	ask("authors", r.Authors != "" || r.Body != "", "authors", "body")
	ask("year", r.Year != 0, "year")
	ask("title", r.Title != "", "title")
	ask("container", r.Container != "", "container")
	ask("doi, pmid, isbn or url", r.DOI+r.PMID+r.ISBN+r.URL != "", "doi", "pmid", "isbn", "url")
	if isGuideline(r) {
		ask("version", r.Version != "" || versionForm.MatchString(r.Container), "version", "container")
	}
	return missing
}

// versionForm is how a container names the version: an edition, a year, the body's own
// number such as NG59.
var versionForm = regexp.MustCompile(`(?i)\b(?:edition|version|updated|revised)\b|\b[A-Z]{1,4}\d+\b|\b(?:19|20)\d\d\b`)

// isGuideline reports whether a reference is a guideline of some body, and no article
// about guidelines: those have a volume.
func isGuideline(r *regimen.Reference) bool {
	if r.Body != "" || r.Version != "" {
		return true
	}
	return r.Volume == "" && strings.Contains(strings.ToLower(r.Title+" "+r.Container), "guideline")
}

var yearForm = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// updated is the latest year that a guideline names for itself.
func updated(r *regimen.Reference) int {
	latest := r.Year
	for _, year := range yearForm.FindAllString(r.Version+" "+r.Container, -1) {
		if y, err := strconv.Atoi(year); err == nil {
			latest = max(latest, y)
		}
	}
	return latest
}
