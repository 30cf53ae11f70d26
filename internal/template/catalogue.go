package template

import (
	"cmp"
	"slices"
	"text/template/parse"
)

// Phrases lists every text of the interface in the templates, by file and line.
func (s *Set) Phrases() []Phrase {
	var found []Phrase
	for _, t := range s.trees {
		c := catalogue{tree: t}
		c.list(t.root)
		found = append(found, c.found...)
	}
	slices.SortFunc(found, func(a, b Phrase) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.English, b.English))
	})
	return found
}

type catalogue struct {
	tree  *tree
	found []Phrase
}

func (c *catalogue) list(n *parse.ListNode) {
	if n == nil {
		return
	}
	for _, node := range n.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			c.pipe(n.Pipe)
		case *parse.TemplateNode:
			c.pipe(n.Pipe)
		case *parse.IfNode:
			c.branch(&n.BranchNode)
		case *parse.WithNode:
			c.branch(&n.BranchNode)
		case *parse.RangeNode:
			c.branch(&n.BranchNode)
		}
	}
}

func (c *catalogue) branch(n *parse.BranchNode) {
	c.pipe(n.Pipe)
	c.list(n.List)
	c.list(n.ElseList)
}

func (c *catalogue) pipe(n *parse.PipeNode) {
	if n == nil {
		return
	}
	for _, command := range n.Cmds {
		c.command(command)
		for _, arg := range command.Args {
			switch n := arg.(type) {
			case *parse.PipeNode:
				c.pipe(n)
			case *parse.ChainNode:
				if inner, ok := n.Node.(*parse.PipeNode); ok {
					c.pipe(inner)
				}
			}
		}
	}
}

// command notes the phrase of t, and both of n.
func (c *catalogue) command(n *parse.CommandNode) {
	name, ok := n.Args[0].(*parse.IdentifierNode)
	if !ok {
		return
	}
	word := func(i int) string {
		if i < len(n.Args) {
			if s, ok := n.Args[i].(*parse.StringNode); ok {
				return s.Text
			}
		}
		return ""
	}
	p := Phrase{File: c.tree.file.Path, Line: c.tree.file.Position(int(n.Pos)).Line}
	switch name.Ident {
	case "t":
		p.English = word(1)
	case "n":
		p.English, p.One = word(3), word(2)
	}
	if p.English != "" {
		c.found = append(c.found, p)
	}
}
