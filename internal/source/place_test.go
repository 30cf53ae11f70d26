package source

import (
	"strings"
	"testing"

	"regimen/internal/diag"
)

const places = `---
title: Dead bug   # a comment
"quoted key": 'it''s here'
double: "say \"stop\""
list: [bench, [dumbbell, "kettlebell"]]  # why
map: {primary: [glutes], secondary: []}
rows:
  - exercise: plank
    dose: 3 x 8
  - exercise: bird-dog
empty:
last: none
folded: one
  two   three

  four
text: |
  One é line.

    Deeper.
long: >-
    a
    b
---
Prose é one.
Two.
`

// TestPlaces asks where keys and values stand, in every form of a file.
func TestPlaces(t *testing.T) {
	want := map[string]string{
		"title": "Dead bug", "quoted key": "it''s here", "double": `say \"stop\"`,
		"list": `[bench, [dumbbell, "kettlebell"]]`, "list/0": "bench", "list/1": `[dumbbell, "kettlebell"]`, "list/1/1": "kettlebell",
		"map": "{primary: [glutes], secondary: []}", "map/secondary": "[]",
		"rows": "exercise: plank\n    dose: 3 x 8\n  - exercise: bird-dog", "rows/0": "exercise: plank\n    dose: 3 x 8", "rows/1": "exercise: bird-dog",
		"empty": "", "folded": "one\n  two   three\n\n  four", "text": "One é line.\n\n    Deeper.", "long": "a\n    b",
	}
	for _, f := range forms(places) {
		s, found := Read(diag.NewFile("x.md", f.stored), true)
		if len(found) > 0 {
			t.Fatal(found)
		}
		for path, text := range want {
			key, n := at(s, path)
			if got := strings.ReplaceAll(s.Value(n).Text(), "\r", ""); strings.TrimPrefix(got, "- ") != text {
				t.Errorf("%s: %s stands at %q, not at %q", f.name, path, got, text)
			}
			if key != nil && s.Key(key).Text() != key.Value {
				t.Errorf("%s: the key of %s stands at %q", f.name, path, s.Key(key).Text())
			}
		}
	}
}

// TestParts asks where a part of a value stands.
func TestParts(t *testing.T) {
	for _, f := range forms(places) {
		s, _ := Read(diag.NewFile("x.md", f.stored), true)
		for _, c := range []struct{ path, part, written string }{
			{"title", "bug", "bug"}, {"title", "Dead bug", "Dead bug"}, {"title", "", ""},
			{"quoted key", "here", "here"}, {"quoted key", "it's", "it''s"},
			{"double", "stop", "stop"}, {"list/1/1", "bell", "bell"},
			{"folded", "two   three", "two   three"}, {"folded", "one two", "one\n  two"}, {"folded", "four", "four"},
			{"text", "line", "line"}, {"text", "  Deeper.", "  Deeper."}, {"long", "b", "b"}, {"long", "a b", "a\n    b"},
		} {
			_, n := at(s, c.path)
			start := strings.Index(n.Value, c.part)
			if start < 0 {
				t.Fatalf("%s is %q, without %q", c.path, n.Value, c.part)
			}
			if got := strings.ReplaceAll(s.Within(n, start, start+len(c.part)).Text(), "\r", ""); got != c.written {
				t.Errorf("%s: %q of %s stands at %q", f.name, c.part, c.path, got)
			}
		}
		_, n := at(s, "title")
		if got := s.Within(n, 3, 99).Text(); got != "Dead bug" {
			t.Errorf("%s: a part beyond the end stands at %q", f.name, got)
		}
	}
}

// TestInBody asks where a part of the prose is stored.
func TestInBody(t *testing.T) {
	for _, f := range forms(places) {
		s, _ := Read(diag.NewFile("x.md", f.stored), true)
		if want := "Prose é one.\nTwo.\n"; string(s.Body) != want {
			t.Fatalf("%s: the body is %q", f.name, s.Body)
		}
		for _, part := range []string{"Prose", "one.", "Two", "one.\nTwo", "\n"} {
			start := strings.Index(string(s.Body), part)
			got := s.InBody(start, start+len(part))
			if text := strings.ReplaceAll(got.Text(), "\r", ""); text != part {
				t.Errorf("%s: %q stands at %q", f.name, part, got.Text())
			}
			if strings.HasSuffix(got.Text(), "\r") {
				t.Errorf("%s: %q stands at %q, with half a line end", f.name, part, got.Text())
			}
		}
		if line := s.Position(int(s.InBody(strings.Index(string(s.Body), "Two"), len(s.Body)).Start)); line.Line != 26 || line.Column != 1 {
			t.Errorf("%s: Two stands at %d:%d", f.name, line.Line, line.Column)
		}
		if fence := s.Fence(); fence.Text() != "---" || s.Position(int(fence.Start)) != (diag.Position{Line: 1, Column: 1, Offset: int(fence.Start)}) {
			t.Errorf("%s: the fence stands at %q", f.name, fence.Text())
		}
	}
}

// at finds a node by keys and numbers, parted by slashes, and the key it has.
func at(s *Source, path string) (key, n *Node) {
	n = s.Root
	for step := range strings.SplitSeq(path, "/") {
		if n.Kind == Sequence {
			key, n = nil, n.Content[step[0]-'0']
			continue
		}
		for i := 0; i < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				key, n = n.Content[i], n.Content[i+1]
				break
			}
		}
	}
	return key, n
}
