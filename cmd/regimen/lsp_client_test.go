package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// editor is the other end of `regimen lsp`: the program runs, and messages go through
// its pipes.
type editor struct {
	t       *testing.T
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	root    string
	id      int
	version int
	texts   map[string]string // of open documents, by path
	told    map[string][]told // the last findings, by path
	utf8    bool
}

// told is a finding as the editor is told it.
type told struct {
	Range struct {
		Start, End struct{ Line, Character int }
	}
	Severity int
	Code     string
	Message  string
}

// open starts the server on a folder with some files.
func openEditor(t *testing.T, files map[string]string, capabilities string) *editor {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(root, filepath.FromSlash(name)), text)
	}
	e := &editor{t: t, root: root, texts: map[string]string{}, told: map[string][]told{}}
	e.start(capabilities)
	return e
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (e *editor) start(capabilities string) {
	e.t.Helper()
	e.cmd = exec.Command("regimen", "lsp")
	e.cmd.Dir = e.t.TempDir()
	e.cmd.Stderr = os.Stderr
	in, err := e.cmd.StdinPipe()
	if err != nil {
		e.t.Fatal(err)
	}
	out, err := e.cmd.StdoutPipe()
	if err != nil {
		e.t.Fatal(err)
	}
	e.in, e.out = in, bufio.NewReader(out)
	if err := e.cmd.Start(); err != nil {
		e.t.Fatal(err)
	}
	e.t.Cleanup(func() { _ = e.cmd.Process.Kill(); _ = e.cmd.Wait() })
	var answer struct {
		Capabilities struct{ PositionEncoding string }
	}
	e.ask("initialize", fmt.Sprintf(`{"rootUri": %q, "capabilities": %s}`, e.uri(""), capabilities), &answer)
	e.utf8 = answer.Capabilities.PositionEncoding == "utf-8"
	e.notify("initialized", `{}`)
}

func (e *editor) uri(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(e.root, path))}).String()
}

func (e *editor) path(uri string) string {
	u, err := url.Parse(uri)
	if err != nil {
		e.t.Fatal(err)
	}
	path, err := filepath.Rel(e.root, u.Path)
	if err != nil {
		e.t.Fatal(err)
	}
	return filepath.ToSlash(path)
}

func (e *editor) send(body string) {
	e.t.Helper()
	if _, err := fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(body), body); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) notify(method, params string) {
	e.t.Helper()
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","method":%q,"params":%s}`, method, params))
}

// heard is a message of the server.
type heard struct {
	ID     json.RawMessage
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct {
		Code    int
		Message string
	}
}

func (e *editor) hear() (heard, error) {
	size := 0
	for {
		line, err := e.out.ReadString('\n')
		if err != nil {
			return heard{}, err
		}
		if line = strings.TrimSpace(line); line == "" {
			break
		}
		if _, length, ok := strings.Cut(line, "Content-Length: "); ok {
			if size, err = strconv.Atoi(length); err != nil {
				return heard{}, err
			}
		}
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(e.out, body); err != nil {
		return heard{}, err
	}
	var m heard
	if err := json.Unmarshal(body, &m); err != nil {
		return heard{}, fmt.Errorf("%w: %s", err, body)
	}
	e.note(m)
	return m, nil
}

// note keeps the findings that a message tells.
func (e *editor) note(m heard) {
	if m.Method != "textDocument/publishDiagnostics" {
		return
	}
	var p struct {
		URI         string
		Version     int
		Diagnostics []told
	}
	if err := json.Unmarshal(m.Params, &p); err != nil {
		e.t.Fatal(err)
	}
	e.told[e.path(p.URI)] = p.Diagnostics
}

// ask sends a request and waits for its answer.
func (e *editor) ask(method, params string, result any) *heard {
	e.t.Helper()
	e.id++
	id := strconv.Itoa(e.id)
	e.send(fmt.Sprintf(`{"jsonrpc":"2.0","id":%s,"method":%q,"params":%s}`, id, method, params))
	for {
		m, err := e.hear()
		if err != nil {
			e.t.Fatalf("%s: %v", method, err)
		}
		if m.Method != "" || string(m.ID) != id {
			continue
		}
		if m.Error == nil && result != nil {
			if err := json.Unmarshal(m.Result, result); err != nil {
				e.t.Fatalf("%s: %v in %s", method, err, m.Result)
			}
		}
		return &m
	}
}

// open shows a document to the server, and change types into it; both wait for the
// findings.
func (e *editor) open(path, text string) {
	e.t.Helper()
	e.version++
	e.texts[path] = text
	e.notify("textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":%q,"languageId":"markdown","version":%d,"text":%s}}`, e.uri(path), e.version, jsonText(text)))
	e.settle(path)
}

func (e *editor) change(path, old, with string) {
	e.t.Helper()
	e.version++
	text := e.texts[path]
	at := strings.Index(text, old)
	if at < 0 {
		e.t.Fatalf("%s does not hold %q", path, old)
	}
	e.texts[path] = strings.Replace(text, old, with, 1)
	e.notify("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":%d},"contentChanges":[{"range":{"start":%s,"end":%s},"text":%s}]}`,
		e.uri(path), e.version, e.position(text, at), e.position(text, at+len(old)), jsonText(with)))
	e.settle(path)
}

func jsonText(text string) string {
	body, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(body)
}

// settle waits for the findings of a document in its present version.
func (e *editor) settle(path string) {
	e.t.Helper()
	for {
		m, err := e.hear()
		if err != nil {
			e.t.Fatal(err)
		}
		var p struct {
			URI     string
			Version int
		}
		if m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &p) == nil && e.path(p.URI) == path && p.Version == e.version {
			return
		}
	}
}

// position is a place of a text as the protocol writes it.
func (e *editor) position(text string, offset int) string {
	before := text[:offset]
	line := strings.Count(before, "\n")
	row := before[strings.LastIndex(before, "\n")+1:]
	character := len(row)
	if !e.utf8 {
		character = len(utf16.Encode([]rune(row)))
	}
	return fmt.Sprintf(`{"line":%d,"character":%d}`, line, character)
}

// at asks about a place: the bar in a piece of a document.
func (e *editor) at(method, path, piece string, result any) *heard {
	e.t.Helper()
	text := e.texts[path]
	bar := strings.Index(piece, "|")
	start := strings.Index(text, strings.Replace(piece, "|", "", 1))
	if bar < 0 || start < 0 {
		e.t.Fatalf("%s does not hold %q", path, piece)
	}
	return e.ask(method, fmt.Sprintf(`{"textDocument":{"uri":%q},"position":%s}`, e.uri(path), e.position(text, start+bar)), result)
}

// leave ends the server and gives its exit code.
func (e *editor) leave() int {
	e.t.Helper()
	e.ask("shutdown", "null", nil)
	e.notify("exit", "null")
	_, _ = io.Copy(io.Discard, e.out)
	_ = e.cmd.Wait()
	return e.cmd.ProcessState.ExitCode()
}
