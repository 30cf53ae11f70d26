package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

// A text is read behind others as it is on its own, whatever stood before it.
func TestStreamed(t *testing.T) {
	texts := []string{
		"a: 1\nb: [x, {y: z}]\n",
		"- 1\n- two\n",
		"a: |+\n  kept\n\n\n",
		"a: |\n  cut\n\n",
		"a: >-\n  one\n  two\n",
		"a:\n",
		"word\n",
		"\n\n  a: späte Zeile – x\n\n",
		"a: 'one\n\n  two'\n",
		"",
		"\n",
		"a: 1\n---\nend\n",
		"a: 1\n...\nend\n",
		"%YAML 1.1\n---\na: 1\n",
		"a: 1 # why\n",
		"a: &b 1\nc: *b\n",
		"a: !!int 1\n",
		"a: 1",
		"a: |+\n  kept",
		"'a' b: c\n",
		"a\nb: c\n",
		"a: [1\n",
		"a: \"x\n",
		"a: b: c\n",
		"a: 1\u2028---\u2028end\n",
		"a: 1\r\nb: 2\r\n",
	}
	for _, text := range texts {
		var want yaml.Node
		alone := yaml.Load([]byte(text), &want)
		s := newStream()
		for _, before := range []string{"x: |+\n  y\n\n", "[a,\n b]\n"} {
			if s.next([]byte(before)) == nil {
				t.Fatalf("%q could not be read", before)
			}
		}
		var got *yaml.Node
		if ordinary([]byte(text)) {
			got = s.next([]byte(text))
		}
		switch {
		case got == nil && alone == nil && ordinary([]byte(text)):
			t.Errorf("%q is not read behind others", text)
		case got == nil:
		case alone != nil:
			t.Errorf("%q is read, which is at fault: %v", text, alone)
		default:
			if diff := cmp.Diff(want.Content[0], got); diff != "" {
				t.Errorf("%q (-alone +behind others):\n%s", text, diff)
			}
		}
	}
}
