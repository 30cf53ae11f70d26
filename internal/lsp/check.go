package lsp

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"runtime/debug"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// checked is what a check gave, and for which state of the texts.
type checked struct {
	change int
	lib    *regimen.Library
	found  diag.List
	err    error
}

// startCheck begins a check of what the editor shows, unless one runs or nothing has
// changed since the last.
func (s *server) startCheck() {
	if s.root == "" || s.checking || s.closing || s.last.change == s.change {
		return
	}
	s.checking = true
	change, root, open := s.change, s.root, s.texts()
	go func() { s.checks <- s.check(change, root, open) }()
}

func (s *server) check(change int, root string, open map[string][]byte) (c checked) {
	c.change = change
	defer func() {
		if p := recover(); p != nil {
			c.lib, c.err = nil, fmt.Errorf("the check stumbled: %v\n%s", p, debug.Stack())
		}
	}()
	folder, err := os.OpenRoot(root)
	if err != nil {
		c.err = err
		return c
	}
	defer folder.Close()
	c.lib, c.found, c.err = s.Read(overlay{folder.FS(), open})
	return c
}

// take keeps what a check gave. Findings about a text that has changed since are not
// told: they would stand at the wrong places.
func (s *server) take(c checked) {
	s.checking = false
	if c.err != nil {
		s.log("%v", c.err)
		c.lib, c.found = s.last.lib, s.last.found
	} else if c.change == s.change {
		s.publish(c.found)
	}
	s.last = c
	waiting := s.waiting
	s.waiting = nil
	for _, r := range waiting {
		s.receive(r)
	}
}

// publish tells what is wrong with every file of which there is something to tell, and
// that there is nothing any more with the others.
func (s *server) publish(found diag.List) {
	byPath := map[string][]diagnostic{}
	for path := range s.published {
		byPath[path] = []diagnostic{}
	}
	for _, doc := range s.docs {
		if doc.path != "" {
			byPath[doc.path] = []diagnostic{}
		}
	}
	for i := range found {
		path := found[i].At.Path()
		if found[i].Silenced == nil && path != "" && s.holds(path) {
			byPath[path] = append(byPath[path], s.diagnostic(&found[i]))
		}
	}
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		p := publishParams{URI: s.uri(path), Diagnostics: byPath[path]}
		doc := s.opened(path)
		if doc != nil {
			p.Version = &doc.version
		}
		told, err := json.Marshal(p.Diagnostics)
		if err == nil && doc == nil && s.published[path] == string(told) {
			continue
		}
		s.notify("textDocument/publishDiagnostics", p)
		if s.published[path] = string(told); len(p.Diagnostics) == 0 {
			delete(s.published, path)
		}
	}
}

// holds reports whether a path is a file of the folder, not one of the built-in site.
func (s *server) holds(path string) bool {
	if s.opened(path) != nil {
		return true
	}
	folder, err := os.OpenRoot(s.root)
	if err != nil {
		return false
	}
	defer folder.Close()
	_, err = fs.Stat(folder.FS(), path)
	return err == nil
}

func (s *server) diagnostic(d *diag.Diagnostic) diagnostic {
	out := diagnostic{
		Range: s.spanOf(d.At), Severity: [...]int{diag.Error: 1, diag.Warning: 2, diag.Info: 3}[d.Severity],
		Code: d.Code, Source: "regimen", Message: d.Message,
	}
	if d.Label != "" {
		out.Message += " (" + d.Label + ")"
	}
	for _, note := range d.Notes {
		out.Message += "\n" + note
	}
	if d.Help != "" {
		out.Message += "\n" + d.Help
	}
	for _, r := range d.Related {
		if path := r.At.Path(); path != "" && s.holds(path) {
			out.Related = append(out.Related, related{s.locate(r.At), r.Message})
		}
	}
	return out
}

// spanOf turns a place of the last check into the protocol's terms.
func (s *server) spanOf(at diag.Span) span {
	if at.File == nil {
		return span{}
	}
	return newText(at.File.Text, s.utf8).span(int(at.Start), int(at.End))
}

func (s *server) locate(at diag.Span) location { return location{s.uri(at.Path()), s.spanOf(at)} }
