package figure

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
)

const margin = 3.0

// paint turns placed poses into pictures.
func paint(s staged, name string) (Drawing, []Problem) {
	var found []Problem
	pictures := make([]canvas, len(s.poses))
	for i := range pictures {
		pictures[i] = s.picture(i)
	}
	first, last := &pictures[0], &pictures[len(pictures)-1]
	if first != last && same(first, last) {
		found = append(found, Problem{Where: "end", Severity: Warning, Message: "start and end look the same; leave out end for a hold"})
	}
	for i := range pictures {
		pictures[i].order()
	}
	thumb := len(pictures) - 1
	if s.figure.Thumbnail == "start" {
		thumb = 0
	}
	d := Drawing{Thumbnail: s.thumbnail(thumb, &pictures[thumb])}
	found = append(found, s.arrows(first)...)
	frame := first.edge
	frame.join(last.edge)
	floor, frame := floor(s.poses, first.camera, frame)
	d.Start = svg(first.items, floor, frame, s.title(name, 0))
	if first != last {
		d.End = svg(last.items, floor, frame, s.title(name, 1))
	}
	return d, found
}

// picture paints a pose and the things about it.
func (s staged) picture(i int) canvas {
	c := canvas{camera: newCamera(s.figure.View), edge: noEdge(), items: make([]item, 0, 32)}
	b, last := &s.poses[i], &s.poses[len(s.poses)-1]
	c.flesh(b, fists(s.figure.Hold))
	c.held(b, s.figure)
	c.room(b, last, s.figure)
	return c
}

// thumbnail is a pose by itself. A small picture needs wider lines.
func (s staged) thumbnail(i int, c *canvas) []byte {
	const wider = 1.35
	items := slices.Clone(c.items)
	for i := range items {
		if items[i].ink.stroke == "prop" {
			items[i].width = math.Round(items[i].width*wider*10) / 10
		}
	}
	floor, frame := floor(s.poses[i:i+1], c.camera, c.edge)
	return svg(items, floor, frame, title{})
}

// same reports whether two pictures, not yet in order, show the same.
func same(a, b *canvas) bool {
	return slices.EqualFunc(a.items, b.items, func(x, y item) bool { return bytes.Equal(x.d, y.d) })
}

// floor is a line across the picture or, from above, a patch under everything low. It
// also gives the frame that holds it.
func floor(poses []body, k camera, frame edge) (item, edge) {
	frame.join(edge{frame.left, 0, frame.right, 0})
	frame.left, frame.right = frame.left-margin, frame.right+margin
	frame.top, frame.bottom = frame.top-margin, frame.bottom+2.5
	p := newPen()
	if k.tilt == 0 {
		p.move(frame.left+1.5, 0.6)
		p.line(frame.right-1.5, 0.6)
		return item{ink: lineInk, width: 1.2, d: p.d}, frame
	}
	x, z := noEdge(), noEdge()
	for i := range poses {
		for _, b := range poses[i].skin() {
			if b.at.y < 14 {
				x.include(b.at.x, 0, 0)
				z.include(b.at.z, 0, 0)
			}
		}
	}
	const around, grow = 9, 1.12
	mid := vec{(x.left + x.right) / 2, 0, (z.left + z.right) / 2}
	long, wide := ((x.right-x.left)/2+around)*grow, ((z.right-z.left)/2+around)*grow
	var dots []dot
	for i := range 36 {
		sin, cos := sincos(float64(i) * 10)
		q := k.see(mid.plus(vec{long * soft(cos), 0, wide * soft(sin)}))
		frame.include(q.x, q.y, 1)
		dots = append(dots, q)
	}
	p.chain(dots)
	p.close()
	return item{ink: floorInk, d: p.d}, frame
}

// soft turns a circle into a rectangle with round corners.
func soft(x float64) float64 { return math.Copysign(math.Pow(math.Abs(x), 0.6), x) }

// title names a picture for those who do not see it.
type title struct{ id, text string }

func (s staged) title(name string, i int) title {
	pose, caption := "start", s.figure.Start.Caption
	if strings.TrimSpace(caption) == "" {
		caption = s.figure.Common.Caption
	}
	if i == 1 {
		pose, caption = "end", s.figure.End.Caption
	}
	text := strings.TrimSpace(caption)
	if s.figure.End == nil {
		return title{"figure-" + slug(name), name + ": " + text}
	}
	id := "figure-" + slug(name+", "+pose)
	if own := s.figure.PoseNames[i]; own != "" {
		pose = own
	}
	return title{id, name + ", " + pose + ": " + text}
}

// slug makes an id of a name.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == unicode.ReplacementChar
	})
	return strings.Join(words, "-")
}

func svg(items []item, floor item, frame edge, t title) []byte {
	b := make([]byte, 0, 6<<10)
	b = append(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="`...)
	l, top := tenths(frame.left), tenths(frame.top)
	for i, v := range [4]int{l, top, tenths(frame.right) - l, tenths(frame.bottom) - top} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendTenths(b, v)
	}
	b = append(b, `" stroke-linecap="round" stroke-linejoin="round"`...)
	if t.id == "" {
		b = append(b, ` aria-hidden="true">`...)
	} else {
		b = append(b, ` role="img" aria-labelledby="`+t.id+`"><title id="`+t.id+`">`+escape(t.text)+`</title>`...)
	}
	b = floor.appendTo(b)
	for _, i := range items {
		b = i.appendTo(b)
	}
	return append(b, "</svg>\n"...)
}

// escape makes text safe between tags, on one line.
func escape(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(s, "&", "&amp;"), "<", "&lt;"), ">", "&gt;")
}
