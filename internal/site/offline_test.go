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
	frame := []string{"css/site.css", "icons/icon.svg", "index.html", "js/site.js", "log.html", "manifest.webmanifest", "offline.html", "safety.html"}
	sessions := []string{"programmes/p/a.html"}
	pages := []string{"data/search.json", "exercises/plank.html", "programmes/p.html"}
	for name, c := range map[string]struct {
		session, exercise, film int64
		kept, sessions, extras  []string
	}{
		"small":             {1000, 1000, 1000, slices.Concat(frame, sessions, pages), nil, []string{"media/film.mp4", "programmes/p/sheets/a5.html"}},
		"a long film":       {1000, 1000, 3_000_000, slices.Concat(frame, sessions, pages), nil, []string{"programmes/p/sheets/a5.html"}},
		"large":             {1000, 9_000_000, 1000, slices.Concat(frame, sessions), nil, nil},
		"just too large":    {1000, 3 * mostKept, 1000, slices.Concat(frame, sessions), nil, nil},
		"sessions too many": {3 * mostKept, 1000, 1000, frame, sessions, nil},
	} {
		files := []savedFile{
			sized("404.html", 1), sized("_headers", 1), sized("css/site.css", 10), sized("data/library.json", 1), sized("data/library.schema.json", 1),
			sized("data/search.json", 10), sized("exercises/plank.html", c.exercise), sized("feed.xml", 1), sized("icons/icon.svg", 10), sized("icons/og.png", 1),
			sized("index.html", 10), sized("js/site.js", 10), sized("log.html", 10), sized("manifest.webmanifest", 10), sized("media/film.mp4", c.film),
			sized("offline.html", 10), sized("programmes/p.html", 10), sized("programmes/p/a.html", c.session), sized("programmes/p/sheets/a5.html", 10),
			sized("robots.txt", 1), sized("safety.html", 10), sized("sitemap.xml", 1),
		}
		kept, sessions, extras := keep(files)
		for what, pair := range map[string][2][]string{
			"kept": {paths(kept), c.kept}, "sessions": {paths(sessions), c.sessions}, "extras": {paths(extras), c.extras},
		} {
			if !slices.Equal(pair[0], pair[1]) {
				t.Errorf("%s: %s are %v, want %v", name, what, pair[0], pair[1])
			}
		}
	}
}

// TestWorkerKnowsEveryFile asks that the version changes with any byte of the site, and
// that a kept file's own hash does.
func TestWorkerKnowsEveryFile(t *testing.T) {
	b := &builder{options: Options{Static: fstest.MapFS{workerSource: {Data: []byte(`v = "{version}"; f = [/*files*/]; s = [/*sessions*/]; e = [/*extras*/];`)}}}}
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
	if want := fmt.Sprintf(`f=[["index.html",%q]],s=[],e=[];`, hexSum([]byte("index.html"))[:16]); !strings.HasSuffix(strings.TrimSpace(once), want) {
		t.Errorf("the worker is %s, want %s at its end", once, want)
	}
	b.options.Static = fstest.MapFS{workerSource: {Data: []byte(`v = "{version}";`)}}
	if _, err := b.worker(nil); err == nil || !strings.Contains(err.Error(), "/*files*/") {
		t.Errorf("a worker without its list gives %v", err)
	}
}
