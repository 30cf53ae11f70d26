package content

import (
	"errors"
	"regexp"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/template"
	"regimen/templates"
)

// BrokenTemplate is found here, where the template cannot be read, and when the site is
// built, where a page has not what the template asks for.
var BrokenTemplate = diag.Rule{Code: "R15", Name: "broken-template", Severity: diag.Error}

// forbidden is what the site's own policy keeps a browser from using.
var forbidden = regexp.MustCompile(`(?i)<script>|<script\s+(?:type="(?:text/javascript|module)"\s*)?>|<style\b|\b(?:style|on[a-z]+)\s*=\s*["']`)

// checkTemplate reports a template that cannot be read, or that holds what no browser
// would use.
func (t *themed) checkTemplate() {
	name := strings.TrimPrefix(t.Path, themeTemplates)
	for _, at := range forbidden.FindAllStringIndex(string(t.Text), -1) {
		t.report(BrokenTemplate, at[0], at[1], "the site's policy keeps browsers from using `%s`; styles belong in theme/tokens.css",
			t.Text[at[0]:at[1]])
	}
	alone := regimen.Templates{name: t.File}
	_, err := template.Parse(alone.Over(templates.FS), template.Funcs{})
	var slip *template.Error
	if errors.As(err, &slip) && slip.File == name {
		at := t.Offset(slip.Line, slip.Column)
		t.report(BrokenTemplate, at, at, "%s", slip.Message)
	}
}
