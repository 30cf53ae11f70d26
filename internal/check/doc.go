package check

import (
	"embed"
	"path"
	"slices"
	"strings"

	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/dose"
)

//go:embed doc/*.md
var texts embed.FS

// Doc is the text of one code: what is checked, why, how to mend it, and examples.
type Doc struct {
	Code, Name string
	Text       string // Markdown, from the heading on
}

// Docs lists the text of every code that exists, in the order of the codes.
func Docs() []Doc {
	files, err := texts.ReadDir("doc")
	if err != nil {
		return nil // the folder is part of the binary
	}
	var docs []Doc
	for _, f := range files {
		text, err := texts.ReadFile(path.Join("doc", f.Name()))
		if err != nil {
			continue
		}
		heading, _, _ := strings.Cut(string(text), "\n")
		code, name, _ := strings.Cut(strings.TrimPrefix(heading, "# "), " ")
		docs = append(docs, Doc{Code: code, Name: name, Text: string(text)})
	}
	slices.SortFunc(docs, func(a, b Doc) int { return strings.Compare(a.Code, b.Code) })
	return docs
}

// Findings lists every code that exists: of files and YAML, of reading, of the
// notation, of the rules and of the comments that silence.
func Findings() []diag.Rule {
	out := content.Rules()
	for _, c := range dose.Codes() {
		out = append(out, diag.Rule{Code: c.Code, Name: c.Name, Severity: diag.Error})
	}
	for _, r := range Rules() {
		out = append(out, r.Rule)
	}
	return append(out, allowUnused, allowUnknown, allowReason, allowExpired)
}

// FindDoc finds a text by code or name, letter case ignored.
func FindDoc(word string) (Doc, bool) {
	for _, d := range Docs() {
		if strings.EqualFold(d.Code, word) || strings.EqualFold(d.Name, word) {
			return d, true
		}
	}
	return Doc{}, false
}
