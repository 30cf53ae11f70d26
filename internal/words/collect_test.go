package words_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"text/template/parse"
)

// fromTemplate collects {{t "…"}} and {{n .Count "…" "…"}}, wherever they stand.
func (u *used) fromTemplate(name, text string) {
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "", "", set); err != nil {
		u.fail(name, "%v", err)
		return
	}
	for _, t := range set {
		u.fromNode(name, t.Root)
	}
}

func (u *used) fromNode(name string, node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			u.fromNode(name, child)
		}
	case *parse.ActionNode:
		u.fromNode(name, n.Pipe)
	case *parse.IfNode:
		u.fromBranch(name, &n.BranchNode)
	case *parse.WithNode:
		u.fromBranch(name, &n.BranchNode)
	case *parse.RangeNode:
		u.fromBranch(name, &n.BranchNode)
	case *parse.TemplateNode:
		u.fromNode(name, n.Pipe)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			u.fromCommand(name, c)
		}
	}
}

func (u *used) fromBranch(name string, n *parse.BranchNode) {
	u.fromNode(name, n.Pipe)
	u.fromNode(name, n.List)
	u.fromNode(name, n.ElseList)
}

func (u *used) fromCommand(name string, c *parse.CommandNode) {
	var texts []string
	for i, arg := range c.Args {
		u.fromNode(name, arg)
		if s, ok := arg.(*parse.StringNode); ok && i < 4 {
			texts = append(texts, s.Text)
		}
	}
	call, _ := c.Args[0].(*parse.IdentifierNode)
	switch {
	case call == nil:
	case call.Ident == "t" && len(c.Args) > 1 && c.Args[1].Type() == parse.NodeString:
		u.text(name, texts[0])
	case call.Ident == "n" && len(c.Args) == 4 && len(texts) == 2:
		u.count(name, texts[0], texts[1])
	case call.Ident == "t" || call.Ident == "n":
		u.fail(name, "%s: a phrase is written out", c)
	}
}

// fromGo collects b.t("…") and b.n(count, "…", "…").
func (u *used) fromGo(name string, text []byte) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, 0)
	if err != nil {
		u.fail(name, "%v", err)
		return
	}
	ast.Inspect(file, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || method.Sel.Name != "t" && method.Sel.Name != "n" {
			return true
		}
		place := fmt.Sprintf("%s:%d", name, set.Position(call.Pos()).Line)
		first := 0
		if method.Sel.Name == "n" {
			first = 1
		}
		var texts []string
		for _, arg := range call.Args[first:min(first*2+1, len(call.Args))] {
			if s, ok := literal(arg); ok {
				texts = append(texts, s)
			}
		}
		switch {
		case len(texts) == 1 && first == 0:
			u.text(place, texts[0])
		case len(texts) == 2 && first == 1:
			u.count(place, texts[0], texts[1])
		default:
			u.fail(place, "a phrase is written out")
		}
		return true
	})
}

// literal is a string that is written out, maybe on several lines.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		x, ok := literal(e.X)
		y, also := literal(e.Y)
		return x + y, ok && also && e.Op == token.ADD
	}
	return "", false
}

// fromScript collects t("…") and n(count, "…", "…").
func (u *used) fromScript(name string, text []byte) {
	s := script{text: string(text)}
	for s.next() {
		call := s.word
		if call != "t" && call != "n" || !strings.HasPrefix(s.text[s.at:], "(") || s.after == "." || s.after == "function" {
			continue
		}
		place := fmt.Sprintf("%s:%d", name, 1+strings.Count(s.text[:s.at], "\n"))
		inside := script{text: s.text, at: s.at + 1}
		if call == "n" && !inside.skipArgument() {
			u.fail(place, "n without a count")
			continue
		}
		first, ok := inside.literal()
		if call == "t" && ok {
			u.text(place, first)
			continue
		}
		if other, also := inside.literal(); call == "n" && ok && also {
			u.count(place, first, other)
			continue
		}
		u.fail(place, "a phrase is written out")
	}
}
