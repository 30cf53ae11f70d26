package content

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"
	"time"

	"regimen/internal/diag"
	"regimen/internal/parallel"
	"regimen/internal/source"
)

// look says which files of a folder may have changed since it was last read.
type look struct {
	folder  fs.FS
	every   bool            // any may
	touched map[string]bool // these may; they are files and folders
}

// names lists the files of the folder that are not hidden, with their types, and reports
// whether they are the same as before. Where only known files were touched, they are.
func (l *look) names(was map[string]fs.FileMode) (names map[string]fs.FileMode, same bool, err error) {
	same = !l.every
	for name := range l.touched {
		if same {
			info, err := fs.Lstat(l.folder, name)
			before, known := was[name]
			same = err == nil && known && info.Mode().IsRegular() && before.IsRegular()
		}
	}
	if same {
		return was, true, nil
	}
	names = map[string]fs.FileMode{}
	err = fs.WalkDir(l.folder, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path.Base(name), ".") && name != "."
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return fs.SkipDir
		case !d.IsDir() && !hidden:
			names[name] = d.Type()
		}
		return nil
	})
	return names, was != nil && maps.Equal(names, was), err
}

// may reports whether a file may have changed.
func (l *look) may(name string) bool { return l.every || l.touched[name] }

// coarse is more than a tick of the clocks by which file systems tell when a file changed:
// what was read sooner after a change may change again without a trace.
const coarse = 100 * time.Millisecond

// read gives a file's text as it is now: the one of before, by address, if it is the same.
func (l *look) read(name string, was *text) (text, error) {
	if was != nil && !l.may(name) {
		return *was, nil
	}
	if was != nil && was.info != nil && !l.touched[name] {
		if info, err := fs.Stat(l.folder, name); err == nil && alike(was.info, info) {
			return *was, nil
		}
	}
	body, info, err := readFile(l.folder, name)
	if err != nil {
		return text{}, err
	}
	if time.Since(info.ModTime()) < coarse {
		info = nil
	}
	if was != nil && bytes.Equal(was.Text, body) {
		return text{was.File, info}, nil
	}
	return text{diag.NewFile(name, body), info}, nil
}

// alike tells the states of a file apart without reading it. Files that are not those of
// a disk are never alike.
func alike(was, is fs.FileInfo) bool {
	return was.Size() == is.Size() && was.ModTime().Equal(is.ModTime()) && os.SameFile(was, is)
}

// readFile reads one file, one byte beyond the limit at most: the scan reports it.
func readFile(from fs.FS, name string) ([]byte, fs.FileInfo, error) {
	f, err := from.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	body, rest := make([]byte, 0, min(max(info.Size(), 0), source.MaxSize)+1), io.LimitReader(f, source.MaxSize+1)
	for {
		n, err := rest.Read(body[len(body):cap(body)])
		if body = body[:len(body)+n]; err == io.EOF {
			return body, info, nil
		}
		if err != nil {
			return nil, nil, err
		}
		if len(body) == cap(body) {
			body = append(body, 0)[:len(body)] // it grew while it was read
		}
	}
}

// wave gives the files of a wave in the order of their ids, read anew side by side
// where they have to be.
func (l *loader) wave(i int) ([]*file, error) {
	entries := l.sorted.waves[i]
	since := l.known[i].since(l.was.known[i])
	files := make([]*file, len(entries))
	var due []int
	for n, e := range entries {
		was := l.files[e.path]
		if was == nil || was.builtIn != e.builtIn || l.look.may(e.path) || since.matters(was.asked) {
			due = append(due, n)
		}
		files[n] = was
	}
	err := parallel.Do(len(due), func(k int) error {
		n := due[k]
		f, err := l.current(entries[n], files[n], since, l.known[i])
		files[n] = f
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, n := range due {
		if path := entries[n].path; l.files[path] != files[n] {
			l.files[path], l.changed[path] = files[n], true
		}
	}
	return files, nil
}

// current is a file as it is now: the one of before where nothing has changed for it.
func (l *loader) current(e entry, was *file, since *difference, names *names) (*file, error) {
	if was != nil && was.builtIn != e.builtIn {
		was = nil
	}
	var before *text
	if was != nil {
		before = &was.text
	}
	now, err := l.from(e.builtIn).read(e.path, before)
	if err != nil {
		return nil, err
	}
	if was != nil && was.File == now.File && !since.matters(was.asked) {
		was.info = now.info
		return was, nil
	}
	if was != nil && was.File == now.File {
		now.File = diag.NewFile(e.path, now.Text) // its findings are others
	}
	return l.decode(e, now, names), nil
}

// from is where a file is read from. What is built in never changes.
func (l *loader) from(builtIn bool) *look {
	if builtIn {
		return &look{folder: l.builtIn}
	}
	return l.look
}
