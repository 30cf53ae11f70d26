package lsp

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"regimen/internal/content"
)

// document is an open file.
type document struct {
	*text
	uri     string // as the editor writes it
	path    string // in the content folder; empty outside
	version int
}

func (s *server) initialize(params json.RawMessage) (any, error) {
	if s.ready {
		return nil, refuse(invalidRequest, "the server is initialized already")
	}
	var p initializeParams
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, refuse(invalidParams, "%v", err)
	}
	s.ready = true
	s.utf8 = slices.Contains(p.Capabilities.General.PositionEncodings, "utf-8")
	s.renames = slices.Contains(p.Capabilities.Workspace.WorkspaceEdit.ResourceOperations, "rename")
	s.watches = p.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration
	s.findRoot(p)
	s.change++
	encoding := "utf-16"
	if s.utf8 {
		encoding = "utf-8"
	}
	return map[string]any{
		"serverInfo": map[string]any{"name": "regimen", "version": s.Version},
		"capabilities": map[string]any{
			"positionEncoding":       encoding,
			"textDocumentSync":       map[string]any{"openClose": true, "change": 2, "save": true},
			"completionProvider":     map[string]any{"triggerCharacters": []string{" ", ":", "[", "-", "@", "/", ",", "("}},
			"hoverProvider":          true,
			"definitionProvider":     true,
			"referencesProvider":     true,
			"renameProvider":         map[string]any{"prepareProvider": true},
			"codeActionProvider":     map[string]any{"codeActionKinds": []string{"quickfix"}},
			"documentSymbolProvider": true,
		},
	}, nil
}

// findRoot takes the folder of the command line, or the first of the workspace that
// holds content.
func (s *server) findRoot(p initializeParams) {
	folders := []string{pathOf(p.RootURI), p.RootPath}
	for _, f := range p.WorkspaceFolders {
		folders = append(folders, pathOf(f.URI))
	}
	if s.Content != "" {
		if full, err := filepath.Abs(s.Content); err == nil {
			s.root = full
		}
		return
	}
	for _, folder := range folders {
		if folder == "" {
			continue
		}
		for _, candidate := range []string{filepath.Join(folder, "content"), folder} {
			if holdsContent(candidate) {
				s.root = candidate
				return
			}
		}
	}
}

func holdsContent(folder string) bool {
	for _, name := range []string{"index.md", "exercises", "programmes"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			return true
		}
	}
	return false
}

// adopt takes the folder of a file as content, where the workspace has shown none.
func (s *server) adopt(file string) {
	for folder := filepath.Dir(file); s.root == "" && folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		for _, kind := range content.Kinds() {
			if name, _ := content.Where(kind); name != "" && name == filepath.Base(folder) {
				s.root = filepath.Dir(folder)
			}
		}
	}
	for name, doc := range s.docs {
		doc.path = s.inside(name)
	}
}

// watch asks the editor to tell of files that change behind its back.
func (s *server) watch() {
	if !s.watches {
		return
	}
	s.send(map[string]any{"jsonrpc": "2.0", "id": "watch", "method": "client/registerCapability", "params": map[string]any{
		"registrations": []any{map[string]any{
			"id": "watch", "method": "workspace/didChangeWatchedFiles",
			"registerOptions": map[string]any{"watchers": []any{map[string]any{"globPattern": "**/*"}}},
		}},
	}})
}

// edit takes up what happened to a document.
func (s *server) edit(method string, p documentParams) {
	file := pathOf(p.TextDocument.URI)
	doc := s.docs[file]
	switch {
	case file == "":
		return
	case method == "textDocument/didOpen":
		s.adopt(file)
		s.docs[file] = &document{
			text: newText([]byte(p.TextDocument.Text), s.utf8), uri: p.TextDocument.URI,
			path: s.inside(file), version: p.TextDocument.Version,
		}
	case method == "textDocument/didClose":
		delete(s.docs, file)
	case method == "textDocument/didChange" && doc != nil:
		for _, c := range p.ContentChanges {
			if c.Range == nil {
				doc.text = newText([]byte(c.Text), s.utf8)
			} else {
				doc.text = doc.replaced(*c.Range, c.Text)
			}
		}
		doc.version = p.TextDocument.Version
	}
	s.change++
}

// inside is a file's path in the content folder, empty outside of it.
func (s *server) inside(file string) string {
	if s.root == "" {
		return ""
	}
	path, err := filepath.Rel(s.root, file)
	if err != nil || path == ".." || strings.HasPrefix(path, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(path)
}

// pathOf is the file of a URI, empty for one that names none.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return ""
	}
	path := u.Path
	if len(path) > 2 && path[0] == '/' && path[2] == ':' {
		path = path[1:] // a drive of Windows
	}
	return filepath.Clean(filepath.FromSlash(path))
}

// uri names a file of the content folder, as the editor does if it has it open.
func (s *server) uri(path string) string {
	file := filepath.Join(s.root, filepath.FromSlash(path))
	if doc := s.docs[file]; doc != nil {
		return doc.uri
	}
	slashed := filepath.ToSlash(file)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return (&url.URL{Scheme: "file", Path: slashed}).String()
}

// opened is the open document of a path in the content folder, or nil.
func (s *server) opened(path string) *document {
	return s.docs[filepath.Join(s.root, filepath.FromSlash(path))]
}
