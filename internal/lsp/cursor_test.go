package lsp

import (
	"slices"
	"strings"
	"testing"
)

// TestCursor asks where a place stands in the frontmatter: the bar in each text. What is
// due is the path of keys, and what may stand there: a key, a value, an entry of a list.
func TestCursor(t *testing.T) {
	for _, c := range []struct{ text, path, due string }{
		{"|", "", "key"},
		{"ti|", "", "key"},
		{"title: A|", "title", "value"},
		{"title: |", "title", "value"},
		{"title:|", "title", "value"},
		{"a:\n  |", "a", "key"},
		{"a:\n  b: 1\n  |", "a", "key"},
		{"a:\n  b:\n    c: |", "a b c", "value"},
		{"a:\n  - |", "a", "entry"},
		{"a:\n- |", "a", "entry"},
		{"a:\n- b: 1\n  c|", "a", "key"},
		{"a:\n- b: 1\n- c: |", "a c", "value"},
		{"a:\n  - b: 1\n    c: |2", "a c", "value"},
		{"a:\n  - b: 1\n    c:\n      - d: x|", "a c d", "value"},
		{"a:\n  b: 1\nc|", "", "key"},
		{"s:\n  a:\n    e:\n      - x: 1\n        y: 2\n      - x: |", "s a e x", "value"},
		{"s:\n  a:\n    e:\n      - x: 1\n  b|", "s", "key"},
		{"a: [|", "a", "item"},
		{"a: [b, |", "a", "item"},
		{"a: [b, c|]", "a", "item"},
		{"a: {|", "a", "key"},
		{"a: {b: |", "a b", "value"},
		{"a: {b: 1, |}", "a", "key"},
		{"a: {b: [c, |", "a b", "item"},
		{"a: {b: [c], d: |}", "a d", "value"},
		{"a: [{b: |", "a b", "value"},
		{"a:\n  - {b: |}", "a b", "value"},
		{"a: [b,\n  |c]\nd: e", "a", "item"},
		{"a: [b\nc: |", "c", "value"},
		{"a: 'x: {'\nb: |", "b", "value"},
		{"# a comment: x\nb: |", "b", "value"},
		{"a: |-\n  text: x\nb: ‸", "b", "value"},
		{"\"a\": |", "a", "value"},
	} {
		mark := "|"
		if strings.Contains(c.text, "‸") {
			mark = "‸"
		}
		before, after, _ := strings.Cut(c.text, mark)
		for name, ends := range map[string]func(string) string{
			"LF":   func(s string) string { return s },
			"CRLF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
			"BOM":  func(s string) string { return "\ufeff" + s },
		} {
			start := ends("---\n" + before)
			got, ok := cursorAt([]byte(start+ends(after + "\n---\nprose\n")[len(ends("")):]), len(start))
			due := "value"
			switch {
			case got.atKey && got.item:
				due = "entry"
			case got.atKey:
				due = "key"
			case got.item:
				due = "item"
			}
			if !ok || !slices.Equal(got.path, strings.Fields(c.path)) || due != c.due {
				t.Errorf("%s, %q: %v %q %s, want %q %s", name, c.text, ok, got.path, due, c.path, c.due)
			}
		}
	}
}

func TestCursorOutside(t *testing.T) {
	for _, text := range []string{"|", "prose|", "---\na: b\n---\n|", "---\na: b\n---\nprose: |", "--|-\na: b\n---\n"} {
		before, after, _ := strings.Cut(text, "|")
		if c, ok := cursorAt([]byte(before+after), len(before)); ok {
			t.Errorf("%q is taken for frontmatter: %+v", text, c)
		}
	}
}

func FuzzCursor(f *testing.F) {
	f.Add("---\na: [b, {c: d\n- e:\n---\n", 9)
	f.Add("---\r\n- - a: 'x\r\n", 12)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		offset = max(0, min(offset, len(text)))
		c, ok := cursorAt([]byte(text), offset)
		if ok && (c.start < 0 || c.start > offset || c.end < offset || c.end > len(text)) {
			t.Errorf("the word at %d goes from %d to %d", offset, c.start, c.end)
		}
	})
}
