package content

import (
	"errors"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/template"
	"regimen/templates"
)

// BrokenTemplate is found here, where the template cannot be read, and when the site is
// built, where a page has not what the template asks for.
var BrokenTemplate = diag.Rule{Code: "R15", Name: "broken-template", Severity: diag.Error}

// checkTemplate reports a template that cannot be read.
func (t *themed) checkTemplate() {
	name := strings.TrimPrefix(t.Path, themeTemplates)
	alone := regimen.Templates{name: t.File}
	_, err := template.Parse(alone.Over(templates.FS), template.Funcs{})
	var slip *template.Error
	if errors.As(err, &slip) && slip.File == name {
		at := t.Offset(slip.Line, slip.Column)
		t.report(BrokenTemplate, at, at, "%s", slip.Message)
	}
}
