package lsp

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// overlay is the content folder as the editor shows it: the text of an open document
// stands in place of what is saved.
type overlay struct {
	saved fs.FS
	open  map[string][]byte // by path in the folder
}

func (o overlay) Open(name string) (fs.File, error) {
	if content, ok := o.open[name]; ok {
		return &openFile{Reader: bytes.NewReader(content), info: info{name: path.Base(name), size: len(content)}}, nil
	}
	return o.saved.Open(name)
}

// ReadDir lists a folder with the documents that are not saved yet.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.saved, name)
	prefix := name + "/"
	if name == "." {
		prefix = ""
	}
	for file, content := range o.open {
		rest, below := strings.CutPrefix(file, prefix)
		if !below {
			continue
		}
		first, _, nested := strings.Cut(rest, "/")
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == first }) {
			entries = append(entries, fs.FileInfoToDirEntry(info{name: first, size: len(content), folder: nested}))
			err = nil
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

type openFile struct {
	*bytes.Reader
	info info
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

type info struct {
	name   string
	size   int
	folder bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return int64(i.size) }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.folder }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
