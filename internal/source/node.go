package source

import (
	"go.yaml.in/yaml/v4"

	"regimen/internal/diag"
)

// Node is a value of the frontmatter as it was written.
type Node = yaml.Node

// The shapes of a node.
const (
	Mapping  = yaml.MappingNode
	Sequence = yaml.SequenceNode
	Scalar   = yaml.ScalarNode
)

// The styles of a node: a value in brackets, a text in quotes.
const (
	Flow   = yaml.FlowStyle
	Quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle
)

// Front is the frontmatter between its fences.
func (s *Source) Front() diag.Span {
	return s.File.Span(s.cut.block, s.cut.end)
}
