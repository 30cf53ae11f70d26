package content

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

const svgSpace = "http://www.w3.org/2000/svg"

// plainShapes are the elements of a drawing that does nothing and fetches nothing.
var plainShapes = []string{
	"svg", "g", "defs", "symbol", "use", "title", "desc",
	"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
	"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
}

// leftOut are attributes of the file that would disturb the page it stands in.
var leftOut = []string{"class", "version", "role", "tabindex", "lang", "focusable"}

var closedBy = regexp.MustCompile(`^element <(\S+)> closed by </(\S+)>`)

var (
	addressIn   = regexp.MustCompile(`(?i)url\(\s*["']?\s*([^"')\s]*)`)
	fourNumbers = regexp.MustCompile(`^\s*[-+.\d]+(?:[\s,]+[-+.\d]+){3}\s*$`)
	fetches     = regexp.MustCompile(`(?i)\\|\b(?:src|image|image-set|cross-fade)\(`)
)

// drawing reads logo.svg and gives it as it may stand in a page: without prolog, with
// ids that clash with none of the page's. Whatever may act or fetch is reported.
func (t *themed) drawing() []byte {
	start := t.start()
	if len(t.Text) > mostLogoBytes {
		t.report(themeDrawing, start, start, "the logo has %d kB, and stands in every page", (len(t.Text)+1023)>>10).Help =
			"16 kB are the most; leave out hidden layers and needless decimals"
		return nil
	}
	d := drawingReader{themed: t, from: xml.NewDecoder(bytes.NewReader(t.Text[start:])), base: start}
	for d.token() {
	}
	if d.depth == 0 && !d.rooted && len(t.found) == 0 {
		t.report(themeDrawing, start, start, "this file holds no drawing").Help = "it begins with `<svg …>`"
	}
	return d.out.Bytes()
}

type drawingReader struct {
	*themed
	from   *xml.Decoder
	base   int
	out    bytes.Buffer
	space  string // of the names in this file
	depth  int
	rooted bool
}

// token reads one tag or text; false at the end, or where the file cannot be read on.
func (d *drawingReader) token() bool {
	start := d.base + int(d.from.InputOffset())
	token, err := d.from.Token()
	end := d.base + int(d.from.InputOffset())
	if err != nil {
		if !errors.Is(err, io.EOF) {
			d.unreadable(start, end, err)
		}
		return false
	}
	switch v := token.(type) {
	case xml.StartElement:
		return d.element(v, start, end)
	case xml.EndElement:
		d.depth--
		if d.out.WriteString("</" + v.Name.Local + ">"); d.depth == 0 {
			return d.rest()
		}
	case xml.CharData:
		if d.depth > 0 {
			_ = xml.EscapeText(&d.out, []byte(strings.Join(strings.Fields(string(v)), " "))) // a buffer takes every write
		}
	case xml.Directive:
		if bytes.ContainsRune(v, '[') {
			d.report(themeDrawing, start, end, "the drawing brings words of its own (`<!DOCTYPE … [`)").Help = "save it as a plain SVG"
		}
	case xml.ProcInst:
		if v.Target != "xml" {
			d.report(themeDrawing, start, end, "`<?%s` would fetch a file", shorten(v.Target)).Help = "save it as a plain SVG"
		}
	}
	return true
}

// rest asks that nothing but white space and comments stands behind the drawing.
func (d *drawingReader) rest() bool {
	for {
		at := d.base + int(d.from.InputOffset())
		token, err := d.from.Token()
		if errors.Is(err, io.EOF) {
			return false
		}
		text, ok := token.(xml.CharData)
		if _, comment := token.(xml.Comment); comment || ok && len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		d.report(themeDrawing, at, at, "something stands behind the drawing").Help = "the file ends with `</svg>`"
		return false
	}
}

func (d *drawingReader) unreadable(start, end int, err error) {
	message := "the drawing cannot be read from here on"
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		if m := closedBy.FindStringSubmatch(syntax.Msg); m != nil {
			message = "`<" + m[1] + ">` is closed by `</" + m[2] + ">`"
		} else if syntax.Msg == "unexpected EOF" {
			message = "the drawing ends before its last `</svg>`"
		}
	}
	d.report(themeDrawing, min(start, len(d.Text)), max(start, min(end, len(d.Text))), "%s", message).Help = "save it as a plain SVG"
}

// element reads a start tag; false where nothing behind it can be read.
func (d *drawingReader) element(e xml.StartElement, start, end int) bool {
	name := e.Name.Local
	if d.depth == 0 && !d.root(e, start) {
		return false
	}
	if name == "metadata" && e.Name.Space == d.space {
		return d.skip()
	}
	if e.Name.Space != d.space || !slices.Contains(plainShapes, name) {
		d.report(themeDrawing, start, end, "`<%s>` is no plain shape", shorten(name)).Help = "save it as a plain SVG: shapes and their colours, nothing else"
		return d.skip()
	}
	d.out.WriteString("<" + name)
	if d.depth == 0 {
		d.out.WriteString(` class="logo" aria-hidden="true"`)
	}
	for _, a := range e.Attr {
		d.attribute(a, start, end)
	}
	d.out.WriteByte('>')
	d.depth++
	return true
}

// skip passes all that stands in an element.
func (d *drawingReader) skip() bool {
	if err := d.from.Skip(); err != nil {
		at := d.base + int(d.from.InputOffset())
		d.unreadable(at, at, err)
		return false
	}
	return true
}

// root looks at the first tag.
func (d *drawingReader) root(e xml.StartElement, start int) bool {
	d.rooted, d.space = true, e.Name.Space
	if e.Name.Local != "svg" {
		d.report(themeDrawing, start, start+1+len(e.Name.Local), "the drawing begins with `<%s`", shorten(e.Name.Local)).Help = "it begins with `<svg …>`"
		return false
	}
	if d.space != svgSpace {
		d.report(themeDrawing, start, start+4, "the drawing does not say that it is one").Help = "add `xmlns=\"" + svgSpace + "\"`"
	}
	if !slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "viewBox" && fourNumbers.MatchString(a.Value) }) {
		d.report(themeDrawing, start, start+4, "the drawing has no `viewBox`").Help = "add one, such as `viewBox=\"0 0 64 64\"`, so that it can be shown in any size"
	}
	return true
}

func (d *drawingReader) attribute(a xml.Attr, start, end int) {
	name, value := a.Name.Local, a.Value
	folded := strings.ToLower(name)
	switch {
	case a.Name.Space == "xmlns" || name == "xmlns":
		return
	case strings.HasPrefix(folded, "on"):
		d.refuse(a, start, end, "`%s` would act, and a logo only stands", "take it away")
		return
	case folded == "style":
		d.refuse(a, start, end, "`%s` is not allowed in a page", "write each part as an attribute: `style=\"fill: #123\"` is `fill=\"#123\"`")
		return
	case folded == "href" || folded == "src" || folded == "base":
		if !strings.HasPrefix(value, "#") || folded != "href" {
			d.refuse(a, start, end, "`%s` leads out of the drawing", "draw what it fetches in this file")
			return
		}
		value = "#logo-" + value[1:]
	case a.Name.Space != "" || slices.Contains(leftOut, name) || strings.HasPrefix(folded, "aria-") || strings.HasPrefix(folded, "data-"):
		return
	case d.depth == 0 && slices.Contains([]string{"width", "height", "x", "y", "id"}, name):
		return
	case name == "id":
		value = "logo-" + value
	}
	if leadsOut(value) {
		d.refuse(a, start, end, "`%s` leads out of the drawing", "draw what it fetches in this file")
		return
	}
	value = addressIn.ReplaceAllStringFunc(value, func(m string) string { return strings.Replace(m, "#", "#logo-", 1) })
	d.out.WriteString(" " + name + `="`)
	_ = xml.EscapeText(&d.out, []byte(value)) // a buffer takes every write
	d.out.WriteByte('"')
}

// leadsOut reports whether a value would fetch a file. A backslash can hide that.
func leadsOut(value string) bool {
	return fetches.MatchString(value) || slices.ContainsFunc(addressIn.FindAllStringSubmatch(value, -1), func(m []string) bool {
		return !strings.HasPrefix(m[1], "#")
	})
}

// refuse reports an attribute where it stands in its tag.
func (d *drawingReader) refuse(a xml.Attr, start, end int, message, help string) {
	at := regexp.MustCompile(`[\s:]` + regexp.QuoteMeta(a.Name.Local) + `\s*=`).FindIndex(d.Text[start:end])
	if at != nil {
		start, end = start+at[0]+1, start+at[0]+1+len(a.Name.Local)
	}
	d.report(themeDrawing, start, end, message, a.Name.Local).Help = help
}
