// Package content reads an author's folder into a regimen.Library. What comes in
// is a file system of Markdown files with frontmatter; what goes out is typed
// values that remember where each of their words was written, and a list of what
// is wrong with the form: keys, words, ids, types, links and the notation.
//
// Every key of a kind is named once, in that kind's decode function. Whether what
// was written is wise is not asked here: that is the business of package check.
//
// A Reader reads the same folder again and again. It reads anew what has changed: a
// file whose text differs, and one that asked for an id which has come or gone.
package content

import (
	"io/fs"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

// Load reads a content folder once.
func Load(folder, builtIn fs.FS) (*regimen.Library, diag.List, error) {
	return NewReader(builtIn).Load(folder)
}

// Reader reads a content folder and remembers it. Vocabulary, references and safety files
// that the folder lacks are read from a built-in one, and so are the words that an
// author's own vocabulary leaves out. One goroutine at a time may use it.
//
// A Library never changes once it is handed over. The next one shares with it what stayed
// the same, by address.
type Reader struct {
	builtIn  fs.FS
	markdown *markdown.Reader
	last     *state // nil before the first, and after a failure
}

// NewReader makes a Reader; builtIn may be nil.
func NewReader(builtIn fs.FS) *Reader {
	return &Reader{builtIn: builtIn, markdown: markdown.NewReader()}
}

// Load reads the folder, which need not be the one of the last time, and looks at every
// file of it. The error is the machine's: a folder that cannot be read.
func (r *Reader) Load(folder fs.FS) (*regimen.Library, diag.List, error) {
	return r.load(&look{folder: folder, every: true})
}

// Reload is Load for who knows which files have changed since the last time. Those that
// are named may be files that did not, that are new or that are gone.
func (r *Reader) Reload(folder fs.FS, touched []string) (*regimen.Library, diag.List, error) {
	l := &look{folder: folder, touched: map[string]bool{}}
	for _, name := range touched {
		l.touched[name] = true
	}
	return r.load(l)
}

func (r *Reader) load(look *look) (*regimen.Library, diag.List, error) {
	was := r.last
	r.last = nil
	if was == nil {
		was, look.every = newState(), true
	}
	l := &loader{Reader: r, look: look, was: was, state: &state{files: was.files}, changed: map[string]bool{}}
	if err := l.load(); err != nil {
		return nil, nil, err
	}
	r.last = l.state
	l.library.Index()
	lib := l.library
	return &lib, l.found, nil
}

// state is what a folder was like when it was last read.
type state struct {
	names   map[string]fs.FileMode // of all files that are not hidden, with their types
	sorted  *inventory
	files   map[string]*file // that were read, by path
	themes  map[string]*text
	known   [waves]*names // what each wave was read with
	library regimen.Library
	themed  diag.List // what is wrong with the theme
}

func newState() *state { return &state{files: map[string]*file{}} }

// loader reads a folder once.
type loader struct {
	*Reader
	*state
	look    *look
	was     *state
	read    []*file
	changed map[string]bool // paths of files that came, went or were read anew
	found   diag.List
}

// text is a file's text and when it was that.
type text struct {
	*diag.File
	info fs.FileInfo // nil: the text may have changed without its size or time
}

// file is what was read of a content file.
type file struct {
	entry
	text
	add        func(*regimen.Library)
	found      diag.List
	allowances []regimen.Allowance
	asked      *known
	document
	links diag.List // what is wrong with its links
}

// waves of files are read one after the other, so that what a file refers to word by word
// is known before it.
const waves = 3

func (k kind) wave() int {
	switch k {
	case vocabularyKind, referencesKind:
		return 0
	case conditionKind, safetyKind:
		return 1
	}
	return 2
}

func (l *loader) load() error {
	if err := l.takeInventory(); err != nil {
		return err
	}
	known := l.was.known[0]
	if l.sorted != l.was.sorted {
		known = l.sorted.known(known)
	}
	for i := range l.known {
		l.known[i] = known
		files, err := l.wave(i)
		if err != nil {
			return err
		}
		for _, f := range files {
			l.take(f)
		}
		l.read = append(l.read, files...)
		if i == 0 {
			if err := l.lend(); err != nil {
				return err
			}
		}
		l.sortLibrary()
		if i+1 < waves {
			known = known.learn(&l.library, l.was.known[i+1])
		}
	}
	if err := l.loadTheme(); err != nil {
		return err
	}
	l.library.Omitted = l.omitted()
	l.checkLinks()
	l.sortAllowances()
	l.found.Sort()
	return nil
}

// take adds a file to the library.
func (l *loader) take(f *file) {
	f.add(&l.library)
	if !f.builtIn {
		l.library.Files++
	}
	l.found = append(l.found, f.found...)
	l.library.Allowances = append(l.library.Allowances, f.allowances...)
}

// decode reads a file's text.
func (l *loader) decode(e entry, t text, names *names) *file {
	src, found := source.Read(t.File, kinds[e.kind].frontmatter)
	d := &decoder{
		Source: src, known: &known{names: names}, found: found, entry: e,
		unread: src.Root == nil && found.Failed(), slipped: found.Failed(),
	}
	d.body = l.markdown.Read(src.Body)
	d.checkBody()
	f := &file{entry: e, text: t, add: kinds[e.kind].decode(d), allowances: d.allowances(), asked: d.known}
	src.Release()
	f.document = newDocument(src, d.body)
	f.found = append(d.found, strayLinks(f)...)
	return f
}
