package main

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	builtin "regimen/content"
	"regimen/internal/bench"
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/site"
)

// TestWarmIsCold edits a small site at random, step by step, and asks after each step that
// a compiler which saw all the steps gives what a new one gives: the same library, the
// same findings at the same places, and the same bytes of every page.
// `go test ./cmd/regimen -run TestWarmIsCold -rapid.checks=3000` runs thousands.
func TestWarmIsCold(t *testing.T) {
	pristine := corpus(t)
	rapid.Check(t, func(t *rapid.T) {
		d := &manuscript{files: map[string]string{}, pristine: pristine}
		for name, text := range pristine {
			d.files[name] = text
		}
		folder := d.folder()
		warm := newCompiler(inMemory(folder), inMemory(folder).options(""))
		if _, found, err := warm.read(inMemory(folder), nil); err != nil || found.Failed() {
			t.Fatal(err, found)
		}
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			var touched []string
			for range rapid.SampledFrom([]int{1, 1, 1, 2, 5}).Draw(t, "edits") {
				touched = append(touched, d.edit(t)...)
			}
			if rapid.IntRange(0, 9).Draw(t, "look at every file") == 0 {
				touched = nil
			}
			compare(t, warm, inMemory(d.folder()), touched, false)
		}
		if rapid.IntRange(0, 2).Draw(t, "pages") == 0 {
			compare(t, warm, inMemory(d.folder()), d.mend(t), true)
		}
	})
}

// TestWarmIsColdOnDisk does the same where a file's size and time tell that it changed.
func TestWarmIsColdOnDisk(t *testing.T) {
	pristine := corpus(t)
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
		d := &manuscript{files: map[string]string{}, pristine: pristine}
		for name, text := range pristine {
			d.files[name] = text
		}
		d.write(t, dir)
		src := source{folder: root.FS(), builtIn: builtin.FS, name: dir}
		warm := newCompiler(src, src.options(""))
		for range rapid.IntRange(1, 5).Draw(t, "steps") {
			touched := d.edit(t)
			d.write(t, dir)
			if rapid.Bool().Draw(t, "look at every file") {
				touched = nil
			}
			compare(t, warm, src, touched, false)
		}
	})
}

// corpus is the reference site with what a generated one has more, so that programmes
// share exercises and chains are long.
func corpus(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := bench.Generate(dir, 60); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"media/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = shorter(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
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

func (d *manuscript) folder() fstest.MapFS {
	folder := fstest.MapFS{}
	for name, text := range d.files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
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

func inMemory(folder fs.FS) source { return source{folder: folder, builtIn: builtin.FS} }

// compare compiles a state with the compiler that saw all before it, and with a new one.
func compare(t *rapid.T, warm *compiler, src source, touched []string, pages bool) {
	t.Helper()
	warm.options.Media = src.folder
	was, wasFound, err := warm.read(src, touched)
	if err != nil {
		t.Fatal(err)
	}
	cold := newCompiler(src, src.options(""))
	is, isFound, err := cold.read(src, nil)
	if err != nil {
		t.Fatal(err)
	}
	said, due := writtenOut(wasFound), writtenOut(isFound)
	for i := range max(len(said), len(due)) {
		if i >= len(said) || i >= len(due) || said[i] != due[i] {
			t.Fatalf("finding %d of %d is\n%s\nwant, of %d,\n%s", i, len(said), at(said, i), len(due), at(due, i))
		}
	}
	if !pages {
		return
	}
	if !reflect.DeepEqual(was, is) {
		t.Fatalf("the library is another: %s", otherPart(was, is))
	}
	if !isFound.Failed() {
		comparePages(t, warm, cold, was, is, wasFound, isFound)
	}
}

func comparePages(t *rapid.T, warm, cold *compiler, was, is *regimen.Library, wasFound, isFound diag.List) {
	t.Helper()
	before, _, err := warm.build(was, wasFound)
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := cold.build(is, isFound)
	if err != nil {
		t.Fatal(err)
	}
	if before == nil || after == nil {
		if (before == nil) != (after == nil) {
			t.Fatal("only one of the sites can be built")
		}
		return
	}
	if !slices.Equal(before.Paths(), after.Paths()) {
		t.Fatalf("the pages are %v, want %v", before.Paths(), after.Paths())
	}
	for _, path := range after.Paths() {
		got, want := rendered(t, before, path), rendered(t, after, path)
		if !bytes.Equal(got, want) {
			t.Fatalf("%s differs at byte %d of %d", path, firstDifference(got, want), len(want))
		}
	}
}

func rendered(t *rapid.T, out *site.Output, path string) []byte {
	t.Helper()
	body, err := out.Render(path)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "none"
}

// writtenOut writes out findings with everything that belongs to them, each place with the text
// that it was found in.
func writtenOut(found diag.List) []string {
	sums := map[*diag.File]string{}
	span := func(s diag.Span) string {
		if s.File == nil {
			return "nowhere"
		}
		if sums[s.File] == "" {
			sums[s.File] = fmt.Sprintf("%s#%08x", s.File.Path, crc32.ChecksumIEEE(s.File.Text))
		}
		return fmt.Sprintf("%s %d-%d %q", sums[s.File], s.Start, s.End, s.Text())
	}
	out := make([]string, len(found))
	for i, d := range found {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s %v %s\n%q %q %q %q %q %q\n", d.Code, d.Name, d.Severity, span(d.At), d.Message, d.Cause, d.Label, d.Notes, d.Help, d.Suggestions)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "related: %s %s\n", span(r.At), r.Message)
		}
		for _, f := range d.Fixes {
			fmt.Fprintf(&b, "fix: %s %v\n", f.Title, f.Safe)
			for _, e := range f.Edits {
				fmt.Fprintf(&b, "edit: %s %q\n", span(e.At), e.Text)
			}
		}
		if s := d.Silenced; s != nil {
			fmt.Fprintf(&b, "silenced: %q %q %q %q %q %s\n", s.Reason, s.By, s.Role, s.Date, s.Until, span(s.At))
		}
		out[i] = b.String()
	}
	return out
}

// otherPart names the field of two libraries that differs.
func otherPart(a, b *regimen.Library) string {
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range va.NumField() {
		if !reflect.DeepEqual(va.Field(i).Interface(), vb.Field(i).Interface()) {
			return va.Type().Field(i).Name
		}
	}
	return "nothing"
}
