package source

import (
	"bytes"
	"io"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// streams are YAML readers to be used again: to make one takes as much memory as most
// texts.
var streams = sync.Pool{New: func() any { return newStream() }}

// stream reads texts as the documents of one YAML stream. Behind each stands a document
// of its own, the end, so that what a text has too much is noticed.
type stream struct {
	loader   *yaml.Loader // nil: it could not be made
	rest     []byte
	tail     string
	doc, end yaml.Node
	above    int // lines of the stream above the text
}

// streamEnd stands behind each text. YAML looks two tokens ahead, so the mark of a
// document's end stands there twice more than is due, lest it look for the next text.
const (
	streamEnd  = "...\n" + endWord + "\n...\n...\n...\n"
	endWord    = "end"
	endsAtLine = 2 // where endWord stands
	endLines   = 5
)

func newStream() *stream {
	s := &stream{}
	s.loader, _ = yaml.NewLoader(s)
	return s
}

// Read implements io.Reader.
func (s *stream) Read(to []byte) (int, error) {
	n := copy(to, s.rest)
	s.rest = s.rest[n:]
	m := copy(to[n:], s.tail)
	s.tail = s.tail[m:]
	if n+m == 0 {
		return 0, io.EOF
	}
	return n + m, nil
}

// streamed parses a text with a reader that has read others, as far as that makes no
// difference. Of any other text it is not ok, and neither of one that is at fault.
func streamed(text []byte) (root *yaml.Node, ok bool) {
	if !ordinary(text) {
		return nil, false
	}
	s := streams.Get().(*stream)
	if root = s.next(text); root == nil {
		return nil, false // its reader is in the middle of something
	}
	streams.Put(s)
	return root, true
}

func (s *stream) next(text []byte) *yaml.Node {
	lines := bytes.Count(text, []byte{'\n'})
	s.rest, s.tail = text, streamEnd
	if s.loader == nil || s.loader.Load(&s.doc) != nil || s.loader.Load(&s.end) != nil {
		return nil
	}
	if len(s.doc.Content) != 1 || len(s.end.Content) != 1 {
		return nil
	}
	root, end := s.doc.Content[0], s.end.Content[0]
	s.doc, s.end = yaml.Node{}, yaml.Node{}
	if end.Value != endWord || end.Line != s.above+lines+endsAtLine {
		return nil
	}
	lift(root, s.above)
	s.above += lines + endLines
	return root
}

// lift makes the lines of a node those of its text.
func lift(n *yaml.Node, by int) {
	n.Line -= by
	for _, child := range n.Content {
		lift(child, by)
	}
}

// ordinary reports whether a text has neither marks of a document nor comments nor names
// for other places, which a stream would keep in mind, and whether all of its lines, also
// the last one, end with LF.
func ordinary(text []byte) bool {
	if !bytes.HasSuffix(text, []byte{'\n'}) || bytes.ContainsAny(text, "#&*!\r") {
		return false
	}
	for _, r := range []rune{nextLine, lineSeparator, paragraphSeparator} {
		if bytes.Contains(text, utf8.AppendRune(nil, r)) {
			return false
		}
	}
	for len(text) > 0 {
		if text[0] == '%' || bytes.HasPrefix(text, []byte("---")) || bytes.HasPrefix(text, []byte("...")) {
			return false
		}
		text = text[bytes.IndexByte(text, '\n')+1:]
	}
	return true
}
