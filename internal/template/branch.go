package template

import (
	"text/template/parse"
	"unsafe"
)

// inScope compiles something whose variables nothing behind it sees.
func (c *compiler) inScope(compile func()) {
	dot, scope := c.dot, len(c.scope)
	compile()
	c.dot, c.scope = dot, c.scope[:scope]
}

// listInScope compiles one branch.
func (c *compiler) listInScope(n *parse.ListNode, at spot) (body sequence, out spot) {
	c.inScope(func() { body, out = c.list(n, at) })
	return body, out
}

// meet is where two branches meet. Both must leave the page at the same place.
func (c *compiler) meet(n *parse.BranchNode, a, b spot) spot {
	met, ok := join(a, b)
	if !ok {
		c.fail(n, "the branches of this {{%s}} end in different places: one %s, one %s", keyword(n), a, b)
	}
	return met
}

func keyword(n *parse.BranchNode) string {
	switch n.Type() {
	case parse.NodeIf:
		return "if"
	case parse.NodeWith:
		return "with"
	}
	return "range"
}

func (c *compiler) ifNode(b *builder, n *parse.BranchNode, at spot) (out spot) {
	c.inScope(func() {
		holds := c.truth(c.pipeline(n.Pipe))
		then, first := c.listInScope(n.List, at)
		otherwise, second := c.listInScope(n.ElseList, at)
		b.add(func(dst []byte, f *frame) []byte {
			if holds(f) {
				return then.run(dst, f)
			}
			return otherwise.run(dst, f)
		})
		out = c.meet(n, first, second)
	})
	return out
}

func (c *compiler) withNode(b *builder, n *parse.BranchNode, at spot) (out spot) {
	c.inScope(func() {
		v := c.pipeline(n.Pipe)
		if v.typ == nil {
			c.fail(n.Pipe, "{{with}} needs a value of one kind, and this may be of several")
		}
		from, holds, dot := c.place(v), truthOf(v.typ), c.slot()
		otherwise, second := c.listInScope(n.ElseList, at)
		pointer := kindOf(v.typ) == pointerKind
		c.dot = value{typ: v.typ, at: place{slot: dot}}
		if pointer { // inside, it is known not to be nil
			c.dot.typ = v.typ.Elem()
		}
		then, first := c.listInScope(n.List, at)
		b.add(func(dst []byte, f *frame) []byte {
			to := from.in(f)
			if !holds(to) {
				return otherwise.run(dst, f)
			}
			if pointer {
				to = *(*unsafe.Pointer)(to)
			}
			f.slots[dot].at = to
			return then.run(dst, f)
		})
		out = c.meet(n, first, second)
	})
	return out
}

// loop is a range being compiled: the spots at which its body is left early.
type loop struct{ left []spot }

func (c *compiler) jump(b *builder, to jump, at spot) spot {
	inner := c.loops[len(c.loops)-1]
	inner.left = append(inner.left, at)
	b.add(func(dst []byte, f *frame) []byte {
		f.jump = to
		return dst
	})
	return spot{state: unreachable}
}

func (c *compiler) rangeNode(b *builder, n *parse.BranchNode, at spot) (out spot) {
	c.inScope(func() {
		v := c.listToRange(n.Pipe)
		otherwise, second := c.listInScope(n.ElseList, at)
		r := c.turns(n.Pipe, v)
		r.otherwise = otherwise
		r.body, out = c.turn(n, at)
		if !out.same(at) { // the next turn begins where this one ended
			_, next := c.turn(n, out)
			out = c.meet(n, out, next)
		}
		b.add(r.run)
		out = c.meet(n, out, second)
	})
	return out
}

// listToRange is what a range goes through.
func (c *compiler) listToRange(n *parse.PipeNode) value {
	if n.IsAssign {
		c.fail(n, "declare the variables of a {{range}} with :=")
	}
	v := c.commands(n)
	if v.typ == nil || kindOf(v.typ) != listKind {
		c.fail(n, "{{range}} needs a list, and this is %s", describe(v.typ))
	}
	return v
}

// turns prepares the slots of a range: its dot is each element in turn, and so is
// its last variable; one before it counts.
func (c *compiler) turns(n *parse.PipeNode, v value) *turns {
	r := &turns{
		from: c.place(v), length: lengthOf(v.typ), first: firstOf(v.typ), size: v.typ.Elem().Size(),
		dot: c.slot(), element: -1, index: -1,
	}
	c.dot = value{typ: v.typ.Elem(), at: place{slot: r.dot}}
	names := n.Decl
	if len(names) == 2 {
		r.index = c.declare(names[0].Ident[0], intType)
		names = names[1:]
	}
	if len(names) == 1 {
		r.element = c.declare(names[0].Ident[0], v.typ.Elem())
	}
	return r
}

// turn compiles the body of a range, from the spot at which a turn begins.
func (c *compiler) turn(n *parse.BranchNode, at spot) (body sequence, out spot) {
	inner := &loop{}
	c.loops = append(c.loops, inner)
	body, out = c.listInScope(n.List, at)
	c.loops = c.loops[:len(c.loops)-1]
	for _, left := range inner.left {
		out = c.meet(n, out, left)
	}
	return body, out
}

// turns runs a range.
type turns struct {
	from                place
	length              func(at unsafe.Pointer) int
	first               func(at unsafe.Pointer) unsafe.Pointer
	size                uintptr
	dot, element, index int // slots; -1 where there is no such variable
	body, otherwise     sequence
}

func (r *turns) run(dst []byte, f *frame) []byte {
	list := r.from.in(f)
	n := r.length(list)
	if n == 0 {
		return r.otherwise.run(dst, f)
	}
	at := r.first(list)
	for i := range n {
		element := unsafe.Add(at, uintptr(i)*r.size)
		f.slots[r.dot].at = element
		if r.element >= 0 {
			f.slots[r.element].at = element
		}
		if r.index >= 0 {
			s := &f.slots[r.index]
			s.number = uint64(i)
			s.at = unsafe.Pointer(&s.number)
		}
		dst = r.body.run(dst, f)
		if f.jump != onward {
			stop := f.jump == leave
			f.jump = onward
			if stop {
				break
			}
		}
	}
	return dst
}
