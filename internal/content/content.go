// Package content reads an author's folder into a regimen.Library. What comes in
// is a file system of Markdown files with frontmatter; what goes out is typed
// values that remember where each of their words was written, and a list of what
// is wrong with the form: keys, words, ids, types, links and the notation.
//
// Every key of a kind is named once, in that kind's decode function. Whether what
// was written is wise is not asked here: that is the business of package check.
package content

import (
	"io/fs"
	"runtime"
	"sync"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

// Load reads a content folder. Vocabulary, references and safety files that it lacks
// are read from builtIn, and so are the words that an author's own vocabulary leaves
// out. The error is the machine's: a folder that cannot be read.
func Load(folder, builtIn fs.FS) (*regimen.Library, diag.List, error) {
	inv, found, err := takeInventory(folder, builtIn)
	if err != nil {
		return nil, nil, err
	}
	l := &loader{inventory: inv, reader: markdown.NewReader(), found: found, known: inv.known()}
	if err := l.load(builtIn); err != nil {
		return nil, nil, err
	}
	if err := l.loadTheme(folder); err != nil {
		return nil, nil, err
	}
	l.checkLinks()
	l.library.Omitted = append(l.library.Omitted, l.omitted()...)
	l.found.Sort()
	lib := l.library // a copy, which does not keep the loader's nodes alive
	return &lib, l.found, nil
}

type loader struct {
	*inventory
	reader  *markdown.Reader
	known   *known
	library regimen.Library
	found   diag.List
	mu      sync.Mutex // guards library, found and docs while files are read side by side
	docs    []document
}

// document is a read file's body with what is needed to check its links.
type document struct {
	*source.Source
	kind   kind
	path   string
	body   *markdown.Document
	inSite bool
}

// load reads in waves, so that what a file refers to word by word is known before it.
func (l *loader) load(builtIn fs.FS) error {
	for i, kinds := range [][]kind{
		{vocabularyKind, referencesKind}, {conditionKind, safetyKind},
		{siteKind, exerciseKind, programmeKind, guideKind},
	} {
		var wave []entry
		for _, e := range l.entries {
			for _, k := range kinds {
				if e.kind == k {
					wave = append(wave, e)
				}
			}
		}
		if err := l.wave(wave); err != nil {
			return err
		}
		if i == 0 {
			if err := l.lend(builtIn); err != nil {
				return err
			}
		}
		l.sortLibrary()
		l.known.learn(&l.library)
	}
	return nil
}

// wave reads files side by side, each with findings of its own.
func (l *loader) wave(entries []entry) error {
	var group sync.WaitGroup
	next := make(chan entry)
	errs := make(chan error, len(entries))
	for range min(runtime.GOMAXPROCS(0), len(entries)) {
		group.Go(func() {
			for e := range next {
				if err := l.read(e); err != nil {
					errs <- err
				}
			}
		})
	}
	for _, e := range entries {
		next <- e
	}
	close(next)
	group.Wait()
	close(errs)
	return <-errs
}

func (l *loader) read(e entry) error {
	text, err := readFile(e.from, e.path)
	if err != nil {
		return err
	}
	file := diag.NewFile(e.path, text)
	src, found := source.Read(file, kinds[e.kind].frontmatter)
	d := &decoder{Source: src, known: l.known, found: found, entry: e, unread: src.Root == nil && found.Failed(), slipped: found.Failed()}
	d.body = l.reader.Read(src.Body)
	d.checkBody()
	add := kinds[e.kind].decode(d)
	l.mu.Lock()
	defer l.mu.Unlock()
	add(&l.library)
	if !e.builtIn {
		l.library.Files++
	}
	l.found = append(l.found, d.found...)
	l.library.Allowances = append(l.library.Allowances, d.allowances()...)
	l.docs = append(l.docs, document{Source: src, kind: e.kind, path: e.path, body: &d.body, inSite: !e.builtIn})
	return nil
}
