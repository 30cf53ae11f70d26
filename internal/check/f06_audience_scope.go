package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// audienceScope asks that a programme for people with pain says whom it suits and whom
// it does not.
var audienceScope = Rule{
	Rule: diag.Rule{Code: "F06", Name: "audience-scope", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		for _, p := range lib.Programmes {
			at, due := screened(p)
			if !due || p.Slipped {
				continue
			}
			if missing := unstated(p); len(missing) > 0 {
				report(at, "%s should say whom it suits: %s", becauseOf(p), strings.Join(missing, " and ")).
					Help = "list in a few words whom the programme is for, and who should not use it yet"
			}
			if len(p.NotFor) > 0 && !p.Broken("not-for") && lib.english() {
				checkNotFor(p, report)
			}
		}
	},
}

// unstated says which of the two lists is missing.
func unstated(p *regimen.Programme) []string {
	var missing []string
	if len(p.For) == 0 && !p.Broken("for") {
		missing = append(missing, "`for` is missing")
	}
	if len(p.NotFor) == 0 && !p.Broken("not-for") {
		missing = append(missing, "`not-for` is missing")
	}
	return missing
}

// checkNotFor looks for the two kinds of reader who must not begin: with a fresh
// injury, and with a red flag that nobody has looked at.
func checkNotFor(p *regimen.Programme, report reporter) {
	text := strings.ToLower(strings.Join(p.NotFor, "\n"))
	var missing []string
	if !anyIn(text, "acute", "injur") {
		missing = append(missing, "a fresh injury")
	}
	if !anyIn(text, "red flag", "warning sign", "red-flag") {
		missing = append(missing, "red flags that are unchecked")
	}
	if len(missing) > 0 {
		report(p.Key("not-for"), "`not-for` does not name %s", strings.Join(missing, " or ")).
			Help = "add lines such as `acute injury` and `any red flag that has not been checked`"
	}
}

func anyIn(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
