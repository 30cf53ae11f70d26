package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

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
		// It may be there when it is made, and gone when that is looked at.
		if err := os.MkdirAll(w.path, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
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
