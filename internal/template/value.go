package template

import (
	"reflect"
	"text/template/parse"
	"unsafe"
)

// value is what an expression of a template will give. It lies at a place, unless
// one of the other fields says how it comes about.
type value struct {
	typ    reflect.Type // nil where it may be of several: then only its truth is known
	at     place
	known  any                        // a string, int, float64 or bool written in the template
	truth  func(f *frame) bool        // the answer of eq, not and their like
	count  func(f *frame) int         // of len
	phrase func(b *builder, o outlet) // what t and n say
	node   parse.Node                 // where it stands in the template
}

// place is where a value lies; one that comes about by work gets a slot to lie in.
func (c *compiler) place(v value) place {
	switch {
	case v.known != nil:
		at := reflect.New(v.typ)
		at.Elem().Set(reflect.ValueOf(v.known))
		return fixed(at.UnsafePointer())
	case v.truth != nil:
		truth := v.truth
		return c.worked(func(f *frame, s *slot) unsafe.Pointer {
			at := unsafe.Pointer(&s.number)
			*(*bool)(at) = truth(f)
			return at
		})
	case v.count != nil:
		count := v.count
		return c.worked(func(f *frame, s *slot) unsafe.Pointer {
			at := unsafe.Pointer(&s.number)
			*(*int)(at) = count(f)
			return at
		})
	case v.phrase != nil:
		var b builder
		v.phrase(&b, inPhrase)
		said := b.sequence()
		return c.worked(func(f *frame, s *slot) unsafe.Pointer {
			s.text = string(said.run(nil, f))
			return unsafe.Pointer(&s.text)
		})
	}
	return v.at
}

// worked is the place of a value that is made in a slot of its own.
func (c *compiler) worked(make func(f *frame, s *slot) unsafe.Pointer) place {
	own := c.slot()
	return place{on: func(f *frame, _ unsafe.Pointer) unsafe.Pointer { return make(f, &f.slots[own]) }}
}

// truth is whether a value counts as yes: neither false, 0, "", empty nor nil.
func (c *compiler) truth(v value) func(f *frame) bool {
	if v.truth != nil {
		return v.truth
	}
	p := c.place(v)
	switch kindOf(v.typ) {
	case textKind:
		return func(f *frame) bool { return *(*string)(p.in(f)) != "" }
	case truthKind:
		return func(f *frame) bool { return *(*bool)(p.in(f)) }
	}
	holds := truthOf(v.typ)
	return func(f *frame) bool { return holds(p.in(f)) }
}

// truthOf is whether the value of the type that lies somewhere counts as yes.
func truthOf(t reflect.Type) func(at unsafe.Pointer) bool {
	switch kindOf(t) {
	case textKind:
		return func(at unsafe.Pointer) bool { return *(*string)(at) != "" }
	case truthKind:
		return func(at unsafe.Pointer) bool { return *(*bool)(at) }
	case signedKind, unsignedKind:
		switch t.Size() {
		case 1:
			return isSet[uint8]
		case 2:
			return isSet[uint16]
		case 4:
			return isSet[uint32]
		}
		return isSet[uint64]
	case floatKind:
		if t.Size() == 4 {
			return isSet[float32]
		}
		return isSet[float64]
	case listKind:
		length := lengthOf(t)
		return func(at unsafe.Pointer) bool { return length(at) > 0 }
	case pointerKind:
		return func(at unsafe.Pointer) bool { return *(*unsafe.Pointer)(at) != nil }
	}
	return func(unsafe.Pointer) bool { return true }
}

func isSet[T uint8 | uint16 | uint32 | uint64 | float32 | float64](at unsafe.Pointer) bool {
	return *(*T)(at) != 0
}

// lengthOf counts the elements of a list that lies somewhere.
func lengthOf(t reflect.Type) func(at unsafe.Pointer) int {
	if t.Kind() == reflect.Array {
		length := t.Len()
		return func(unsafe.Pointer) int { return length }
	}
	// A slice begins alike whatever its elements are.
	return func(at unsafe.Pointer) int { return len(*(*[]byte)(at)) }
}

// firstOf is where the elements of a list begin.
func firstOf(t reflect.Type) func(at unsafe.Pointer) unsafe.Pointer {
	if t.Kind() == reflect.Array {
		return func(at unsafe.Pointer) unsafe.Pointer { return at }
	}
	return func(at unsafe.Pointer) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(*(*[]byte)(at))) }
}

// text reads a text.
func (c *compiler) text(v value) func(f *frame) string {
	if word, ok := v.known.(string); ok {
		return func(*frame) string { return word }
	}
	p := c.place(v)
	return func(f *frame) string { return *(*string)(p.in(f)) }
}

// signed reads an integer.
func (c *compiler) signed(v value) func(f *frame) int64 {
	switch {
	case v.known != nil:
		n := int64(v.known.(int))
		return func(*frame) int64 { return n }
	case v.count != nil:
		count := v.count
		return func(f *frame) int64 { return int64(count(f)) }
	}
	switch p := c.place(v); v.typ.Size() {
	case 1:
		return number[int8, int64](p)
	case 2:
		return number[int16, int64](p)
	case 4:
		return number[int32, int64](p)
	default:
		return number[int64, int64](p)
	}
}

// unsigned reads an integer that has no sign.
func (c *compiler) unsigned(v value) func(f *frame) uint64 {
	if n, ok := v.known.(int); ok {
		return func(*frame) uint64 { return uint64(n) }
	}
	switch p := c.place(v); v.typ.Size() {
	case 1:
		return number[uint8, uint64](p)
	case 2:
		return number[uint16, uint64](p)
	case 4:
		return number[uint32, uint64](p)
	default:
		return number[uint64, uint64](p)
	}
}

// fraction reads a number that may have a fraction.
func (c *compiler) fraction(v value) func(f *frame) float64 {
	switch n := v.known.(type) {
	case float64:
		return func(*frame) float64 { return n }
	case int:
		return func(*frame) float64 { return float64(n) }
	}
	if p := c.place(v); v.typ.Size() == 4 {
		return number[float32, float64](p)
	} else {
		return number[float64, float64](p)
	}
}

type numeric interface {
	int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 | float32 | float64
}

// number reads a number as it is stored and gives it as T.
func number[S, T numeric](p place) func(f *frame) T {
	return func(f *frame) T { return T(*(*S)(p.in(f))) }
}
