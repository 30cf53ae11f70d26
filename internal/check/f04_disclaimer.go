package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// disclaimer asks that a site with programmes says that it informs and does not treat.
// It is one statement for the whole site, and so one finding.
var disclaimer = Rule{
	Rule:  diag.Rule{Code: "F04", Name: "disclaimer", Severity: diag.Warning},
	rests: onSayings, about: aboutDisclaimer, // one finding for the whole site
	find: func(lib *library, _ limits, report reporter) {
		site := &lib.Site
		if site.Disclaimer != "" || site.Slipped || site.Broken("disclaimer") {
			return
		}
		var first *regimen.Programme
		for _, p := range lib.Programmes {
			if p.Broken("goal") || saysSo(p) {
				continue
			}
			if first == nil || p.Goal == "rehab" && first.Goal != "rehab" {
				first = p
			}
		}
		if first == nil {
			return
		}
		found := report(first.At("goal"), "nothing says that this is general information and not medical advice")
		if first.Goal == "rehab" {
			found.Severity = diag.Error
		}
		found.Help = "add `disclaimer:` to index.md; it stands at the foot of every page"
		if site.File != nil {
			found.Related = []diag.Related{{At: site.Where, Message: "the site's disclaimer would stand in this file"}}
		}
	},
}

// saysSo reports whether a programme's own text has the statement.
func saysSo(p *regimen.Programme) bool {
	for b := range p.Body.Blocks() {
		text := strings.ToLower(b.Text)
		if strings.Contains(text, "medical advice") || strings.Contains(text, "general information") {
			return true
		}
	}
	return false
}
