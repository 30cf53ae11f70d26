package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// limits finds a rule's thresholds: the site's settings over the defaults.
func (r Rule) limits(settings []regimen.Setting) limits {
	return func(name string) float64 {
		for _, s := range settings {
			if r.named(s.Rule.ID) && s.Limit.ID == name {
				return s.Value
			}
		}
		for _, l := range r.Limits {
			if l.Name == name {
				return l.Default
			}
		}
		return 0
	}
}

func (r Rule) named(word string) bool {
	return strings.EqualFold(r.Code, word) || strings.EqualFold(r.Name, word)
}

// unknownSettings reports settings of rules or thresholds that do not exist, under the
// rule for words of closed lists.
func unknownSettings(settings []regimen.Setting) diag.List {
	vocabulary := diag.Rule{Code: "R03", Name: "unknown-vocabulary", Severity: diag.Error}
	var found diag.List
	for _, s := range settings {
		var codes, names []string
		known := false
		for _, r := range Rules() {
			codes = append(codes, r.Code, r.Name)
			if !r.named(s.Rule.ID) {
				continue
			}
			known = true
			for _, l := range r.Limits {
				names = append(names, l.Name)
			}
		}
		word, candidates := s.Limit, names
		message := "`" + s.Rule.ID + "` has no threshold `" + s.Limit.ID + "`"
		if !known {
			word, candidates = s.Rule, codes
			message = "`" + s.Rule.ID + "` is not the code or name of a rule"
		}
		if known && slices.Contains(names, s.Limit.ID) {
			continue
		}
		d := vocabulary.Report(word.At, message)
		if d.Suggestions = diag.Nearest(word.ID, candidates); len(d.Suggestions) > 0 {
			d.Help = "did you mean `" + d.Suggestions[0] + "`?"
		} else if known && len(names) > 0 {
			d.Help = "its thresholds are: " + strings.Join(names, ", ")
		}
		found = append(found, d)
	}
	return found
}
