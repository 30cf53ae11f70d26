package content

import (
	"regimen/internal/diag"
	"regimen/internal/source"
)

// The findings of reading, besides those of files and YAML (the D codes).
var (
	unresolvedReference = diag.Rule{Code: "R01", Name: "unresolved-reference", Severity: diag.Error}
	duplicateID         = diag.Rule{Code: "R02", Name: "duplicate-id", Severity: diag.Error}
	unknownVocabulary   = diag.Rule{Code: "R03", Name: "unknown-vocabulary", Severity: diag.Error}
	requiredFields      = diag.Rule{Code: "R07", Name: "required-fields", Severity: diag.Error}
	unknownField        = diag.Rule{Code: "R08", Name: "unknown-field", Severity: diag.Error}
	unitsAndValues      = diag.Rule{Code: "R09", Name: "units-and-values", Severity: diag.Error}
	wrongType           = diag.Rule{Code: "R10", Name: "wrong-type", Severity: diag.Error}
	themeFile           = diag.Rule{Code: "R11", Name: "theme-file", Severity: diag.Error}
	themeWord           = diag.Rule{Code: "R12", Name: "theme-phrase", Severity: diag.Error}
	themeDrawing        = diag.Rule{Code: "R13", Name: "theme-drawing", Severity: diag.Error}
	themeStyle          = diag.Rule{Code: "R14", Name: "theme-style", Severity: diag.Error}
	unreadableWords     = diag.Rule{Code: "D20", Name: "unreadable-phrases", Severity: diag.Error}
	setCount            = diag.Rule{Code: "P02", Name: "set-count", Severity: diag.Error}
	rangeOrder          = diag.Rule{Code: "P03", Name: "range-order", Severity: diag.Error}
	tempoAndHold        = diag.Rule{Code: "P08", Name: "tempo-and-hold", Severity: diag.Error}
)

// Rules lists every kind of finding that reading can give.
func Rules() []diag.Rule {
	return append(source.Rules(),
		unresolvedReference, duplicateID, unknownVocabulary, requiredFields, unknownField,
		unitsAndValues, wrongType, unreadableWords,
		themeFile, themeWord, themeDrawing, themeStyle, BrokenTemplate, setCount, rangeOrder, tempoAndHold)
}
