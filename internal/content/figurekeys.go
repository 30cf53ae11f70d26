package content

import (
	"slices"
	"strconv"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/figure"
	"regimen/internal/source"
)

// wrong reports a value of another shape than is due.
func (r *figureReader) wrong(path string, n *source.Node, message string) *diag.Diagnostic {
	r.broken = append(r.broken, path)
	return r.report(wrongType, r.d.Value(n), figure.Problem{Severity: figure.Error, Message: message})
}

// word reads a word; whether it is a known one is asked of the whole figure.
func (r *figureReader) word(k figureKey) string {
	if k.value.Kind != source.Scalar {
		r.wrong(k.path, k.value, k.Takes())
		return ""
	}
	return strings.TrimSpace(k.value.Value)
}

// number reads an unquoted number, which must be finite and begin with a digit.
func (r *figureReader) number(path string, k figure.Key, n *source.Node) float64 {
	if n.Kind != source.Scalar {
		r.wrong(path, n, k.Takes())
		return 0
	}
	x, message := k.Number(n.Value)
	if n.Style&source.Quoted != 0 {
		if found := r.wrong(path, n, k.Takes()); message == "" {
			r.d.unquote(found, n, n.Value)
		}
		return 0
	}
	if message != "" {
		found := r.wrong(path, n, message)
		if due, near := strings.CutPrefix(message, "write "); near {
			suggestThese(found, []string{due})
			found.Help, found.Fixes[0].Safe = "", true
		} else if len(k.Words) > 0 {
			r.d.suggest(found, found.At, n.Value, k.Words)
		}
	}
	return x
}

func (r *figureReader) numberOf(k figureKey) float64 { return r.number(k.path, k.Key, k.value) }

// group gives the nodes of a value that must be a group of keys, or reports it.
func (r *figureReader) group(k figureKey, due string) *source.Node {
	if k.value.Kind == source.Mapping {
		return k.value
	}
	r.wrong(k.path, k.value, k.Name+" takes a group of keys, such as "+due)
	return &source.Node{}
}

func (r *figureReader) pose(k figureKey) *figure.Pose {
	var p figure.Pose
	for _, one := range r.keys(k.path, r.group(k, "{caption: …, knee: 90}"), "a pose", notation.Pose, notation.Limb) {
		r.poseKey(&p, one)
	}
	return &p
}

func (r *figureReader) poseKey(p *figure.Pose, k figureKey) {
	switch k.Name {
	case "caption":
		p.Caption = r.word(k)
	case "support":
		p.Support = r.supports(k)
	case "left":
		r.limbs(&p.Left, k)
	case "right":
		r.limbs(&p.Right, k)
	default:
		r.limbKey(&p.Both, k)
	}
}

// limbs reads one side. The joints of the trunk are let through: the check of the
// whole figure says where they belong.
func (r *figureReader) limbs(l *figure.Limbs, k figureKey) {
	trunk := slices.DeleteFunc(slices.Clone(notation.Pose), func(one figure.Key) bool { return one.Kind != figure.AngleKey })
	for _, one := range r.keys(k.path, r.group(k, "{knee: 90}"), "a side", notation.Limb, trunk) {
		r.limbKey(l, one)
	}
}

func (r *figureReader) limbKey(l *figure.Limbs, k figureKey) {
	switch {
	case k.Name == "hand":
		l.Hand = r.hand(k)
	case k.Name == "elbow-to":
		l.ElbowTo = r.word(k)
	case k.value.Kind == source.Scalar && k.value.Value == "flat":
		l.Angles[k.Joint] = figure.Flat()
	default:
		if x := r.numberOf(k); !r.silent(k.path) {
			l.Angles[k.Joint] = figure.Degrees(x)
		}
	}
}

// hand reads a place, or a target such as [40, 78].
func (r *figureReader) hand(k figureKey) figure.Hand {
	switch k.value.Kind {
	case source.Scalar:
		return figure.Hand{Place: r.word(k)}
	case source.Mapping:
		r.wrong(k.path, k.value, "hand takes a place, such as chest, or a target [x, y] or [x, y, z]")
		return figure.Hand{}
	}
	h := figure.Hand{Target: make([]float64, 0, 3)}
	for i, n := range k.value.Content {
		path := k.path + "[" + strconv.Itoa(i) + "]"
		r.places[path] = figureKey{path: path, value: n}
		h.Target = append(h.Target, r.number(path, figure.Key{Name: "a target", Kind: figure.NumberKey}, n))
	}
	return h
}

// supports reads a part, a list of parts, or parts with their heights.
func (r *figureReader) supports(k figureKey) []figure.Support {
	out := []figure.Support{}
	if k.value.Kind == source.Mapping {
		for i := 0; i+1 < len(k.value.Content); i += 2 {
			out = append(out, r.support(k, k.value.Content[i], k.value.Content[i+1]))
		}
		return out
	}
	nodes := []*source.Node{k.value}
	if k.value.Kind == source.Sequence {
		nodes = k.value.Content
	}
	for _, n := range nodes {
		if n.Kind != source.Scalar {
			r.wrong(k.path, n, k.Takes())
			continue
		}
		out = append(out, r.support(k, n, nil))
	}
	return out
}

// support notes the part's own place, or that of its height, where the part is known.
func (r *figureReader) support(k figureKey, part, height *source.Node) figure.Support {
	s := figure.Support{Part: part.Value}
	at := figureKey{path: below(k.path, s.Part), value: part}
	if height != nil {
		s.Height = r.number(at.path, figure.Key{Name: s.Part, Kind: figure.NumberKey}, height)
		if slices.Contains(k.Words, s.Part) {
			at.value = height
		}
	}
	r.places[at.path] = at
	return s
}
