// Package template compiles the site's templates. They are written as for
// html/template and read with its parser, but each is compiled once, for the Go type
// of its view, to steps that append bytes: a field is an offset, a phrase of the
// interface is text, and nothing is asked of reflect while a page is made.
//
// Values are escaped for the place they stand in, byte for byte as html/template
// does. Where it differs:
//
//   - A value inside a tag, an unquoted attribute, a comment, a script, a style, an
//     event handler, srcset or srcdoc is an error of the template; so is markup
//     (HTML) inside an attribute, a title or a text area. html/template escapes some
//     of these and drops others.
//   - Inside <script type="application/ld+json"> and "application/json" a value of
//     type HTML stands as it is, but that it cannot end the script.
//   - Addresses may begin with tel:. The type URL vouches for data: in the src of an
//     img, and for nothing else.
//   - Scripts and styles written in a template keep their comments.
//   - Behind a nil pointer, or past the end of a list, stands an empty value.
//   - A template that calls itself, methods, maps, interfaces, and functions other
//     than and, eq, ge, gt, index, le, len, lt, n, ne, not, or, t are errors.
package template

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"
	"unsafe"

	"regimen/internal/diag"
)

// Funcs is what templates ask of the site's language. A field that is nil speaks
// English.
type Funcs struct {
	// Phrase is what the site says for an English phrase, if it says it otherwise.
	Phrase func(english string) (string, bool)
	// Plural picks the form for a count.
	Plural func(one, other string, n int) string
	// Number writes a number inside a phrase.
	Number func(float64) string
}

// Set is a folder of templates, parsed.
type Set struct {
	trees    map[string]*tree
	phrase   func(string) (string, bool)
	plural   func(one, other string, n int) string
	numbers  numbers
	mu       sync.Mutex // guards programs
	programs map[call]*program
}

// tree is one template and the file that it stands in.
type tree struct {
	name string
	file *diag.File
	root *parse.ListNode
}

// Template is compiled for views of type V.
type Template[V any] struct{ program *program }

// Parse reads every *.html below files. A template is named by its path without
// ".html"; what a file defines beside has the name it is given.
func Parse(files fs.FS, funcs Funcs) (*Set, error) {
	s := &Set{trees: map[string]*tree{}, programs: map[call]*program{}}
	s.speak(funcs)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return s.read(diag.NewFile(name, text))
	})
	if err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Set) read(file *diag.File) error {
	name := strings.TrimSuffix(file.Path, ".html")
	reading := parse.New(name)
	reading.Mode = parse.SkipFuncCheck // the compiler knows the functions
	found := map[string]*parse.Tree{}
	if _, err := reading.Parse(string(file.Text), "", "", found); err != nil {
		return syntaxError(file, name, err)
	}
	for name, t := range found {
		if other := s.trees[name]; other != nil {
			at := file.Position(int(t.Root.Pos))
			return &Error{File: file.Path, Line: at.Line, Column: at.Column,
				Message: fmt.Sprintf("%s stands already in %s", name, other.file.Path)}
		}
		s.trees[name] = &tree{name, file, t.Root}
	}
	return nil
}

// Compile makes the template of that name ready for views of type V. What the view
// does not have, and a value in a place where none may stand, is an *Error.
func Compile[V any](s *Set, name string) (Template[V], error) {
	p, err := s.compile(name, reflect.TypeFor[V]())
	return Template[V]{p}, err
}

var frames = sync.Pool{New: func() any { return new(frame) }}

// Append renders a view behind dst.
func (t Template[V]) Append(dst []byte, v *V) []byte {
	if v == nil {
		v = new(V)
	}
	f := frames.Get().(*frame)
	f.room(t.program.slots)
	f.slots[0].at = unsafe.Pointer(v)
	dst = t.program.body.run(dst, f)
	f.forget()
	frames.Put(f)
	return dst
}
