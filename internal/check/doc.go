package check

import (
	"embed"
	"path"
	"slices"
	"strings"
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

// FindDoc finds a text by code or name, letter case ignored.
func FindDoc(word string) (Doc, bool) {
	for _, d := range Docs() {
		if strings.EqualFold(d.Code, word) || strings.EqualFold(d.Name, word) {
			return d, true
		}
	}
	return Doc{}, false
}
