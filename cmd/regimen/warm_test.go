package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	builtin "regimen/content"
	"regimen/internal/bench"
	"regimen/internal/check"
)

// TestWarmIsCold edits a site at random, step by step, and asks after each step that a
// compiler which saw all the steps gives what a new one gives: the same library, and the
// same findings at the same places; now and then also the same bytes of every page.
// `go test ./cmd/regimen -run TestWarmIsCold -rapid.checks=3000` makes thousands of such
// sequences.
func TestWarmIsCold(t *testing.T) {
	small, large := exampleSite(t), fullSite(t)
	rapid.Check(t, func(t *rapid.T) {
		if rapid.IntRange(0, 29).Draw(t, "pages") == 0 {
			comparePages(t, &manuscript{origin: large, files: maps.Clone(large.files)})
		} else {
			compareFindings(t, &manuscript{origin: small, files: maps.Clone(small.files)})
		}
	})
}

// compareFindings edits a site that may be broken in between.
func compareFindings(t *rapid.T, d *manuscript) {
	t.Helper()
	warm := begun(t, d)
	for range rapid.IntRange(1, 5).Draw(t, "steps") {
		touched := d.edits(t)
		if rapid.IntRange(0, 9).Draw(t, "look at every file") == 0 {
			touched = nil
		}
		compare(t, warm, d.source(), touched)
	}
}

// comparePages edits a site and mends it before its pages are compared.
func comparePages(t *rapid.T, d *manuscript) {
	t.Helper()
	warm := begun(t, d)
	for range 2 {
		for range rapid.IntRange(1, 3).Draw(t, "steps") {
			touched := d.edits(t)
			compare(t, warm, d.source(), touched)
		}
		touched := d.mend(t)
		compare(t, warm, d.source(), touched)
		was, _, _, err := warm.compile(d.source(), []string{})
		if err != nil {
			t.Fatal(err)
		}
		is, _, _, err := compile(d.source(), d.source().options(""))
		if err != nil {
			t.Fatal(err)
		}
		sameSite(t, was, is)
	}
}

// begun is a compiler that saw a manuscript as it began, with all its pages.
func begun(t *rapid.T, d *manuscript) *compiler {
	t.Helper()
	warm := newCompiler(d.source(), d.source().options(""))
	out, _, found, err := warm.compile(d.source(), nil)
	if err != nil || out == nil {
		t.Fatal(err, found)
	}
	if d.pool == nil {
		for _, path := range out.Paths() {
			rendered(t, out, path)
		}
	}
	return warm
}

// TestWarmIsColdOnDisk does the same where a file's size and time tell that it changed.
func TestWarmIsColdOnDisk(t *testing.T) {
	small := exampleSite(t)
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "warm")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		d := &manuscript{origin: small, files: maps.Clone(small.files)}
		d.write(t, dir)
		src := source{folder: root.FS(), builtIn: builtin.FS, name: dir}
		warm := newCompiler(src, src.options(""))
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			touched := d.edit(t)
			d.write(t, dir)
			if rapid.Bool().Draw(t, "look at every file") {
				touched = nil
			}
			compare(t, warm, src, touched)
		}
	})
}

// origin is where a manuscript begins, and files that somebody may put into it, some of them
// together.
type origin struct {
	files map[string]string
	pool  []map[string]string
}

// exampleSite is that of the examples of the rules, which make up the pool: they give every
// finding there is.
func exampleSite(t *testing.T) *origin {
	t.Helper()
	base, err := txtar.ParseFile("../../internal/check/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := &origin{files: filesOf(base)}
	block := regexp.MustCompile("(?ms)^```txtar\n(.*?)^```$")
	for _, doc := range check.Docs() {
		for _, example := range block.FindAllStringSubmatch(doc.Text, -1) {
			s.pool = append(s.pool, filesOf(txtar.Parse([]byte(example[1]))))
		}
	}
	return s
}

func filesOf(a *txtar.Archive) map[string]string {
	files := map[string]string{}
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// fullSite is the reference site with what a generated one has more, so that programmes
// share exercises and chains are long.
func fullSite(t *testing.T) *origin {
	t.Helper()
	dir := t.TempDir()
	if err := bench.Generate(dir, 60); err != nil {
		t.Fatal(err)
	}
	s := &origin{files: map[string]string{"media/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		s.files[name] = shorter(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	figureKey  = regexp.MustCompile(`(?m)^figure:\n(?:[ -].*\n)*`)
	headingRow = regexp.MustCompile(`(?m)^#.*\n`)
)

// shorter leaves out most drawings and most of the prose.
func shorter(name, text string) string {
	front, body, _ := strings.Cut(text, "\n---\n")
	switch folder, _, _ := strings.Cut(name, "/"); {
	case folder == "guides" || folder == "conditions":
		return front + "\n---\n" + strings.Join(headingRow.FindAllString(body, -1), "\nSome words.\n\n")
	case folder == "exercises" && name > "exercises/c" && figureKey.MatchString(text):
		return figureKey.ReplaceAllString(front+"\n", "") + "---\n## How to perform\n\n1. Begin.\n2. Go on.\n3. End.\n\n## Key points\n\n- Breathe out.\n"
	}
	return text
}

// source is the manuscript as it stands; the folder is always the same one.
func (d *manuscript) source() source {
	if d.live == nil {
		d.live = fstest.MapFS{}
	}
	for name := range d.live {
		if _, stands := d.files[name]; !stands {
			delete(d.live, name)
		}
	}
	for name, text := range d.files {
		if at := d.live[name]; at == nil || string(at.Data) != text {
			d.live[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return source{folder: d.live, builtIn: builtin.FS}
}

// write brings a folder to the state of the manuscript.
func (d *manuscript) write(t *rapid.T, dir string) {
	t.Helper()
	_ = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		below, _ := filepath.Rel(dir, name)
		if _, stays := d.files[filepath.ToSlash(below)]; err == nil && !e.IsDir() && !stays {
			return os.Remove(name)
		}
		return err
	})
	for name, text := range d.files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if now, err := os.ReadFile(at); err == nil && string(now) == text {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
