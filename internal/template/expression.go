package template

import (
	"reflect"
	"strings"
	"text/template/parse"
	"unsafe"
)

// pipeline compiles an expression, and the variable that it declares or sets. The
// place of a value that has a variable sets it, and so is to be asked once.
func (c *compiler) pipeline(n *parse.PipeNode) value {
	v := c.commands(n)
	if len(n.Decl) == 0 {
		return v
	}
	name := n.Decl[0]
	if v.typ == nil {
		c.fail(n, "a variable needs a value of one kind, and this may be of several")
	}
	own := -1
	if n.IsAssign {
		known := c.variable(name)
		if known.typ != v.typ {
			c.fail(name, "%s holds %s and cannot hold %s", known.name, describe(known.typ), describe(v.typ))
		}
		own = known.slot
	}
	from, keep := c.place(v), keep(v.typ)
	if own < 0 {
		own = c.declare(name.Ident[0], v.typ)
	}
	set := func(f *frame, _ unsafe.Pointer) unsafe.Pointer {
		s := &f.slots[own]
		keep(s, from.in(f))
		return s.at
	}
	return value{typ: v.typ, at: place{on: set}, node: n}
}

func (c *compiler) declare(name string, t reflect.Type) (slot int) {
	slot = c.slot()
	c.scope = append(c.scope, variable{name, t, slot})
	return slot
}

func (c *compiler) variable(n *parse.VariableNode) variable {
	var names []string
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i].name == n.Ident[0] {
			return c.scope[i]
		}
		if i > 0 {
			names = append(names, c.scope[i].name)
		}
	}
	c.failAt(c.startOf(n, n.Ident), nearest(n.Ident[0], names), "there is no variable "+n.Ident[0]+" here")
	return variable{}
}

// commands compiles what stands between the bars of a pipeline: each takes what the
// one before gave as its last value.
func (c *compiler) commands(n *parse.PipeNode) value {
	var v value
	for i, command := range n.Cmds {
		var last *value
		if i > 0 {
			before := v
			last = &before
		}
		v = c.command(command, last)
	}
	v.node = n
	return v
}

func (c *compiler) command(n *parse.CommandNode, last *value) value {
	if name, ok := n.Args[0].(*parse.IdentifierNode); ok {
		return c.function(name, n.Args[1:], last)
	}
	if len(n.Args) > 1 || last != nil {
		c.fail(n, "%s is not a function: it takes no values", n.Args[0])
	}
	return c.operand(n.Args[0])
}

func (c *compiler) operand(n parse.Node) value {
	var v value
	switch n := n.(type) {
	case *parse.DotNode:
		v = c.dot
	case *parse.FieldNode:
		v = c.fields(c.dot, n.Ident, c.startOf(n, n.Ident)+1)
	case *parse.VariableNode:
		known := c.variable(n)
		start := c.startOf(n, n.Ident) + len(n.Ident[0]) + 1
		v = c.fields(value{typ: known.typ, at: place{slot: known.slot}}, n.Ident[1:], start)
	case *parse.ChainNode:
		v = c.fields(c.operand(n.Node), n.Field, int(n.Pos)+1)
	case *parse.PipeNode:
		v = c.pipeline(n)
	case *parse.IdentifierNode:
		v = c.function(n, nil, nil)
	case *parse.StringNode:
		v = value{typ: stringType, known: n.Text}
	case *parse.BoolNode:
		v = value{typ: boolType, known: n.True}
	case *parse.NumberNode:
		v = c.number(n)
	default:
		c.fail(n, "%s cannot stand here", n)
	}
	v.node = n
	return v
}

func (c *compiler) number(n *parse.NumberNode) value {
	switch {
	case n.IsFloat && (!n.IsInt || strings.ContainsAny(n.Text, ".eE") && !strings.ContainsAny(n.Text, "xX'")):
		return value{typ: floatType, known: n.Float64}
	case n.IsInt:
		return value{typ: intType, known: int(n.Int64)}
	}
	c.fail(n, "%s is not a number that can stand here", n)
	return value{}
}

// startOf is where an expression of several names begins. The parser points to the
// second name where there is one.
func (c *compiler) startOf(n parse.Node, names []string) int {
	start := int(n.Position())
	if len(names) < 2 {
		return start
	}
	first := len(names[0])
	if n.Type() == parse.NodeField {
		first++ // the dot before it
	}
	return start - first
}

// fields follows names into a value; at is where the first one stands.
func (c *compiler) fields(v value, names []string, at int) value {
	for _, name := range names {
		v = c.field(v, name, at)
		at += len(name) + 1
	}
	return v
}

func (c *compiler) field(v value, name string, at int) value {
	if v.typ == nil || v.known != nil || kindOf(v.typ) != structKind && kindOf(v.typ) != pointerKind {
		c.failAt(at, "", describe(v.typ)+" has no "+name)
	}
	p, t := v.at, v.typ
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
		p = p.behind(t)
	}
	found, ok := t.FieldByName(name)
	if !ok || !found.IsExported() {
		c.failAt(at, nearest(name, fieldsOf(t)), c.whole(v)+" has no "+name)
	}
	for i, n := range found.Index {
		if i > 0 && t.Kind() == reflect.Pointer { // a struct embedded by its address
			t = t.Elem()
			p = p.behind(t)
		}
		step := t.Field(n)
		p, t = p.shifted(step.Offset), step.Type
	}
	return value{typ: t, at: p}
}

// whole says what has no such field: what a page's own template is given is the page.
func (c *compiler) whole(v value) string {
	if root := c.scope[0]; len(c.calls) == 1 && v.typ == root.typ && !strings.Contains(c.tree.name, "/") {
		return withArticle(c.tree.name) + " page"
	}
	return describe(v.typ)
}

func fieldsOf(t reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			names = append(names, f.Name)
		}
	}
	return names
}
