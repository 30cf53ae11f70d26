package regimen

import (
	"bytes"
	"io/fs"

	"regimen/internal/diag"
	"regimen/internal/words"
)

// Theme is what a site puts in place of the built-in look and words: content/theme/.
// What is not there is nil.
type Theme struct {
	Tokens    []byte // custom properties, joined behind the style sheet
	Logo      []byte // a plain drawing, to stand in a page
	Icon      []byte // the same as the author stored it
	Words     map[string]words.Phrase
	Templates Templates
}

// Templates are the author's own, by their path: partials/stop.html.
type Templates map[string]*diag.File

// Over lays the templates over the built-in ones, each in the place of its namesake.
func (t Templates) Over(builtIn fs.FS) fs.FS { return laid{t, builtIn} }

type laid struct {
	own     Templates
	builtIn fs.FS
}

// Open opens the author's template, or the built-in file or folder.
func (l laid) Open(name string) (fs.File, error) {
	under, err := l.builtIn.Open(name)
	if own := l.own[name]; own != nil && err == nil {
		text := bytes.ReplaceAll(own.Text[own.Offset(1, 1):], []byte("\r\n"), []byte("\n"))
		return &opened{under, bytes.NewReader(text)}, nil
	}
	return under, err
}

// opened reads from the author's text what it has of the built-in file's looks.
type opened struct {
	fs.File
	text *bytes.Reader
}

func (o *opened) Read(to []byte) (int, error) { return o.text.Read(to) }
