package site

import (
	"errors"

	"regimen/internal/template"
)

// kinds says which view each template is filled with; partials that stand alone, too.
var kinds = map[string]func(*template.Set, string) (filler, error){
	"base":             compile[shell],
	"home":             compile[homeView],
	"list":             compile[listView],
	"index":            compile[indexView],
	"library":          compile[libraryView],
	"letter":           compile[letterPageView],
	"exercise":         compile[exerciseView],
	"programme":        compile[programmeView],
	"session":          compile[sessionView],
	"condition":        compile[conditionView],
	"guide":            compile[guideView],
	"safety":           compile[safetyPageView],
	"suitability":      compile[matrixView],
	"references":       compile[referencesView],
	"checked":          compile[checkedPageView],
	"exceptions":       compile[exceptionsView],
	"offline":          compile[struct{}],
	"404":              compile[notFoundView],
	"log":              compile[logPageView],
	"partials/verdict": compile[verdictView],
	"sheets/a5":        compile[sheetView],
	"sheets/pocket":    compile[sheetView],
	"sheets/large":     compile[sheetView],
	"sheets/log":       compile[sheetView],
	"sheets/booklet":   compile[sheetView],
}

// filler appends a view, as its template shows it.
type filler interface {
	fill(dst []byte, view any) []byte
}

type compiled[V any] struct{ template.Template[V] }

func (c compiled[V]) fill(dst []byte, view any) []byte {
	v := view.(V)
	return c.Append(dst, &v)
}

func compile[V any](set *template.Set, name string) (filler, error) {
	t, err := template.Compile[V](set, name)
	return compiled[V]{t}, err
}

// parse compiles every template, the theme's in place of the built-in ones.
func (b *builder) parse() error {
	w := b.words // and not b: what is compiled outlives it
	set, err := template.Parse(b.lib.Theme.Templates.Over(b.options.Templates), template.Funcs{
		Phrase: func(english string) (string, bool) {
			own := w.Phrase(english)
			return own, own != english
		},
		Plural: func(one, other string, n int) string { return w.Plural(n, one, other) },
		Number: w.Number,
	})
	if err != nil {
		return b.blame(err)
	}
	b.templates = make(map[string]filler, len(kinds))
	for name, compile := range kinds {
		if b.templates[name], err = compile(set, name); err != nil {
			return b.blame(err)
		}
	}
	return nil
}

// blame finds the theme's template that an error comes from. Other errors stay as they
// are: they are the machine's.
func (b *builder) blame(err error) error {
	var slip *template.Error
	if !errors.As(err, &slip) {
		return err
	}
	file := b.lib.Theme.Templates[slip.File]
	if file == nil {
		return err
	}
	at := file.Offset(slip.Line, slip.Column)
	return &TemplateError{file.Span(at, at), slip.Message, slip.Suggestion}
}
