package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"regimen/internal/parallel"
)

// manifestName is the file that marks a folder as written by Save.
const manifestName = ".regimen.json"

const manifestSchema = 1

// buildManifest is what Save wrote into a folder, sorted by path, without times.
type buildManifest struct {
	Schema int `json:"schema"`
	Basis
	Files []savedFile `json:"files"`
}

// Basis is what a site was built from, so that the next build need not begin when
// nothing has changed.
type Basis struct {
	Inputs string `json:"inputs,omitempty"` // digest of all that was read; empty: build always
	Until  string `json:"until,omitempty"`  // the last day on which the findings hold
	Tally  string `json:"tally,omitempty"`  // what was found
}

// savedFile is one file of a saved site with the hash of its bytes in hexadecimal.
type savedFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
	kept   bool   // the file of the last build still holds these bytes
}

// readManifest gives the hashes of the last build by path, nil where the folder
// is missing or empty. Any other folder without a manifest is not ours.
func readManifest(dir string) (map[string]string, Basis, error) {
	m, err := parseManifest(dir)
	if m == nil || err != nil {
		return nil, Basis{}, err
	}
	old := make(map[string]string, len(m.Files))
	for _, f := range m.Files {
		old[f.Path] = f.SHA256
	}
	return old, m.Basis, nil
}

// parseManifest is nil where the folder is missing or empty.
func parseManifest(dir string) (*buildManifest, error) {
	text, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, refuseForeign(dir)
	}
	if err != nil {
		return nil, err
	}
	var m buildManifest
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("%s is damaged (%w): delete the folder %s and build again",
			manifestName, err, dir)
	}
	if m.Schema != manifestSchema {
		return nil, fmt.Errorf("%s was built by another version of regimen (schema %d): delete it and build again",
			dir, m.Schema)
	}
	return &m, nil
}

// Standing reports whether dir holds, whole, the site built from the same inputs, and
// how many files it has.
func Standing(dir string, inputs, today string) (basis Basis, files int, standing bool) {
	m, err := parseManifest(dir)
	if err != nil || m == nil || m.Inputs == "" || m.Inputs != inputs || today > m.Until {
		return Basis{}, 0, false
	}
	err = parallel.Do(len(m.Files), func(i int) error {
		info, err := os.Lstat(filepath.Join(dir, m.Files[i].Path))
		if err == nil && (!info.Mode().IsRegular() || info.Size() != m.Files[i].Size) {
			err = fs.ErrInvalid
		}
		return err
	})
	return m.Basis, len(m.Files), err == nil
}

func refuseForeign(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && len(entries) > 0 {
		return fmt.Errorf("%s holds files that regimen did not write (there is no %s): choose another folder, or empty this one",
			dir, manifestName)
	}
	return err
}

// encodeManifest writes a line for each file, so that two builds can be compared
// with diff.
func encodeManifest(basis Basis, files []savedFile) ([]byte, error) {
	var text bytes.Buffer
	head, err := json.Marshal(buildManifest{Schema: manifestSchema, Basis: basis, Files: []savedFile{}})
	if err != nil {
		return nil, err
	}
	text.Write(bytes.TrimSuffix(head, []byte("]}")))
	for i, f := range files {
		line, err := json.Marshal(f)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteByte('\n')
		text.Write(line)
	}
	text.WriteString("\n]}\n")
	return text.Bytes(), nil
}

// strangers lists what somebody else put into the folder of the last build: files,
// links, and folders that no page ever asked for; a folder before its content.
func strangers(dir string, old map[string]string) ([]string, error) {
	if old == nil {
		return nil, nil
	}
	ours := foldersOf(maps.Keys(old))
	var found []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		_, page := old[rel]
		if entry.IsDir() {
			page = ours[rel]
		}
		if !page && rel != manifestName {
			found = append(found, rel)
		}
		return nil
	})
	return found, err
}

// foldersOf is every folder that the paths stand in, the root "." among them.
func foldersOf(paths func(yield func(string) bool)) map[string]bool {
	folders := map[string]bool{".": true}
	for name := range paths {
		for dir := path.Dir(name); !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return folders
}

// collision is the first foreign path that a file of the new site would hide.
func collision(others []string, files []savedFile) error {
	for _, name := range others {
		_, found := slices.BinarySearchFunc(files, name, comparePath)
		if found {
			return fmt.Errorf("the site has a page %s, but the file of that name was not written by regimen: move it away",
				name)
		}
	}
	return nil
}

// makeFolders makes the new folder with all that the pages stand in.
func (s *saving) makeFolders() error {
	for folder := range foldersOf(slices.Values(s.site.Paths())) {
		if err := os.MkdirAll(filepath.Join(s.to, folder), 0o755); err != nil {
			return err
		}
	}
	info, err := os.Stat(s.to)
	if err != nil || info.Mode().Perm() == 0o755 {
		return err
	}
	s.chmod = true
	return filepath.WalkDir(s.to, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chmod(name, 0o755))
	})
}

// lay completes the new folder: what is as it was, what others put there, and
// the manifest.
func (s *saving) lay(files []savedFile) error {
	if err := s.prepare(); err != nil {
		return err
	}
	others, err := strangers(s.from, s.old)
	if err != nil {
		return err
	}
	if err := collision(others, files); err != nil {
		return err
	}
	err = parallel.Do(len(files), func(i int) error {
		if !files[i].kept {
			return nil
		}
		return s.link(files[i].Path, 0o644)
	})
	if err != nil {
		return err
	}
	for _, name := range others {
		if err := s.carry(name); err != nil {
			return fmt.Errorf("%s, which regimen did not write, cannot be kept: %w", name, err)
		}
	}
	text, err := encodeManifest(s.basis, files)
	if err != nil {
		return err
	}
	return s.write(manifestName, bytes.NewReader(text), 0o644)
}

// write makes a file that must not be there yet: nothing is ever written through
// a link to the old site.
func (s *saving) write(path string, body io.Reader, mode fs.FileMode) error {
	if err := s.prepare(); err != nil {
		return err
	}
	file, err := os.OpenFile(filepath.Join(s.to, path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, body)
	if err == nil && s.chmod {
		err = file.Chmod(mode)
	}
	return errors.Join(err, file.Close())
}

// link shares a file with the old site, or copies it where the file system has
// no hard links.
func (s *saving) link(path string, mode fs.FileMode) error {
	from := filepath.Join(s.from, path)
	if os.Link(from, filepath.Join(s.to, path)) == nil {
		return nil
	}
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	return s.write(path, file, mode)
}

// carry takes a file, link or folder of somebody else over to the new site.
func (s *saving) carry(path string) error {
	from, to := filepath.Join(s.from, path), filepath.Join(s.to, path)
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return os.MkdirAll(to, info.Mode().Perm()|0o700)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if info.Mode().IsRegular() {
		return s.link(path, info.Mode().Perm())
	}
	target, err := os.Readlink(from)
	if err != nil {
		return os.Link(from, to)
	}
	return os.Symlink(target, to)
}
