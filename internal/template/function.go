package template

import (
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
	"unsafe"
)

// functions are the names that a template may call.
var functions = []string{"and", "eq", "ge", "gt", "index", "le", "len", "lt", "n", "ne", "not", "or", "t"}

// function compiles a call; last is what a pipeline hands to it.
func (c *compiler) function(n *parse.IdentifierNode, args []parse.Node, last *value) value {
	if !slices.Contains(functions, n.Ident) {
		c.failAt(int(n.Pos), nearest(n.Ident, functions), "there is no function "+n.Ident+"; templates know "+strings.Join(functions, ", "))
	}
	values := make([]value, 0, len(args)+1)
	for _, arg := range args {
		values = append(values, c.operand(arg))
	}
	if last != nil {
		values = append(values, *last)
	}
	switch n.Ident {
	case "and", "or":
		return c.choose(n, values)
	case "not":
		c.takes(n, values, 1, 1)
		holds := c.truth(values[0])
		return value{typ: boolType, truth: func(f *frame) bool { return !holds(f) }}
	case "len":
		return c.length(n, values)
	case "index":
		return c.index(n, values)
	case "t":
		return c.translate(n, values)
	case "n":
		return c.translateCount(n, values)
	}
	return c.compare(n, values)
}

// takes fails unless a function is given as many values as it takes.
func (c *compiler) takes(n *parse.IdentifierNode, values []value, least, most int) {
	numbers := [...]string{"no value", "one value", "two values", "three values"}
	switch got := len(values); {
	case got >= least && got <= most:
	case least != most:
		c.fail(n, "%s needs at least %s", n.Ident, numbers[least])
	default:
		c.fail(n, "%s takes %s, and this gives it %d", n.Ident, numbers[least], got)
	}
}

// choose compiles and, or: the first value that decides it, or else the last.
func (c *compiler) choose(n *parse.IdentifierNode, values []value) value {
	c.takes(n, values, 1, len(values))
	ends := n.Ident == "or" // the truth that decides
	if t := values[0].typ; t != nil && t != boolType && !slices.ContainsFunc(values, func(v value) bool { return v.typ != t }) {
		return value{typ: t, at: c.chosen(values, ends)}
	}
	tests := make([]func(*frame) bool, len(values))
	yesOrNo := true
	for i, v := range values {
		yesOrNo = yesOrNo && v.typ == boolType
		tests[i] = c.truth(v)
	}
	v := value{truth: func(f *frame) bool {
		for _, holds := range tests {
			if holds(f) == ends {
				return ends
			}
		}
		return !ends
	}}
	if yesOrNo {
		v.typ = boolType
	}
	return v
}

func (c *compiler) chosen(values []value, ends bool) place {
	holds := truthOf(values[0].typ)
	places := make([]place, len(values))
	for i, v := range values {
		places[i] = c.place(v)
	}
	return place{on: func(f *frame, at unsafe.Pointer) unsafe.Pointer {
		for _, p := range places {
			if at = p.in(f); holds(at) == ends {
				break
			}
		}
		return at
	}}
}

func (c *compiler) length(n *parse.IdentifierNode, values []value) value {
	c.takes(n, values, 1, 1)
	v := values[0]
	switch {
	case v.typ != nil && kindOf(v.typ) == listKind:
		p, length := c.place(v), lengthOf(v.typ)
		return value{typ: intType, count: func(f *frame) int { return length(p.in(f)) }}
	case v.typ != nil && kindOf(v.typ) == textKind:
		said := c.text(v)
		return value{typ: intType, count: func(f *frame) int { return len(said(f)) }}
	}
	c.fail(n, "len counts a list, and this is %s", describe(v.typ))
	return value{}
}

func (c *compiler) index(n *parse.IdentifierNode, values []value) value {
	c.takes(n, values, 2, 2)
	list, i := values[0], values[1]
	if list.typ == nil || kindOf(list.typ) != listKind {
		c.fail(n, "index looks into a list, and this is %s", describe(list.typ))
	}
	at, ok := i.known.(int)
	if !ok || at < 0 {
		c.fail(n, "index needs a number written out: index .List 0")
	}
	element := list.typ.Elem()
	empty := reflect.New(element).UnsafePointer()
	p, length, first := c.place(list), lengthOf(list.typ), firstOf(list.typ)
	return value{typ: element, at: place{on: func(f *frame, _ unsafe.Pointer) unsafe.Pointer {
		from := p.in(f)
		if at >= length(from) {
			return empty
		}
		return unsafe.Add(first(from), uintptr(at)*element.Size())
	}}}
}
