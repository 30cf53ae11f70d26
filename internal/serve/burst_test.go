package serve

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// In the bubble of synctest the clock is fake and exact.
func TestBurstsBecomeSaves(t *testing.T) {
	const ms = time.Millisecond
	for _, c := range []struct {
		name, text string
		events     int
		apart      time.Duration
		saves      []time.Duration
	}{
		{"alone", "one", 1, 0, []time.Duration{3 * ms}},
		{"at once", "one", 9, ms, []time.Duration{11 * ms}},
		{"empty", "", 1, 0, []time.Duration{63 * ms}},
		{"one after the other", "one", 5, 10 * ms, []time.Duration{3 * ms, 100 * ms}},
		{"on and on", "one", 9, 50 * ms, []time.Duration{3 * ms, 450 * ms}},
		{"on and on and empty", "", 300, 2 * ms, []time.Duration{400 * ms, 658 * ms}},
	} {
		root := t.TempDir()
		put(t, filepath.Join(root, "plank.md"), c.text)
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				events := make(chan fsnotify.Event)
				w := newWatcher(root, usual)
				w.events = events
				w.look()
				w.done()
				saves := make(chan []string, 1)
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
				var after []time.Duration
				for end := time.After(2 * time.Second); end != nil; {
					select {
					case <-saves:
						after = append(after, time.Since(start))
					case <-end:
						end = nil
					}
				}
				if !slices.Equal(after, c.saves) {
					t.Errorf("saves after %v, want %v", after, c.saves)
				}
				cancel()
				synctest.Wait()
			})
		})
	}
}

// A save that nobody has taken yet grows.
func TestSavesAreJoined(t *testing.T) {
	watched, _ := folder(t)
	w := newWatcher(watched, usual)
	w.look()
	w.done()
	saves := make(chan []string, 1)
	for _, name := range []string{"exercises/plank.md", "exercises/new.md"} {
		put(t, filepath.Join(watched, name), "two")
		w.hint(fsnotify.Event{Name: filepath.Join(watched, name), Op: fsnotify.Write})
		w.tell(saves)
	}
	if got := slices.Sorted(slices.Values(<-saves)); !slices.Equal(got, []string{"exercises/new.md", "exercises/plank.md"}) {
		t.Errorf("told %v", got)
	}
	w.save.all = true
	w.tell(saves)
	put(t, filepath.Join(watched, "exercises/new.md"), "three")
	w.hint(fsnotify.Event{Name: filepath.Join(watched, "exercises/new.md"), Op: fsnotify.Write})
	if w.tell(saves); <-saves != nil {
		t.Error("of all files only one was left")
	}
}
