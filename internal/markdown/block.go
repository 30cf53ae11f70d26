package markdown

import (
	"bytes"
	"iter"
	"sort"
	"strings"

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

// block is what a Document keeps of a Block.
type block struct {
	kind    BlockKind
	quoted  bool
	heading int32 // the one of its section, among the Document's; one more, so that 0 is none
	pieces  int32 // its first, among the Document's; those of the next block follow
}

// cited is the citations in a block, of which most have none.
type cited struct {
	block int
	ids   []Citation
}

// piece is a run of a Block's Text that the body has unchanged.
type piece struct{ at, from, size int32 }

// Blocks walks every paragraph, list item, heading and table row.
func (d *Document) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		cited := d.cited
		for i := range d.blocks {
			b := d.block(i)
			if len(cited) > 0 && cited[0].block == i {
				b.Citations, cited = cited[0].ids, cited[1:]
			}
			if !yield(b) {
				return
			}
		}
	}
}

func (d *Document) block(i int) Block {
	kept, end := d.blocks[i], len(d.pieces)
	if i+1 < len(d.blocks) {
		end = int(d.blocks[i+1].pieces)
	}
	b := Block{Kind: kept.kind, Quoted: kept.quoted, pieces: d.pieces[kept.pieces:end:end]}
	if kept.heading > 0 {
		b.Section = d.Headings[kept.heading-1].Title
	}
	last := b.pieces[len(b.pieces)-1]
	b.Place = Place{b.pieces[0].from, last.from + last.size}
	b.Text = strings.TrimRight(d.words(&b), " \n")
	return b
}

// words joins the pieces of a block. Between them stood the ends of lines or cells.
func (d *Document) words(b *Block) string {
	if p := b.pieces[0]; len(b.pieces) == 1 && p.at == 0 {
		return d.body[p.from : p.from+p.size]
	}
	between := " "
	if b.Kind == TableRow {
		between = "\n"
	}
	last := b.pieces[len(b.pieces)-1]
	var words strings.Builder
	words.Grow(int(last.at + last.size))
	for _, p := range b.pieces {
		for words.Len() < int(p.at) {
			words.WriteString(between)
		}
		words.WriteString(d.body[p.from : p.from+p.size])
	}
	return words.String()
}

// In is where bytes start to end of the Text stand in the body.
func (b *Block) In(start, end int) Place {
	if len(b.pieces) == 0 || start >= end {
		return b.Place
	}
	first, last := b.piece(start), b.piece(end-1)
	from := int(first.from) + max(0, min(start-int(first.at), int(first.size)))
	return newPlace(from, max(from, int(last.from)+min(end-int(last.at), int(last.size))))
}

// piece is the one that holds a byte of the Text; of a blank that stands for a line
// end, the one before it.
func (b *Block) piece(offset int) piece {
	i := sort.Search(len(b.pieces), func(i int) bool { return int(b.pieces[i].at) > offset })
	return b.pieces[max(0, i-1)]
}

// keep notes a node that holds words as a block. One without words is left out.
func (w *walker) keep(n ast.Node, b block) {
	b.pieces = int32(len(w.doc.pieces))
	run := run{walker: w}
	run.inline(n)
	if len(w.doc.pieces) == int(b.pieces) {
		return
	}
	if len(run.ids) > 0 {
		w.doc.cited = append(w.doc.cited, cited{len(w.doc.blocks), run.ids})
	}
	w.doc.blocks = append(w.doc.blocks, b)
}

// run gathers the words of a block, and how long they are.
type run struct {
	*walker
	size int
	ids  []Citation
}

// inline gathers the words below a node.
func (r *run) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.take(c.Segment.Start, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				r.size++
			}
		case *citation:
			r.ids = append(r.ids, c.ids...)
		case *tables.TableCell:
			if r.size > 0 {
				r.size++
			}
			r.inline(c)
		case *ast.Image, *ast.AutoLink, *ast.RawHTML:
		default:
			r.inline(c)
		}
	}
}

// take adds a stretch of the body to the words, without the backslashes that escape.
func (r *run) take(start, stop int) {
	from := start
	for i := start; i+1 < stop; i++ {
		next := bytes.IndexByte(r.source[i:stop-1], '\\')
		if next < 0 {
			break
		}
		if i += next; escapable(r.source[i+1]) {
			r.piece(from, i)
			i++
			from = i
		}
	}
	r.piece(from, stop)
}

func (r *run) piece(from, to int) {
	if to > from {
		r.doc.pieces = append(r.doc.pieces, piece{int32(r.size), int32(from), int32(to - from)})
		r.size += to - from
	}
}
