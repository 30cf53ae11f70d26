package site

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// readTree reads a folder: text by path, a folder's as "dir".
func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, name)
		if err != nil || entry.IsDir() {
			found[rel] = "dir"
			return err
		}
		text, err := os.ReadFile(name)
		found[rel] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func mustSave(t *testing.T, dir string, pages map[string]string) Saved {
	t.Helper()
	saved, err := fixedOutput(t, pages).Save(dir, false, Basis{})
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func mustWrite(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func mustStat(t *testing.T, parts ...string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// standsAlone fails if a build left anything beside its output.
func standsAlone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the output stand %v, %v", entries, err)
	}
}

func TestSaveFirstBuild(t *testing.T) {
	empty := t.TempDir()
	missing := filepath.Join(t.TempDir(), "not", "there", "public")
	for _, dir := range []string{filepath.Join(empty, "public"), missing} {
		pages := map[string]string{"index.html": "home", "exercises/plank.html": "plank"}
		if got := mustSave(t, dir, pages); got != (Saved{Written: 2}) {
			t.Errorf("counted %+v", got)
		}
		got := readTree(t, dir)
		if got["index.html"] != "home" || got["exercises/plank.html"] != "plank" || len(got) != 5 {
			t.Errorf("saved %q", got)
		}
		if !strings.HasPrefix(got[manifestName], `{"schema":1,"files":[`) {
			t.Errorf("manifest %q", got[manifestName])
		}
		if mustStat(t, dir).Mode().Perm() != 0o755 || mustStat(t, dir, "index.html").Mode().Perm() != 0o644 {
			t.Error("wrong modes")
		}
		standsAlone(t, dir)
	}
}

func TestSaveTouchesNothingWhenNothingChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	pages := map[string]string{"index.html": "home", "a/b.html": "b", "empty.txt": ""}
	mustSave(t, dir, pages)
	before := map[string]fs.FileInfo{}
	for name := range readTree(t, dir) {
		before[name] = mustStat(t, dir, name)
	}
	if got := mustSave(t, dir, pages); got != (Saved{Unchanged: 3}) {
		t.Errorf("counted %+v", got)
	}
	for name, was := range before {
		is := mustStat(t, dir, name)
		if !os.SameFile(was, is) || !was.ModTime().Equal(is.ModTime()) {
			t.Errorf("%s was touched", name)
		}
	}
	standsAlone(t, dir)
}

func TestSaveLinksWritesAndRemoves(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustSave(t, dir, map[string]string{"same.html": "same", "changed.html": "old", "gone/gone.html": "gone"})
	kept := mustStat(t, dir, "same.html")
	reader, err := os.Open(filepath.Join(dir, "changed.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	got := mustSave(t, dir, map[string]string{"same.html": "same", "changed.html": "new", "added/x.html": "x"})
	if got != (Saved{Written: 2, Unchanged: 1, Removed: 1}) {
		t.Errorf("counted %+v", got)
	}
	files := readTree(t, dir)
	delete(files, manifestName)
	want := map[string]string{".": "dir", "same.html": "same", "changed.html": "new", "added": "dir", "added/x.html": "x"}
	if !maps.Equal(files, want) {
		t.Errorf("saved %q", files)
	}
	if !os.SameFile(kept, mustStat(t, dir, "same.html")) {
		t.Error("an unchanged file was written anew")
	}
	if text, err := io.ReadAll(reader); err != nil || string(text) != "old" {
		t.Errorf("the old file was written through: %q, %v", text, err)
	}
	standsAlone(t, dir)
}

func TestSaveMendsTheLastBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	pages := map[string]string{"a.html": "aaa", "b.html": "bbb", "c.html": "ccc"}
	mustSave(t, dir, pages)
	if err := os.Remove(filepath.Join(dir, "a.html")); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, filepath.Join(dir, "b.html"), "")
	if got := mustSave(t, dir, pages); got != (Saved{Written: 2, Unchanged: 1}) {
		t.Errorf("counted %+v", got)
	}
	if got := readTree(t, dir); got["a.html"] != "aaa" || got["b.html"] != "bbb" {
		t.Errorf("saved %q", got)
	}
}

func TestSaveIsWholeOrNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustSave(t, dir, map[string]string{"a.html": "old", "m.html": "old", "z.html": "old"})
	before := readTree(t, dir)
	broken := errors.New("no such muscle")
	o, err := NewOutput(map[string]func() ([]byte, error){
		"a.html": func() ([]byte, error) { return []byte("new"), nil },
		"m.html": func() ([]byte, error) { return nil, broken },
		"z.html": func() ([]byte, error) { return []byte("new"), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Save(dir, false, Basis{}); !errors.Is(err, broken) || !strings.Contains(err.Error(), "m.html") {
		t.Errorf("got %v", err)
	}
	if !maps.Equal(before, readTree(t, dir)) {
		t.Error("a failed build changed the site")
	}
	standsAlone(t, dir)
}

func TestSaveTwiceGivesTheSameBytes(t *testing.T) {
	pages := map[string]string{}
	for i := range 100 {
		pages[fmt.Sprintf("p/%d/%d.html", i%7, i)] = strings.Repeat(fmt.Sprint(i, " "), 300)
	}
	var trees []map[string]string
	for range 2 {
		dir := filepath.Join(t.TempDir(), "public")
		if _, err := fixedOutput(t, pages).Save(dir, true, Basis{}); err != nil {
			t.Fatal(err)
		}
		trees = append(trees, readTree(t, dir))
	}
	if !maps.Equal(trees[0], trees[1]) {
		t.Error("two builds differ")
	}
}

func TestSaveSqueezes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	long := strings.Repeat("lie on your back ", 100)
	pages := map[string]string{"a.html": long, "short.html": "x", "p.png": long, "b.css": long, "b.css.gz": "planned"}
	for round, want := range []Saved{{Written: 6}, {Unchanged: 6}} {
		if got, err := fixedOutput(t, pages).Save(dir, true, Basis{}); err != nil || got != want {
			t.Fatalf("round %d counted %+v, %v", round, got, err)
		}
	}
	got := readTree(t, dir)
	unpacked, err := gzip.NewReader(strings.NewReader(got["a.html.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(unpacked); err != nil || string(text) != long || !unpacked.ModTime.IsZero() {
		t.Errorf("unpacked %d bytes of %v, %v", len(text), unpacked.ModTime, err)
	}
	if got["b.css.gz"] != "planned" || got["p.png.gz"] != "" || got["short.html.gz"] != "" {
		t.Error("squeezed what should not be")
	}
	mustWrite(t, filepath.Join(dir, "a.html.gz"), "broken")
	if saved, err := fixedOutput(t, pages).Save(dir, true, Basis{}); err != nil || saved.Written != 1 {
		t.Errorf("a broken .gz is mended: %+v, %v", saved, err)
	}
	if saved := mustSave(t, dir, pages); saved != (Saved{Unchanged: 5, Removed: 1}) {
		t.Errorf("without squeezing: %+v", saved)
	}
}

func TestSaveAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var group sync.WaitGroup
	for i := range 8 {
		o := fixedOutput(t, map[string]string{"a.html": fmt.Sprint(i), "b.html": fmt.Sprint(i), "c.html": "same"})
		group.Go(func() {
			for range 20 {
				if _, err := o.Save(dir, false, Basis{}); err != nil && !errors.Is(err, errBusy) {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if got := readTree(t, dir); got["a.html"] == "" || got["a.html"] != got["b.html"] {
		t.Errorf("the site is mixed: %q", got)
	}
	standsAlone(t, dir)
}

func TestSaveUnderWayKeepsOthersOut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	other := fixedOutput(t, map[string]string{"a.html": "other"})
	var busy error
	o, err := NewOutput(map[string]func() ([]byte, error){"a.html": func() ([]byte, error) {
		_, busy = other.Save(dir, false, Basis{})
		return bytes.Clone([]byte("first")), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Save(dir, false, Basis{}); err != nil {
		t.Fatal(err)
	}
	if !errors.Is(busy, errBusy) || readTree(t, dir)["a.html"] != "first" {
		t.Errorf("the second build got %v", busy)
	}
}
