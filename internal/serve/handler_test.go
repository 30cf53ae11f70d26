package serve

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"regimen/internal/site"
)

// output is a site made by hand; a text of "!" stands for a page that fails.
func output(t *testing.T, pages map[string]string) *site.Output {
	t.Helper()
	files := map[string]func() ([]byte, error){}
	for path, text := range pages {
		files[path] = func() ([]byte, error) {
			if text == "!" {
				return nil, errors.New("no such muscle: <quads>")
			}
			return []byte(text), nil
		}
	}
	out, err := site.NewOutput(files)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func someSite(t *testing.T) *site.Output {
	return output(t, map[string]string{
		"index.html": "<html><head><title>home</title></head>", "404.html": "<head><body>lost</body>", "broken.html": "!",
		"css/site.css": "body {}", "js/log.js": "1", "data/library.json": "{}", "manifest.webmanifest": "{}",
		"feed.xml": "<feed/>", "robots.txt": "x", "start.ics": "x", "icons/icon.svg": "<svg/>",
		"media/og.png": "png", "media/dead-bug.mp4": "0123456789", "media/dead-bug.vtt": "WEBVTT",
		"programmes/index.html": "<p>no head", "sheet.pdf": "%PDF", "odd.xyz": "?", "sw.js": "the site's own",
	})
}

type request struct {
	method, path, host string
	header             http.Header
}

func answer(t *testing.T, h http.Handler, q request) *http.Response {
	t.Helper()
	method, host := q.method, q.host
	if method == "" {
		method = http.MethodGet
	}
	if host == "" {
		host = "127.0.0.1:1234"
	}
	r := httptest.NewRequest(method, "/", nil)
	r.URL.Path, r.Host = q.path, host
	for key, values := range q.header {
		r.Header[key] = values
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func serving(t *testing.T, out *site.Output, host string) *handler {
	t.Helper()
	s := newState(time.Unix(1, 0))
	s.settle(out, "")
	return &handler{state: s, host: host}
}

func TestPages(t *testing.T) {
	h := serving(t, someSite(t), "127.0.0.1")
	const tag = `<script src="/-/reload.js" defer></script>`
	for _, c := range []struct{ path, kind, text string }{
		{"/", "text/html; charset=utf-8", "<html><head>\n" + tag + "<title>home</title></head>"},
		{"/index.html", "text/html; charset=utf-8", "<html><head>\n" + tag + "<title>home</title></head>"},
		{"/programmes/", "text/html; charset=utf-8", "<p>no head" + tag + "\n"},
		{"/css/site.css", "text/css; charset=utf-8", "body {}"},
		{"/js/log.js", "text/javascript; charset=utf-8", "1"},
		{"/data/library.json", "application/json", "{}"},
		{"/manifest.webmanifest", "application/manifest+json", "{}"},
		{"/feed.xml", "application/xml; charset=utf-8", "<feed/>"},
		{"/robots.txt", "text/plain; charset=utf-8", "x"},
		{"/start.ics", "text/calendar; charset=utf-8", "x"},
		{"/icons/icon.svg", "image/svg+xml", "<svg/>"},
		{"/media/og.png", "image/png", "png"},
		{"/media/dead-bug.mp4", "video/mp4", "0123456789"},
		{"/media/dead-bug.vtt", "text/vtt; charset=utf-8", "WEBVTT"},
		{"/sheet.pdf", "application/pdf", "%PDF"},
		{"/odd.xyz", "application/octet-stream", "?"},
		{"/-/reload.js", "text/javascript; charset=utf-8", reloadScript},
		{"/-/reload.css", "text/css; charset=utf-8", reloadStyle},
		{"/sw.js", "text/javascript; charset=utf-8", retireScript},
	} {
		r := answer(t, h, request{path: c.path})
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != c.kind {
			t.Errorf("%s: %d %s", c.path, r.StatusCode, r.Header.Get("Content-Type"))
		}
		if got := body(t, r); got != c.text {
			t.Errorf("%s: %q, want %q", c.path, got, c.text)
		}
		if r.Header.Get("Cache-Control") != "no-store" || r.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", c.path, r.Header)
		}
		for key := range r.Header {
			if strings.HasPrefix(key, "Access-Control") {
				t.Errorf("%s: %s opens the site to others", c.path, key)
			}
		}
		head := answer(t, h, request{method: http.MethodHead, path: c.path})
		if head.StatusCode != http.StatusOK || head.Header.Get("Content-Type") != c.kind {
			t.Errorf("HEAD %s: %d %v", c.path, head.StatusCode, head.Header)
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	h := serving(t, someSite(t), "127.0.0.1")
	for _, path := range []string{
		"/nothing.html", "/programmes", "/css/", "/../serve.go", "/..", "/css/../index.html", "/%2e%2e/x",
		"//index.html", "/./index.html", "/.git/config", "/.regimen.json", "/css/.hidden", "/..\\index.html",
		"/-/nothing", "/index.html\x00", "/\xff",
	} {
		r := answer(t, h, request{path: path})
		if got := body(t, r); r.StatusCode != http.StatusNotFound || !strings.HasPrefix(got, "<head>\n<script") || !strings.Contains(got, "lost") {
			t.Errorf("%q: %d %q", path, r.StatusCode, got)
		}
	}
	bare := serving(t, output(t, nil), "127.0.0.1")
	if r := answer(t, bare, request{path: "/"}); r.StatusCode != http.StatusNotFound || !strings.Contains(body(t, r), scriptTag) {
		t.Errorf("a site without 404.html: %d", r.StatusCode)
	}
}

func TestOnlyReading(t *testing.T) {
	h := serving(t, someSite(t), "127.0.0.1")
	if r := answer(t, h, request{method: http.MethodHead, path: "/-/events"}); r.StatusCode != http.StatusOK {
		t.Errorf("HEAD of the stream: %d", r.StatusCode)
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE"} {
		for _, path := range []string{"/", "/-/events", "/nothing"} {
			r := answer(t, h, request{method: method, path: path})
			if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d", method, path, r.StatusCode)
			}
		}
	}
}

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		bound       string
		let, refuse []string
	}{
		{"127.0.0.1",
			[]string{"127.0.0.1:8080", "127.0.0.1", "localhost:8080", "LocalHost", "localhost.", "[::1]:8080", "[::1]", "127.0.0.2"},
			[]string{"evil.example:8080", "evil.example", "", ":8080", "192.168.1.7:8080", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0", "[::]"}},
		{"localhost", []string{"localhost:1", "127.0.0.1:1"}, []string{"10.0.0.1", "evil.example"}},
		{"0.0.0.0", []string{"192.168.1.7:8080", "[fe80::1]:8080", "localhost"}, []string{"evil.example", ""}},
		{"studio.local", []string{"studio.local:8080", "Studio.local.", "10.0.0.2"}, []string{"evil.example"}},
	} {
		h := serving(t, someSite(t), c.bound)
		for _, host := range c.let {
			if !h.allowed(host) {
				t.Errorf("bound to %s: %q was refused", c.bound, host)
			}
		}
		for _, host := range c.refuse {
			if h.allowed(host) {
				t.Errorf("bound to %s: %q was let in", c.bound, host)
			}
		}
	}
	h := serving(t, someSite(t), "127.0.0.1")
	for _, path := range []string{"/", "/-/events", "/-/reload.js", "/sw.js"} {
		if r := answer(t, h, request{path: path, host: "evil.example"}); r.StatusCode != http.StatusForbidden {
			t.Errorf("%s was given to another host: %d", path, r.StatusCode)
		}
	}
}

func TestFilmsComeInRanges(t *testing.T) {
	h := serving(t, someSite(t), "127.0.0.1")
	r := answer(t, h, request{path: "/media/dead-bug.mp4", header: http.Header{"Range": {"bytes=2-4"}}})
	if got := body(t, r); r.StatusCode != http.StatusPartialContent || got != "234" {
		t.Errorf("%d %q", r.StatusCode, got)
	}
}

func TestAPageThatFails(t *testing.T) {
	h := serving(t, someSite(t), "127.0.0.1")
	r := answer(t, h, request{path: "/broken.html"})
	got := body(t, r)
	if r.StatusCode != http.StatusInternalServerError || !strings.Contains(got, "no such muscle: &lt;quads&gt;") ||
		!strings.Contains(got, scriptTag) {
		t.Errorf("%d %q", r.StatusCode, got)
	}
}

func TestBeforeThereIsASite(t *testing.T) {
	h := serving(t, nil, "127.0.0.1")
	h.state.settle(nil, "a.md:1:2: error[P01]: `<b>` is not a dose")
	r := answer(t, h, request{path: "/exercises/plank.html"})
	got := body(t, r)
	if r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(got, "error[P01]: `&lt;b&gt;` is not") ||
		!strings.Contains(got, scriptTag) || r.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d %q", r.StatusCode, got)
	}
}
