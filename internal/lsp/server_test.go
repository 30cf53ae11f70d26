package lsp

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// listener takes the answers of a server that runs in this process.
type listener struct {
	messages int
	last     [2]string
	stumbled bool
}

func (l *listener) Write(p []byte) (int, error) {
	l.messages++
	l.last[0], l.last[1] = l.last[1], string(p)
	l.stumbled = l.stumbled || strings.Contains(string(p), "stumbled")
	return len(p), nil
}

// served is a server on a folder with one exercise, checked once and with it open.
func served(t testing.TB) (*server, string) {
	t.Helper()
	root := t.TempDir()
	file := filepath.Join(root, "exercises", "plank.md")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(reference.FS, "exercises/plank.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	s := &server{
		Options: Options{Read: func(folder fs.FS) (*regimen.Library, diag.List, error) {
			return content.Load(folder, reference.FS)
		}},
		out: io.Discard, docs: map[string]*document{}, keys: map[string]*content.Group{}, published: map[string]string{},
	}
	uri := "file://" + filepath.ToSlash(file)
	s.receive(asked("initialize", fmt.Sprintf(`{"rootUri":"file://%s"}`, filepath.ToSlash(root))))
	s.receive(request{Method: "textDocument/didOpen", Params: json.RawMessage(fmt.Sprintf(`{"textDocument":{"uri":%q,"version":1,"text":%q}}`, uri, text))})
	s.take(s.check(s.change, s.root, s.texts()))
	if s.last.err != nil {
		t.Fatal(s.last.err)
	}
	return s, uri
}

func asked(method, params string) request {
	id := json.RawMessage("1")
	return request{ID: &id, Method: method, Params: json.RawMessage(params)}
}

var methods = []string{
	"textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references", "textDocument/prepareRename",
	"textDocument/rename", "textDocument/codeAction", "textDocument/documentSymbol",
	"textDocument/didChange", "textDocument/didClose", "textDocument/didOpen", "initialize", "nothing/known",
}

// TestEveryPlaceAnswers asks about every place of a file that is cut off there.
func TestEveryPlaceAnswers(t *testing.T) {
	s, uri := served(t)
	doc := s.docs[pathOf(uri)]
	whole := doc.text
	heard := &listener{}
	s.out = heard
	for at := 0; at < len(whole.bytes); at += 3 {
		doc.text = newText(whole.bytes[:at], false)
		p := doc.position(at)
		for _, method := range methods[:8] {
			before := heard.messages
			s.receive(asked(method, fmt.Sprintf(`{"textDocument":{"uri":%q},"position":{"line":%d,"character":%d},"newName":"x"}`, uri, p.Line, p.Character)))
			if heard.messages != before+1 || strings.Contains(heard.last[1], `"items":null`) {
				t.Fatalf("%s at %v: %d messages, %q", method, p, heard.messages-before, heard.last)
			}
		}
	}
}

// FuzzMessages asks that whatever is sent, each request has one answer, and that nothing
// makes the server stumble. URI stands for that of the open document.
func FuzzMessages(f *testing.F) {
	s, uri := served(f)
	text := s.docs[pathOf(uri)].text
	for i := range methods {
		f.Add(i, `{"textDocument":{"uri":"URI"},"position":{"line":3,"character":9},"newName":"x"}`, "title: {")
		f.Add(i, `{"textDocument":{"uri":"URI"},"position":{"line":1,"character":4}}`, "regressions: [dead-bug, {a: ")
		f.Add(i, `{"textDocument":{"uri":"untitled:1"},"position":{"line":-1,"character":-9}}`, "- [")
		f.Add(i, `[1,`, "")
	}
	f.Add(8, `{"textDocument":{"uri":"URI"},"contentChanges":[{"range":{"start":{"line":9,"character":1},"end":{"line":2,"character":0}},"text":"x"}]}`, "")
	f.Fuzz(func(t *testing.T, method int, params, insert string) {
		heard := &listener{}
		s.out = heard
		open := append(append([]byte("---\n"), insert...), text.bytes...)
		s.docs = map[string]*document{pathOf(uri): {text: newText(open, false), uri: uri, path: "exercises/plank.md"}}
		r := asked(methods[uint(method)%uint(len(methods))], strings.ReplaceAll(params, "URI", uri))
		due := 1
		if strings.Contains(r.Method, "/did") {
			r.ID, due = nil, 0
		}
		s.receive(r)
		if heard.messages < due || heard.stumbled || heard.messages > max(due, 1) {
			t.Errorf("%s: %d messages, %q", r.Method, heard.messages, heard.last)
		}
	})
}
