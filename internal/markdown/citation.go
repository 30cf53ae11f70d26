package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindCitation = ast.NewNodeKind("Citation")

type citation struct {
	ast.BaseInline
	ids []Citation
}

// Kind implements ast.Node.
func (c *citation) Kind() ast.NodeKind { return kindCitation }

// Dump implements ast.Node.
func (c *citation) Dump(source []byte, level int) { ast.DumpHelper(c, source, level, nil, nil) }

// citations parses [@one] and [@one; @two].
type citations struct{}

// Trigger implements parser.InlineParser.
func (citations) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (citations) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	ids, size := group(line)
	if size == 0 {
		return nil
	}
	node := &citation{ids: make([]Citation, len(ids))}
	for i, id := range ids {
		node.ids[i] = Citation{
			Place: newPlace(at.Start+id.Start, at.Start+id.Stop),
			ID:    string(line[id.Start:id.Stop]),
		}
	}
	block.Advance(size)
	return node
}

// group finds the ids of the citation that a line begins with, and its size; 0 where
// the line begins with something else.
func group(line []byte) (ids []text.Segment, size int) {
	for at := 1; at < len(line) && line[at] == '@'; at++ {
		id := text.NewSegment(at+1, at+1)
		for id.Stop < len(line) && strings.IndexByte(blanks+"[];@", line[id.Stop]) < 0 {
			id.Stop++
		}
		if id.Stop == id.Start || id.Stop == len(line) {
			return nil, 0
		}
		ids = append(ids, id)
		if line[id.Stop] == ']' {
			return ids, id.Stop + 1
		}
		if at = afterBlanks(line, id.Stop); at == len(line) || line[at] != ';' {
			return nil, 0
		}
		at = afterBlanks(line, at+1) - 1
	}
	return nil, 0
}

const blanks = "\t\n\f\r "

func afterBlanks(line []byte, at int) int {
	for at < len(line) && strings.IndexByte(blanks, line[at]) >= 0 {
		at++
	}
	return at
}
