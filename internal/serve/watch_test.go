package serve

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
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

// awaited waits for one save.
func awaited(t *testing.T, ctx context.Context, saves <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-saves:
	case <-ctx.Done():
		t.Fatalf("%s: not noticed", what)
	}
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
			saves := watch(ctx, &group, []string{watched}, pace{quiet: time.Millisecond, most: time.Second, poll: time.Hour})
			c.save(t, watched, outside)
			awaited(t, ctx, saves, c.name)
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
			w := newWatcher([]string{watched}, usual)
			w.look()
			w.changed = false
			if w.look(); w.changed {
				t.Error("a change was seen where none is")
			}
			c.save(t, watched, outside)
			if w.look(); !w.changed {
				t.Error("not seen")
			}
		})
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
			saves := watch(ctx, &group, []string{watched}, pace{quiet: 50 * time.Millisecond, most: time.Second, poll: time.Hour})
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
	saves := watch(ctx, &group, []string{watched}, pace{quiet: time.Millisecond, most: time.Second, poll: time.Hour})
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
	saves := watch(ctx, &group, []string{link}, pace{quiet: time.Millisecond, most: time.Second, poll: time.Hour})
	put(t, filepath.Join(watched, "exercises", "plank.md"), "two")
	awaited(t, ctx, saves, "a save behind a link")
}

func TestEditorsOwnFilesAreNoSaves(t *testing.T) {
	root := t.TempDir()
	w := newWatcher([]string{root}, usual)
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
	w := newWatcher([]string{watched}, usual)
	w.look()
	w.changed = false
	saves := make(chan struct{}, 1)
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

// In the bubble of synctest the clock is fake and exact.
func TestBurstsAreOneSave(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "plank.md"), "one")
	for _, c := range []struct {
		events int
		apart  time.Duration
		after  time.Duration
	}{
		{1, 0, 60 * time.Millisecond},
		{5, 10 * time.Millisecond, 100 * time.Millisecond},
		{9, 50 * time.Millisecond, 400 * time.Millisecond},
	} {
		synctest.Test(t, func(t *testing.T) {
			events := make(chan fsnotify.Event)
			w := newWatcher([]string{root}, usual)
			w.events = events
			w.look()
			w.changed = false
			saves := make(chan struct{}, 1)
			ctx, cancel := context.WithCancel(t.Context())
			go w.run(ctx, saves)
			start := time.Now()
			go func() {
				for i := range c.events {
					if i > 0 {
						<-time.After(c.apart)
					}
					events <- fsnotify.Event{Name: filepath.Join(root, "plank.md"), Op: fsnotify.Write}
				}
			}()
			<-saves
			if took := time.Since(start); took != c.after {
				t.Errorf("%d events %v apart: a save after %v, want %v", c.events, c.apart, took, c.after)
			}
			<-time.After(time.Second)
			select {
			case <-saves:
				if c.apart*time.Duration(c.events-1) < 400*time.Millisecond {
					t.Error("one burst was two saves")
				}
			default:
			}
			cancel()
			synctest.Wait()
		})
	}
}
