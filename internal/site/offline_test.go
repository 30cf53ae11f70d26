package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func sized(name string, size int64) savedFile {
	return savedFile{Path: name, SHA256: hexSum([]byte(name)), Size: size}
}

func paths(files []savedFile) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}

// TestKeep asks what a device is asked to keep of a small, a middling and a large site.
func TestKeep(t *testing.T) {
	frameOnly := []string{
		"css/site.css", "icons/icon.svg", "index.html", "js/site.js", "log.html", "manifest.webmanifest", "offline.html", "programmes/p/a.html", "safety.html",
	}
	all := slices.Sorted(slices.Values(append(slices.Clone(frameOnly), "data/search.json", "exercises/plank.html", "programmes/p.html")))
	for name, c := range map[string]struct {
		exercise, film int64
		kept, extras   []string
	}{
		"small":          {1000, 1000, all, []string{"media/film.mp4", "programmes/p/sheets/a5.html"}},
		"a long film":    {1000, 3_000_000, all, []string{"programmes/p/sheets/a5.html"}},
		"large":          {3_000_000, 1000, frameOnly, nil},
		"just too large": {mostKept, 1000, frameOnly, nil},
	} {
		files := []savedFile{
			sized("404.html", 1), sized("_headers", 1), sized("css/site.css", 10), sized("data/library.json", 1), sized("data/library.schema.json", 1),
			sized("data/search.json", 10), sized("exercises/plank.html", c.exercise), sized("feed.xml", 1), sized("icons/icon.svg", 10), sized("icons/og.png", 1),
			sized("index.html", 10), sized("js/site.js", 10), sized("log.html", 10), sized("manifest.webmanifest", 10), sized("media/film.mp4", c.film),
			sized("offline.html", 10), sized("programmes/p.html", 10), sized("programmes/p/a.html", 10), sized("programmes/p/sheets/a5.html", 10),
			sized("robots.txt", 1), sized("safety.html", 10), sized("sitemap.xml", 1),
		}
		kept, extras := keep(files)
		if got := paths(kept); !slices.Equal(got, c.kept) {
			t.Errorf("%s: kept are %v, want %v", name, got, c.kept)
		}
		if got := paths(extras); !slices.Equal(got, c.extras) {
			t.Errorf("%s: extras are %v, want %v", name, got, c.extras)
		}
	}
}

// TestWorkerKnowsEveryFile asks that the version changes with any byte of the site, and
// that a kept file's own hash does.
func TestWorkerKnowsEveryFile(t *testing.T) {
	b := &builder{options: Options{Static: fstest.MapFS{workerSource: {Data: []byte(`v = "{version}"; f = [/*files*/]; e = [/*extras*/];`)}}}}
	worker := func(words string) string {
		files := []savedFile{sized("index.html", 10), sized("robots.txt", 10)}
		files[1].SHA256 = hexSum([]byte(words))
		text, err := b.worker(files)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	once, again, other := worker("a"), worker("a"), worker("b")
	if once != again || once == other {
		t.Errorf("the worker is %s, %s and %s", once, again, other)
	}
	if want := fmt.Sprintf(`f = [["index.html",%q]]; e = [];`, hexSum([]byte("index.html"))[:16]); !strings.HasSuffix(once, want) {
		t.Errorf("the worker is %s, want %s at its end", once, want)
	}
	b.options.Static = fstest.MapFS{workerSource: {Data: []byte(`v = "{version}";`)}}
	if _, err := b.worker(nil); err == nil || !strings.Contains(err.Error(), "/*files*/") {
		t.Errorf("a worker without its list gives %v", err)
	}
}
