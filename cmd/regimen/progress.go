package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"
)

const (
	patient     = time.Second            // what is done by then says nothing
	progressive = 100 * time.Millisecond // between two looks of the line
	clearLine   = "\r\x1b[K"
)

// progress tells a terminal how far a long run is: one line that is written over and
// leaves no trace. The nil progress says nothing.
type progress struct {
	out   io.Writer
	ended chan struct{}
	group sync.WaitGroup

	mutex sync.Mutex
	stage string // such as "reading"; empty: nothing is said for now
	done  int
	of    int // 0: not known
	shown bool
}

// startProgress gives the nil progress where nobody looks.
func startProgress(out io.Writer) *progress {
	if !terminal(out) {
		return nil
	}
	return newProgress(out)
}

func newProgress(out io.Writer) *progress {
	p := &progress{out: out, ended: make(chan struct{})}
	p.group.Go(p.run)
	return p
}

// terminal reports whether a writer leads to a person.
func terminal(w any) bool {
	file, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (p *progress) run() {
	wait := time.NewTimer(patient)
	defer wait.Stop()
	for {
		select {
		case <-p.ended:
			return
		case <-wait.C:
			p.draw()
			wait.Reset(progressive)
		}
	}
}

func (p *progress) draw() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	switch {
	case p.stage == "":
		return
	case p.of > 0 && p.done > 0:
		fmt.Fprintf(p.out, clearLine+"%s %d of %d files", p.stage, p.done, p.of)
	default:
		fmt.Fprintf(p.out, clearLine+"%s %d files", p.stage, max(p.done, p.of))
	}
	p.shown = true
}

// begin names what is done from now on, to how many files; 0 where that is not known.
// The empty stage makes room for other lines.
func (p *progress) begin(stage string, of int) {
	if p == nil {
		return
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.stage, p.done, p.of = stage, 0, of
	if stage == "" && p.shown {
		fmt.Fprint(p.out, clearLine)
		p.shown = false
	}
}

// count adds one file.
func (p *progress) count() {
	if p == nil {
		return
	}
	p.mutex.Lock()
	p.done++
	p.mutex.Unlock()
}

// stop takes the line away. It may be called twice.
func (p *progress) stop() {
	if p == nil {
		return
	}
	p.begin("", 0)
	select {
	case <-p.ended:
	default:
		close(p.ended)
	}
	p.group.Wait()
}

// counted counts the files that are read from a folder.
func (p *progress) counted(folder fs.FS) fs.FS {
	if p == nil {
		return folder
	}
	return countedFolder{folder, p}
}

type countedFolder struct {
	fs.FS
	progress *progress
}

func (f countedFolder) Open(name string) (fs.File, error) {
	f.progress.count()
	return f.FS.Open(name)
}

func (f countedFolder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }

func (f countedFolder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

func (f countedFolder) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.FS, name) }

func (f countedFolder) ReadLink(name string) (string, error) { return fs.ReadLink(f.FS, name) }
