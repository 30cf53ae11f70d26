package content

import (
	"bytes"
	"regexp"
	"strings"
	"time"

	"regimen/internal/source"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

var (
	// `regimen:allow P06 by="A Name" until=2027-11-01 -- the reason`
	allowForm    = regexp.MustCompile(`regimen:allow\b[ \t]*([^\s,]*)(.*)$`)
	allowComment = regexp.MustCompile(`(?:^|[ \t])#[ \t]*regimen:allow\b.*$`)
	allowPart    = regexp.MustCompile(`(by|role|date|until)=(?:"([^"]*)"|(\S+))`)
)

// allowances finds the reasons that an author gives for leaving findings as they are:
// comments of the frontmatter, bound to the next key or the key on their line, and
// comments of the body, bound to the next block.
func (d *decoder) allowances() []regimen.Allowance {
	var out []regimen.Allowance
	if bytes.Contains(d.Text, []byte("regimen:allow")) {
		keys := d.keySpans()
		for _, at := range d.comments() {
			out = append(out, allowance(at, bind(keys, at)))
		}
		for _, c := range d.body.Comments {
			if at := d.InBody(int(c.Start), int(c.End)); strings.Contains(at.Text(), "regimen:allow") {
				out = append(out, allowance(at, d.InBody(int(c.Next.Start), int(c.Next.End))))
			}
		}
	}
	return out
}

func allowance(at, covers diag.Span) regimen.Allowance {
	text := strings.TrimSuffix(strings.TrimSpace(at.Text()), "-->")
	a := regimen.Allowance{At: at, Covers: covers}
	m := allowForm.FindStringSubmatchIndex(text)
	if m == nil {
		return a
	}
	a.Rule = regimen.Word{ID: text[m[2]:m[3]], At: at.Part(m[2], m[3])}
	if a.Rule.ID == "--" {
		a.Rule, m[4] = regimen.Word{At: at}, m[2]
	}
	parts, reason, _ := strings.Cut(text[m[4]:m[5]], "--")
	a.Reason = strings.TrimSpace(reason)
	for _, part := range allowPart.FindAllStringSubmatch(parts, -1) {
		value := part[2] + part[3]
		switch part[1] {
		case "by":
			a.By = value
		case "role":
			a.Role = value
		case "date":
			a.Date = value
		case "until":
			a.Until = value
		}
	}
	return a
}

// keySpan is a key with all that stands under it.
type keySpan struct{ key, all diag.Span }

// keySpans lists every key of the frontmatter in the order of the text. The first key
// of a list item stands for the whole item, and the first key of the file for what is
// found at the opening fence too.
func (d *decoder) keySpans() []keySpan {
	var out []keySpan
	var walk func(n *source.Node, item bool)
	walk = func(n *source.Node, item bool) {
		switch n.Kind {
		case source.Mapping:
			for i := 0; i+1 < len(n.Content); i += 2 {
				key, value := n.Content[i], n.Content[i+1]
				k := keySpan{key: d.Key(key), all: d.Key(key)}
				k.all.End = max(k.all.End, d.Value(value).End)
				if item && i == 0 {
					k.all.End = max(k.all.End, d.Value(n).End)
				}
				if n == d.Root && i == 0 {
					k.all.Start = d.Fence().Start
				}
				out = append(out, k)
				walk(value, false)
			}
		case source.Sequence:
			for _, c := range n.Content {
				walk(c, true)
			}
		}
	}
	if d.Root != nil {
		walk(d.Root, false)
	}
	return out
}

// comments finds the frontmatter's own comments that allow something. The text is
// scanned, since the YAML library moves comments about.
func (d *decoder) comments() []diag.Span {
	var out []diag.Span
	front := d.Front()
	at := int(front.Start)
	for line := range bytes.Lines(d.Text[front.Start:front.End]) {
		if m := allowComment.FindIndex(bytes.TrimRight(line, "\r\n")); m != nil {
			out = append(out, d.File.Span(at+m[0]+bytes.IndexByte(line[m[0]:], '#'), at+m[1]))
		}
		at += len(line)
	}
	return out
}

// bind finds what a comment stands for: the first key on its line, else the next key.
func bind(keys []keySpan, at diag.Span) diag.Span {
	line := at.File.Position(int(at.Start)).Line
	for _, k := range keys {
		if k.key.Start > at.Start || at.File.Position(int(k.key.Start)).Line == line {
			return k.all
		}
	}
	return diag.Span{File: at.File, Start: at.Start, End: at.Start}
}

// isDate reports whether a text is a day of the calendar, YYYY-MM-DD.
func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
