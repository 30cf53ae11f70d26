package serve

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"sync"
	"time"

	"regimen/internal/site"
)

// status is what open pages are told: the version of the site, and what is wrong
// with the last save, empty if nothing is.
type status struct {
	Version string `json:"version"`
	Text    string `json:"text"`
}

// state is what is served at present. One goroutine settles it, many look.
type state struct {
	start string // tells this server's versions from an earlier one's

	mutex   sync.Mutex
	shelf   *shelf // nil until a compile succeeds
	said    status
	count   int
	changed chan struct{} // closed when said changes
}

func newState(now time.Time) *state {
	s := &state{start: strconv.FormatInt(now.UnixNano(), 36), changed: make(chan struct{})}
	s.said.Version = s.start + "-0"
	return s
}

// look gives what is served, and a channel that closes when that changes.
func (s *state) look() (*shelf, status, <-chan struct{}) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.shelf, s.said, s.changed
}

// settle takes what a compile gave: an output, or the text of what is wrong, in
// which case the last good output stays. The pages of the new one are served from then
// on; the version changes only if a page that somebody asked for does.
func (s *state) settle(out *site.Output, text string) {
	old, said, _ := s.look()
	fresh := false
	if out != nil && (old == nil || old.out != out) {
		next := newShelf(out)
		s.put(next)
		fresh = old == nil || old.differs(next)
	}

	s.mutex.Lock()
	defer s.mutex.Unlock()
	if fresh {
		s.count++
		s.said.Version = fmt.Sprintf("%s-%d", s.start, s.count)
	}
	s.said.Text = text
	if s.said != said {
		close(s.changed)
		s.changed = make(chan struct{})
	}
}

func (s *state) put(next *shelf) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.shelf = next
}

// shelf keeps the pages of an output once they were asked for.
type shelf struct {
	out   *site.Output
	mutex sync.Mutex
	pages map[string]func() ([]byte, error)
}

func newShelf(out *site.Output) *shelf {
	return &shelf{out: out, pages: map[string]func() ([]byte, error){}}
}

// page is the file of the site, rendered once. An unknown path is fs.ErrNotExist
// itself.
func (s *shelf) page(path string) ([]byte, error) {
	s.mutex.Lock()
	render, ok := s.pages[path]
	if !ok {
		render = sync.OnceValues(func() ([]byte, error) {
			if !s.out.Has(path) {
				return nil, fs.ErrNotExist
			}
			return s.out.Render(path)
		})
		s.pages[path] = render
	}
	s.mutex.Unlock()
	return render()
}

// mostCompared is how many pages are rendered anew to see whether they changed.
const mostCompared = 200

// differs reports whether the next output shows something else to somebody who
// saw this one.
func (s *shelf) differs(next *shelf) bool {
	s.mutex.Lock()
	paths := slices.Collect(maps.Keys(s.pages))
	s.mutex.Unlock()
	if len(paths) > mostCompared {
		return true
	}
	slices.SortFunc(paths, func(a, b string) int { return cmp.Or(cmp.Compare(weight(a), weight(b)), cmp.Compare(a, b)) })
	for _, name := range paths {
		was, before := s.page(name)
		is, now := next.page(name)
		if !bytes.Equal(was, is) || fmt.Sprint(before) != fmt.Sprint(now) {
			return true
		}
	}
	return false
}

// weight puts pages before what they load: they change most often, and are made soonest.
func weight(name string) int {
	if path.Ext(name) == ".html" {
		return 0
	}
	return 1
}
