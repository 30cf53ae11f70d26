package serve

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// concerns leaves out what stands beside the root, whose parent is watched too.
func (w *watcher) concerns(name string) bool {
	real, err := filepath.EvalSymlinks(w.root)
	return within(name, w.root) || err == nil && within(name, real)
}

func within(name, folder string) bool {
	rest, ok := strings.CutPrefix(name, folder)
	return ok && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(folder, string(filepath.Separator)))
}

// note takes a file into the save.
func (w *watcher) note(name string) {
	below, err := filepath.Rel(w.real, name)
	if err != nil || strings.HasPrefix(below, "..") {
		w.save.all = true
		return
	}
	w.save.files[filepath.ToSlash(below)] = true
}

// glance looks at the files that events named. One that stands counts as changed even if
// its size and time are as before: the clock of the file system is coarse.
func (w *watcher) glance() {
	for name := range w.touched {
		info, err := os.Stat(name)
		switch _, known := w.files[name]; {
		case err == nil:
			w.files[name] = info
			w.note(name)
		case known:
			delete(w.files, name)
			w.note(name)
		}
	}
	clear(w.touched)
}

// look goes through all files and notes which of them changed since the last look.
func (w *watcher) look() {
	files, folders := map[string]fs.FileInfo{}, map[string]fs.FileInfo{}
	// A root that is moved away, and another in its place, tell the parent only.
	_ = w.add(filepath.Dir(w.root))
	if real, err := filepath.EvalSymlinks(w.root); err == nil {
		if real != w.root {
			_ = w.add(filepath.Dir(real))
		}
		w.real = real
		w.scan(real, files, folders)
	}
	fresh := map[string]bool{}
	for name, is := range files {
		if was, known := w.files[name]; !known || !unchanged(was, is) || w.touched[name] {
			w.note(name)
			fresh[name] = !w.touched[name] && time.Since(is.ModTime()) < coarse
		} else if w.fresh[name] {
			w.note(name)
		}
	}
	for name := range w.files {
		if _, stands := files[name]; !stands {
			w.note(name)
		}
	}
	w.files, w.folders, w.fresh, w.wide = files, folders, fresh, false
	clear(w.touched)
}

// coarse is more than a tick of the clocks by which file systems tell when a file changed.
const coarse = 100 * time.Millisecond

// unchanged tells the states of a file apart without reading it.
func unchanged(was, is fs.FileInfo) bool {
	return was.Size() == is.Size() && was.ModTime().Equal(is.ModTime()) && was.Mode() == is.Mode() && os.SameFile(was, is)
}

// scan notes what stands at and below a path. What cannot be read is as good as
// gone: the compiler will say so.
func (w *watcher) scan(path string, files, folders map[string]fs.FileInfo) {
	_ = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if name != path && hidden(name) {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		info, err := os.Stat(name)
		if err != nil {
			return nil
		}
		if !entry.IsDir() {
			files[name] = info
			return nil
		}
		// Watched before it is read, so that nothing slips in between.
		if was, ok := w.folders[name]; !ok || !unchanged(was, info) {
			_ = w.add(name)
		}
		folders[name] = info
		return nil
	})
}

// hidden names are those of editors and of version control.
func hidden(name string) bool {
	base := filepath.Base(name)
	return base != "." && base != ".." && strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~")
}
