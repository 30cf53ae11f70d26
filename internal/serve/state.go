package serve

import (
	"bytes"
	"fmt"
	"io/fs"
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
// which case the last good output stays. The version changes only if a page that
// somebody asked for does.
func (s *state) settle(out *site.Output, text string) {
	old, said, _ := s.look()
	next := old
	if out != nil && (old == nil || old.out != out) {
		next = newShelf(out)
	}
	fresh := next != old && (old == nil || old.differs(next))

	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.shelf = next
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
	paths := make([]string, 0, len(s.pages))
	for path := range s.pages {
		paths = append(paths, path)
	}
	s.mutex.Unlock()
	if len(paths) > mostCompared {
		return true
	}
	for _, path := range paths {
		was, before := s.page(path)
		is, now := next.page(path)
		if !bytes.Equal(was, is) || fmt.Sprint(before) != fmt.Sprint(now) {
			return true
		}
	}
	return false
}
