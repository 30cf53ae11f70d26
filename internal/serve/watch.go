package serve

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
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

// watcher notices saves. The system's events are only hints, which may come too
// often or not at all: besides, all files are looked at now and then.
type watcher struct {
	roots   []string
	pace    pace
	add     func(folder string) error // asks for events
	events  <-chan fsnotify.Event
	losses  <-chan error // of events
	files   map[string]stamp
	folders map[string]stamp
}

// stamp tells the states of a file apart without reading it.
type stamp struct {
	size, time int64
	mode       fs.FileMode
}

// watch sends a word after every save below the folders until the context ends,
// when the channel closes. It misses nothing from its return on.
func watch(ctx context.Context, group *sync.WaitGroup, folders []string, p pace) <-chan struct{} {
	w := &watcher{roots: folders, pace: p, add: func(string) error { return nil }}
	stop := func() error { return nil }
	// Where the system has no events to give, looking is enough.
	if notify, err := fsnotify.NewWatcher(); err == nil {
		w.add, w.events, w.losses, stop = notify.Add, notify.Events, notify.Errors, notify.Close
	}
	w.look()
	saves := make(chan struct{}, 1)
	group.Go(func() {
		defer close(saves)
		w.run(ctx, saves)
		_ = stop()
	})
	return saves
}

func (w *watcher) run(ctx context.Context, saves chan<- struct{}) {
	poll := time.NewTicker(w.pace.poll)
	defer poll.Stop()
	due := time.NewTimer(time.Hour)
	due.Stop()
	var first time.Time // of the burst; zero between bursts
	for {
		saved := false
		select {
		case <-ctx.Done():
			return
		case event := <-w.events:
			saved = w.hint(event)
		case <-w.losses:
			saved = w.look()
		case <-poll.C:
			saved = w.look()
		case <-due.C:
			first = time.Time{}
			select {
			case saves <- struct{}{}:
			default: // one waits already
			}
		}
		if saved {
			if first.IsZero() {
				first = time.Now()
			}
			due.Reset(min(w.pace.quiet, time.Until(first.Add(w.pace.most))))
		}
	}
}

// hint takes an event. What it says of the file is not relied on, as editors save
// in many ways; that something happened to it is.
func (w *watcher) hint(event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod || hidden(event.Name) {
		return false
	}
	delete(w.files, event.Name)
	if _, ok := w.folders[event.Name]; ok {
		inside := func(name string, _ stamp) bool {
			return name == event.Name || strings.HasPrefix(name, event.Name+string(filepath.Separator))
		}
		maps.DeleteFunc(w.files, inside)
		maps.DeleteFunc(w.folders, inside)
	}
	w.scan(event.Name, w.files, w.folders)
	return true
}

// look goes through all files and reports whether one changed since it was last
// looked at.
func (w *watcher) look() bool {
	files, folders := map[string]stamp{}, map[string]stamp{}
	for _, root := range w.roots {
		if real, err := filepath.EvalSymlinks(root); err == nil {
			w.scan(real, files, folders)
		}
	}
	changed := !maps.Equal(files, w.files)
	w.files, w.folders = files, folders
	return changed
}

// scan notes what stands at and below a path. What cannot be read is as good as
// gone: the compiler will say so.
func (w *watcher) scan(path string, files, folders map[string]stamp) {
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
		now := stamp{info.Size(), info.ModTime().UnixNano(), info.Mode()}
		if !entry.IsDir() {
			files[name] = now
			return nil
		}
		// Watched before it is read, so that nothing slips in between.
		if w.folders[name] != now {
			_ = w.add(name)
		}
		folders[name] = now
		return nil
	})
}

// hidden names are those of editors and of version control.
func hidden(name string) bool {
	base := filepath.Base(name)
	return base != "." && base != ".." && strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~")
}
