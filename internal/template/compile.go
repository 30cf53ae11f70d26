package template

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// call is what a template is compiled for: it may be written differently for each
// type it is given and each place it is called from.
type call struct {
	name string
	typ  reflect.Type
	at   spot
}

// program is a template, compiled.
type program struct {
	body  sequence
	slots int
	out   spot // where it leaves the page
}

// step appends a text, and then perhaps more.
type step struct {
	text string
	do   func(dst []byte, f *frame) []byte
}

type sequence []step

func (s sequence) run(dst []byte, f *frame) []byte {
	for i := range s {
		dst = append(dst, s[i].text...)
		if s[i].do != nil {
			dst = s[i].do(dst, f)
			if f.jump != onward {
				break
			}
		}
	}
	return dst
}

// builder puts a sequence together, texts joined.
type builder struct {
	steps sequence
	text  []byte
}

func (b *builder) add(do func(dst []byte, f *frame) []byte) {
	b.steps = append(b.steps, step{string(b.text), do})
	b.text = b.text[:0]
}

func (b *builder) sequence() sequence {
	if len(b.text) > 0 {
		b.add(nil)
	}
	return b.steps
}

// compiler compiles one template for one call.
type compiler struct {
	set   *Set
	tree  *tree
	calls []string // the templates being compiled, the outermost first
	slots int
	dot   value
	scope []variable
	loops []*loop
}

// variable is one that the template has declared, "$" first.
type variable struct {
	name string
	typ  reflect.Type
	slot int
}

func (s *Set) compile(name string, t reflect.Type) (p *program, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			slip, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			p, err = nil, slip
		}
	}()
	if s.trees[name] == nil {
		return nil, &Error{File: name + ".html", Line: 1, Column: 1, Message: "there is no template " + name, Suggestion: s.nearName(name)}
	}
	p = s.program(call{name: name, typ: t}, nil)
	if !p.out.same(spot{}) {
		tree := s.trees[name]
		at := tree.file.Position(len(tree.file.Text))
		return nil, &Error{File: tree.file.Path, Line: at.Line, Column: at.Column, Message: "the template ends " + p.out.String()}
	}
	return p, nil
}

func (s *Set) nearName(name string) string {
	return nearest(name, slices.Sorted(maps.Keys(s.trees)))
}

// program compiles a template for a call, once.
func (s *Set) program(to call, calls []string) *program {
	if p := s.programs[to]; p != nil {
		return p
	}
	c := &compiler{set: s, tree: s.trees[to.name], calls: append(slices.Clone(calls), to.name)}
	root := c.slot()
	c.scope = []variable{{"$", to.typ, root}}
	c.dot = value{typ: to.typ, at: place{slot: root}}
	p := &program{}
	p.body, p.out = c.list(c.tree.root, to.at)
	p.slots = c.slots
	s.programs[to] = p
	return p
}

func (c *compiler) slot() int {
	c.slots++
	return c.slots - 1
}

// fail ends the compilation with an error at a node.
func (c *compiler) fail(n parse.Node, format string, args ...any) {
	c.failAt(int(n.Position()), "", fmt.Sprintf(format, args...))
}

func (c *compiler) failAt(offset int, suggestion, message string) {
	at := c.tree.file.Position(offset)
	panic(&Error{File: c.tree.file.Path, Line: at.Line, Column: at.Column, Message: message, Suggestion: suggestion})
}

// list compiles nodes that follow each other.
func (c *compiler) list(n *parse.ListNode, at spot) (sequence, spot) {
	var b builder
	if n == nil {
		return nil, at
	}
	for _, node := range n.Nodes {
		if at = c.node(&b, node, at); at.state == unreachable {
			break
		}
	}
	return b.sequence(), at
}

func (c *compiler) node(b *builder, n parse.Node, at spot) spot {
	switch n := n.(type) {
	case *parse.TextNode:
		s := scan(at, string(n.Text), b.text)
		if s.slip != "" {
			c.failAt(int(n.Pos)+s.slipAt, "", s.slip)
		}
		b.text = s.out
		return s.at
	case *parse.ActionNode:
		v := c.pipeline(n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			c.print(b, v, at)
			return at
		}
		set := c.place(v)
		b.add(func(dst []byte, f *frame) []byte {
			set.in(f)
			return dst
		})
		return at
	case *parse.IfNode:
		return c.ifNode(b, &n.BranchNode, at)
	case *parse.WithNode:
		return c.withNode(b, &n.BranchNode, at)
	case *parse.RangeNode:
		return c.rangeNode(b, &n.BranchNode, at)
	case *parse.BreakNode:
		return c.jump(b, leave, at)
	case *parse.ContinueNode:
		return c.jump(b, again, at)
	case *parse.TemplateNode:
		return c.templateNode(b, n, at)
	}
	return at
}

// templateNode compiles a call of another template.
func (c *compiler) templateNode(b *builder, n *parse.TemplateNode, at spot) spot {
	if c.set.trees[n.Name] == nil {
		c.failAt(int(n.Pos), c.set.nearName(n.Name), "there is no template "+n.Name)
	}
	if slices.Contains(c.calls, n.Name) {
		c.fail(n, "a template must not call itself: %s", strings.Join(append(c.calls, n.Name), " calls "))
	}
	given := value{typ: nothingType, at: fixed(reflect.New(nothingType).UnsafePointer())}
	if n.Pipe != nil {
		given = c.pipeline(n.Pipe)
		if given.typ == nil {
			c.fail(n.Pipe, "a template needs a value of one kind, and this may be of several")
		}
	}
	p := c.set.program(call{n.Name, given.typ, at.key()}, c.calls)
	from := c.place(given)
	b.add(func(dst []byte, f *frame) []byte {
		under := f.under(p.slots)
		under.slots[0].at = from.in(f)
		return p.body.run(dst, under)
	})
	if p.out.same(at) {
		return at
	}
	return p.out
}
