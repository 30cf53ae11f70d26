// Package source splits one content file into frontmatter and prose, and parses the
// frontmatter into nodes that know their place in the file as it is stored.
//
// What comes in is a text; what goes out is a Source and a list of slips of form, the D
// codes: each at the characters to change, in an author's words. What can be guessed is
// mended in memory, so that the rest of the file is still read and one slip hides no
// other; what was guessed is in doubt, and nothing more should be said of it. The
// package knows no key and no kind of file. Frontmatter and YAML are imported nowhere
// else.
package source

import (
	"bufio"
	"bytes"
	"errors"
	"sync"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"regimen/internal/diag"
)

// Source is one content file, split and parsed.
type Source struct {
	*diag.File
	Root *yaml.Node // the top mapping, nil when there is no readable frontmatter
	Body []byte     // the prose after the frontmatter, its lines ending with LF

	cut     cut
	draft   draft       // what YAML was given
	lines   *diag.File  // the draft, to find its lines
	doubts  []diag.Span // what was mended by a guess
	returns []int       // offsets of the body's line ends that were CRLF
}

// cut is how a file falls into frontmatter and prose, as offsets: the opening
// fence, the YAML between the fences, the prose.
type cut struct{ open, openEnd, block, end, body int }

// Read splits a file and parses its frontmatter. It never fails: what is
// wrong with the form is in the list, and is mended in memory where its meaning
// can be guessed, so that the rest of the file can still be read.
// needsFrontmatter says that the kind must have it.
func Read(file *diag.File, needsFrontmatter bool) (*Source, diag.List) {
	s := &Source{File: file}
	found, breaks, ok := characters(file)
	if !ok {
		return s, found
	}
	f := fenceFinder{file: file, needed: needsFrontmatter}
	s.cut = f.find()
	found = append(found, f.found...)
	if !f.tricky && s.cut.end > s.cut.block {
		s.cut = split(file.Text, s.cut)
	}
	s.setBody()
	if f.present {
		found = append(found, s.parse(breaks)...)
	}
	return s, found
}

// split lets the splitter cut a file in which the scan found nothing that
// misleads it. It is given no prose, and stopped once it has cut: it would copy both.
func split(text []byte, scanned cut) cut {
	var fenced int
	start := max(scanned.open, lineStart(text, scanned.openEnd))
	r := readers.Get().(*bufio.Reader)
	defer readers.Put(r)
	r.Reset(bytes.NewReader(text[start:scanned.body]))
	_, err := frontmatter.Parse(r, nil, &frontmatter.Format{
		Start: fenceMark, End: fenceMark, UnmarshalDelims: true,
		Unmarshal: func(block []byte, _ any) error { fenced = len(block); return errCut },
	})
	if err != errCut || fenced == 0 {
		return scanned
	}
	scanned.body = start + fenced
	scanned.end = lineStart(text, scanned.body-1)
	return scanned
}

var errCut = errors.New("the file is cut")

// readers are of the size from which on the splitter makes none of its own.
var readers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 4096) }}

// Release lets go of the nodes, which take more memory than all that is decoded from
// them. Places in the body and of the fences can still be asked for.
func (s *Source) Release() { s.Root, s.draft, s.lines = nil, draft{}, nil }

// setBody takes the prose out of the file and turns CRLF into LF.
func (s *Source) setBody() {
	s.Body = s.Text[s.cut.body:]
	if bytes.IndexByte(s.Body, '\r') < 0 {
		return
	}
	body := make([]byte, 0, len(s.Body))
	for i, c := range s.Body {
		if c == '\r' && bytes.HasPrefix(bytes.TrimLeft(s.Body[i:], "\r"), []byte{'\n'}) {
			s.returns = append(s.returns, len(body))
			continue
		}
		body = append(body, c)
	}
	s.Body = body
}

// parse reads the frontmatter: first as it stands, to learn whether its slips do
// harm, then with them mended.
func (s *Source) parse(breaks []stretch) diag.List {
	original := newDraft(s.Text[s.cut.block:s.cut.end], s.cut.block)
	if len(breaks) > 0 {
		original = original.patched(mendBreaks(original.text, s.cut, breaks))
	}
	f := finder{text: original.text, lineOf: func(at int) int {
		return s.Position(int(s.fromDraft(original, stretch{at, at}).Start)).Line
	}}
	f.run()
	if f.gaveUp {
		return s.reports(original, f.slips)
	}
	if len(f.slips) == 0 && len(f.quiet) == 0 {
		return s.load(original, false)
	}
	if _, err := nodes(original.text); err == nil {
		f.keepSilent(original)
	}
	explained := false
	for _, p := range f.slips {
		explained = explained || p.severity == diag.Error
	}
	found := s.reports(original, f.slips)
	return append(found, s.load(original.patched(f.patches()), explained)...)
}

// reports turns slips of a draft into findings, and remembers what is in doubt.
func (s *Source) reports(d draft, slips []slip) diag.List {
	found := make(diag.List, 0, len(slips))
	for _, p := range slips {
		found = append(found, s.diagnostic(d, p))
		if p.doubt.end > p.doubt.start {
			s.doubts = append(s.doubts, s.fromDraft(d, p.doubt))
		}
	}
	return found
}
