package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// plain is the words of a node without markup; line ends become spaces.
func plain(n ast.Node, source []byte) string {
	return string(tidied(appendPlain(nil, n, source)))
}

// plain is the same for a node whose first word stands at an offset.
func (w *walker) plain(n ast.Node, at int) string {
	w.words = appendPlain(w.words[:0], n, w.source)
	words := tidied(w.words)
	if end := at + len(words); end <= len(w.doc.body) && w.doc.body[at:end] == string(words) {
		return w.doc.body[at:end]
	}
	return string(words)
}

func appendPlain(to []byte, n ast.Node, source []byte) []byte {
	switch n := n.(type) {
	case *ast.Text:
		to = append(to, n.Segment.Value(source)...)
		if n.SoftLineBreak() || n.HardLineBreak() {
			to = append(to, ' ')
		}
	case *ast.String:
		to = append(to, n.Value...)
	case *ast.AutoLink:
		to = append(to, n.Label(source)...)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		to = appendPlain(to, c, source)
	}
	if n.Type() == ast.TypeBlock && len(to) > 0 {
		to = append(to, ' ')
	}
	return to
}

// tidied is words without the backslashes that escape, parted by single spaces.
func tidied(words []byte) []byte {
	words = bytes.TrimRight(words, " ")
	blank := true
	for at := 0; at < len(words); {
		r, size := utf8.DecodeRune(words[at:])
		if r == '\\' || unicode.IsSpace(r) && (blank || r != ' ') {
			return []byte(strings.Join(strings.Fields(unescape(string(words))), " "))
		}
		blank = r == ' '
		at += size
	}
	return words
}

// unescape resolves the backslash escapes that goldmark leaves in text segments.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && escapable(s[i+1]) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func escapable(c byte) bool { return strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0 }
