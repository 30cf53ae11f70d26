package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Text is HTML with gaps for link addresses and citations.
type Text struct{ pieces []string } // literal, gap, literal, gap, …, literal

// A gap in rendered HTML is written between these bytes, which the body cannot
// hold: content refuses control characters before a body is parsed.
const (
	gapOpen  = '\x02'
	gapClose = '\x03'
	linkGap  = 'l'
	citeGap  = 'c'
	idGap    = 'i'
)

func newText(rendered string) Text {
	if rendered == "" {
		return Text{}
	}
	var pieces []string
	for {
		open := strings.IndexByte(rendered, gapOpen)
		if open < 0 {
			return Text{pieces: append(pieces, rendered)}
		}
		end := open + strings.IndexByte(rendered[open:], gapClose)
		pieces = append(pieces, rendered[:open], rendered[open+1:end])
		rendered = rendered[end+1:]
	}
}

// Empty reports whether there is nothing to show.
func (t Text) Empty() bool { return len(t.pieces) == 0 }

// Fill gives what stands in a Text's gaps: Link the address for a destination,
// Cite the HTML for one citation's ids, Prefix what goes before every anchor where a
// page shows several bodies.
type Fill struct {
	Link   func(destination string) string
	Cite   func(ids []string) string
	Prefix string
}

// Append writes the HTML with its gaps filled.
func (t Text) Append(to []byte, fill Fill) []byte {
	for i, piece := range t.pieces {
		switch {
		case i%2 == 0:
			to = append(to, piece...)
		case piece[0] == linkGap:
			to = append(to, html.EscapeString(fill.Link(piece[1:]))...)
		case piece[0] == idGap:
			to = append(to, html.EscapeString(fill.Prefix+piece[1:])...)
		default:
			to = append(to, fill.Cite(strings.Split(piece[1:], ";"))...)
		}
	}
	return to
}

// gaps renders what depends on the site, and drops raw HTML.
type gaps struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (gaps) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindLink, renderLink)
	to.Register(ast.KindImage, renderImage)
	to.Register(ast.KindAutoLink, renderAutoLink)
	to.Register(ast.KindRawHTML, skip)
	to.Register(ast.KindHTMLBlock, skip)
	to.Register(ast.KindHeading, renderHeading)
	to.Register(kindCitation, renderCitation)
}

func skip(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

func gap(w util.BufWriter, kind byte, words string) {
	_ = w.WriteByte(gapOpen)
	_ = w.WriteByte(kind)
	_, _ = w.WriteString(words)
	_ = w.WriteByte(gapClose)
}

func renderHeading(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	level := string(rune('0' + n.(*ast.Heading).Level))
	if !entering {
		_, _ = w.WriteString("</h" + level + ">\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<h" + level + ` id="`)
	if id, found := n.AttributeString("id"); found {
		gap(w, idGap, string(id.([]byte)))
	}
	_, _ = w.WriteString(`">`)
	return ast.WalkContinue, nil
}

func renderLink(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	link := n.(*ast.Link)
	_, _ = w.WriteString(`<a href="`)
	gap(w, linkGap, string(link.Destination))
	if len(link.Title) > 0 {
		_, _ = w.WriteString(`" title="` + html.EscapeString(string(link.Title)))
	}
	_, _ = w.WriteString(`">`)
	return ast.WalkContinue, nil
}

func renderAutoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := n.(*ast.AutoLink)
	dest := string(link.URL(source))
	if link.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + dest
	}
	_, _ = w.WriteString(`<a href="`)
	gap(w, linkGap, dest)
	_, _ = w.WriteString(`">` + html.EscapeString(string(link.Label(source))) + `</a>`)
	return ast.WalkContinue, nil
}

func renderImage(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(`<img src="`)
		gap(w, linkGap, string(n.(*ast.Image).Destination))
		_, _ = w.WriteString(`" alt="` + html.EscapeString(plain(n, source)) + `">`)
	}
	return ast.WalkSkipChildren, nil
}

func renderCitation(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		var ids []string
		for _, c := range n.(*citation).ids {
			ids = append(ids, c.ID)
		}
		gap(w, citeGap, strings.Join(ids, ";"))
	}
	return ast.WalkContinue, nil
}
