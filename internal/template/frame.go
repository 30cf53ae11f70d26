package template

import (
	"reflect"
	"unsafe"
)

// frame holds what one call of a template works with. Each variable, and each thing
// that the dot has stood for, has a slot of its own; slot 0 is what the template was
// given.
type frame struct {
	slots  []slot
	jump   jump
	digits [32]byte
	below  *frame // for the template that this one calls
}

// slot points to a value, in a view or in the slot itself.
type slot struct {
	at     unsafe.Pointer
	text   string
	number uint64
}

// jump is set by break and continue until the loop has seen it.
type jump uint8

const (
	onward jump = iota
	leave
	again
)

func (f *frame) room(slots int) {
	if len(f.slots) < slots {
		f.slots = make([]slot, slots)
	}
}

// under is the frame for a template that this one calls.
func (f *frame) under(slots int) *frame {
	if f.below == nil {
		f.below = new(frame)
	}
	f.below.room(slots)
	return f.below
}

// forget lets the views go, so that a frame that waits for work holds none.
func (f *frame) forget() {
	for ; f != nil; f = f.below {
		clear(f.slots)
	}
}

// place says where a value lies: so many bytes into what a slot points to, or
// wherever on leads from there.
type place struct {
	slot   int
	offset uintptr
	on     func(f *frame, at unsafe.Pointer) unsafe.Pointer
}

func (p place) in(f *frame) unsafe.Pointer {
	at := unsafe.Add(f.slots[p.slot].at, p.offset)
	if p.on != nil {
		return p.on(f, at)
	}
	return at
}

// fixed is the place of a value that is known already.
func fixed(at unsafe.Pointer) place {
	return place{on: func(*frame, unsafe.Pointer) unsafe.Pointer { return at }}
}

// shifted is the place of a field of the struct at p.
func (p place) shifted(offset uintptr) place {
	if p.on == nil {
		p.offset += offset
		return p
	}
	on := p.on
	p.on = func(f *frame, at unsafe.Pointer) unsafe.Pointer { return unsafe.Add(on(f, at), offset) }
	return p
}

// behind is what the pointer at p points to; behind nil is an empty value.
func (p place) behind(t reflect.Type) place {
	empty := reflect.New(t).UnsafePointer()
	on := p.on
	p.on = func(f *frame, at unsafe.Pointer) unsafe.Pointer {
		if on != nil {
			at = on(f, at)
		}
		if to := *(*unsafe.Pointer)(at); to != nil {
			return to
		}
		return empty
	}
	return p
}

// keep copies a value of the type into a slot. What has parts is never made while
// rendering and does not change, so there the address is enough.
func keep(t reflect.Type) func(s *slot, from unsafe.Pointer) {
	switch kindOf(t) {
	case textKind:
		return func(s *slot, from unsafe.Pointer) { s.text = *(*string)(from); s.at = unsafe.Pointer(&s.text) }
	case truthKind, signedKind, unsignedKind, floatKind:
		switch t.Size() {
		case 1:
			return keepNumber[uint8]
		case 2:
			return keepNumber[uint16]
		case 4:
			return keepNumber[uint32]
		}
		return keepNumber[uint64]
	}
	return func(s *slot, from unsafe.Pointer) { s.at = from }
}

func keepNumber[T uint8 | uint16 | uint32 | uint64](s *slot, from unsafe.Pointer) {
	s.at = unsafe.Pointer(&s.number)
	*(*T)(s.at) = *(*T)(from)
}
