package source

import (
	"bytes"
	"errors"

	"go.yaml.in/yaml/v4"

	"regimen/internal/diag"
)

// nodes parses a draft. A text without any content is an empty mapping.
func nodes(text []byte) (*yaml.Node, error) {
	var doc yaml.Node
	err := yaml.Load(text, &doc)
	var failure *yaml.LoadError
	if errors.As(err, &failure) && failure.Stage == yaml.ConstructorStage && !hasText(text) {
		return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}, nil
	}
	if err != nil {
		return nil, err
	}
	if doc.Kind == yaml.DocumentNode && len(doc.Content) > 0 {
		return doc.Content[0], nil
	}
	return &doc, nil
}

// hasText reports whether a text holds more than blanks and comments.
func hasText(text []byte) bool {
	for at := 0; at < len(text); {
		l := lineAt(text, at)
		if l.text < l.end && text[l.text] != '#' {
			return true
		}
		at = l.next
	}
	return false
}

// load parses the mended draft. What YAML refuses all the same is reported, unless
// a slip explains it, and left out, so that the rest can be read.
func (s *Source) load(d draft, explained bool) diag.List {
	const tries = 8
	var found diag.List
	root, err := nodes(d.text)
	for n := 0; err != nil && n < tries; n++ {
		at := refused(d.text, err)
		if !explained {
			found, explained = append(found, s.diagnostic(d, refusal(at))), true
		}
		s.doubts = append(s.doubts, s.fromDraft(d, at))
		d = d.patched([]patch{{at.start, at.end, ""}})
		root, err = nodes(d.text)
	}
	if err != nil {
		return found
	}
	s.draft, s.lines = d, diag.NewFile("", d.text)
	t := tree{Source: s}
	if root.Kind != yaml.MappingNode {
		if explained {
			return found
		}
		whole := stretch{s.startOf(root), s.extent(root).end}
		t.report(unreadable, s.fromDraft(s.draft, whole), "the frontmatter is not made of `key: value` lines",
			"Write one fact a line: a key, a colon, a space and the value.")
		return append(found, t.found...)
	}
	t.mapping(root, 1)
	s.Root = root
	return append(found, t.found...)
}

// refused is the line that YAML could not read, without its indentation.
func refused(text []byte, err error) stretch {
	line := 1
	var failure *yaml.LoadError
	if errors.As(err, &failure) {
		line = failure.Mark.Line
		if failure.ContextMark.Line > 0 && failure.Stage == yaml.ScannerStage {
			line = failure.ContextMark.Line
		}
	}
	var at stretch
	for l, n := lineAt(text, 0), 1; ; l, n = lineAt(text, l.next), n+1 {
		if l.text < l.end && text[l.text] != '#' {
			at = stretch{l.text, l.end}
		}
		if (n >= line && at.end > 0) || l.next >= len(text) {
			return at
		}
	}
}

func refusal(at stretch) slip {
	return slip{
		rule: unreadable, severity: diag.Error, at: at,
		message: "this line cannot be read, or does not go together with the lines above",
		help:    "Check its colon, quotes, brackets and indentation; put a text with special characters into quotes.",
	}
}

// tree looks through parsed nodes for what YAML takes without a word, and takes it
// out, so that nothing reads it.
type tree struct {
	*Source
	found diag.List
}

func (t *tree) report(rule diag.Rule, at diag.Span, message, help string) *diag.Diagnostic {
	d := rule.Report(at, message)
	d.Help = help
	if len(t.found) == mostSlips {
		d = tooMuch.Report(at, manySlips)
		d.Help = manySlipsHelp
	}
	if len(t.found) > mostSlips {
		return &d
	}
	t.found = append(t.found, d)
	return &t.found[len(t.found)-1]
}

func (t *tree) node(n *yaml.Node, depth int) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		t.report(unsupportedSyntax, t.Value(n), "the marks `&`, `*` and `!` before a value are not read here",
			"Write the value itself, or put the text into quotes.")
		t.doubts = append(t.doubts, t.Value(n))
		*n = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
	}
	if depth > deepest && len(n.Content) > 0 {
		t.report(tooMuch, t.Value(n), "lists and groups of keys stand inside each other more than 32 deep",
			"Nothing in a content file needs such depth.")
		n.Content = nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		t.mapping(n, depth)
	case yaml.SequenceNode:
		t.sequence(n, depth)
	}
}

func (t *tree) mapping(n *yaml.Node, depth int) {
	kept := n.Content[:0]
	var seen map[string]*yaml.Node
	if len(n.Content) > 128 {
		seen = make(map[string]*yaml.Node, len(n.Content)/2)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" || key.Tag == "!!null" && key.Value == "" {
			t.report(unreadable, t.Value(key), "a key must be a plain word", "Write one word before the colon.")
			continue
		}
		if first := earlier(seen, kept, key.Value); first != nil {
			d := t.report(keyTwice, t.Key(key), "the key "+named([]byte(key.Value))+" is given twice", "Keep one of the two.")
			d.Related = []diag.Related{{At: t.Key(first), Message: "given here first"}}
			continue
		}
		if seen != nil {
			seen[key.Value] = key
		}
		t.node(value, depth+1)
		kept = append(kept, key, value)
	}
	n.Content = kept
}

// earlier is a key of the same name among those already kept.
func earlier(seen map[string]*yaml.Node, kept []*yaml.Node, name string) *yaml.Node {
	if seen != nil {
		return seen[name]
	}
	for i := 0; i < len(kept); i += 2 {
		if kept[i].Value == name {
			return kept[i]
		}
	}
	return nil
}

func (t *tree) sequence(n *yaml.Node, depth int) {
	kept := n.Content[:0]
	for _, item := range n.Content {
		if item.Kind == yaml.ScalarNode && item.Tag == "!!null" && item.Value == "" && item.Style == 0 {
			t.report(unreadable, t.dash(item), "nothing stands behind this `-`", "Write the item, or delete the line.")
			continue
		}
		t.node(item, depth+1)
		kept = append(kept, item)
	}
	n.Content = kept
}

// dash is the mark of a list item that has no text.
func (t *tree) dash(item *yaml.Node) diag.Span {
	at := t.startOf(item)
	start := bytes.LastIndexByte(t.draft.text[:at], '-')
	if start < 0 {
		start = at
	}
	return t.fromDraft(t.draft, stretch{start, min(start+1, len(t.draft.text))})
}
