package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Saved counts the files of one Save.
type Saved struct {
	Written, Unchanged, Removed int
}

// Save makes dir hold the site, all of it or, on failure, nothing new. What
// others put there stays. A folder with such files that never was a site is
// refused. With squeeze, text files get a .gz beside them.
func (o *Output) Save(dir string, squeeze bool, basis Basis) (saved Saved, err error) {
	w, err := openWorkshop(dir)
	if err != nil {
		return Saved{}, err
	}
	defer func() { err = errors.Join(err, w.close()) }()
	old, stood, err := readManifest(w.dir)
	if err != nil {
		return Saved{}, err
	}
	s := &saving{site: o, from: w.dir, to: w.fresh, old: old, squeeze: squeeze, basis: basis}
	s.prepare = sync.OnceValue(s.makeFolders)
	files, err := s.render()
	if err != nil {
		return Saved{}, err
	}
	if saved = s.count(files); old != nil && saved.Written+saved.Removed == 0 && stood == basis {
		return saved, nil
	}
	if err := s.lay(files); err != nil {
		return Saved{}, err
	}
	if err := w.swap(); err != nil {
		return Saved{}, err
	}
	return saved, nil
}

// saving is one Save at work: the folder of the last build, the new folder
// beside it, and the hashes of the last build by path.
type saving struct {
	site     *Output
	from, to string
	old      map[string]string
	squeeze  bool
	basis    Basis
	prepare  func() error // makes the new folder's folders, once
	chmod    bool         // the process's umask would keep readers out
	writers  sync.Pool    // of *gzip.Writer
}

// render makes every page once and writes those that differ from the last
// build. The result is sorted by path.
func (s *saving) render() ([]savedFile, error) {
	pages := s.site.pages
	slots := make([][2]savedFile, len(pages))
	place := func(i int, body []byte, err error) error {
		if err == nil {
			slots[i][0], err = s.put(pages[i].path, body)
		}
		if err == nil && s.squeeze && s.squeezable(pages[i].path) {
			slots[i][1], err = s.putSqueezed(slots[i][0], body)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", pages[i].path, err)
		}
		if s.site.made != nil {
			s.site.made()
		}
		return nil
	}
	err := inParallel(len(pages), func(i int) error {
		if pages[i].last != nil {
			return nil
		}
		body, err := pages[i].render()
		return place(i, body, err)
	})
	if err != nil {
		return nil, err
	}
	others := make([]savedFile, 0, len(pages))
	for i := range slots {
		if pages[i].last == nil {
			others = append(others, slots[i][0])
		}
	}
	for i := range pages {
		if pages[i].last == nil {
			continue
		}
		body, err := pages[i].last(others)
		if err := place(i, body, err); err != nil {
			return nil, err
		}
	}
	files := make([]savedFile, 0, len(pages))
	for i := range slots {
		files = append(files, slots[i][0])
		if slots[i][1].Path != "" {
			files = append(files, slots[i][1])
		}
	}
	slices.SortFunc(files, func(a, b savedFile) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

func comparePath(f savedFile, path string) int { return strings.Compare(f.Path, path) }

// put writes one file unless the last build's stands there whole.
func (s *saving) put(path string, body []byte) (savedFile, error) {
	file := savedFile{Path: path, SHA256: hexSum(body), Size: int64(len(body))}
	if s.old[path] == file.SHA256 {
		info, err := os.Lstat(filepath.Join(s.from, path))
		file.kept = err == nil && info.Mode().IsRegular() && info.Size() == int64(len(body))
	}
	if file.kept {
		return file, nil
	}
	return file, s.write(path, bytes.NewReader(body), 0o644)
}

func hexSum(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

func (s *saving) count(files []savedFile) Saved {
	var saved Saved
	still := 0
	for _, f := range files {
		if f.kept {
			saved.Unchanged++
		} else {
			saved.Written++
		}
		if _, ok := s.old[f.Path]; ok {
			still++
		}
	}
	saved.Removed = len(s.old) - still
	return saved
}

// workshop is the folder beside the output where a build lays the new site. Its
// lock keeps other builds out.
type workshop struct {
	dir        string // the output, its symbolic links resolved
	path       string
	fresh, old string // inside path: the new site; the old one while two renames last
	lock       *os.File
}

var errBusy = errors.New("another build is writing there: try again when it has ended")

// openWorkshop also mends and clears away what a killed build left.
func openWorkshop(dir string) (*workshop, error) {
	dir, err := locate(dir)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".regimen")
	w := &workshop{dir: dir, path: path, fresh: filepath.Join(path, "new"), old: filepath.Join(path, "old")}
	if err := w.enter(); err != nil {
		return nil, fmt.Errorf("%s: the new site cannot be laid beside it: %w", dir, err)
	}
	if err := errors.Join(w.restore(), w.clear()); err != nil {
		return nil, errors.Join(err, unlockFile(w.lock))
	}
	return w, nil
}

// locate follows symbolic links to the folder that is meant, there or not yet,
// and refuses what cannot be exchanged.
func locate(name string) (string, error) {
	dir, err := filepath.Abs(name)
	for range 40 {
		if err == nil {
			err = os.MkdirAll(filepath.Dir(dir), 0o755)
		}
		parent := filepath.Dir(dir)
		if err == nil {
			parent, err = filepath.EvalSymlinks(parent)
		}
		if err != nil {
			return "", err
		}
		dir = filepath.Join(parent, filepath.Base(dir))
		target, err := os.Readlink(dir)
		if err != nil {
			return dir, exchangeable(dir)
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(parent, target)
		}
		dir = target
	}
	return "", fmt.Errorf("%s: too many symbolic links", name)
}

func exchangeable(dir string) error {
	if filepath.Dir(dir) == dir {
		return fmt.Errorf("%s cannot be the output folder: it would be replaced whole", dir)
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file: the site needs a folder", dir)
	}
	here, err := os.Getwd()
	if err == nil {
		here, err = filepath.EvalSymlinks(here)
	}
	if err != nil {
		return nil
	}
	if within, err := filepath.Rel(dir, here); err == nil && filepath.IsLocal(within) {
		return fmt.Errorf("%s is replaced whole by a build: run regimen from a folder outside it", dir)
	}
	return nil
}

// enter takes the lock, again where the folder went away with another build.
func (w *workshop) enter() error {
	name := filepath.Join(w.path, "lock")
	for range 100 {
		if err := os.MkdirAll(w.path, 0o755); err != nil {
			return err
		}
		file, err := lockFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		held, err := file.Stat()
		standing, gone := os.Stat(name)
		if err == nil && gone == nil && os.SameFile(held, standing) {
			w.lock = file
			return nil
		}
		file.Close()
	}
	return errBusy
}

// restore brings the old site back after a build that ended between two renames.
func (w *workshop) restore() error {
	if w.standing() {
		return nil
	}
	err := os.Rename(w.old, w.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// clear never removes the only site there is.
func (w *workshop) clear() error {
	err := os.RemoveAll(w.fresh)
	if w.standing() {
		err = errors.Join(err, os.RemoveAll(w.old))
	}
	return err
}

func (w *workshop) standing() bool {
	_, err := os.Lstat(w.dir)
	return !errors.Is(err, fs.ErrNotExist)
}

func (w *workshop) close() error {
	err := errors.Join(w.clear(), unlockFile(w.lock))
	_ = os.Remove(w.path) // in use again if another build came in meanwhile
	return err
}

// swap puts the new site in the place of the old, in one step where the system
// can do it.
func (w *workshop) swap() error {
	if !w.standing() {
		return os.Rename(w.fresh, w.dir)
	}
	if exchange(w.fresh, w.dir) == nil {
		return nil
	}
	return w.rename()
}

// rename leaves a moment without a site, which openWorkshop knows how to mend.
func (w *workshop) rename() error {
	if err := os.Rename(w.dir, w.old); err != nil {
		return fmt.Errorf("%w: if %s is a mount point, choose a folder inside it", err, w.dir)
	}
	if err := os.Rename(w.fresh, w.dir); err != nil {
		return errors.Join(err, w.restore())
	}
	return nil
}
