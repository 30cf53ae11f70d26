package source

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"go.yaml.in/yaml/v4"

	"regimen/internal/diag"
)

// draft is the frontmatter as it is handed to YAML: with its slips mended, and
// knowing from where in the file each byte came.
type draft struct {
	text   []byte
	pieces []piece
}

// piece is a run of bytes that a draft took from the file unchanged.
type piece struct{ at, from, size int }

// holds reports whether a range of the draft, which the piece begins, lies in it.
func (p piece) holds(at stretch) bool {
	return p.at == 0 && at.end > 0 && at.start < p.size && at.end <= p.size
}

// patch replaces a range of a draft.
type patch struct {
	start, end int
	text       string
}

func newDraft(text []byte, from int) draft {
	return draft{text: text, pieces: []piece{{0, from, len(text)}}}
}

// patched applies patches. Of two that overlap the first one wins.
func (d draft) patched(patches []patch) draft {
	patches = slices.Clone(patches)
	slices.SortStableFunc(patches, func(a, b patch) int { return a.start - b.start })
	var next draft
	at := 0
	for _, p := range patches {
		if p.start < at {
			continue
		}
		next.take(d, at, p.start)
		next.text = append(next.text, p.text...)
		at = p.end
	}
	next.take(d, at, len(d.text))
	return next
}

// take appends a range of another draft.
func (d *draft) take(from draft, start, end int) {
	if start == end {
		return
	}
	i := sort.Search(len(from.pieces), func(i int) bool { return from.pieces[i].at+from.pieces[i].size > start })
	for ; i < len(from.pieces) && from.pieces[i].at < end; i++ {
		p := from.pieces[i]
		low, high := max(start, p.at), min(end, p.at+p.size)
		d.pieces = append(d.pieces, piece{len(d.text) + low - start, p.from + low - p.at, high - low})
	}
	d.text = append(d.text, from.text[start:end]...)
}

// fromDraft finds where a range of a draft stands in the file. What was put in
// between by a patch counts as its neighbour's edge.
func (s *Source) fromDraft(d draft, at stretch) diag.Span {
	if len(d.pieces) == 1 && d.pieces[0].holds(at) { // as in all files without slips
		from := d.pieces[0].from
		return s.File.Span(from+at.start, from+max(at.start, at.end))
	}
	i := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].at+d.pieces[i].size > at.start })
	j := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].at >= at.end }) - 1
	start, end := s.cut.end, s.cut.block
	if i < len(d.pieces) {
		start = d.pieces[i].from + max(0, at.start-d.pieces[i].at)
	}
	if j >= 0 {
		end = d.pieces[j].from + min(d.pieces[j].size, at.end-d.pieces[j].at)
	}
	return s.File.Span(start, max(start, end))
}

// Key is where a key is written, without its quotes.
func (s *Source) Key(n *yaml.Node) diag.Span { return s.Value(n) }

// Value is where a value is written: a text without its quotes, a bracketed list
// with its brackets, a list or mapping over several lines from its first to its
// last entry.
func (s *Source) Value(n *yaml.Node) diag.Span { return s.fromDraft(s.draft, s.extent(n)) }

// Within is where bytes start to end of a text are written; the whole text, where
// the file writes it differently (escapes).
func (s *Source) Within(n *yaml.Node, start, end int) diag.Span {
	at := s.extent(n)
	if n.Kind != yaml.ScalarNode || start < 0 || start > end || end > len(n.Value) {
		return s.fromDraft(s.draft, at)
	}
	raw := s.draft.text[at.start:at.end]
	if string(raw) == n.Value {
		return s.fromDraft(s.draft, stretch{at.start + start, at.start + end})
	}
	a := aligned{raw: raw, value: n.Value}
	switch {
	case n.Style&yaml.SingleQuotedStyle != 0:
		a.quote = '\''
	case n.Style&yaml.DoubleQuotedStyle != 0:
		a.quote = '"'
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		a.indent = at.start - lineStart(s.draft.text, at.start)
	}
	if !a.run(start, end) {
		return s.fromDraft(s.draft, at)
	}
	return s.fromDraft(s.draft, stretch{at.start + a.low, at.start + a.high})
}

// Doubtful reports whether a node was mended by a guess, so that it may not be
// what the author meant; nothing more should be said about it.
func (s *Source) Doubtful(n *yaml.Node) bool {
	return len(s.doubts) > 0 && s.InDoubt(s.Value(n))
}

// InDoubt reports whether a stretch of the file touches what was mended by a guess.
func (s *Source) InDoubt(at diag.Span) bool {
	for _, d := range s.doubts {
		if at.Start < d.End && d.Start < at.End || at == d || at.Start == at.End && d.Start <= at.Start && at.Start <= d.End {
			return true
		}
	}
	return false
}

// Lost reports whether a line that was mended by a guess begins with a key, which is
// then not missing.
func (s *Source) Lost(key string) bool {
	for _, d := range s.doubts {
		rest, ok := strings.CutPrefix(d.Text(), key)
		if ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// InBody is where bytes start to end of the body are stored.
func (s *Source) InBody(start, end int) diag.Span {
	start = max(0, min(start, len(s.Body)))
	end = max(start, min(end, len(s.Body)))
	return s.File.Span(s.stored(start), s.stored(end))
}

func (s *Source) stored(offset int) int {
	before := sort.SearchInts(s.returns, offset)
	return s.cut.body + offset + before
}

// Fence is the opening fence, where absent keys are reported; the very start of a
// file that has none.
func (s *Source) Fence() diag.Span {
	return s.File.Span(s.cut.open, s.cut.openEnd)
}

// startOf is the offset of a node in the draft.
func (s *Source) startOf(n *yaml.Node) int {
	return s.lines.Offset(max(1, n.Line), n.Column)
}

// extent finds the end of a node from the text, since nodes do not know theirs.
func (s *Source) extent(n *yaml.Node) stretch {
	at, text := s.startOf(n), s.draft.text
	switch {
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return textLines(text, at)
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		if end := quoteEnd(text, at, len(text)); end > at {
			return stretch{at + 1, end - 1}
		}
	case n.Kind == yaml.ScalarNode:
		a := aligned{raw: text[at:], value: n.Value}
		if bytes.HasPrefix(a.raw, []byte(n.Value)) {
			return stretch{at, at + len(n.Value)}
		}
		if a.run(0, len(n.Value)) {
			return stretch{at, at + a.high}
		}
	case at < len(text) && n.Style&yaml.FlowStyle != 0 && (text[at] == '[' || text[at] == '{'):
		return stretch{at, bracketEnd(text, at)}
	case len(n.Content) > 0:
		first := n.Content[0]
		for first.Kind != yaml.ScalarNode && first.Style&yaml.FlowStyle == 0 && len(first.Content) > 0 {
			first = first.Content[0] // not by calling itself, lest time doubles with each level
		}
		last := s.extent(n.Content[len(n.Content)-1])
		if last.start == last.end && len(n.Content) > 1 {
			last = s.extent(n.Content[len(n.Content)-2])
		}
		start := s.extent(first).start
		return stretch{start, max(start, last.end)}
	}
	return stretch{at, at}
}

// textLines is the text under a `|` or `>`: from its first character to the end
// of its last line.
func textLines(text []byte, at int) stretch {
	var found stretch
	depth := -1
	for l := lineAt(text, lineAt(text, at).next); l.start < len(text); l = lineAt(text, l.next) {
		if l.text >= l.end {
			continue
		}
		if depth < 0 {
			depth = l.text - l.start
			found.start = l.text
		}
		if l.text-l.start < depth || depth == 0 {
			break
		}
		found.end = l.end
	}
	if found.end <= found.start {
		return stretch{at, at}
	}
	return found
}
