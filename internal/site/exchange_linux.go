package site

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}

// lockFile opens the file and holds it against other builds until it is closed,
// however this one ends.
func lockFile(name string) (*os.File, error) {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == unix.EWOULDBLOCK {
		err = errBusy
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// unlockFile removes the file first: once it is free, it may be another build's.
func unlockFile(file *os.File) error {
	err := os.Remove(file.Name())
	return errors.Join(err, file.Close())
}
