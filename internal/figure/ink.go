package figure

import "strconv"

// ink is what an element is painted with: its class, and the light values as
// attributes, so that a lone file works.
type ink struct {
	class        string
	fill, stroke string // names of tones; none where empty
	more         string
}

// The inks. Nothing writes to them.
var (
	nearInk  = &ink{class: "figure-near", fill: "near", stroke: "paper", more: ` paint-order="stroke"`}
	faceInk  = &ink{class: "figure-face", fill: "far"}
	farInk   = &ink{class: "figure-far", fill: "far", stroke: "paper", more: ` paint-order="stroke"`}
	propInk  = &ink{class: "figure-prop", fill: "prop-fill", stroke: "prop"}
	ironInk  = &ink{class: "figure-iron", fill: "prop", stroke: "paper"}
	plateInk = &ink{class: "figure-plate", fill: "plate", stroke: "prop", more: ` fill-opacity=".5"`}
	lineInk  = &ink{class: "figure-line", stroke: "prop"}
	paperInk = &ink{class: "figure-paper", stroke: "paper"}
	bandInk  = &ink{class: "figure-band", fill: "band", stroke: "paper"}
	arrowInk = &ink{class: "figure-arrow", stroke: "arrow"}
	floorInk = &ink{class: "figure-floor", fill: "floor"}
	inks     = []*ink{nearInk, faceInk, farInk, propInk, ironInk, plateInk, lineInk, paperInk, bandInk, arrowInk, floorInk}
)

// Tone is a colour of the figures, by what it is set to on light and dark screens, on
// paper and in forced colours. The tone paper is the page's own background.
type Tone struct{ Name, Light, Dark, Print, Forced string }

// tones holds the colours in the order of the design.
var tones = []Tone{
	{"near", "#20303c", "#dfe8ee", "#000", "CanvasText"},
	{"far", "#8293a0", "#6a7d8a", "#8c8c8c", "GrayText"},
	{"paper", "#fff", "#12181d", "#fff", "Canvas"},
	{"prop", "#7d8a94", "#8796a2", "#555", "GrayText"},
	{"prop-fill", "#eef1f3", "#222c34", "#f0f0f0", "Canvas"},
	{"plate", "#dfe4e8", "#2c3842", "#ddd", "Canvas"},
	{"floor", "#e3e8eb", "#1f2930", "#e6e6e6", "Canvas"},
	{"band", "#5d6b76", "#a7b4be", "#000", "GrayText"},
	{"arrow", "#c2410c", "#fb923c", "#000", "CanvasText"},
}

// Tones gives the colours for a stylesheet, which sets each as --figure-<name>.
func Tones() []Tone { return append([]Tone(nil), tones...) }

// Style gives the rules that paint the classes of a drawing with the custom
// properties. It sets none of them.
func Style() string {
	var b []byte
	for _, i := range inks {
		b = append(b, "."+i.class+"{"...)
		if i.fill != "" {
			b = append(b, "fill:var(--figure-"+i.fill+")"...)
		}
		if i.stroke != "" {
			if i.fill != "" {
				b = append(b, ';')
			}
			b = append(b, "stroke:var(--figure-"+i.stroke+")"...)
		}
		b = append(b, "}\n"...)
	}
	return string(b)
}

func light(tone string) string {
	for _, t := range tones {
		if t.Name == tone {
			return t.Light
		}
	}
	return "none"
}

// appendTo writes the item as an element.
func (i item) appendTo(b []byte) []byte {
	b = append(b, `<path class="`+i.ink.class+`" fill="`+light(i.ink.fill)+`"`...)
	if i.ink.stroke != "" {
		b = append(b, ` stroke="`+light(i.ink.stroke)+`" stroke-width="`...)
		b = strconv.AppendFloat(b, i.width, 'f', -1, 64)
		b = append(b, '"')
	}
	b = append(b, i.ink.more...)
	b = append(b, ` d="`...)
	b = append(b, i.d...)
	return append(b, `"/>`...)
}
