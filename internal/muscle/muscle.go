// Package muscle draws the muscle map: a standing body from the front and from the
// back, on which the muscles of an exercise are marked.
//
// The body is data: front.txt and back.txt hold one half of it as the corners of
// polygons. Rounding them, mirroring them and hatching them is done once; a map is then
// put together from the strings. The package knows nothing of exercises and pages, and
// it imports only the standard library.
package muscle

import "html"

// Muscle is one to be marked: its word in the vocabulary and the name readers know it by.
type Muscle struct{ ID, Name string }

// Map is a pair of drawings. Nothing is drawn where both are nil.
type Map struct{ Front, Back []byte }

// Drawn reports whether a muscle has a place on the body.
func Drawn(id string) bool {
	for _, v := range views() {
		if _, ok := v.shapes[id]; ok {
			return true
		}
	}
	return false
}

// Mark draws the body with its muscles: the primary ones filled, the secondary ones
// hatched. The titles say what each picture is. A muscle without a place on the body is
// left out; where none has one there is no map.
func Mark(primary, secondary []Muscle, front, back string) Map {
	marks := map[string]mark{}
	for _, m := range secondary {
		marks[m.ID] = mark{m.Name, false}
	}
	for _, m := range primary {
		marks[m.ID] = mark{m.Name, true}
	}
	for id := range marks {
		if Drawn(id) {
			v := views()
			return Map{v[0].draw(marks, front), v[1].draw(marks, back)}
		}
	}
	return Map{}
}

// mark is the name of a muscle, which appears under the pointer, and whether it does
// the work or helps.
type mark struct {
	name    string
	primary bool
}

// draw writes one view: a half of the body, its marked muscles from deep to shallow, and
// the mirror of it all.
func (v *view) draw(marks map[string]mark, title string) []byte {
	b := make([]byte, 0, 4096)
	b = append(b, opening...)
	b = append(b, html.EscapeString(title)...)
	b = append(b, `</title><g id="`...)
	b = append(b, v.id...)
	b = append(b, `">`...)
	b = append(b, v.body...)
	for _, id := range v.order {
		if m, ok := marks[id]; ok {
			b = v.shapes[id].appendTo(b, m)
		}
	}
	b = append(b, `</g><use href="#`...)
	b = append(b, v.id...)
	return append(b, `" transform="scale(-1 1)"/></svg>`+"\n"...)
}

func (s shape) appendTo(b []byte, m mark) []byte {
	if m.primary {
		b = append(b, workInk...)
		b = append(b, s.outline...)
	} else {
		b = append(b, helpInk...)
		b = append(b, s.outline...)
		b = append(b, s.hatching...)
	}
	b = append(b, `"><title>`...)
	b = append(b, html.EscapeString(m.name)...)
	return append(b, "</title></path>"...)
}
