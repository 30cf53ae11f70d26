package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// backSite is a small site: two exercises, a condition, a programme.
var backSite = map[string]string{
	"content/exercises/dead-bug.md": exerciseText("Dead bug", "progressions: [plank]\nstressors: {anti-extension: [1, 1, 1, 3]}\n"),
	"content/exercises/plank.md":    exerciseText("Plank", "regressions: [dead-bug]\nstressors: {anti-extension: 3}\n"),
	"content/conditions/sore.md": `---
title: Sore back
clearance: 1
stages:
  early:
    title: The first weeks
    tolerates: {anti-extension: [1, 1, 2]}
  late:
    tolerates: {anti-extension: [2, 3, 3]}
---
`,
	"content/programmes/back.md": programmeText,
}

const programmeText = `---
title: Back 💪 programme
goal: rehab
level: novice
conditions:
  - condition: sore
    stage: early
schedule: {days: [monday, thursday], rotate: [a]}
sessions:
  a:
    title: Core
    exercises:
      - exercise: dead-bug
        dose: 3 x 8-10 each side, rest 45 s
        role: core
      - exercise: plank
        dose: 2 x 30 s, rest 60 s
---
Begin with [the plank](../exercises/plank.md#key-points).
`

func exerciseText(title, more string) string {
	return "---\ntitle: " + title + `
category: core-stability
pattern: anti-extension
equipment: []
measure: reps
sides: alternating
dose: 3 x 8-10 each side, rest 45 s
` + more + `---
## How to perform

1. Lie down.
2. Brace.
3. Breathe out.

## Key points

- Breathe: slowly.
`
}

const (
	backFile = "content/programmes/back.md"
	plain    = `{}`
)

// codes lists what was told of a document: code, line and columns from 0.
func (e *editor) codes(path string) []string {
	var out []string
	for _, d := range e.told[path] {
		out = append(out, fmt.Sprintf("%s %d:%d-%d", d.Code, d.Range.Start.Line, d.Range.Start.Character, d.Range.End.Character))
	}
	return out
}

func TestLanguageServerTellsFindings(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.open(backFile, programmeText)
	e.change(backFile, "dead-bug", "dead-bgu")
	if got := e.codes(backFile); !slices.Contains(got, "R01 12:18-26") {
		t.Errorf("a misspelt exercise: %q", got)
	}
	e.change(backFile, "dead-bgu", "dead-bug")
	if got := e.codes(backFile); slices.ContainsFunc(got, func(c string) bool { return strings.HasPrefix(c, "R01") }) {
		t.Errorf("mended, and still told: %q", got)
	}
	if code := e.leave(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestLanguageServerCountsCharacters asks for columns in the units that were agreed.
func TestLanguageServerCountsCharacters(t *testing.T) {
	for capabilities, want := range map[string]string{
		plain: "D07 2:9-20",
		`{"general": {"positionEncodings": ["utf-8", "utf-16"]}}`: "D07 2:9-22",
	} {
		e := openEditor(t, backSite, capabilities)
		e.open(backFile, programmeText)
		e.change(backFile, "goal:", "summary: 💪 one: two\ngoal:")
		if got := e.codes(backFile); !slices.Contains(got, want) {
			t.Errorf("%s: %q, want %s", capabilities, got, want)
		}
		e.change(backFile, "💪 one: two", "💪 one, two")
		if got := e.codes(backFile); slices.Contains(got, want) {
			t.Errorf("%s: the change behind the sign was made at another place: %q", capabilities, got)
		}
	}
}

func TestLanguageServerHover(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.open(backFile, programmeText)
	for piece, want := range map[string][]string{
		"exercise: pl|ank":           {"**Plank**", "Sore back, the first weeks: **not for now** (Resisting an arch"},
		"exercise: dead-|bug":        {"**Dead bug**", "Usual dose: ", "**suitable**"},
		"dose: 3 x |8-10":            {"`3 x 8-10 each side, rest 45 s`", "3 sets of 8 to 10"},
		"condition: |sore":           {"**Sore back**"},
		"stage: earl|y":              {"Sore back: The first weeks"},
		"../exercises/|plank.md":     {"**Plank**"},
		"go|al: rehab":               {"`goal` (required)", "`falls-prevention`"},
		"schedule: {da|ys: [monday,": {"`days`", "`thursday`"},
	} {
		var answer struct{ Contents struct{ Value string } }
		e.at("textDocument/hover", backFile, piece, &answer)
		for _, part := range want {
			if !strings.Contains(answer.Contents.Value, part) {
				t.Errorf("%s: %q, want %q", piece, answer.Contents.Value, part)
			}
		}
	}
	e.change(backFile, "role: core", "load: heavy")
	var answer struct{ Contents struct{ Value string } }
	e.at("textDocument/hover", backFile, "exercise: dead-|bug", &answer)
	if !strings.Contains(answer.Contents.Value, "**not for now**") {
		t.Errorf("with a heavy load: %q", answer.Contents.Value)
	}
}

func TestLanguageServerCompletion(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.open(backFile, programmeText)
	for _, c := range []struct {
		old, with, piece string
		want, not        []string
	}{
		{"exercise: plank", "exercise: ", "- exercise: |\n        dose: 2", []string{"dead-bug", "plank"}, []string{"role"}},
		{"role: core", "role: c", "role: c|", []string{"core", "cool-down"}, []string{"dead-bug"}},
		{"role: core", "r", "rest 45 s\n        r|", []string{"role: ", "load: ", "note: "}, []string{"dose: ", "exercise: "}},
		{"role: core", "", "rest 45 s\n        |\n", []string{"role: "}, []string{"dose: "}},
		{"stage: early", "stage: ", "stage: |", []string{"early", "late"}, nil},
		{"[monday, thursday]", "[monday, ]", "[monday, |]", []string{"sunday"}, []string{"per-week: "}},
		{"rotate: [a]}", "rotate: [a], }", "[a], |}", []string{"per-week: ", "min-gap: "}, []string{"days: ", "rotate: "}},
		{"rotate: [a]", "rotate: [", "rotate: [|", []string{"a", "rest"}, nil},
		{"goal: rehab", "goal: ", "goal: |", []string{"rehab", "strength"}, nil},
		{"level: novice", "", "goal: rehab\n|", []string{"level: ", "phases: "}, []string{"goal: "}},
		{"level: novice", "level: novice\nphases:\n  - ", "phases:\n  - |", []string{"name: ", "weeks: "}, []string{"goal: "}},
		{"(../exercises/plank.md#key-points)", "(../", "(../|", []string{"../exercises/plank.md", "../conditions/sore.md"}, nil},
		{"Begin with", "Begin [@", "Begin [@|", []string{"gordon2016"}, nil},
	} {
		e.change(backFile, c.old, c.with)
		got := e.labels(c.piece)
		for _, word := range c.want {
			if !slices.Contains(got, word) {
				t.Errorf("%q: %q, want %q", c.piece, got, word)
			}
		}
		for _, word := range c.not {
			if slices.Contains(got, word) {
				t.Errorf("%q: %q is offered", c.piece, word)
			}
		}
		e.texts[backFile] = programmeText
		e.version++
		e.notify("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":%d},"contentChanges":[{"text":%s}]}`,
			e.uri(backFile), e.version, jsonText(programmeText)))
		e.settle(backFile)
	}
}

// labels is what would be written at a place.
func (e *editor) labels(piece string) []string {
	e.t.Helper()
	var answer struct {
		Items []struct {
			TextEdit struct{ NewText string }
		}
	}
	e.at("textDocument/completion", backFile, piece, &answer)
	var out []string
	for _, item := range answer.Items {
		out = append(out, item.TextEdit.NewText)
	}
	return out
}

func TestLanguageServerDefinition(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.open(backFile, programmeText)
	for piece, want := range map[string]string{
		"exercise: pl|ank":           "content/exercises/plank.md 1",
		"condition: |sore":           "content/conditions/sore.md 1",
		"stage: earl|y":              "content/conditions/sore.md 4",
		"rotate: [|a]":               "content/programmes/back.md 9",
		"../exercises/plank.m|d#key": "content/exercises/plank.md 1",
		"goal: re|hab":               "",
	} {
		var answer struct {
			URI   string
			Range struct{ Start struct{ Line int } }
		}
		e.at("textDocument/definition", backFile, piece, &answer)
		got := ""
		if answer.URI != "" {
			got = fmt.Sprintf("%s %d", e.path(answer.URI), answer.Range.Start.Line)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", piece, got, want)
		}
	}
}

const renaming = `{"workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"]}}}`

// changes is an edit of the workspace as the protocol writes it.
type changes struct {
	DocumentChanges []struct {
		TextDocument struct{ URI string }
		Edits        []struct {
			Range struct {
				Start, End struct{ Line, Character int }
			}
			NewText string
		}
		Kind           string
		OldURI, NewURI string
	}
}

// apply does to the files what the editor would do, and says what it was in short.
func (e *editor) apply(c changes) []string {
	e.t.Helper()
	var done []string
	for _, change := range c.DocumentChanges {
		if change.Kind == "rename" {
			old, to := e.path(change.OldURI), e.path(change.NewURI)
			if err := os.Rename(filepath.Join(e.root, old), filepath.Join(e.root, to)); err != nil {
				e.t.Fatal(err)
			}
			done = append(done, old+" -> "+to)
			continue
		}
		path := e.path(change.TextDocument.URI)
		text, err := os.ReadFile(filepath.Join(e.root, path))
		if err != nil {
			e.t.Fatal(err)
		}
		lines := strings.SplitAfter(string(text), "\n")
		slices.Reverse(change.Edits)
		for _, edit := range change.Edits { // the last first, so that no place moves
			at, line := edit.Range, lines[edit.Range.Start.Line]
			lines[at.Start.Line] = line[:at.Start.Character] + edit.NewText + line[at.End.Character:]
			done = append(done, path+" "+strings.TrimSpace(edit.NewText))
		}
		write(e.t, filepath.Join(e.root, path), strings.Join(lines, ""))
	}
	return done
}

func TestLanguageServerRename(t *testing.T) {
	site := maps.Clone(backSite)
	text := strings.Replace(programmeText, "sessions:", "phases: [{name: All, weeks: 1+, rows: {plank: {note: slow}}}]\nsessions:", 1)
	site[backFile] = text
	e := openEditor(t, site, renaming)
	e.open(backFile, text)
	at := e.position(text, strings.Index(text, "exercise: plank")+len("exercise: p"))
	for _, name := range []string{"dead-bug", "Front Plank", ""} {
		m := e.ask("textDocument/rename", fmt.Sprintf(`{"textDocument":{"uri":%q},"position":%s,"newName":%q}`, e.uri(backFile), at, name), nil)
		if m.Error == nil {
			t.Errorf("renamed to %q", name)
		}
	}
	var uses []struct{ URI string }
	e.at("textDocument/references", backFile, "exercise: pl|ank", &uses)
	if len(uses) != 4 {
		t.Errorf("%d references, want 4: %v", len(uses), uses)
	}
	var answer changes
	e.ask("textDocument/rename", fmt.Sprintf(`{"textDocument":{"uri":%q},"position":%s,"newName":"front-plank"}`, e.uri(backFile), at), &answer)
	want := []string{
		"content/exercises/dead-bug.md front-plank",
		"content/exercises/plank.md renamed-from: [plank]",
		"content/programmes/back.md ../exercises/front-plank.md#key-points",
		"content/programmes/back.md front-plank",
		"content/programmes/back.md front-plank",
		"content/exercises/plank.md -> content/exercises/front-plank.md",
	}
	if got := e.apply(answer); !slices.Equal(got, want) {
		t.Errorf("renamed:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
	out, _ := exec.Command("regimen", "check", "--content", filepath.Join(e.root, "content"), "--format", "short").Output()
	if !strings.Contains(string(out), "F04") || strings.Contains(string(out), "R01") {
		t.Errorf("after the change: %s", out)
	}
}

func TestLanguageServerFixes(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.open(backFile, programmeText)
	e.change(backFile, "exercise: plank", "exercise: plnak")
	text := e.texts[backFile]
	at := e.position(text, strings.Index(text, "plnak")+2)
	var actions []struct {
		Title string
		Edit  changes
	}
	e.ask("textDocument/codeAction", fmt.Sprintf(`{"textDocument":{"uri":%q},"range":{"start":%s,"end":%s},"context":{"diagnostics":[]}}`, e.uri(backFile), at, at), &actions)
	if len(actions) != 1 || actions[0].Title != "write `plank`" || actions[0].Edit.DocumentChanges[0].Edits[0].NewText != "plank" {
		t.Errorf("actions %+v", actions)
	}
}

func TestLanguageServerOutline(t *testing.T) {
	e := openEditor(t, backSite, plain)
	file := "content/exercises/plank.md"
	e.open(file, backSite[file])
	var symbols []struct{ Name string }
	e.ask("textDocument/documentSymbol", fmt.Sprintf(`{"textDocument":{"uri":%q}}`, e.uri(file)), &symbols)
	var names []string
	for _, s := range symbols {
		names = append(names, s.Name)
	}
	if !slices.Contains(names, "dose") || !slices.Contains(names, "How to perform") {
		t.Errorf("outline %q", names)
	}
}

// TestLanguageServerSurvives asks that nothing an editor gets wrong ends the server.
func TestLanguageServerSurvives(t *testing.T) {
	e := openEditor(t, backSite, plain)
	for _, body := range []string{
		`{`, `[]`, `"x"`, `{"jsonrpc":"2.0","id":900}`,
		`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":7}`,
		`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nowhere.md"},"contentChanges":[{"text":"x"}]}}`,
		`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:Untitled-1","text":"x"}}}`,
		`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}`,
	} {
		e.send(body)
	}
	for method, params := range map[string]string{
		"textDocument/hover":      `{"textDocument":{"uri":"file:///nowhere.md"},"position":{"line":0,"character":0}}`,
		"textDocument/completion": `{"textDocument":{"uri":"::"},"position":{"line":-1,"character":99999}}`,
	} {
		if m := e.ask(method, params, nil); m.Error != nil {
			t.Errorf("%s: %v", method, m.Error)
		}
	}
	for method, code := range map[string]int{"textDocument/unheardOf": -32601, "initialize": -32600} {
		if m := e.ask(method, `{}`, nil); m.Error == nil || m.Error.Code != code {
			t.Errorf("%s: %v, want %d", method, m.Error, code)
		}
	}
	if m := e.ask("textDocument/hover", `[]`, nil); m.Error == nil || m.Error.Code != -32602 {
		t.Errorf("hover without a place: %v", m.Error)
	}
	e.open(backFile, programmeText)
	if code := e.leave(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestLanguageServerReadsWhatIsOpen asks that a new file counts before it is saved, and
// that files which change on disk are read again.
func TestLanguageServerReadsWhatIsOpen(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.open(backFile, strings.ReplaceAll(programmeText, "exercise: plank", "exercise: side-plank"))
	if got := e.codes(backFile); !slices.Contains(got, "R01 15:18-28") {
		t.Fatalf("an exercise that is not there: %q", got)
	}
	missing := func() bool { return slices.Contains(e.codes(backFile), "R01 15:18-28") }
	e.open("content/exercises/side-plank.md", exerciseText("Side plank", ""))
	e.hearWhile(missing)
	e.notify("textDocument/didClose", fmt.Sprintf(`{"textDocument":{"uri":%q}}`, e.uri("content/exercises/side-plank.md")))
	e.hearWhile(func() bool { return !missing() })
	write(t, e.root+"/content/exercises/side-plank.md", exerciseText("Side plank", ""))
	e.notify("workspace/didChangeWatchedFiles", `{"changes":[]}`)
	e.hearWhile(missing)
}

// hearWhile takes messages while something holds.
func (e *editor) hearWhile(holds func() bool) {
	e.t.Helper()
	for holds() {
		if _, err := e.hear(); err != nil {
			e.t.Fatal(err)
		}
	}
}

// TestLanguageServerWithoutShutdown asks for the exit code of the protocol.
func TestLanguageServerWithoutShutdown(t *testing.T) {
	e := openEditor(t, backSite, plain)
	e.notify("exit", "null")
	_ = e.cmd.Wait()
	if code := e.cmd.ProcessState.ExitCode(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
}

// TestLanguageServerRenamesReferences asks that the key of a reference and its citations
// change together, from wherever the cursor stands.
func TestLanguageServerRenamesReferences(t *testing.T) {
	site := maps.Clone(backSite)
	file := "content/references.md"
	site[file] = "---\nreferences:\n  core2020: {title: Of cores, year: 2020}\n  core2024: {title: More, superseded-by: []}\n---\n"
	site[backFile] = strings.Replace(programmeText, "Begin with", "It helps [@core2020; @core2024]. Begin with", 1)
	e := openEditor(t, site, plain)
	e.open(backFile, site[backFile])
	e.open(file, site[file])
	for path, piece := range map[string]string{file: "  core20|20", backFile: "[@co|re2020"} {
		text := e.texts[path]
		bar := strings.Index(piece, "|")
		at := e.position(text, strings.Index(text, strings.Replace(piece, "|", "", 1))+bar)
		var answer changes
		m := e.ask("textDocument/rename", fmt.Sprintf(`{"textDocument":{"uri":%q},"position":%s,"newName":"cores"}`, e.uri(path), at), &answer)
		if m.Error != nil {
			t.Fatalf("%s: %s", path, m.Error.Message)
		}
		var got []string
		for _, c := range answer.DocumentChanges {
			got = append(got, fmt.Sprint(e.path(c.TextDocument.URI), len(c.Edits)))
		}
		if want := []string{backFile + "1", file + "1"}; !slices.Equal(got, want) {
			t.Errorf("from %s: %q, want %q", path, got, want)
		}
	}
	var uses []struct{ URI string }
	plank := "content/exercises/plank.md"
	e.open(plank, backSite[plank])
	e.at("textDocument/references", plank, "title: Pl|ank", &uses)
	if len(uses) != 3 {
		t.Errorf("%d references of a file by its title, want 3: %v", len(uses), uses)
	}
}
