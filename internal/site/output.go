package site

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"regimen/internal/parallel"
)

// page is one file of the site with what renders it. Its path is relative,
// clean and written with "/".
type page struct {
	path   string
	render func(dst []byte) ([]byte, error) // appends the file
	// last renders a page that speaks of all others, such as the service worker.
	last func([]savedFile) ([]byte, error)
}

// Output is the plan of a site: its sorted paths, each with what renders it. It
// never changes once made and several goroutines may use it at a time.
type Output struct {
	pages []page
	made  func() // called for each page that was saved; may be nil
}

// whole appends a file that is made by itself.
func whole(file func() ([]byte, error)) func(dst []byte) ([]byte, error) {
	return func(dst []byte) ([]byte, error) {
		body, err := file()
		return append(dst, body...), err
	}
}

// given appends a file that is there.
func given(body []byte) func(dst []byte) ([]byte, error) {
	return func(dst []byte) ([]byte, error) { return append(dst, body...), nil }
}

// NewOutput makes an Output by hand, from a path and its renderer each. It fails
// on a path that no site may have.
func NewOutput(files map[string]func() ([]byte, error)) (*Output, error) {
	pages := make([]page, 0, len(files))
	for path, render := range files {
		pages = append(pages, page{path: path, render: whole(render)})
	}
	return newOutput(pages)
}

// newOutput plans a site of these pages, in any order. It fails when a path is
// given twice, is not clean, or is both a file and a folder.
func newOutput(pages []page) (*Output, error) {
	pages = slices.Clone(pages)
	slices.SortFunc(pages, func(a, b page) int { return strings.Compare(a.path, b.path) })
	o := &Output{pages: pages}
	folder := "."
	for i := range pages {
		name := pages[i].path
		if !pageable(name) {
			return nil, fmt.Errorf("no page can have the path %q", name)
		}
		if i > 0 && pages[i-1].path == name {
			return nil, fmt.Errorf("two pages have the path %s", name)
		}
		if dir := path.Dir(name); dir != folder {
			folder = dir
			for ; dir != "."; dir = path.Dir(dir) {
				if _, ok := o.find(dir); ok {
					return nil, fmt.Errorf("%s cannot be a page and hold the page %s", dir, name)
				}
			}
		}
	}
	return o, nil
}

func pageable(name string) bool {
	return fs.ValidPath(name) && name != "." && !strings.HasPrefix(name+"/", manifestName+"/") &&
		!strings.ContainsAny(name, "\\\x00") && filepath.IsLocal(filepath.FromSlash(name))
}

func (o *Output) find(path string) (int, bool) {
	return slices.BinarySearchFunc(o.pages, path, func(p page, path string) int {
		return strings.Compare(p.path, path)
	})
}

// Paths lists every file of the site, sorted.
func (o *Output) Paths() []string {
	paths := make([]string, len(o.pages))
	for i := range o.pages {
		paths[i] = o.pages[i].path
	}
	return paths
}

// Has reports whether the site has a file of this path.
func (o *Output) Has(path string) bool {
	_, ok := o.find(path)
	return ok
}

// Render makes one file, anew at each call. An unknown path is fs.ErrNotExist.
func (o *Output) Render(path string) ([]byte, error) {
	i, ok := o.find(path)
	if !ok {
		return nil, &fs.PathError{Op: "render", Path: path, Err: fs.ErrNotExist}
	}
	p := o.pages[i]
	var body []byte
	var err error
	if p.last != nil {
		var others []savedFile
		if others, err = o.sums(); err == nil {
			body, err = p.last(others)
		}
	} else {
		err = inBuffer(func(dst []byte) (made []byte, err error) {
			made, err = p.render(dst)
			body = bytes.Clone(made)
			return made, err
		})
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return body, nil
}

// sums renders every page that does not speak of the others, for its hash and size.
func (o *Output) sums() ([]savedFile, error) {
	files := make([]savedFile, len(o.pages))
	err := parallel.Do(len(o.pages), func(i int) error {
		if o.pages[i].last != nil {
			return nil
		}
		return inBuffer(func(dst []byte) ([]byte, error) {
			body, err := o.pages[i].render(dst)
			files[i] = savedFile{Path: o.pages[i].path, SHA256: hexSum(body), Size: int64(len(body))}
			return body, err
		})
	})
	return slices.DeleteFunc(files, func(f savedFile) bool { return f.Path == "" }), err
}

// bodies holds buffers for files that are made, put away and forgotten.
var bodies = sync.Pool{New: func() any { return new([]byte) }}

// largestKept is the size up to which a buffer waits for the next file.
const largestKept = 1 << 20

// inBuffer gives a buffer to append to, and takes what has become of it.
func inBuffer(work func(dst []byte) ([]byte, error)) error {
	buffer := bodies.Get().(*[]byte)
	body, err := work((*buffer)[:0])
	if cap(body) <= largestKept {
		*buffer = body
	}
	bodies.Put(buffer)
	return err
}

func (s *saving) squeezable(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics", ".vtt":
		_, planned := s.site.find(name + ".gz")
		return !planned
	}
	return false
}

// putSqueezed writes the compressed form of a page, without a time in it. It
// gives the zero value where compressing does not help.
func (s *saving) putSqueezed(page savedFile, body []byte) (savedFile, error) {
	name := page.Path + ".gz"
	if sum, ok := s.old[name]; ok && page.kept {
		// Compressing again would cost more than all the rest of a page.
		standing, err := os.ReadFile(filepath.Join(s.from, name))
		if err == nil && hexSum(standing) == sum {
			return savedFile{Path: name, SHA256: sum, Size: int64(len(standing)), kept: true}, nil
		}
	}
	small, err := s.compress(body)
	if err != nil || len(small) > len(body)*9/10 {
		return savedFile{}, err
	}
	return s.put(name, small)
}

func (s *saving) compress(body []byte) ([]byte, error) {
	var small bytes.Buffer
	writer, ok := s.writers.Get().(*gzip.Writer)
	if !ok {
		var err error
		if writer, err = gzip.NewWriterLevel(&small, gzip.BestCompression); err != nil {
			return nil, err
		}
	}
	defer s.writers.Put(writer)
	writer.Reset(&small)
	_, err := writer.Write(body)
	err = errors.Join(err, writer.Close())
	return small.Bytes(), err
}
