package serve

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// folder is watched content with one file, and one beside it that is not watched.
func folder(t *testing.T) (watched, outside string) {
	t.Helper()
	root := t.TempDir()
	watched, outside = filepath.Join(root, "content"), filepath.Join(root, "outside")
	put(t, filepath.Join(watched, "exercises", "plank.md"), "one")
	put(t, filepath.Join(outside, "new", "deep", "bird-dog.md"), "two")
	return watched, outside
}

func put(t *testing.T, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o755))
	must(t, os.WriteFile(name, []byte(text), 0o644))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// awaited waits for a save, or for several which together tell of some files.
func awaited(t *testing.T, ctx context.Context, saves <-chan []string, what string, files ...string) {
	t.Helper()
	told := map[string]bool{}
	for {
		select {
		case save := <-saves:
			for _, name := range save {
				told[name] = true
			}
			if save == nil || !slices.ContainsFunc(files, func(name string) bool { return !told[name] }) {
				return
			}
		case <-ctx.Done():
			t.Fatalf("%s: of %v only %v was told", what, files, told)
		}
	}
}

// texts are the files below a folder.
func texts(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || hidden(name) {
			return err
		}
		text, err := os.ReadFile(name)
		below, _ := filepath.Rel(folder, name)
		out[filepath.ToSlash(below)] = string(text)
		return err
	}))
	return out
}

// differing lists the files that are not in both, or not the same.
func differing(was, is map[string]string) []string {
	var out []string
	for name, text := range was {
		if now, stands := is[name]; !stands || now != text {
			out = append(out, name)
		}
	}
	for name := range is {
		if _, stood := was[name]; !stood {
			out = append(out, name)
		}
	}
	return out
}

type strategy struct {
	name string
	save func(t *testing.T, watched, outside string)
}

var strategies = []strategy{
	{"write in place", func(t *testing.T, watched, _ string) {
		file, err := os.OpenFile(filepath.Join(watched, "exercises", "plank.md"), os.O_WRONLY, 0)
		must(t, err)
		_, err = file.WriteString("two")
		must(t, err)
		must(t, file.Close())
	}},
	{"truncate and write", func(t *testing.T, watched, _ string) {
		put(t, filepath.Join(watched, "exercises", "plank.md"), "longer")
	}},
	{"rename over", func(t *testing.T, watched, _ string) {
		temporary := filepath.Join(watched, "exercises", ".plank.md.tmp")
		put(t, temporary, "two")
		must(t, os.Rename(temporary, filepath.Join(watched, "exercises", "plank.md")))
	}},
	{"rename over from outside", func(t *testing.T, watched, outside string) {
		must(t, os.Rename(filepath.Join(outside, "new", "deep", "bird-dog.md"), filepath.Join(watched, "exercises", "plank.md")))
	}},
	{"keep a backup and write anew", func(t *testing.T, watched, _ string) {
		name := filepath.Join(watched, "exercises", "plank.md")
		must(t, os.Rename(name, name+"~"))
		put(t, name, "two")
	}},
	{"delete and write anew", func(t *testing.T, watched, _ string) {
		name := filepath.Join(watched, "exercises", "plank.md")
		must(t, os.Remove(name))
		put(t, name, "one")
	}},
	{"delete", func(t *testing.T, watched, _ string) {
		must(t, os.Remove(filepath.Join(watched, "exercises", "plank.md")))
	}},
	{"delete a folder", func(t *testing.T, watched, _ string) {
		must(t, os.RemoveAll(filepath.Join(watched, "exercises")))
	}},
	{"new nested folder", func(t *testing.T, watched, _ string) {
		put(t, filepath.Join(watched, "a", "b", "c", "new.md"), "new")
	}},
	{"a theme's template, the first of it", func(t *testing.T, watched, _ string) {
		put(t, filepath.Join(watched, "theme", "templates", "partials", "stop.html"), "new")
	}},
	{"another file of the same size and time", func(t *testing.T, watched, outside string) {
		name, other := filepath.Join(watched, "exercises", "plank.md"), filepath.Join(outside, "plank.md")
		info, err := os.Stat(name)
		must(t, err)
		put(t, other, "two")
		must(t, os.Chtimes(other, info.ModTime(), info.ModTime()))
		must(t, os.Rename(other, name))
	}},
	{"a name that differs in case", func(t *testing.T, watched, _ string) {
		must(t, os.Rename(filepath.Join(watched, "exercises", "plank.md"), filepath.Join(watched, "exercises", "Plank.md")))
	}},
	{"hundreds of files at once", func(t *testing.T, watched, _ string) {
		for i := range 400 {
			put(t, filepath.Join(watched, "exercises", strconv.Itoa(i%7), strconv.Itoa(i)+".md"), "new")
		}
		must(t, os.Remove(filepath.Join(watched, "exercises", "plank.md")))
	}},
	{"another folder in the place of all", func(t *testing.T, watched, outside string) {
		must(t, os.Rename(watched, filepath.Join(outside, "old")))
		must(t, os.Rename(filepath.Join(outside, "new"), watched))
	}},
	{"moved-in folder", func(t *testing.T, watched, outside string) {
		must(t, os.Rename(filepath.Join(outside, "new"), filepath.Join(watched, "new")))
	}},
	{"moved-out folder", func(t *testing.T, watched, outside string) {
		must(t, os.Rename(filepath.Join(watched, "exercises"), filepath.Join(outside, "exercises")))
	}},
}

func TestEverySaveIsNoticed(t *testing.T) {
	for _, c := range strategies {
		t.Run(c.name, func(t *testing.T) {
			watched, outside := folder(t)
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			var group sync.WaitGroup
			defer group.Wait()
			defer cancel()
			saves := watch(ctx, &group, watched, pace{brief: time.Millisecond, quiet: 50 * time.Millisecond, most: time.Second, poll: time.Hour})
			was := texts(t, watched)
			c.save(t, watched, outside)
			awaited(t, ctx, saves, c.name, differing(was, texts(t, watched))...)
		})
	}
}

// A poll alone must find the same, since events may be lost.
func TestEverySaveIsSeenWithoutEvents(t *testing.T) {
	for _, c := range strategies {
		t.Run(c.name, func(t *testing.T) {
			watched, outside := folder(t)
			old := time.Unix(1, 0)
			must(t, os.Chtimes(filepath.Join(watched, "exercises", "plank.md"), old, old))
			w := newWatcher(watched, usual)
			w.look()
			w.done()
			if w.look(); w.changed() {
				t.Error("a change was seen where none is")
			}
			was := texts(t, watched)
			c.save(t, watched, outside)
			if w.look(); !w.changed() {
				t.Error("not seen")
			}
			for _, name := range differing(was, texts(t, watched)) {
				if !w.save.files[name] {
					t.Errorf("%s was not seen", name)
				}
			}
		})
	}
}

// What was written again within one tick of the file system's clock looks the same.
func TestWhatChangedJustBeforeALookIsSeenAgain(t *testing.T) {
	watched, _ := folder(t)
	name := filepath.Join(watched, "exercises", "plank.md")
	w := newWatcher(watched, usual)
	must(t, os.Chtimes(name, time.Unix(1, 0), time.Unix(1, 0)))
	w.look()
	w.done()
	put(t, name, "two")
	for i, want := range []bool{true, true, false} {
		if w.look(); w.changed() != want {
			t.Errorf("look %d: a change was seen: %v", i, !want)
		}
		w.done()
	}
}

// What came into being is watched from then on.
func TestNewFoldersAreWatched(t *testing.T) {
	for _, c := range strategies {
		name := map[string]string{"new nested folder": "a/b/c/new.md", "moved-in folder": "new/deep/bird-dog.md",
			"another folder in the place of all": "deep/bird-dog.md", "hundreds of files at once": "exercises/6/6.md"}[c.name]
		if name == "" {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			watched, outside := folder(t)
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			var group sync.WaitGroup
			defer group.Wait()
			defer cancel()
			saves := watch(ctx, &group, watched, pace{brief: time.Millisecond, quiet: 50 * time.Millisecond, most: time.Second, poll: time.Hour})
			c.save(t, watched, outside)
			awaited(t, ctx, saves, c.name)
			put(t, filepath.Join(watched, filepath.FromSlash(name)), "again")
			awaited(t, ctx, saves, "a save in it")
		})
	}
}

func TestAWatchedFolderMayComeAndGo(t *testing.T) {
	root := t.TempDir()
	watched := filepath.Join(root, "content")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	saves := watch(ctx, &group, watched, pace{brief: time.Millisecond, quiet: 50 * time.Millisecond, most: time.Second, poll: time.Hour})
	for range 3 {
		put(t, filepath.Join(watched, "plank.md"), "one")
		awaited(t, ctx, saves, "coming")
		must(t, os.RemoveAll(watched))
		awaited(t, ctx, saves, "going")
	}
}

func TestALinkedFolderIsWatched(t *testing.T) {
	watched, outside := folder(t)
	link := filepath.Join(outside, "link")
	must(t, os.Symlink(watched, link))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	saves := watch(ctx, &group, link, pace{brief: time.Millisecond, quiet: 50 * time.Millisecond, most: time.Second, poll: time.Hour})
	put(t, filepath.Join(watched, "exercises", "plank.md"), "two")
	awaited(t, ctx, saves, "a save behind a link")
}

func TestEditorsOwnFilesAreNoSaves(t *testing.T) {
	root := t.TempDir()
	w := newWatcher(root, usual)
	for _, name := range []string{".plank.md.swp", "plank.md~", ".git", ".#plank.md", "../" + filepath.Base(root) + "-public"} {
		if w.hint(fsnotify.Event{Name: filepath.Join(root, name), Op: fsnotify.Create}) {
			t.Errorf("%s counts as a save", name)
		}
	}
	if w.hint(fsnotify.Event{Name: filepath.Join(root, "plank.md"), Op: fsnotify.Chmod}) {
		t.Error("a change of mode counts as a save")
	}
	if !w.hint(fsnotify.Event{Name: filepath.Join(root, "plank.md"), Op: fsnotify.Write | fsnotify.Chmod}) {
		t.Error("a write does not count as a save")
	}
}

// Editors try a folder with a file that they take away at once.
func TestAFileThatCameAndWentIsNoSave(t *testing.T) {
	watched, _ := folder(t)
	w := newWatcher(watched, usual)
	w.look()
	w.done()
	saves := make(chan []string, 1)
	told := func(op fsnotify.Op, name string) bool {
		w.hint(fsnotify.Event{Name: filepath.Join(watched, name), Op: op})
		w.tell(saves)
		select {
		case <-saves:
			return true
		default:
			return false
		}
	}
	if told(fsnotify.Create, "4913") {
		t.Error("a save of what is gone")
	}
	// Of the same size within one tick of the file system's clock.
	if !told(fsnotify.Write, "exercises/plank.md") {
		t.Error("a write was not told")
	}
	if told(fsnotify.Remove, "4913") {
		t.Error("one save was told twice")
	}
}
