package content_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/content"
	"regimen/internal/diag"
)

// stored are the ways in which one text may be stored; line and column never differ.
var stored = map[string]func([]byte) []byte{
	"as it stands":             func(text []byte) []byte { return text },
	"CRLF":                     crlf,
	"byte-order mark":          mark,
	"CRLF and byte-order mark": func(text []byte) []byte { return mark(crlf(text)) },
}

func crlf(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")) }

func mark(text []byte) []byte { return append([]byte("\ufeff"), text...) }

// TestFindings reads each archive of testdata. What it must give stands before its
// first file, a line each: CODE PATH LINE:COLUMN-COLUMN, and behind a bar the first
// suggestion, where there is one.
func TestFindings(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Fields(strings.ReplaceAll(strings.TrimSpace(string(archive.Comment)), " ", "\x00"))
			for i := range want {
				want[i] = strings.ReplaceAll(want[i], "\x00", " ")
			}
			for name, change := range stored {
				folder := fstest.MapFS{}
				for _, f := range archive.Files {
					folder[f.Name] = &fstest.MapFile{Data: change(f.Data)}
				}
				var got []string
				for _, d := range load(t, folder) {
					got = append(got, line(d))
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s, found:\n  %s\nwant:\n  %s", name, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
				}
			}
		})
	}
}

func load(t *testing.T, folder fs.FS) diag.List {
	t.Helper()
	_, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func line(d diag.Diagnostic) string {
	out := fmt.Sprintf("%s %s", d.Code, d.At.Path())
	if d.At.File != nil {
		start, end := d.At.File.Position(int(d.At.Start)), d.At.File.Position(int(d.At.End))
		out += fmt.Sprintf(" %d:%d-%d", start.Line, start.Column, end.Column)
	}
	if len(d.Suggestions) > 0 {
		out += " | " + d.Suggestions[0]
	}
	return out
}

// TestReference asks that the content which every binary carries is clean.
func TestReference(t *testing.T) {
	for _, d := range load(t, reference.FS) {
		t.Errorf("%s: %s", line(d), d.Message)
	}
}

// TestNothingVanishes asks that every file of a folder is read or named as left out.
func TestNothingVanishes(t *testing.T) {
	folder := fstest.MapFS{}
	for _, name := range []string{
		"notes.md", "exercise/plank.md", "exercises/plank.txt", "guides/deep/er.md", "media/a.svg", ".git/x.md", "README.md",
	} {
		folder[name] = &fstest.MapFile{Data: []byte("---\ntitle: x\n---\n")}
	}
	folder["guides/link.md"] = &fstest.MapFile{Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink}
	lib, _, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range lib.Omitted {
		got = append(got, o.Path)
	}
	want := []string{"README.md", "exercise/plank.md", "exercises/plank.txt", "guides/link.md", "notes.md"}
	if !slices.Equal(got, want) {
		t.Errorf("left out: %v, want %v", got, want)
	}
	if lib.Guide("er") == nil || lib.Files != 1 || !slices.Equal(lib.Media, []string{"a.svg"}) {
		t.Errorf("read %d files, media %v", lib.Files, lib.Media)
	}
}

// FuzzLoad asks of any file: no panic, and every place inside its file.
func FuzzLoad(f *testing.F) {
	err := fs.WalkDir(reference.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(reference.FS, name)
		f.Add(name, text)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	words, err := fs.ReadFile(reference.FS, "vocabulary.md")
	if err != nil {
		f.Fatal(err)
	}
	builtIn := fstest.MapFS{"vocabulary.md": {Data: words}}
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		if !fs.ValidPath(name) || filepath.Ext(name) != ".md" {
			return
		}
		_, found, err := content.Load(fstest.MapFS{name: {Data: text}}, builtIn)
		if err != nil {
			return // a path that no file system has
		}
		for _, d := range found {
			inside(t, d.At)
			for _, r := range d.Related {
				inside(t, r.At)
			}
			for _, fix := range d.Fixes {
				for _, e := range fix.Edits {
					inside(t, e.At)
				}
			}
		}
	})
}

func inside(t *testing.T, at diag.Span) {
	t.Helper()
	if at.File != nil && (at.Start < 0 || at.End < at.Start || int(at.End) > len(at.File.Text)) {
		t.Errorf("%d to %d lies outside the %d bytes of %s", at.Start, at.End, len(at.File.Text), at.Path())
	}
}
