package main

import (
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
	lib, found, err := examine(src)
	if err != nil || found.Failed() {
		return nil, lib, found, err
	}
	out, err := site.Build(lib, found, o)
	return out, lib, found, err
}

// examine is compile without a site: what `check` needs.
func examine(src source) (*regimen.Library, diag.List, error) {
	lib, found, err := content.Load(src.folder, src.builtIn)
	if err != nil {
		return nil, nil, err
	}
	today := time.Now()
	found = append(found, check.Run(lib, today)...)
	return lib, check.Silence(lib, found, today), nil
}

// source is where content comes from.
type source struct {
	folder  fs.FS
	builtIn fs.FS
	name    string // the folder as given; empty for the built-in site
	closer  io.Closer
}

func (s source) close() {
	if s.closer != nil {
		s.closer.Close()
	}
}
