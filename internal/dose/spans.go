package dose

import "iter"

// Span is a place in the text as given: byte offsets, End excluded. The zero
// Span means that the part is not written. It is small, since a library has several for
// each row.
type Span struct{ Start, End int32 }

func newSpan(start, end int) Span { return Span{int32(start), int32(end)} }

// Spans tell where the parts of a dose stand, so that a rule can underline one.
type Spans struct {
	Groups                       []GroupSpans // one for each group
	Load                         []Span       // one for each load of the dose
	Hold, Tempo, Rest, Frequency Span
}

// GroupSpans tell where the parts of a group stand. Amount leaves out the side.
type GroupSpans struct {
	All, Sets, Amount, Side Span
	Load                    []Span // one for each load of the group
}

// Loads yields every load, of the groups and of the whole, with its place.
func (d Dose) Loads() iter.Seq2[Load, Span] {
	return func(yield func(Load, Span) bool) {
		for i, g := range d.Groups {
			for j, l := range g.Load {
				if !yield(l, d.Spans.load(i, j)) {
					return
				}
			}
		}
		for j, l := range d.Load {
			if !yield(l, d.Spans.load(-1, j)) {
				return
			}
		}
	}
}

// load is tolerant because a dose put together by hand has no spans.
func (s Spans) load(group, n int) Span {
	spans := s.Load
	if group >= 0 {
		if group >= len(s.Groups) {
			return Span{}
		}
		spans = s.Groups[group].Load
	}
	if n >= len(spans) {
		return Span{}
	}
	return spans[n]
}
