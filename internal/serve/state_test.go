package serve

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"regimen/internal/site"
)

func TestPagesAreRenderedOnceWhenAskedFor(t *testing.T) {
	var rendered, other atomic.Int32
	out, err := site.NewOutput(map[string]func() ([]byte, error){
		"index.html": func() ([]byte, error) { rendered.Add(1); return nil, nil },
		"other.html": func() ([]byte, error) { other.Add(1); return nil, nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	h := serving(t, out, "127.0.0.1")
	if rendered.Load() != 0 {
		t.Error("rendered before anybody asked")
	}
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() { answer(t, h, request{path: "/"}) })
	}
	group.Wait()
	if rendered.Load() != 1 || other.Load() != 0 {
		t.Errorf("rendered %d and %d times", rendered.Load(), other.Load())
	}
}

// told settles the state and says whether that woke the readers.
func told(s *state, out *site.Output, text string) (status, bool) {
	_, _, changed := s.look()
	s.settle(out, text)
	_, said, _ := s.look()
	select {
	case <-changed:
		return said, true
	default:
		return said, false
	}
}

func TestVersions(t *testing.T) {
	s := newState(time.Unix(1, 0))
	first := output(t, map[string]string{"index.html": "1", "a.html": "a"})
	_, start, _ := s.look()
	one, woke := told(s, first, "")
	if one.Version == start.Version || !woke {
		t.Error("the first site is no news")
	}
	for _, c := range []struct {
		what  string
		pages map[string]string
		news  bool
	}{
		{"the same pages", map[string]string{"index.html": "1", "a.html": "a"}, false},
		{"a page that nobody saw", map[string]string{"index.html": "1", "a.html": "b"}, false},
		{"a page that somebody saw", map[string]string{"index.html": "2", "a.html": "b"}, true},
		{"a page that somebody missed", map[string]string{"index.html": "2", "missing.html": "m"}, true},
		{"a page that now fails", map[string]string{"index.html": "!", "missing.html": "m"}, true},
		{"a page that somebody saw goes", map[string]string{"missing.html": "m"}, true},
	} {
		shelf, before, _ := s.look()
		for _, path := range []string{"index.html", "missing.html"} {
			_, _ = shelf.page(path)
		}
		after, woke := told(s, output(t, c.pages), "")
		if woke != c.news || (after.Version != before.Version) != c.news {
			t.Errorf("%s: woke %v, %v to %v", c.what, woke, before, after)
		}
	}
}

func TestVersionsWhenMuchWasSeen(t *testing.T) {
	pages := map[string]string{}
	for i := range mostCompared + 1 {
		pages[fmt.Sprint(i)] = "same"
	}
	s := newState(time.Unix(1, 0))
	s.settle(output(t, pages), "")
	shelf, _, _ := s.look()
	for path := range pages {
		_, _ = shelf.page(path)
	}
	if _, woke := told(s, output(t, pages), ""); !woke {
		t.Error("comparing hundreds of pages takes longer than loading one again")
	}
}

func TestTrouble(t *testing.T) {
	s := newState(time.Unix(1, 0))
	good := output(t, map[string]string{"index.html": "1"})
	one, _ := told(s, good, "")
	shelf, _, _ := s.look()
	_, _ = shelf.page("index.html")
	for _, c := range []struct {
		out  *site.Output
		text string
		woke bool
	}{
		{nil, "broken", true},
		{nil, "broken", false},
		{nil, "broken otherwise", true},
		{output(t, map[string]string{"index.html": "1"}), "", true},
		{good, "", false},
	} {
		said, woke := told(s, c.out, c.text)
		if woke != c.woke || said.Version != one.Version || said.Text != c.text {
			t.Errorf("%q: woke %v, said %v", c.text, woke, said)
		}
		if shelf, _, _ := s.look(); shelf == nil {
			t.Error("the last good site went")
		}
	}
}
