package serve

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// pace says how a burst of events becomes one save.
type pace struct {
	quiet time.Duration // without a further event
	most  time.Duration // after the first event, quiet or not
	poll  time.Duration // between looks at all files
}

var usual = pace{quiet: 60 * time.Millisecond, most: 400 * time.Millisecond, poll: 2 * time.Second}

// restful is how many times longer the polls rest than they work.
const restful = 20

// watcher notices saves. The system's events are only hints, which may come too
// often or not at all: they say when to look, and what counts is that the files
// differ from what they were at the last look. Besides, it looks now and then.
type watcher struct {
	roots   []string // absolute
	pace    pace
	add     func(folder string) error // asks for events
	events  <-chan fsnotify.Event
	losses  <-chan error // of events
	files   map[string]fs.FileInfo
	folders map[string]fs.FileInfo
	touched map[string]bool // what events named since the last look
	changed bool            // since the last save was told
}

func newWatcher(folders []string, p pace) *watcher {
	w := &watcher{pace: p, add: func(string) error { return nil }, folders: map[string]fs.FileInfo{}, touched: map[string]bool{}}
	for _, folder := range folders {
		if name, err := filepath.Abs(folder); err == nil {
			folder = name
		}
		w.roots = append(w.roots, folder)
	}
	return w
}

// watch sends a word after every save below the folders until the context ends,
// when the channel closes. It misses nothing from its return on.
func watch(ctx context.Context, group *sync.WaitGroup, folders []string, p pace) <-chan struct{} {
	w := newWatcher(folders, p)
	stop := func() error { return nil }
	// Where the system has no events to give, looking is enough.
	if notify, err := fsnotify.NewWatcher(); err == nil {
		w.add, w.events, w.losses, stop = notify.Add, notify.Events, notify.Errors, notify.Close
	}
	w.look()
	w.changed = false
	saves := make(chan struct{}, 1)
	group.Go(func() {
		defer close(saves)
		w.run(ctx, saves)
		_ = stop()
	})
	return saves
}

func (w *watcher) run(ctx context.Context, saves chan<- struct{}) {
	poll := time.NewTimer(w.pace.poll)
	defer poll.Stop()
	due := time.NewTimer(time.Hour)
	due.Stop()
	var first time.Time // of the burst; zero between bursts
	for {
		hinted := false
		select {
		case <-ctx.Done():
			return
		case event := <-w.events:
			hinted = w.hint(event)
		case <-w.losses:
			hinted = true
		case <-poll.C:
			began := time.Now()
			if first.IsZero() {
				w.look()
				hinted = w.changed
			}
			poll.Reset(max(w.pace.poll, restful*time.Since(began)))
		case <-due.C:
			first = time.Time{}
			w.tell(saves)
		}
		if hinted {
			if first.IsZero() {
				first = time.Now()
			}
			due.Reset(min(w.pace.quiet, time.Until(first.Add(w.pace.most))))
		}
	}
}

// tell ends a burst: it looks, and says so if there was a save.
func (w *watcher) tell(saves chan<- struct{}) {
	if w.look(); !w.changed {
		return
	}
	w.changed = false
	select {
	case saves <- struct{}{}:
	default: // one waits already
	}
}

// hint takes an event and reports whether it is a reason to look. What it says of
// the file is not relied on, as editors save in many ways.
func (w *watcher) hint(event fsnotify.Event) bool {
	name := filepath.Clean(event.Name)
	if event.Op == fsnotify.Chmod || hidden(name) || !w.concerns(name) {
		return false
	}
	w.touched[name] = true
	if _, ok := w.folders[name]; ok {
		// Gone, or another in its place: in either case to be asked for anew.
		maps.DeleteFunc(w.folders, func(folder string, _ fs.FileInfo) bool { return within(folder, name) })
	}
	// A new folder is watched at once, so that the burst goes on while it is filled.
	w.scan(name, map[string]fs.FileInfo{}, w.folders)
	return true
}

// concerns leaves out what stands beside the roots, whose parents are watched too.
func (w *watcher) concerns(name string) bool {
	return slices.ContainsFunc(w.roots, func(root string) bool {
		real, err := filepath.EvalSymlinks(root)
		return within(name, root) || err == nil && within(name, real)
	})
}

func within(name, folder string) bool {
	rest, ok := strings.CutPrefix(name, folder)
	return ok && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(folder, string(filepath.Separator)))
}

// look goes through all files and notes whether one changed since the last look.
// A file that an event named counts even if its size and time are as before: the
// clock of the file system is coarse.
func (w *watcher) look() {
	files, folders := map[string]fs.FileInfo{}, map[string]fs.FileInfo{}
	for _, root := range w.roots {
		// A root that is moved away, and another in its place, tell the parent only.
		_ = w.add(filepath.Dir(root))
		if real, err := filepath.EvalSymlinks(root); err == nil {
			if real != root {
				_ = w.add(filepath.Dir(real))
			}
			w.scan(real, files, folders)
		}
	}
	if !maps.EqualFunc(files, w.files, unchanged) {
		w.changed = true
	}
	for name := range w.touched {
		if _, stands := files[name]; stands {
			w.changed = true
		}
	}
	w.files, w.folders = files, folders
	clear(w.touched)
}

// unchanged tells the states of a file apart without reading it.
func unchanged(was, is fs.FileInfo) bool {
	return was.Size() == is.Size() && was.ModTime().Equal(is.ModTime()) && was.Mode() == is.Mode() && os.SameFile(was, is)
}

// scan notes what stands at and below a path. What cannot be read is as good as
// gone: the compiler will say so.
func (w *watcher) scan(path string, files, folders map[string]fs.FileInfo) {
	_ = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if name != path && hidden(name) {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		info, err := os.Stat(name)
		if err != nil {
			return nil
		}
		if !entry.IsDir() {
			files[name] = info
			return nil
		}
		// Watched before it is read, so that nothing slips in between.
		if was, ok := w.folders[name]; !ok || !unchanged(was, info) {
			_ = w.add(name)
		}
		folders[name] = info
		return nil
	})
}

// hidden names are those of editors and of version control.
func hidden(name string) bool {
	base := filepath.Base(name)
	return base != "." && base != ".." && strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~")
}
