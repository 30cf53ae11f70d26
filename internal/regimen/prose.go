package regimen

import (
	"regimen/internal/diag"
	"regimen/internal/markdown"
)

// InBody is where a stretch of the body is stored in the file. The body was read with
// every CRLF turned into LF, so the line ends before the place are counted again.
func (p *Page) InBody(at markdown.Place) diag.Span {
	start := p.stored(p.BodyAt, int(at.Start))
	return p.File.Span(start, p.stored(start, int(at.End-at.Start)))
}

// stored is the offset in the file that lies some bytes of the body behind another.
func (p *Page) stored(from, bytes int) int {
	text := p.File.Text
	for ; bytes > 0 && from < len(text); bytes-- {
		if text[from] == '\r' && from+1 < len(text) && text[from+1] == '\n' {
			from++
		}
		from++
	}
	return from
}
