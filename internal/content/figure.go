package content

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/figure"
	"regimen/internal/source"
)

// notation is the keys and words of figures. Nothing writes to it.
var notation = figure.Words()

// figureReader turns the nodes under figure: into a figure. It remembers where each
// path stands, by which the package figure names what is wrong.
type figureReader struct {
	d      *decoder
	root   diag.Span
	places map[string]figureKey
	broken []string // paths of which enough is said
	failed bool     // nothing can be drawn
}

// figureKey is a key of a figure as it was written.
type figureKey struct {
	figure.Key
	path       string
	key, value *source.Node
}

// figure reads and draws a figure once, to find what is wrong with it. The drawing is
// not kept: pages draw again, which is quicker than thousands of pictures are small.
func (m *mapping) figure(key, title string) *figure.Figure {
	m.takesFigure(key)
	n := m.node(key)
	if n == nil {
		return nil
	}
	if n.Kind != source.Mapping {
		m.wrong(key, n, "a group of keys")
		return nil
	}
	r := &figureReader{d: m.d, root: m.Key(key), places: map[string]figureKey{}}
	f := r.figure(n)
	problems := figure.Check(f)
	if !r.failed {
		_, problems = figure.Draw(f, title)
	}
	for _, p := range problems {
		r.problem(p)
	}
	if r.failed {
		m.Break(key)
		return nil
	}
	return &f
}

func (r *figureReader) figure(n *source.Node) figure.Figure {
	var f figure.Figure
	for _, k := range r.keys("", n, "a figure", notation.Figure, notation.Pose, notation.Limb) {
		switch k.Name {
		case "base":
			f.Base = r.word(k)
		case "view":
			f.View = r.view(k)
		case "anchor":
			f.Anchor = r.word(k)
		case "hold":
			f.Hold = r.word(k)
		case "plates":
			f.Plates = r.word(k)
		case "props":
			f.Props = r.props(k)
		case "arrow":
			f.Arrows = r.arrows(k)
		case "thumbnail":
			f.Thumbnail = r.word(k)
		case "start":
			f.Start = r.pose(k)
		case "end":
			f.End = r.pose(k)
		default:
			r.poseKey(&f.Common, k)
		}
	}
	if f.End == nil && r.silent("end") {
		f.End = &figure.Pose{} // written, though not readable
	}
	return f
}

// keys gives the keys of a group that belong to it, and reports the others.
func (r *figureReader) keys(path string, n *source.Node, of string, tables ...[]figure.Key) []figureKey {
	known := slices.Concat(tables...)
	out := make([]figureKey, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := figureKey{path: below(path, n.Content[i].Value), key: n.Content[i], value: n.Content[i+1]}
		at := slices.IndexFunc(known, func(one figure.Key) bool { return one.Name == k.key.Value })
		switch {
		case r.d.guessed(k.value) || r.d.Doubtful(k.key):
			r.broken, r.failed = append(r.broken, k.path), true
		case at >= 0:
			k.Key = known[at]
			if r.places[k.path] = k; !blank(k.value) {
				out = append(out, k)
			}
		case !strings.HasPrefix(k.key.Value, "x-"):
			r.unknown(path, k.key, n, of, known)
		}
	}
	return out
}

// unknown reports a key that does not belong. What it was misspelt from is not missing.
func (r *figureReader) unknown(path string, key, in *source.Node, of string, known []figure.Key) {
	var free []string
	joints := map[string]bool{}
	for _, k := range known {
		joints[k.Name] = k.Kind == figure.AngleKey
		if !slices.ContainsFunc(in.Content, func(n *source.Node) bool { return n.Value == k.Name }) {
			free = append(free, k.Name)
		}
	}
	p := figure.Unknown(path, key.Value, "a key of "+of, free)
	if joints[p.Instead] {
		p = figure.Unknown(path, key.Value, "a joint", free)
	}
	if p.Instead == "" {
		p.Message, _, _ = strings.Cut(p.Message, ";") // the list is long: the help has its beginning
	} else {
		r.broken = append(r.broken, below(path, p.Instead))
	}
	found := r.report(unknownField, r.d.Key(key), p)
	if p.Instead == "" && len(free) > 0 {
		found.Help = "write one of " + quoteList(free[:min(len(free), 12)]) + ""
	}
}

// problem reports what the package figure found at the place that it names.
func (r *figureReader) problem(p figure.Problem) {
	name := p.Where[strings.LastIndex(p.Where, ".")+1:]
	if r.silent(p.Where) || p.Fault == figure.Missing && r.d.Lost(name) {
		r.failed = r.failed || p.Severity == figure.Error
		return
	}
	rule := [...]diag.Rule{
		figure.Value: unitsAndValues, figure.Word: unknownVocabulary, figure.Missing: requiredFields, figure.Shape: wrongType,
	}[p.Fault]
	where := p.Where
	if p.Fault == figure.Value {
		where = r.inherited(where)
	}
	r.report(rule, r.at(where), p)
}

// inherited is the path at which a pose's key is written: in the pose, or in what it
// inherits from. A path that is written nowhere stays.
func (r *figureReader) inherited(path string) string {
	for _, layer := range []string{"end.", "start."} {
		rest, inPose := strings.CutPrefix(path, layer)
		if _, written := r.places[path]; written || !inPose {
			continue
		}
		for _, above := range []string{"start." + rest, rest} {
			if _, written := r.places[above]; written {
				return above
			}
		}
	}
	return path
}

func (r *figureReader) report(rule diag.Rule, at diag.Span, p figure.Problem) *diag.Diagnostic {
	r.failed = r.failed || p.Severity == figure.Error
	found := r.d.report(rule, at, "%s", p.Message)
	found.Severity = [...]diag.Severity{figure.Info: diag.Info, figure.Warning: diag.Warning, figure.Error: diag.Error}[p.Severity]
	if p.Instead != "" {
		suggestThese(found, []string{p.Instead})
		found.Help = "" // the message asks already
		found.Fixes[0].Safe = diag.SameWord(at.Text(), p.Instead)
	}
	return found
}

// silent reports whether enough is said of a path.
func (r *figureReader) silent(path string) bool {
	return slices.ContainsFunc(r.broken, func(b string) bool {
		rest, under := strings.CutPrefix(path, b)
		return under && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}

// at is where a path stands: the value of a key, or the key of a whole group and of
// one that lacks something.
func (r *figureReader) at(path string) diag.Span {
	for exact := true; path != ""; exact = false {
		if k, known := r.places[path]; known {
			if k.key == nil || exact && k.value.Kind != source.Mapping && !blank(k.value) {
				return r.d.Value(k.value)
			}
			return r.d.Key(k.key)
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return r.root
}

func below(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
