package source

import (
	"bytes"

	"go.yaml.in/yaml/v4"

	"regimen/internal/diag"
)

// UnquotedColon reports a key with a value that stands where a text is due: a text
// with a colon in it, which lacks its quotes. It is not ok where the node is more
// than that.
func (s *Source) UnquotedColon(n *yaml.Node) (found diag.Diagnostic, ok bool) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) != 2 {
		return found, false
	}
	for _, part := range n.Content {
		if part.Kind != yaml.ScalarNode || part.Style != 0 {
			return found, false
		}
	}
	at := s.extent(n)
	text := s.draft.text[at.start:at.end]
	if bytes.IndexByte(text, '\n') >= 0 || len(n.Content[1].Value) == 0 {
		return found, false
	}
	return s.diagnostic(s.draft, slip{
		rule: unquotedColon, severity: diag.Error, at: at,
		message: named(text) + " contains `: `, so it must be quoted",
		help:    "Put the whole text into quotes.",
		fix:     "put it into quotes", safe: true, patches: quoting(s.draft.text, at),
	}), true
}
