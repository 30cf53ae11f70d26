package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unique"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// collect notes headings, words, links, citations and raw HTML of a node and all
// below it. The block says what the node stands in.
func (w *walker) collect(n ast.Node, in block) {
	switch n := n.(type) {
	case *ast.Text:
		return
	case *ast.Heading:
		w.title(n)
		if n.Level == 2 {
			in.heading = int32(len(w.doc.Headings))
		}
		w.keep(n, block{kind: HeadingLine, heading: in.heading})
	case *tables.TableHeader, *tables.TableRow:
		w.keep(n, block{kind: TableRow, heading: in.heading})
	case *ast.Paragraph, *ast.TextBlock:
		w.keep(n, in)
	case *ast.ListItem:
		in.kind = ListItem
	case *ast.Blockquote:
		in.quoted = true
	case *ast.Link:
		w.link(n, n.Destination, false)
	case *ast.Image:
		w.link(n, n.Destination, true)
	case *ast.AutoLink:
		dest := n.URL(w.source)
		w.doc.Links = append(w.doc.Links, Link{Place: w.find(dest, n.Pos()), Destination: string(dest)})
	case *citation:
		w.doc.Citations = append(w.doc.Citations, n.ids...)
	case *ast.RawHTML:
		for _, s := range n.Segments.Sliced(0, n.Segments.Len()) {
			w.rawHTML(newPlace(s.Start, s.Stop))
		}
	case *ast.HTMLBlock:
		w.rawHTML(w.place(n))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.collect(c, in)
	}
}

func (w *walker) rawHTML(at Place) {
	if raw := bytes.TrimSpace(w.source[at.Start:at.End]); bytes.HasPrefix(raw, []byte("<!--")) {
		w.doc.Comments = append(w.doc.Comments, Comment{Place: at})
		return
	}
	w.doc.HTML = append(w.doc.HTML, at)
}

func (w *walker) title(h *ast.Heading) {
	at := w.place(h)
	title := shared(w.plain(h, int(at.Start)))
	id := shared(anchor(title))
	seen := w.ids[id]
	w.ids[id] = seen + 1
	if seen > 0 {
		id += "-" + strconv.Itoa(seen)
	}
	if h.Level != 2 || h.Parent().Kind() != ast.KindDocument {
		h.SetAttributeString("id", []byte(id)) // it is rendered; the heading of a section is not
	}
	w.doc.Headings = append(w.doc.Headings, Heading{Place: at, Level: h.Level, Title: title, ID: id})
}

// shared is a word that most files have, held in memory once.
func shared(word string) string { return unique.Make(word).Value() }

// anchor is the id that GitHub and most editors give a heading: lower-case words
// joined by hyphens.
func anchor(title string) string {
	var b strings.Builder
	b.Grow(len(title))
	for _, r := range title {
		switch r = unicode.ToLower(r); {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '_':
			b.WriteRune(r)
		case r == ' ' || r == '-':
			b.WriteByte('-')
		}
	}
	return b.String()
}

func (w *walker) link(n ast.Node, dest []byte, picture bool) {
	from := n.Pos()
	if last := n.LastChild(); last != nil {
		from = max(from, int(w.place(last).End))
	}
	l := Link{Place: w.find(dest, from), Destination: string(dest), Picture: picture}
	if picture {
		l.Alt = plain(n, w.source)
	}
	w.doc.Links = append(w.doc.Links, l)
}

// find looks for a link's destination in the text after a place. A destination
// that is written with escapes, or as a reference further up, is looked for from
// the beginning; else the place itself stands for it.
func (w *walker) find(words []byte, from int) Place {
	from = max(0, min(from, len(w.source)))
	if len(words) == 0 {
		words = []byte("()")
	}
	for _, start := range []int{from, 0} {
		if i := bytes.Index(w.source[start:], words); i >= 0 {
			return newPlace(start+i, start+i+len(words))
		}
	}
	return newPlace(from, min(from+1, len(w.source)))
}

// place is the stretch from a node's first to its last piece of text.
func (w *walker) place(n ast.Node) Place {
	at := Place{-1, -1}
	at.cover(n)
	if at.Start < 0 {
		start := max(0, min(n.Pos(), len(w.source)))
		at = newPlace(start, start)
	}
	for at.End > at.Start && (w.source[at.End-1] == ' ' || w.source[at.End-1] == '\n') {
		at.End--
	}
	return at
}

// cover widens a place to all the text of a node.
func (p *Place) cover(n ast.Node) {
	if t, ok := n.(*ast.Text); ok {
		p.grow(t.Segment)
		return
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil {
		for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
			p.grow(line)
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.cover(c)
	}
}

func (p *Place) grow(to text.Segment) {
	if p.Start < 0 || to.Start < int(p.Start) {
		p.Start = int32(to.Start)
	}
	p.End = max(p.End, int32(to.Stop))
}
