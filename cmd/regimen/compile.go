package main

import (
	"errors"
	"io"
	"io/fs"
	"time"

	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/site"
)

// compile runs every stage short of writing. What could be read is checked even
// where something else could not; nothing is built while there are errors.
func compile(src source, o site.Options) (*site.Output, *regimen.Library, diag.List, error) {
	lib, found, err := read(src)
	if err != nil || found.Failed() {
		return nil, lib, found, err
	}
	out, found, err := build(lib, found, o)
	return out, lib, found, err
}

// examine is what `check` needs: no site, unless the theme has templates, which nothing
// but building can try.
func examine(src source) (*regimen.Library, diag.List, error) {
	lib, found, err := read(src)
	if err == nil && !found.Failed() && len(lib.Theme.Templates) > 0 {
		_, found, err = build(lib, found, src.options(""))
	}
	return lib, found, err
}

func read(src source) (*regimen.Library, diag.List, error) {
	src.progress.begin("reading", 0)
	lib, found, err := content.Load(src.progress.counted(src.folder), src.builtIn)
	if err != nil {
		return nil, nil, err
	}
	src.progress.begin("checking", lib.Files)
	today := time.Now()
	found = append(found, check.Run(lib, today)...)
	return lib, check.Silence(lib, found, today), nil
}

// build plans the site. A template of the theme that a page cannot be made with is the
// author's slip, and no failure.
func build(lib *regimen.Library, found diag.List, o site.Options) (*site.Output, diag.List, error) {
	out, err := site.Build(lib, found, o)
	var broken *site.TemplateError
	if errors.As(err, &broken) {
		slip := content.BrokenTemplate.Report(broken.At, broken.Message)
		if broken.Suggestion != "" {
			slip.Suggestions, slip.Help = []string{broken.Suggestion}, "did you mean `"+broken.Suggestion+"`?"
		}
		return nil, append(found, slip), nil
	}
	return out, found, err
}

// source is where content comes from.
type source struct {
	folder   fs.FS
	builtIn  fs.FS
	name     string // the folder as given; empty for the built-in site
	closer   io.Closer
	progress *progress // nil where nobody looks
}

func (s source) close() {
	if s.closer != nil {
		s.closer.Close()
	}
}
