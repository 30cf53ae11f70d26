package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// definitions takes [name]: address out of paragraphs, as goldmark does by itself. That
// makes a reader for each paragraph, and most have no bracket.
type definitions struct{}

// Transform implements parser.ParagraphTransformer.
func (definitions) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if lines := p.Lines(); lines.Len() > 0 {
		words := reader.Source()[lines.At(0).Start:lines.At(lines.Len()-1).Stop]
		if bytes.IndexByte(words, '[') < 0 {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(p, reader, pc)
}
