package markdown

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Text is HTML with gaps for link addresses and citations.
type Text struct{ html string }

// A gap stands between bytes that no UTF-8 holds: content refuses a body with others,
// and nothing that is rendered makes any.
const (
	gapOpen  = '\xfe'
	gapClose = '\xff'
	linkGap  = 'l'
	citeGap  = 'c'
	idGap    = 'i'
)

// Empty reports whether there is nothing to show.
func (t Text) Empty() bool { return t.html == "" }

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
	rest := t.html
	for {
		open := strings.IndexByte(rest, gapOpen)
		if open < 0 {
			return append(to, rest...)
		}
		to = append(to, rest[:open]...)
		rest = rest[open+1:]
		end := strings.IndexByte(rest, gapClose)
		switch words := rest[1:end]; rest[0] {
		case linkGap:
			to = append(to, html.EscapeString(fill.Link(words))...)
		case idGap:
			to = append(to, html.EscapeString(fill.Prefix+words)...)
		default:
			to = append(to, fill.Cite(strings.Split(words, ";"))...)
		}
		rest = rest[end+1:]
	}
}

// buffer is what goldmark would otherwise put around every piece it renders. It knows
// where it holds the items of the lists that stand in no other list or quotation.
type buffer struct {
	bytes.Buffer
	items []Place
}

// Buffered implements util.BufWriter.
func (*buffer) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (*buffer) Flush() error { return nil }

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
	to.Register(ast.KindListItem, renderItem)
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

func renderItem(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	to := w.(*buffer)
	inSection := n.Parent().Parent().Kind() == ast.KindDocument
	if entering {
		_, _ = w.WriteString("<li>")
		if inSection {
			to.items = append(to.items, newPlace(to.Len(), to.Len()))
		}
		if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
			_ = w.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	}
	if inSection {
		to.items[len(to.items)-1].End = int32(to.Len())
	}
	_, _ = w.WriteString("</li>\n")
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
