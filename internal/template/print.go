package template

import (
	"fmt"
	"strconv"
	"unsafe"
)

// print compiles {{.Value}}: it appends the value as it may stand at the spot.
func (c *compiler) print(b *builder, v value, at spot) {
	o, why := at.outlet()
	if why != "" {
		c.fail(v.node, "%s", why)
	}
	c.write(b, v, o)
}

func (c *compiler) write(b *builder, v value, o outlet) {
	if v.typ == nil {
		c.fail(v.node, "this may be of several kinds: it can be asked for in {{if}}, not written")
	}
	if speaksForItself(v.typ) {
		c.fail(v.node, "%s cannot be written as text", describe(v.typ))
	}
	write := o.accepts(v.typ)
	if write == nil {
		c.refuse(v, o)
	}
	switch {
	case v.known != nil:
		b.text = write(b.text, fmt.Sprint(v.known))
		return
	case v.phrase != nil && !o.whole:
		v.phrase(b, o)
		return
	}
	switch kindOf(v.typ) {
	case textKind:
		said := c.place(v)
		b.add(func(dst []byte, f *frame) []byte { return write(dst, *(*string)(said.in(f))) })
	case truthKind:
		holds := c.truth(v)
		b.add(func(dst []byte, f *frame) []byte { return strconv.AppendBool(dst, holds(f)) })
	case signedKind:
		n := c.signed(v)
		b.add(func(dst []byte, f *frame) []byte { return strconv.AppendInt(dst, n(f), 10) })
	case unsignedKind:
		n := c.unsigned(v)
		b.add(func(dst []byte, f *frame) []byte { return strconv.AppendUint(dst, n(f), 10) })
	case floatKind:
		c.writeFraction(b, v, write)
	case listKind:
		c.fail(v.node, "a list cannot be written: go through it with {{range}}")
	case structKind, pointerKind:
		c.fail(v.node, "%s cannot be written: write one of its fields", describe(v.typ))
	default:
		c.fail(v.node, "%s cannot be written", describe(v.typ))
	}
}

// writeFraction writes a number in its shortest form. Of what that is made of only
// "+" (1e+21) needs escaping anywhere.
func (c *compiler) writeFraction(b *builder, v value, write escaper) {
	n, bits := c.fraction(v), v.typ.Bits()
	b.add(func(dst []byte, f *frame) []byte {
		written := strconv.AppendFloat(f.digits[:0], n(f), 'g', -1, bits)
		return write(dst, unsafe.String(unsafe.SliceData(written), len(written)))
	})
}

func (c *compiler) refuse(v value, o outlet) {
	if o.plain == nil {
		c.fail(v.node, "only markup, of the type HTML, can stand inside a script of data, and this is %s", describe(v.typ))
	}
	c.fail(v.node, "markup cannot stand here: tags would show as text")
}
