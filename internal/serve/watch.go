package serve

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// pace says how a burst of events becomes one save.
type pace struct {
	brief time.Duration // without a further event, where what was touched stands whole
	quiet time.Duration // the same, where more is to be expected
	most  time.Duration // after the first event, quiet or not
	poll  time.Duration // between looks at all files
}

var usual = pace{brief: 3 * time.Millisecond, quiet: 60 * time.Millisecond, most: 400 * time.Millisecond, poll: 2 * time.Second}

// restful is how many times longer the polls rest than they work.
const restful = 20

// few is how many files are touched by one save of an editor.
const few = 4

// watcher notices saves. The system's events are only hints, which may come too
// often or not at all: they say when and where to look, and what counts is that the
// files differ from what they were at the last look. Besides, it looks at all files now
// and then.
type watcher struct {
	root    string // absolute
	real    string // the same without links
	pace    pace
	add     func(folder string) error // asks for events
	events  <-chan fsnotify.Event
	losses  <-chan error // of events
	files   map[string]fs.FileInfo
	folders map[string]fs.FileInfo
	touched map[string]bool // what events named since the last look
	fresh   map[string]bool // what changed so shortly before the last look that it may again, unseen
	save    save            // that is not told yet

	first   time.Time // event of the burst; zero between bursts
	told    time.Time // when the last save was
	patient bool      // more is to be expected of the burst
	waited  bool      // for what was gone or empty to stand again
	wide    bool      // the burst is about more than files
}

// save is the files that changed, by their path below the root with slashes.
type save struct {
	files map[string]bool
	all   bool // any file may have changed
}

// list is nil where any file may have changed.
func (s save) list() []string {
	if s.all {
		return nil
	}
	return slices.AppendSeq([]string{}, maps.Keys(s.files))
}

func newWatcher(folder string, p pace) *watcher {
	if name, err := filepath.Abs(folder); err == nil {
		folder = name
	}
	w := &watcher{
		root: folder, real: folder, pace: p, add: func(string) error { return nil },
		folders: map[string]fs.FileInfo{}, touched: map[string]bool{},
	}
	w.done()
	return w
}

// watch sends after every save below the folder the files that changed, nil where that may
// be any, until the context ends, when the channel closes. It misses nothing from its
// return on.
func watch(ctx context.Context, group *sync.WaitGroup, folder string, p pace) <-chan []string {
	w := newWatcher(folder, p)
	stop := func() error { return nil }
	// Where the system has no events to give, looking is enough.
	if notify, err := fsnotify.NewWatcher(); err == nil {
		w.add, w.events, w.losses, stop = notify.Add, notify.Events, notify.Errors, notify.Close
	}
	w.look()
	w.done()
	w.fresh = nil
	saves := make(chan []string, 1)
	group.Go(func() {
		defer close(saves)
		w.run(ctx, saves)
		_ = stop()
	})
	return saves
}

// done forgets the save that was told.
func (w *watcher) done() {
	w.save = save{files: map[string]bool{}}
	w.first, w.patient, w.waited = time.Time{}, false, false
}

func (w *watcher) run(ctx context.Context, saves chan []string) {
	poll := time.NewTimer(w.pace.poll)
	defer poll.Stop()
	due := time.NewTimer(time.Hour)
	due.Stop()
	for {
		hinted := false
		select {
		case <-ctx.Done():
			return
		case event := <-w.events:
			hinted = w.hint(event)
		case <-w.losses:
			w.wide, w.save.all, hinted = true, true, true
		case <-poll.C:
			began := time.Now()
			if w.first.IsZero() {
				w.look()
				hinted = w.changed()
			}
			poll.Reset(max(w.pace.poll, restful*time.Since(began)))
		case <-due.C:
			if w.waited = !w.patient && !w.waited && !w.whole(); w.waited {
				due.Reset(min(w.pace.quiet, w.left(time.Now())))
			} else {
				w.tell(saves)
			}
		}
		if hinted {
			w.waited = false
			due.Reset(w.wait(time.Now()))
		}
	}
}

// wait is how long to wait for another event. A save that comes alone is told at once; of
// one that follows another, or touches many files, more is to be expected.
func (w *watcher) wait(now time.Time) time.Duration {
	if w.first.IsZero() {
		w.first = now
		w.patient = now.Sub(w.told) < w.pace.quiet
	}
	w.patient = w.patient || w.wide || len(w.touched) > few
	quiet := w.pace.quiet
	if !w.patient {
		quiet = w.pace.brief
	}
	return min(quiet, w.left(now))
}

// left is how long the burst may go on.
func (w *watcher) left(now time.Time) time.Duration { return w.first.Add(w.pace.most).Sub(now) }

// whole reports whether all that was touched stands with something in it. What is gone,
// and was known, will come back in most cases.
func (w *watcher) whole() bool {
	for name := range w.touched {
		info, err := os.Stat(name)
		if _, known := w.files[name]; err != nil && known || err == nil && (info.IsDir() || info.Size() == 0) {
			return false
		}
	}
	return true
}

// tell ends a burst: it looks, and says so if there was a save.
func (w *watcher) tell(saves chan []string) {
	if w.wide {
		w.look()
	} else {
		w.glance()
	}
	if !w.changed() {
		w.done()
		return
	}
	w.told = time.Now()
	select {
	case earlier := <-saves: // one waits already
		w.save.all = w.save.all || earlier == nil
		for _, name := range earlier {
			w.save.files[name] = true
		}
	default:
	}
	saves <- w.save.list()
	w.done()
}

func (w *watcher) changed() bool { return w.save.all || len(w.save.files) > 0 }

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
		w.wide = true
	}
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() || name == w.root {
		w.wide = true
		// A new folder is watched at once, so that the burst goes on while it is filled.
		w.scan(name, map[string]fs.FileInfo{}, w.folders)
	}
	return true
}
