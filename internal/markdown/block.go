package markdown

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
)

// BlockKind says what a Block is.
type BlockKind uint8

// The kinds of Block.
const (
	Paragraph BlockKind = iota
	ListItem
	HeadingLine
	TableRow
)

// Block is a stretch of prose in plain words, in the order of the body. Markup,
// pictures and citations are no part of its Text; the cells of a row are parted by
// line ends. Place is from the first to the last of its words.
type Block struct {
	Place
	Kind      BlockKind
	Quoted    bool   // it stands in a block quotation
	Section   string // the title of the level-2 heading above it
	Text      string
	Citations []Citation
	pieces    []piece
}

// piece is a run of Text that the body has unchanged.
type piece struct{ at, from, size int32 }

// In is where bytes start to end of the Text stand in the body.
func (b *Block) In(start, end int) Place {
	if len(b.pieces) == 0 || start >= end {
		return b.Place
	}
	first, last := b.piece(start), b.piece(end-1)
	from := int(first.from) + max(0, min(start-int(first.at), int(first.size)))
	return Place{from, max(from, int(last.from)+min(end-int(last.at), int(last.size)))}
}

// piece is the one that holds a byte of the Text; of a blank that stands for a line
// end, the one before it.
func (b *Block) piece(offset int) piece {
	i := sort.Search(len(b.pieces), func(i int) bool { return int(b.pieces[i].at) > offset })
	return b.pieces[max(0, i-1)]
}

// keep notes a node that holds words as a Block. A blank one is left out.
func (w *walker) keep(n ast.Node) {
	b := Block{Section: w.section.Title}
	switch n := n.(type) {
	case *ast.Heading:
		b.Kind = HeadingLine
		if n.Level == 2 {
			b.Section = w.doc.Headings[len(w.doc.Headings)-1].Title
		}
	case *tables.TableRow, *tables.TableHeader:
		b.Kind = TableRow
	default:
		b.Kind, b.Quoted = standing(n)
	}
	w.words = w.words[:0]
	first := len(w.pieces)
	w.inline(n, &b)
	b.pieces = w.pieces[first:len(w.pieces):len(w.pieces)]
	if len(b.pieces) == 0 {
		return
	}
	last := b.pieces[len(b.pieces)-1]
	b.Text = string(bytes.TrimRight(w.words, " \n"))
	b.Place = Place{int(b.pieces[0].from), int(last.from + last.size)}
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// standing says what a node with words is by what it stands in.
func standing(n ast.Node) (kind BlockKind, quoted bool) {
	for p := n.Parent(); p != nil; p = p.Parent() {
		switch p.Kind() {
		case ast.KindListItem:
			kind = ListItem
		case ast.KindBlockquote:
			quoted = true
		}
	}
	return kind, quoted
}

// inline gathers the words below a node.
func (w *walker) inline(n ast.Node, b *Block) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.take(c.Segment.Start, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				w.words = append(w.words, ' ')
			}
		case *citation:
			b.Citations = append(b.Citations, c.ids...)
		case *tables.TableCell:
			if len(w.words) > 0 {
				w.words = append(w.words, '\n')
			}
			w.inline(c, b)
		case *ast.Image, *ast.AutoLink, *ast.RawHTML:
		default:
			w.inline(c, b)
		}
	}
}

// take adds a stretch of the body to the words, without the backslashes that escape.
func (w *walker) take(start, stop int) {
	from := start
	for i := start; i+1 < stop; i++ {
		if w.source[i] == '\\' && escapable(w.source[i+1]) {
			w.piece(from, i)
			i++
			from = i
		}
	}
	w.piece(from, stop)
}

func (w *walker) piece(from, to int) {
	if to > from {
		w.pieces = append(w.pieces, piece{int32(len(w.words)), int32(from), int32(to - from)})
		w.words = append(w.words, w.source[from:to]...)
	}
}
