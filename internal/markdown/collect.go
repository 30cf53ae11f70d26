package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
)

// collect notes headings, words, links, citations and raw HTML below a node.
func (w *walker) collect(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			w.heading(n)
			w.keep(n)
		case *ast.Paragraph, *ast.TextBlock, *tables.TableHeader, *tables.TableRow:
			w.keep(n)
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
				w.rawHTML(Place{s.Start, s.Stop})
			}
		case *ast.HTMLBlock:
			w.rawHTML(w.place(n))
		}
		return ast.WalkContinue, nil
	})
}

func (w *walker) rawHTML(at Place) {
	if raw := bytes.TrimSpace(w.source[at.Start:at.End]); bytes.HasPrefix(raw, []byte("<!--")) {
		w.doc.Comments = append(w.doc.Comments, Comment{Place: at})
		return
	}
	w.doc.HTML = append(w.doc.HTML, at)
}

func (w *walker) heading(h *ast.Heading) {
	title := plain(h, w.source)
	id := anchor(title)
	if seen := w.ids[id]; seen > 0 {
		w.ids[id]++
		id += "-" + strconv.Itoa(seen)
	} else {
		w.ids[id] = 1
	}
	h.SetAttributeString("id", []byte(id))
	w.doc.Headings = append(w.doc.Headings, Heading{Place: w.place(h), Level: h.Level, Title: title, ID: id})
}

// anchor is the id that GitHub and most editors give a heading: lower-case words
// joined by hyphens.
func anchor(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
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
		from = max(from, w.place(last).End)
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
			return Place{start + i, start + i + len(words)}
		}
	}
	return Place{from, min(from+1, len(w.source))}
}

// place is the stretch from a node's first to its last piece of text.
func (w *walker) place(n ast.Node) Place {
	at := Place{-1, -1}
	grow := func(start, stop int) {
		if at.Start < 0 || start < at.Start {
			at.Start = start
		}
		at.End = max(at.End, stop)
	}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if t, ok := n.(*ast.Text); ok {
			grow(t.Segment.Start, t.Segment.Stop)
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil {
			for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
				grow(s.Start, s.Stop)
			}
		}
		return ast.WalkContinue, nil
	})
	if at.Start < 0 {
		at.Start = max(0, min(n.Pos(), len(w.source)))
		at.End = at.Start
	}
	for at.End > at.Start && strings.IndexByte(" \n", w.source[at.End-1]) >= 0 {
		at.End--
	}
	return at
}

// plain is the words of a node without markup; line ends become spaces.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock && b.Len() > 0 {
				b.WriteByte(' ')
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(unescape(b.String())), " ")
}

// unescape resolves the backslash escapes that goldmark leaves in text segments.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && escapable(s[i+1]) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func escapable(c byte) bool { return strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0 }
