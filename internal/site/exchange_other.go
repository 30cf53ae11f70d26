//go:build !linux && !darwin

package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
)

// exchange is not to be had here: two renames take its place.
func exchange(a, b string) error { return errors.ErrUnsupported }

// lockFile makes the file, which holds off other builds until it is removed.
func lockFile(name string) (*os.File, error) {
	if runtime.GOOS == "windows" {
		// Fails while a running build has it open, so only a dead one's lock goes.
		_ = os.Remove(name)
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("%w; if none is running, delete %s", errBusy, name)
	}
	return file, err
}

func unlockFile(file *os.File) error {
	return errors.Join(file.Close(), os.Remove(file.Name()))
}
