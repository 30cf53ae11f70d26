package markdown

import (
	"regexp"

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

var (
	citationGroup = regexp.MustCompile(`^\[@[^\s\[\];@]+(?:\s*;\s*@[^\s\[\];@]+)*\]`)
	citationID    = regexp.MustCompile(`@([^\s\[\];@]+)`)
)

// citations parses [@one] and [@one; @two].
type citations struct{}

// Trigger implements parser.InlineParser.
func (citations) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (citations) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	group := citationGroup.Find(line)
	if group == nil {
		return nil
	}
	node := &citation{}
	for _, m := range citationID.FindAllSubmatchIndex(group, -1) {
		node.ids = append(node.ids, Citation{
			Place: Place{at.Start + m[2], at.Start + m[3]},
			ID:    string(group[m[2]:m[3]]),
		})
	}
	block.Advance(len(group))
	return node
}
