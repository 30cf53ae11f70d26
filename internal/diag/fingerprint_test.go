package diag

import (
	"slices"
	"testing"
)

func TestFingerprints(t *testing.T) {
	list := func(text string) List {
		_, places := marked(t, "a.md", text)
		var list List
		for _, at := range places {
			list = append(list, Diagnostic{Code: "R01", Message: "m", At: at})
		}
		return list
	}
	before := Fingerprints(list("x: ((a)) ((a)) ((b\nc))\n"))
	same(t, 3, len(slices.Compact(slices.Sorted(slices.Values(before)))))
	same(t, "c3ce07e833c295c79ed9e9b9e2bf7c83", before[0])
	same(t, before, Fingerprints(list("one\r\nmore\r\nlong: line ((a))\r\n((a)) ((b\r\nc))")))

	backwards := list("x: ((a)) ((a)) ((b\nc))\n")
	slices.Reverse(backwards)
	got := Fingerprints(backwards)
	slices.Reverse(got)
	same(t, before, got)

	for _, other := range []Diagnostic{
		{Code: "R02", At: list("((a))")[0].At}, {Code: "R01", At: list("((c))")[0].At}, {Code: "R01"},
		{Code: "R01", At: Span{NewFile("b.md", []byte("a")), 0, 1}},
	} {
		if slices.Contains(before, Fingerprints(List{other})[0]) {
			t.Errorf("%v has the fingerprint of another", other)
		}
	}
}
