package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"regimen/internal/parallel"
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
	err := parallel.Do(len(pages), func(i int) error {
		if pages[i].last != nil {
			return nil
		}
		return inBuffer(func(dst []byte) ([]byte, error) {
			body, err := pages[i].render(dst)
			return body, place(i, body, err)
		})
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
