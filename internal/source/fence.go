package source

import (
	"bytes"
	"strings"

	"regimen/internal/diag"
)

const fenceMark = "---"

// fenceFinder finds the fences of a frontmatter and says what is wrong with them.
type fenceFinder struct {
	file    *diag.File
	needed  bool // the kind must have a frontmatter
	present bool // there is one, or something that was meant as one
	tricky  bool // the splitter would be misled
	found   diag.List
}

// find cuts a file in two. Without a frontmatter all of it is prose.
func (f *fenceFinder) find() cut {
	text := f.file.Text
	start := 0
	if bytes.HasPrefix(text, []byte(byteOrderMark)) {
		start = len(byteOrderMark)
	}
	prose := cut{open: start, openEnd: start, block: start, end: start, body: start}
	first := lineAt(text, start)
	for first.next < len(text) && first.text >= first.end {
		first = lineAt(text, first.next)
	}
	c, ok := f.opening(start, first)
	if !ok {
		return prose
	}
	end, ok := f.closing(c)
	if !ok {
		return prose
	}
	f.present = true
	return end
}

// opening judges the first line that is not blank.
func (f *fenceFinder) opening(start int, l textLine) (cut, bool) {
	text := f.file.Text
	words := string(bytes.TrimSpace(text[l.start:l.lineEnd]))
	opened := cut{open: l.start, openEnd: l.end, block: l.next}
	next := f.significant(l.next)
	switch {
	case words == fenceMark && l.end-l.start > len(fenceMark):
		f.misplaced(l.start, l.end, "the opening `---` is indented; it must begin the line")
		f.fix("delete the indentation", stretch{l.start, l.end}, fenceMark)
		opened.open = start
	case words == fenceMark && l.start > start:
		f.misplaced(start, l.start, "blank lines stand before the opening `---`, which must be the first line")
		f.last().Severity = diag.Warning
		f.fix("delete the blank lines", stretch{start, l.start}, "")
	case words == fenceMark:
	case dashes([]byte(words)) && f.keyLike(next) || (f.needed || f.keyLike(next)) && strings.HasPrefix(words, fenceMark):
		f.misplaced(l.start, l.end, "the frontmatter must open with a line `---` and nothing else, not "+named([]byte(words)))
		f.fix("write `---`", stretch{l.start, l.end}, fenceMark)
		f.tricky = true
	case words == "+++" || words == ";;;" || strings.HasPrefix(words, "{") && (f.needed || next.text > l.text):
		return f.foreign(l, words)
	default:
		return f.unopened(start, l)
	}
	return opened, true
}

// foreign reports a frontmatter in another language than YAML.
func (f *fenceFinder) foreign(l textLine, words string) (cut, bool) {
	if !f.needed && words != "{" && words != "+++" {
		return cut{}, false
	}
	f.misplaced(l.start, l.end, "the frontmatter opens with "+named([]byte(words))+"; here it stands between two lines `---`")
	f.last().Help = "Write the facts as `key: value` lines between two lines `---`."
	return cut{}, false
}

// unopened handles a file whose first line is neither a fence nor a near miss.
func (f *fenceFinder) unopened(start int, l textLine) (cut, bool) {
	if !f.needed {
		return cut{}, false
	}
	if f.keyLike(l) && f.hasFence(l.next) {
		f.misplaced(start, start, "the line `---` that opens the frontmatter is missing")
		f.fix("write `---` above it", stretch{l.start, l.start}, fenceMark+"\n")
		f.tricky = true
		return cut{open: start, openEnd: start, block: l.start}, true
	}
	for n, at := 0, l; n < 20 && at.next < len(f.file.Text); n++ {
		at = lineAt(f.file.Text, at.next)
		if string(f.words(at)) == fenceMark && f.keyLike(f.significant(at.next)) && f.hasFence(at.next) {
			f.misplaced(start, l.end, "text stands before the opening `---`, which must be the first line")
			f.last().Help = "Move the text below the closing `---`, or delete it."
			f.tricky = true
			return cut{open: at.start, openEnd: at.end, block: at.next}, true
		}
	}
	f.misplaced(start, start, "the file has no frontmatter, which a file in this folder needs")
	f.last().Help = "Begin the file with a line `---`, the facts as `key: value` lines, and another line `---`."
	return cut{}, false
}

func (f *fenceFinder) misplaced(start, end int, message string) {
	f.report(noFrontmatter, start, end, message)
}

func (f *fenceFinder) report(rule diag.Rule, start, end int, message string) {
	f.found = append(f.found, rule.Report(f.file.Span(start, end), message))
}

func (f *fenceFinder) last() *diag.Diagnostic { return &f.found[len(f.found)-1] }

// fix offers a change that mends the last finding.
func (f *fenceFinder) fix(title string, at stretch, text string) {
	f.last().Fixes = []diag.Fix{{Title: title, Safe: true, Edits: []diag.Edit{
		{At: f.file.Span(at.start, at.end), Text: text},
	}}}
}

// words is a line without the blanks around it, as the splitter sees it.
func (f *fenceFinder) words(l textLine) []byte {
	return bytes.TrimSpace(f.file.Text[l.start:l.lineEnd])
}

// significant is the next line that is neither blank nor a comment.
func (f *fenceFinder) significant(at int) textLine {
	text := f.file.Text
	l := lineAt(text, at)
	for l.next < len(text) && (l.text >= l.end || text[l.text] == '#') {
		l = lineAt(text, l.next)
	}
	return l
}

// hasFence reports whether a line `---` follows.
func (f *fenceFinder) hasFence(at int) bool {
	for at < len(f.file.Text) {
		l := lineAt(f.file.Text, at)
		if string(f.words(l)) == fenceMark {
			return true
		}
		at = l.next
	}
	return false
}

// keyLike reports whether a line at the margin begins as a key does.
func (f *fenceFinder) keyLike(l textLine) bool {
	word := f.file.Text[l.start:l.end]
	n := idLength(word)
	return n > 0 && n < len(word) && word[n] == ':' && (n+1 == len(word) || word[n+1] == ' ' || word[n+1] == '\t')
}

// dashes reports whether a line is a row of dashes, of whatever kind and number,
// or another rule that editors and habits make of one.
func dashes(words []byte) bool {
	bare := bytes.Trim(words, "-‐‑‒–—―")
	switch string(words) {
	case "", "-":
		return false
	case "***", "===", "___":
		return true
	}
	return len(bare) == 0 || bytes.HasPrefix(words, []byte("```"))
}
