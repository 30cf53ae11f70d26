package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// duplicateName is the part of R02 that needs the whole library; two files with one
// id are found while the folder is read.
var duplicateName = Rule{
	Rule:  diag.Rule{Code: "R02", Name: "duplicate-id", Severity: diag.Error},
	rests: onSayings, about: aboutNames, // a name may be taken anywhere
	find: func(lib *library, _ limits, report reporter) {
		checkFormerIDs(lib, report)
		owner := make(map[string]*regimen.Exercise, len(lib.Exercises))
		for _, e := range lib.Exercises {
			owner[fold(e.ID)] = e
		}
		aliases := make(map[string]regimen.Word, len(lib.Exercises))
		for _, e := range lib.Exercises {
			for _, alias := range e.Aliases {
				name := fold(alias.ID)
				if other := owner[name]; other != nil {
					report(alias.At, "the alias `%s` is the id of an exercise", alias.ID).
						Help = "an alias is another name: leave this one out, or find one that is not taken"
				} else if first, taken := aliases[name]; taken {
					found := report(alias.At, "the alias `%s` is given twice", alias.ID)
					found.Related = []diag.Related{{At: first.At, Message: "first given here"}}
					found.Help = "search could not tell the two apart: keep it for one of them"
				} else {
					aliases[name] = alias
				}
			}
		}
	},
}

func fold(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), " ", "-")
}
