package site

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// fixedOutput makes an Output of fixed pages.
func fixedOutput(t *testing.T, pages map[string]string) *Output {
	t.Helper()
	files := map[string]func() ([]byte, error){}
	for path, text := range pages {
		files[path] = func() ([]byte, error) { return []byte(text), nil }
	}
	o, err := NewOutput(files)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestOutputListsAndRenders(t *testing.T) {
	o := fixedOutput(t, map[string]string{"index.html": "home", "a/b.html": "b", "a-c.html": "c"})
	if got, want := o.Paths(), []string{"a-c.html", "a/b.html", "index.html"}; !slices.Equal(got, want) {
		t.Errorf("paths %q, want %q", got, want)
	}
	if !o.Has("a-c.html") || o.Has("a") || o.Has("") {
		t.Error("Has is wrong about a-c.html, a or nothing")
	}
	if body, err := o.Render("a/b.html"); err != nil || string(body) != "b" {
		t.Errorf("rendered %q, %v", body, err)
	}
	if _, err := o.Render("a/c.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an unknown page gives %v", err)
	}
}

func TestOutputRefusesPaths(t *testing.T) {
	for _, path := range []string{
		"", ".", "..", "/index.html", "../x.html", "a/../x.html", "a//b.html", "a/", "./a.html",
		"a\\b.html", "a\x00.html", "a\xff.html", ".regimen.json", ".regimen.json/x",
	} {
		if _, err := newOutput([]page{{path: path}}); err == nil {
			t.Errorf("%q was let through", path)
		}
	}
}

func TestOutputRefusesTheSamePathTwice(t *testing.T) {
	_, err := newOutput([]page{{path: "b.html"}, {path: "a.html"}, {path: "b.html"}})
	if err == nil || !strings.Contains(err.Error(), "b.html") {
		t.Errorf("got %v", err)
	}
}

func TestOutputRefusesAPageThatIsAFolder(t *testing.T) {
	_, err := newOutput([]page{{path: "a"}, {path: "a-b"}, {path: "a/b/c.html"}, {path: "z"}})
	if err == nil {
		t.Error("a page a/b/c.html stands under the page a")
	}
}
