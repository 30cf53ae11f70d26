//go:build linux || darwin

package bench

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

const (
	// breath is how long an author waits between two saves, at the least: what the server
	// does after it has answered is done by then.
	breath = 300 * time.Millisecond
	// patience ends the benchmark where a page never changes.
	patience = 2 * time.Minute
)

// edits is the time from each save to the page that shows it.
type edits struct {
	site
	exercises, programmes []spent
}

// preview is a running `regimen serve` with the stream of what it tells open pages.
type preview struct {
	lab    *lab
	cmd    *exec.Cmd
	url    string
	events *bufio.Scanner
}

// edits serves a corpus and saves so many of its exercises and as many programmes, one
// after the other. The corpus is another one afterwards.
func (l *lab) edits(s site, times int) edits {
	l.b.Helper()
	p := l.serve(s)
	defer p.stop()
	out := edits{site: s}
	for n := range times {
		e := exerciseAt(n * (s.exercises / 2 / times)).id()
		out.exercises = append(out.exercises, p.edit(s, "exercises/"+e, n))
		title := programmeTitle(n)
		out.programmes = append(out.programmes, p.edit(s, fmt.Sprintf("programmes/%s-%d", slug(title), n+1), n))
	}
	return out
}

func (l *lab) serve(s site) *preview {
	l.b.Helper()
	p := &preview{lab: l, cmd: exec.Command(l.program, "serve", "--port", "0", "--content", s.content)}
	out, err := p.cmd.StdoutPipe()
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		l.b.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	p.url = regexp.MustCompile(`http://\S+/`).FindString(line)
	if err != nil || p.url == "" {
		p.stop()
		l.b.Fatalf("regimen serve says %q, %v", line, err)
	}
	stream, err := http.Get(p.url + "-/events")
	if err != nil {
		p.stop()
		l.b.Fatal(err)
	}
	p.events = bufio.NewScanner(stream.Body)
	return p
}

func (p *preview) stop() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// edit opens a page, writes its summary anew in the way of editors, a new file in the
// place of the old, and asks for the page whenever the server says that something has
// changed, as the page itself does, until it shows the new words.
func (p *preview) edit(s site, id string, n int) spent {
	p.lab.b.Helper()
	time.Sleep(breath)
	name := filepath.Join(s.content, filepath.FromSlash(id)+".md")
	text, err := os.ReadFile(name)
	words := fmt.Sprintf("These words are edit %d of %s.", n, path.Base(id))
	edited := bytes.Replace(text, []byte("\nsummary: "), []byte("\nsummary: "+words+" "), 1)
	if err == nil {
		err = os.WriteFile(name+"~", edited, 0o644)
	}
	if err != nil || strings.Contains(p.page(id), words) {
		p.lab.b.Fatalf("%s cannot be edited: %v", id, err)
	}
	timer := time.AfterFunc(patience, func() { _ = p.cmd.Process.Kill() })
	defer timer.Stop()
	began := time.Now()
	if err := os.Rename(name+"~", name); err != nil {
		p.lab.b.Fatal(err)
	}
	for p.events.Scan() {
		if strings.HasPrefix(p.events.Text(), "data: ") && strings.Contains(p.page(id), words) {
			return spent{Wall: time.Since(began)}
		}
	}
	p.lab.b.Fatalf("%s was saved, and its page does not show it: %v", id, p.events.Err())
	return spent{}
}

func (p *preview) page(id string) string {
	p.lab.b.Helper()
	answer, err := http.Get(p.url + id + ".html")
	if err != nil {
		p.lab.b.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		p.lab.b.Fatalf("%s: %s, %v", id, answer.Status, err)
	}
	return string(text)
}
