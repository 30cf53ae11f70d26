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
	return newCompiler(src, o).compile(src, nil)
}

// compiler compiles one state of a folder after another. Each stage does anew only what
// has changed and what that reaches.
type compiler struct {
	reader  *content.Reader
	checker check.Checker
	site    *site.Builder
}

func newCompiler(src source, o site.Options) *compiler {
	return &compiler{reader: content.NewReader(src.builtIn), site: site.NewBuilder(o)}
}

// compile is told which files may have changed since the last time; nil: any.
func (c *compiler) compile(src source, changed []string) (*site.Output, *regimen.Library, diag.List, error) {
	lib, found, err := c.read(src, changed)
	if err != nil || found.Failed() {
		return nil, lib, found, err
	}
	out, found, err := c.build(lib, found)
	return out, lib, found, err
}

// examine is what `check` needs: no site, unless the theme has templates, which nothing
// but building can try.
func examine(src source) (*regimen.Library, diag.List, error) {
	c := newCompiler(src, src.options(""))
	lib, found, err := c.read(src, nil)
	if err == nil && !found.Failed() && len(lib.Theme.Templates) > 0 {
		_, found, err = c.build(lib, found)
	}
	return lib, found, err
}

func read(src source) (*regimen.Library, diag.List, error) {
	return newCompiler(src, site.Options{}).read(src, nil)
}

func (c *compiler) read(src source, changed []string) (*regimen.Library, diag.List, error) {
	src.progress.begin("reading", 0)
	folder, load := src.progress.counted(src.folder), c.reader.Load
	if changed != nil {
		load = func(folder fs.FS) (*regimen.Library, diag.List, error) { return c.reader.Reload(folder, changed) }
	}
	lib, found, err := load(folder)
	if err != nil {
		return nil, nil, err
	}
	src.progress.begin("checking", lib.Files)
	return lib, c.checker.Check(lib, found, time.Now()), nil
}

// build plans the site. A template of the theme that a page cannot be made with is the
// author's slip, and no failure.
func (c *compiler) build(lib *regimen.Library, found diag.List) (*site.Output, diag.List, error) {
	out, err := c.site.Build(lib, found)
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
