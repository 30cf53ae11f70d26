package template

import (
	"cmp"
	"text/template/parse"
)

// compare compiles eq, ne, lt, le, gt and ge.
func (c *compiler) compare(n *parse.IdentifierNode, values []value) value {
	most := 2
	if n.Ident == "eq" {
		most = len(values)
	}
	c.takes(n, values, 2, most)
	test := c.pair(n, values[0], values[1])
	for _, v := range values[2:] {
		one, other := test, c.pair(n, values[0], v)
		test = func(f *frame) bool { return one(f) || other(f) }
	}
	return value{typ: boolType, truth: test}
}

// pair compares two values of one kind; a number written in the template is of the
// kind that it is compared with.
func (c *compiler) pair(n *parse.IdentifierNode, a, b value) func(f *frame) bool {
	switch kind := common(a, b); {
	case kind == textKind:
		if word, ok := b.known.(string); ok && n.Ident == "eq" {
			p := c.place(a)
			return func(f *frame) bool { return *(*string)(p.in(f)) == word }
		}
		return ordered(n.Ident, c.text(a), c.text(b))
	case kind == truthKind && (n.Ident == "eq" || n.Ident == "ne"):
		x, y, same := c.truth(a), c.truth(b), n.Ident == "eq"
		return func(f *frame) bool { return x(f) == y(f) == same }
	case kind == signedKind:
		return ordered(n.Ident, c.signed(a), c.signed(b))
	case kind == unsignedKind:
		return ordered(n.Ident, c.unsigned(a), c.unsigned(b))
	case kind == floatKind:
		return ordered(n.Ident, c.fraction(a), c.fraction(b))
	}
	c.fail(n, "%s cannot compare %s with %s", n.Ident, describe(a.typ), describe(b.typ))
	return nil
}

// common is the kind in which two values can be compared, unfit if there is none.
func common(a, b value) kind {
	if a.typ == nil || b.typ == nil {
		return unfit
	}
	x, y := kindOf(a.typ), kindOf(b.typ)
	switch {
	case x == y:
		return x
	case b.known != nil && fits(b, x):
		return x
	case a.known != nil && fits(a, y):
		return y
	}
	return unfit
}

// fits reports whether an integer written in the template can be one of the kind.
func fits(v value, k kind) bool {
	n, ok := v.known.(int)
	return ok && (k == floatKind || k == unsignedKind && n >= 0)
}

func ordered[T cmp.Ordered](name string, a, b func(f *frame) T) func(f *frame) bool {
	switch name {
	case "eq":
		return func(f *frame) bool { return a(f) == b(f) }
	case "ne":
		return func(f *frame) bool { return a(f) != b(f) }
	case "lt":
		return func(f *frame) bool { return a(f) < b(f) }
	case "le":
		return func(f *frame) bool { return a(f) <= b(f) }
	case "gt":
		return func(f *frame) bool { return a(f) > b(f) }
	}
	return func(f *frame) bool { return a(f) >= b(f) }
}
