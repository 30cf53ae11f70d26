// Package lsp is the language server: it speaks the Language Server Protocol, version
// 3.17, with an editor. Messages come in on a reader and go out on a writer; the open
// documents stand in place of the saved files, and what is wrong with the folder is told
// while the author types.
//
// Every change makes the last check outdated. One check runs at a time; when it comes
// back too late, its findings are dropped and another begins. Requests are answered from
// the text as it is now and the library as it was last read.
package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"slices"

	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// Options say what the server works on.
type Options struct {
	Content string // the content folder; empty: found in the workspace
	Version string
	// Read loads and checks a folder.
	Read func(folder fs.FS) (*regimen.Library, diag.List, error)
}

// ErrNoShutdown says that the editor left without asking the server to shut down.
var ErrNoShutdown = errors.New("the editor ended the connection without a shutdown")

// Run answers messages until the editor says exit, its end closes, or the context ends.
func Run(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	s := &server{
		Options: o, out: out, docs: map[string]*document{}, keys: map[string]*content.Group{},
		published: map[string]string{}, checks: make(chan checked, 1),
	}
	messages, ended := make(chan request, 256), make(chan error, 1)
	go func() {
		defer close(messages)
		for buffered := bufio.NewReader(in); ; {
			r, err := readMessage(buffered)
			if err != nil {
				ended <- err
				return
			}
			select {
			case messages <- r:
			case <-ctx.Done():
				return
			}
		}
	}()
	for !s.left {
		if len(messages) == 0 {
			s.startCheck()
		}
		select {
		case r, ok := <-messages:
			if !ok {
				return endOf(<-ended)
			}
			s.receive(r)
		case c := <-s.checks:
			s.take(c)
		case <-ctx.Done():
			return nil
		}
		if s.failed != nil {
			return s.failed
		}
	}
	if !s.closing {
		return ErrNoShutdown
	}
	return nil
}

func endOf(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

type server struct {
	Options
	out    io.Writer
	failed error // of writing: nobody listens any more

	ready, closing, left bool
	utf8                 bool
	renames              bool // the editor can rename files
	watches              bool // the editor can be asked to watch files

	root string // the content folder; empty while there is none
	docs map[string]*document
	keys map[string]*content.Group // by kind

	change    int // counts what happened to the texts
	checking  bool
	checks    chan checked
	waiting   []request // asked before the first check came back
	last      checked
	published map[string]string // what was told last, by path
}

// receive handles one message. Whatever goes wrong in it ends there.
func (s *server) receive(r request) {
	defer func() {
		if p := recover(); p != nil {
			s.log("%s: %v\n%s", r.Method, p, debug.Stack())
			s.answer(r, nil, refuse(internalError, "the server stumbled over this: %v", p))
		}
	}()
	switch {
	case r.broken:
		s.send(refusal{"2.0", nil, &fault{parseError, "this message is not JSON"}})
	case r.Method == "":
		// the answer to a request of ours
	case r.Method == "exit":
		s.left = true
	case !s.ready && r.Method != "initialize":
		s.answer(r, nil, refuse(notInitialized, "the first message is initialize"))
	case s.closing:
		s.answer(r, nil, refuse(invalidRequest, "the server is shutting down"))
	case r.ID == nil:
		s.notice(r)
	case s.root != "" && s.last.lib == nil && s.last.err == nil && slices.Contains(learned, r.Method):
		s.waiting = append(s.waiting, r)
	default:
		result, err := s.request(r)
		s.answer(r, result, err)
	}
}

// learned are the requests that are answered from the library.
var learned = []string{
	"textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references",
	"textDocument/prepareRename", "textDocument/rename", "textDocument/codeAction",
}

func (s *server) request(r request) (any, error) {
	var p placeParams
	if r.Method != "initialize" && r.Method != "shutdown" {
		if err := json.Unmarshal(r.Params, &p); err != nil {
			return nil, refuse(invalidParams, "%v", err)
		}
	}
	switch r.Method {
	case "initialize":
		return s.initialize(r.Params)
	case "shutdown":
		s.closing = true
		return nil, nil
	case "textDocument/completion":
		return s.complete(p)
	case "textDocument/hover":
		return s.hover(p)
	case "textDocument/definition":
		return s.definition(p)
	case "textDocument/references":
		return s.references(p)
	case "textDocument/prepareRename":
		return s.prepareRename(p)
	case "textDocument/rename":
		return s.rename(p)
	case "textDocument/codeAction":
		return s.actions(p)
	case "textDocument/documentSymbol":
		return s.symbols(p)
	}
	return nil, refuse(methodNotFound, "this server does not know %s", r.Method)
}

func (s *server) notice(r request) {
	var p documentParams
	switch r.Method {
	case "initialized":
		s.watch()
		return
	case "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders":
		s.change++
		return
	case "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose":
	default:
		return
	}
	if err := json.Unmarshal(r.Params, &p); err != nil {
		s.log("%s: %v", r.Method, err)
		return
	}
	s.edit(r.Method, p)
}

func (s *server) answer(r request, result any, err error) {
	if r.ID == nil {
		return
	}
	var refused *fault
	switch {
	case errors.As(err, &refused):
		s.send(refusal{"2.0", r.ID, refused})
	case err != nil:
		s.send(refusal{"2.0", r.ID, &fault{internalError, err.Error()}})
	default:
		s.send(response{"2.0", r.ID, result})
	}
}

func (s *server) notify(method string, params any) { s.send(notification{"2.0", method, params}) }

func (s *server) log(format string, args ...any) {
	s.notify("window/logMessage", map[string]any{"type": 1, "message": fmt.Sprintf(format, args...)})
}

func (s *server) send(message any) {
	if err := writeMessage(s.out, message); err != nil && s.failed == nil {
		s.failed = err
	}
}
