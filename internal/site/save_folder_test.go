package site

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSaveKeepsWhatOthersPutThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustSave(t, dir, map[string]string{"index.html": "1", "old/x.html": "x"})
	mustWrite(t, filepath.Join(dir, "CNAME"), "back.example")
	mustWrite(t, filepath.Join(dir, "old", "notes.txt"), "mine")
	mustWrite(t, filepath.Join(dir, ".git", "config"), "git")
	for _, folder := range []string{".git/refs", "old/empty"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	kept := mustStat(t, dir, "CNAME")
	for _, version := range []string{"2", "3"} {
		mustSave(t, dir, map[string]string{"index.html": version})
		got := mustStat(t, dir, "CNAME")
		if !os.SameFile(kept, got) || !kept.ModTime().Equal(got.ModTime()) {
			t.Error("CNAME was touched")
		}
		for _, name := range []string{"old/notes.txt", ".git/config", ".git/refs", "old/empty", "link"} {
			mustStat(t, dir, name)
		}
		if _, err := os.Lstat(filepath.Join(dir, "old", "x.html")); err == nil {
			t.Error("a removed page is still there")
		}
	}
	if target, err := os.Readlink(filepath.Join(dir, "link")); err != nil || target != "nowhere" {
		t.Errorf("link to %q, %v", target, err)
	}
}

func TestSaveNeverHidesWhatOthersPutThere(t *testing.T) {
	for _, place := range []string{"CNAME", "CNAME/deep.txt", "exercises"} {
		dir := filepath.Join(t.TempDir(), "public")
		mustSave(t, dir, map[string]string{"index.html": "1"})
		mustWrite(t, filepath.Join(dir, filepath.FromSlash(place)), "mine")
		before := readTree(t, dir)
		o := fixedOutput(t, map[string]string{"index.html": "2", "CNAME": "ours", "exercises/a.html": "ours"})
		if _, err := o.Save(dir, false, Basis{}); err == nil || !strings.Contains(err.Error(), "regimen did not write") &&
			!strings.Contains(err.Error(), "not written by regimen") {
			t.Errorf("%s: got %v", place, err)
		}
		if !maps.Equal(before, readTree(t, dir)) {
			t.Errorf("%s: the folder changed", place)
		}
	}
}

func TestSaveRefusesFolders(t *testing.T) {
	root := t.TempDir()
	mustWrite(t, filepath.Join(root, "homework", "essay.txt"), "mine")
	mustWrite(t, filepath.Join(root, "file"), "mine")
	mustWrite(t, filepath.Join(root, "damaged", manifestName), "{")
	mustWrite(t, filepath.Join(root, "newer", manifestName), `{"schema":2}`)
	before := readTree(t, root)
	o := fixedOutput(t, map[string]string{"index.html": "home"})
	for _, name := range []string{"homework", "file", "damaged", "newer"} {
		dir := filepath.Join(root, name)
		if _, err := o.Save(dir, false, Basis{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if !maps.Equal(before, readTree(t, root)) {
		t.Error("a refused folder was touched")
	}
	if _, err := o.Save("/", false, Basis{}); err == nil {
		t.Error("the root folder was taken")
	}
}

func TestSaveIntoPlaces(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	pages := map[string]string{"index.html": "home"}
	mustSave(t, "public", pages)
	mustSave(t, "./a/../b/public/", pages)
	if err := os.MkdirAll("empty", 0o755); err != nil {
		t.Fatal(err)
	}
	mustSave(t, "empty", pages)
	for link, target := range map[string]string{"link": "b/public", "dangling": "b/later"} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
		mustSave(t, link, map[string]string{"index.html": "through a link"})
		if got, err := os.Readlink(link); err != nil || got != target {
			t.Errorf("the link %s became %q, %v", link, got, err)
		}
		if text, err := os.ReadFile(filepath.Join(root, target, "index.html")); err != nil || string(text) != "through a link" {
			t.Errorf("%s holds %q, %v", target, text, err)
		}
	}
	t.Chdir(filepath.Join(root, "public"))
	for _, dir := range []string{".", root} {
		if _, err := fixedOutput(t, pages).Save(dir, false, Basis{}); err == nil || !strings.Contains(err.Error(), "outside") {
			t.Errorf("the working folder %s: got %v", dir, err)
		}
	}
}

func TestSaveClearsWhatAKilledBuildLeft(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustSave(t, dir, map[string]string{"index.html": "1"})
	shop := filepath.Join(filepath.Dir(dir), ".public.regimen")
	mustWrite(t, filepath.Join(shop, "new", "a", "half.html"), "half")
	mustWrite(t, filepath.Join(shop, "lock"), "")
	mustSave(t, dir, map[string]string{"index.html": "1"})
	standsAlone(t, dir)
}

// A build killed between two renames leaves no site, but the old one beside it.
func TestSaveBringsTheOldSiteBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustSave(t, dir, map[string]string{"index.html": "1"})
	mustWrite(t, filepath.Join(dir, "CNAME"), "mine")
	before := readTree(t, dir)
	shop := filepath.Join(filepath.Dir(dir), ".public.regimen")
	mustWrite(t, filepath.Join(shop, "new", "index.html"), "2")
	if err := os.Rename(dir, filepath.Join(shop, "old")); err != nil {
		t.Fatal(err)
	}
	o, err := NewOutput(map[string]func() ([]byte, error){
		"index.html": func() ([]byte, error) { return nil, errors.New("broken") },
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Save(dir, false, Basis{}); err == nil {
		t.Error("a broken page was saved")
	}
	if !maps.Equal(before, readTree(t, dir)) {
		t.Errorf("the old site is not back: %q", readTree(t, dir))
	}
	standsAlone(t, dir)
}

func TestSwapByTwoRenames(t *testing.T) {
	root := t.TempDir()
	w := &workshop{dir: filepath.Join(root, "public"), fresh: filepath.Join(root, "new"), old: filepath.Join(root, "old")}
	mustWrite(t, filepath.Join(w.dir, "a"), "old")
	if err := w.rename(); err == nil {
		t.Error("there is no new site, but it was put in place")
	}
	if got := readTree(t, w.dir)["a"]; got != "old" {
		t.Errorf("after a failure stands %q", got)
	}
	mustWrite(t, filepath.Join(w.fresh, "a"), "new")
	if err := w.rename(); err != nil {
		t.Fatal(err)
	}
	if got := readTree(t, w.dir)["a"]; got != "new" {
		t.Errorf("in place stands %q", got)
	}
	if err := os.Rename(w.dir, w.fresh); err != nil {
		t.Fatal(err)
	}
	if err := w.clear(); err != nil || readTree(t, w.old)["a"] != "old" {
		t.Errorf("the only site was removed: %v", err)
	}
}

func TestSaveCopiesWhereLinksFail(t *testing.T) {
	root := t.TempDir()
	s := &saving{site: &Output{}, from: filepath.Join(root, "from"), to: filepath.Join(root, "to")}
	s.prepare = s.makeFolders
	mustWrite(t, filepath.Join(s.from, "a.html"), "text")
	mustWrite(t, filepath.Join(s.to, "standing"), "text")
	file, err := os.Open(filepath.Join(s.from, "a.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := s.write("copy", file, 0o600); err != nil || readTree(t, s.to)["copy"] != "text" {
		t.Errorf("copied %q, %v", readTree(t, s.to), err)
	}
	if err := s.write("standing", strings.NewReader("x"), 0o600); !errors.Is(err, os.ErrExist) {
		t.Errorf("wrote over a standing file: %v", err)
	}
}
