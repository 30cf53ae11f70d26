package muscle

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed front.txt
var frontText string

//go:embed back.txt
var backText string

// view is one side of the body, ready to be written.
type view struct {
	id     string // of the half that is written, unique in a page
	body   string // outline, head and folds, as elements
	order  []string
	shapes map[string]shape
}

// shape is a muscle on one half of a view, as path data.
type shape struct{ outline, hatching string }

// views gives front and back.
var views = sync.OnceValue(func() [2]*view {
	return [2]*view{read("page-muscles-front", frontText), read("page-muscles-back", backText)}
})

// read makes a view from its data. The data is part of the program, so a slip in it is
// a fault of the program.
func read(id, text string) *view {
	v := &view{id: id, shapes: map[string]shape{}}
	outlines := map[string][][]point{}
	for line := range strings.Lines(text) {
		name, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || name[0] == '#' {
			continue
		}
		if _, known := outlines[name]; !known {
			v.order = append(v.order, name)
		}
		outlines[name] = append(outlines[name], corners(list))
	}
	v.order = v.order[len(surface):]
	v.body = bodyInk + closed(outlines["body"]) + `"/>` +
		bodyInk + closed(outlines["head"]) + `"/>` +
		foldInk + folds(outlines["fold"]) + `"/>`
	for _, id := range v.order {
		v.shapes[id] = shape{closed(outlines[id]), hatching(outlines[id])}
	}
	return v
}

// surface names what a view begins with; all else is muscles.
var surface = [...]string{"body", "head", "fold"}

// corners reads "3,78 14,78". Two units of the picture are one of the data, so that the
// middle of an edge is a whole number.
func corners(list string) []point {
	var out []point
	for _, pair := range strings.Fields(list) {
		x, y, _ := strings.Cut(pair, ",")
		out = append(out, point{2 * number(x), 2 * number(y)})
	}
	return out
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(fmt.Sprintf("muscle: %v", err))
	}
	return n
}

func closed(polygons [][]point) string {
	var p pen
	for _, c := range polygons {
		p.curve(rounded(c))
		if !joins(c) {
			p.command('z') // where it began
		}
	}
	return string(p.d)
}

func folds(lines [][]point) string {
	var p pen
	for _, c := range lines {
		p.curve(folded(c))
	}
	return string(p.d)
}

func hatching(polygons [][]point) string {
	var p pen
	for _, c := range polygons {
		p.hatch(rounded(c))
	}
	return string(p.d)
}
