// Package markdown reads the prose under a file's frontmatter. It takes the text
// of a body and gives a Document: its sections by level-2 heading, each already
// turned into HTML, the items of its lists, its prose in plain words, and every
// heading, link, citation and piece of raw HTML with its place in the text.
//
// The HTML leaves gaps for what only the site knows, the address behind a link
// and the form of a citation; Text.Append fills them. The package knows nothing
// of exercise, of the site's addresses or of what an author should have written.
package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Document is a body, read. Places are byte offsets into the body, ends exclusive.
type Document struct {
	Sections  []Section // the first has no title: the prose before any level-2 heading
	Headings  []Heading
	Blocks    []Block // every paragraph, list item, heading and table row in plain words
	Links     []Link
	Citations []Citation
	HTML      []Place // raw HTML, which never reaches a page
	Comments  []Comment
	Words     int
}

// Place is a stretch of the body.
type Place struct{ Start, End int }

// Comment is <!-- … -->; Next is the block that follows it.
type Comment struct {
	Place
	Next Place
}

// Section is a level-2 heading with what stands under it.
type Section struct {
	Heading
	Text  Text
	Lists []List
}

// List is a list that stands directly in a section.
type List struct {
	Place
	Numbered bool
	Items    []Item
}

// Item is one item of a list, as plain words and as HTML without its <li>.
type Item struct {
	Place
	Plain string
	Text  Text
}

// Heading is a heading of any level. ID is its anchor.
type Heading struct {
	Place
	Level     int
	Title, ID string
}

// Link is a link or picture; its Place is that of its destination, and Alt the words
// that stand for a picture.
type Link struct {
	Place
	Destination string
	Picture     bool
	Alt         string
}

// Citation is one id of a [@id] or [@one; @two]; its Place is the id.
type Citation struct {
	Place
	ID string
}

// Section finds a section by title, letter case ignored, or nil.
func (d *Document) Section(title string) *Section {
	for i := range d.Sections {
		if strings.EqualFold(d.Sections[i].Title, title) {
			return &d.Sections[i]
		}
	}
	return nil
}

// Anchor reports whether a heading has the id.
func (d *Document) Anchor(id string) bool {
	for _, h := range d.Headings {
		if h.ID == id {
			return true
		}
	}
	return false
}

// Reader parses bodies. It may be used from several goroutines.
type Reader struct{ engine goldmark.Markdown }

// NewReader prepares a Reader with what the content model allows: CommonMark,
// tables and citations.
func NewReader() *Reader {
	engine := goldmark.New(
		goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(citations{}, 150))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(gaps{}, 100))),
	)
	return &Reader{engine: engine}
}

// Read parses a body whose lines end with LF.
func (r *Reader) Read(body []byte) Document {
	root := r.engine.Parser().Parse(text.NewReader(body))
	w := &walker{source: body, renderer: r.engine.Renderer(), ids: map[string]int{}}
	w.section = Section{}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
	w.flush()
	w.doc.Words = len(strings.Fields(string(body)))
	return w.doc
}

type walker struct {
	source   []byte
	renderer renderer.Renderer
	ids      map[string]int
	doc      Document
	section  Section
	html     buffer
	words    []byte  // of the block at hand
	pieces   []piece // of all blocks
}

func (w *walker) block(n ast.Node) {
	before := len(w.doc.Comments)
	w.collect(n)
	if next := n.NextSibling(); next != nil {
		for i := range w.doc.Comments[before:] {
			w.doc.Comments[before+i].Next = w.place(next)
		}
	}
	if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
		w.flush()
		w.section = Section{Heading: w.doc.Headings[len(w.doc.Headings)-1]}
		return
	}
	if l, ok := n.(*ast.List); ok {
		w.section.Lists = append(w.section.Lists, w.list(l))
	}
	w.render(&w.html, n)
}

func (w *walker) flush() {
	w.section.Text = newText(w.html.String())
	w.html.Reset()
	if w.section.Title != "" || !w.section.Text.Empty() || len(w.doc.Sections) == 0 {
		w.doc.Sections = append(w.doc.Sections, w.section)
	}
}

// render cannot fail: the writer is memory and every node kind has a renderer.
func (w *walker) render(to *buffer, n ast.Node) {
	_ = w.renderer.Render(to, w.source, n)
}

// buffer is what goldmark would otherwise put around every piece it renders.
type buffer struct{ bytes.Buffer }

// Buffered implements util.BufWriter.
func (*buffer) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (*buffer) Flush() error { return nil }

func (w *walker) list(l *ast.List) List {
	list := List{Numbered: l.IsOrdered(), Place: w.place(l)}
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		var html buffer
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			w.render(&html, c)
		}
		list.Items = append(list.Items, Item{
			Place: w.place(item),
			Plain: plain(item, w.source),
			Text:  newText(strings.TrimSpace(html.String())),
		})
	}
	return list
}
