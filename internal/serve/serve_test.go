package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"regimen/internal/diag"
	"regimen/internal/site"
)

// preview is a server under test, over a folder with the one file home.md: its
// text is the page, "bad" is a mistake, "failure" one of the machine.
type preview struct {
	url, file string
	events    *bufio.Reader
	printed   chan string
	ended     chan error
	stop      func()
}

func (p *preview) compile(t *testing.T) func([]string) (*site.Output, diag.List, error) {
	return func([]string) (*site.Output, diag.List, error) {
		text, err := os.ReadFile(p.file)
		switch {
		case err != nil:
			return nil, nil, err
		case string(text) == "failure":
			return nil, nil, errors.New("the disk is full")
		case strings.HasPrefix(string(text), "bad"):
			return nil, diag.List{{Severity: diag.Error, Message: string(text)}}, nil
		}
		return output(t, map[string]string{"index.html": "<body>" + string(text) + "</body>"}), nil, nil
	}
}

// save replaces the file in one step, so that no compile sees half a save.
func (p *preview) save(t *testing.T, text string) {
	t.Helper()
	put(t, p.file+"~", text)
	must(t, os.Rename(p.file+"~", p.file))
}

func start(t *testing.T, text string) *preview {
	t.Helper()
	p := &preview{file: filepath.Join(t.TempDir(), "home.md"), printed: make(chan string, 100), ended: make(chan error, 1)}
	put(t, p.file, text)
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	p.stop = stop
	ready := make(chan string, 1)
	o := Options{
		Watch:   filepath.Dir(p.file),
		Compile: p.compile(t),
		Text:    func(list diag.List) string { return list[0].Message },
		Print: func(found diag.List, took time.Duration, err error) {
			p.printed <- strconv.Itoa(len(found))
		},
	}
	go func() { p.ended <- Run(ctx, o, func(url string) { ready <- url }) }()
	t.Cleanup(func() {
		stop()
		if err := <-p.ended; err != nil {
			t.Error(err)
		}
	})
	p.url = <-ready
	p.listen(t, ctx)
	return p
}

func (p *preview) listen(t *testing.T, ctx context.Context) {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url+"-/events", nil)
	must(t, err)
	response, err := http.DefaultClient.Do(r)
	must(t, err)
	t.Cleanup(func() { response.Body.Close() })
	if kind := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || kind != "text/event-stream" {
		t.Fatalf("the stream is %d %s", response.StatusCode, kind)
	}
	p.events = bufio.NewReader(response.Body)
}

// told is the next message of the stream.
func (p *preview) told(t *testing.T) status {
	t.Helper()
	for {
		line, err := p.events.ReadString('\n')
		must(t, err)
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			var said status
			must(t, json.Unmarshal([]byte(data), &said))
			return said
		}
	}
}

func (p *preview) page(t *testing.T) (status int, version, text string) {
	t.Helper()
	response, err := http.Get(p.url)
	must(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(t, err)
	_, version, _ = strings.Cut(response.Header.Get("Server-Timing"), "desc=")
	return response.StatusCode, strings.Trim(version, `"`), string(body)
}

func TestSaveBreakMend(t *testing.T) {
	p := start(t, "one")
	first := p.told(t)
	if _, version, text := p.page(t); version != first.Version || !strings.Contains(text, "<body>one") {
		t.Errorf("version %s of %v: %s", version, first, text)
	}
	p.save(t, "two")
	second := p.told(t)
	if second.Version == first.Version || second.Text != "" {
		t.Errorf("after a save: %v", second)
	}
	if _, version, text := p.page(t); version != second.Version || !strings.Contains(text, "<body>two") {
		t.Errorf("version %s of %v: %s", version, second, text)
	}
	p.save(t, "bad\nwords")
	if said := p.told(t); said.Version != second.Version || said.Text != "bad\nwords" {
		t.Errorf("after a broken save: %v", said)
	}
	if code, _, text := p.page(t); code != http.StatusOK || !strings.Contains(text, "<body>two") {
		t.Errorf("the last good page is gone: %d %s", code, text)
	}
	p.save(t, "failure")
	if said := p.told(t); said.Version != second.Version || said.Text != "the disk is full" {
		t.Errorf("after a failure: %v", said)
	}
	p.save(t, "two")
	if said := p.told(t); said != second {
		t.Errorf("mended without a change: %v, want %v", said, second)
	}
}

func TestTheFirstCompileFails(t *testing.T) {
	p := start(t, "bad start")
	first := p.told(t)
	code, version, text := p.page(t)
	if code != http.StatusServiceUnavailable || version != first.Version || !strings.Contains(text, "bad start") {
		t.Errorf("%d, version %s of %v: %s", code, version, first, text)
	}
	p.save(t, "good")
	if said := p.told(t); said.Version == first.Version || said.Text != "" {
		t.Errorf("mended: %v", said)
	}
	if code, _, text := p.page(t); code != http.StatusOK || !strings.Contains(text, "good") {
		t.Errorf("mended: %d %s", code, text)
	}
	if found := <-p.printed; found != "1" {
		t.Errorf("printed %s findings of the first compile", found)
	}
	if found := <-p.printed; found != "0" {
		t.Errorf("printed %s findings of the second compile", found)
	}
}

func TestTheStreamEndsWithTheServer(t *testing.T) {
	p := start(t, "one")
	p.told(t)
	p.stop()
	if rest, err := io.ReadAll(p.events); err == nil && len(rest) > 1 {
		t.Errorf("the stream went on: %q", rest)
	}
}

func TestTheNextFreePort(t *testing.T) {
	p := start(t, "one")
	at, err := url.Parse(p.url)
	must(t, err)
	if at.Hostname() != "127.0.0.1" {
		t.Errorf("the address is %s", p.url)
	}
	port, err := strconv.Atoi(at.Port())
	must(t, err)
	next, err := listen("127.0.0.1", port)
	must(t, err)
	defer next.Close()
	if got := next.Addr().(*net.TCPAddr).Port; got <= port {
		t.Errorf("port %d is taken, and %d was found", port, got)
	}
	if !strings.HasPrefix(address("0.0.0.0", next), "http://localhost:") ||
		!strings.HasPrefix(address("::1", next), "http://[::1]:") {
		t.Error("addresses that no browser takes")
	}
	if _, err := listen("not an address", 80); err == nil {
		t.Error("listening nowhere")
	}
}
