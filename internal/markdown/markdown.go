// Package markdown reads the prose under a file's frontmatter. It takes the text
// of a body and gives a Document: its sections by level-2 heading, each already
// turned into HTML, the items of its lists, its prose in plain words, and every
// heading, link, citation and piece of raw HTML with its place in the text.
//
// The HTML leaves gaps for what only the site knows, the address behind a link
// and the form of a citation; Text.Append fills them. The package knows nothing
// of exercise, of the site's addresses or of what an author should have written.
//
// A library holds thousands of Documents. So the words of blocks are stretches of the
// body, and the HTML is one string, of which sections and items are parts.
package markdown

import (
	"slices"
	"strings"
	"sync"
	"unsafe"

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
	Links     []Link
	Citations []Citation
	HTML      []Place // raw HTML, which never reaches a page
	Comments  []Comment
	Words     int

	body   string
	blocks []block
	pieces []piece // of all blocks
	cited  []cited
}

// Place is a stretch of the body. It is small, since a library has one for each item,
// heading and link.
type Place struct{ Start, End int32 }

func newPlace(start, end int) Place { return Place{int32(start), int32(end)} }

// Comment is <!-- … -->; Next is the block that follows it.
type Comment struct {
	Place
	Next Place
}

// Section is a level-2 heading, one of the Document's, with what stands under it.
type Section struct {
	*Heading
	Text  Text
	Lists []List
}

// List is a list that stands directly in a section.
type List struct {
	Place
	Numbered bool
	Items    []Item
}

// Item is one item of a list, as HTML without its <li>.
type Item struct {
	Place
	Text  Text
	plain *string // nil: the words are the HTML
}

// Plain is the item in plain words.
func (i *Item) Plain() string {
	if i.plain == nil {
		return i.Text.html
	}
	return *i.plain
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

// Items is the items of a section's first list.
func (d *Document) Items(title string) []Item {
	s := d.Section(title)
	if s == nil || len(s.Lists) == 0 {
		return nil
	}
	return s.Lists[0].Items
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

// Forget lets go of the body, and so of Blocks. All else stays.
func (d *Document) Forget() { d.body, d.blocks, d.pieces, d.cited = "", nil, nil, nil }

// Reader parses bodies. It may be used from several goroutines.
type Reader struct {
	engine  goldmark.Markdown
	walkers sync.Pool // what a body needs while it is read, to be used again
}

// NewReader prepares a Reader with what the content model allows: CommonMark,
// tables and citations.
func NewReader() *Reader {
	engine := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(util.Prioritized(definitions{}, 100)))),
		goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(citations{}, 150))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(gaps{}, 100))),
	)
	r := &Reader{engine: engine}
	r.walkers.New = func() any { return &walker{renderer: engine.Renderer(), ids: map[string]int{}} }
	return r
}

// Read parses a body whose lines end with LF. The Document shares the body's memory,
// which must not change any more.
func (r *Reader) Read(body []byte) Document {
	w := r.walkers.Get().(*walker)
	defer r.walkers.Put(w)
	w.source, w.doc.body = body, unsafe.String(unsafe.SliceData(body), len(body))
	root := r.engine.Parser().Parse(text.NewReader(body))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
	w.flush()
	return w.document()
}

// walker gathers a Document. Its slices are used again for the next one.
type walker struct {
	renderer renderer.Renderer
	source   []byte
	doc      Document
	section  Section
	heading  int // of the section, among the headings; one more, so that 0 is none
	html     buffer
	parts    []part   // of the sections
	items    []string // the words of the items of all lists of sections
	ids      map[string]int
	words    []byte // of the node at hand
}

// part is where a section has its heading and its HTML.
type part struct {
	heading int // as in walker
	html    Place
}

// untitled is the heading of what stands before any.
var untitled Heading

func (w *walker) block(n ast.Node) {
	before := len(w.doc.Comments)
	w.collect(n, block{heading: int32(w.heading)})
	if next := n.NextSibling(); next != nil {
		for i := range w.doc.Comments[before:] {
			w.doc.Comments[before+i].Next = w.place(next)
		}
	}
	if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
		w.flush()
		w.heading = len(w.doc.Headings)
		w.section = Section{}
		return
	}
	if l, ok := n.(*ast.List); ok {
		w.section.Lists = append(w.section.Lists, w.list(l))
	}
	// This cannot fail: the writer is memory and every node kind has a renderer.
	_ = w.renderer.Render(&w.html, w.source, n)
}

// flush ends a section.
func (w *walker) flush() {
	at := newPlace(0, w.html.Len())
	if n := len(w.parts); n > 0 {
		at.Start = w.parts[n-1].html.End
	}
	if w.heading > 0 && w.doc.Headings[w.heading-1].Title != "" || at.End > at.Start || len(w.doc.Sections) == 0 {
		w.doc.Sections = append(w.doc.Sections, w.section)
		w.parts = append(w.parts, part{w.heading, at})
	}
}

func (w *walker) list(l *ast.List) List {
	list := List{Numbered: l.IsOrdered(), Place: w.place(l), Items: make([]Item, 0, l.ChildCount())}
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		at := w.place(item)
		list.Items = append(list.Items, Item{Place: at})
		w.items = append(w.items, w.plain(item, int(at.Start)))
	}
	return list
}

// document takes out what was gathered and makes ready for the next body.
func (w *walker) document() Document {
	html, headings, item := w.html.String(), taken(&w.doc.Headings), 0
	for i, part := range w.parts {
		s := &w.doc.Sections[i]
		s.Heading, s.Text = &untitled, Text{html[part.html.Start:part.html.End]}
		if part.heading > 0 {
			s.Heading = &headings[part.heading-1]
		}
		for _, l := range s.Lists {
			for j := range l.Items {
				at := w.html.items[item]
				l.Items[j].fill(strings.TrimSpace(html[at.Start:at.End]), w.items[item])
				item++
			}
		}
	}
	doc := Document{
		Sections: taken(&w.doc.Sections), Headings: headings, Links: taken(&w.doc.Links),
		Citations: taken(&w.doc.Citations), HTML: taken(&w.doc.HTML), Comments: taken(&w.doc.Comments),
		body: w.doc.body, blocks: taken(&w.doc.blocks), pieces: taken(&w.doc.pieces), cited: taken(&w.doc.cited),
	}
	for range strings.FieldsSeq(doc.body) {
		doc.Words++
	}
	w.source, w.doc.body, w.section, w.heading, w.parts = nil, "", Section{}, 0, w.parts[:0]
	clear(w.items)
	w.items = w.items[:0]
	w.html.Reset()
	w.html.items = w.html.items[:0]
	clear(w.ids)
	return doc
}

// fill gives an item its HTML and its words, which most often are the same.
func (i *Item) fill(html, words string) {
	i.Text = Text{html}
	if words != html {
		i.plain = new(strings.Clone(words)) // the body may go
	}
}

// taken is a slice of just the size, out of one that is filled again.
func taken[T any](from *[]T) []T {
	if len(*from) == 0 {
		return nil
	}
	out := slices.Clone(*from)
	clear(*from)
	*from = (*from)[:0]
	return out
}
