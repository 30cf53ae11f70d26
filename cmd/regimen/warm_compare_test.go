package main

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"reflect"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/site"
)

// compare compiles a state with the compiler that saw all before it, and with a new one.
func compare(t *rapid.T, warm *compiler, src source, touched []string) {
	t.Helper()
	was, wasFound, err := warm.read(src, touched)
	if err != nil {
		t.Fatal(err)
	}
	is, isFound, err := read(src)
	if err != nil {
		t.Fatal(err)
	}
	said, due := writtenOut(wasFound), writtenOut(isFound)
	for i := range max(len(said), len(due)) {
		if i >= len(said) || i >= len(due) || said[i] != due[i] {
			t.Fatalf("finding %d of %d is\n%s\nwant, of %d,\n%s", i, len(said), at(said, i), len(due), at(due, i))
		}
	}
	if !reflect.DeepEqual(was, is) {
		t.Fatalf("the library is another: %s", otherPart(was, is))
	}
}

// sameSite compares two sites byte for byte; nil is one that cannot be built.
func sameSite(t *rapid.T, was, is *site.Output) {
	t.Helper()
	if was == nil || is == nil {
		if was != is {
			t.Fatal("only one of the sites can be built")
		}
		return
	}
	if !slices.Equal(was.Paths(), is.Paths()) {
		t.Fatalf("the pages are %v, want %v", was.Paths(), is.Paths())
	}
	for _, path := range is.Paths() {
		got, want := rendered(t, was, path), rendered(t, is, path)
		if !bytes.Equal(got, want) {
			t.Fatalf("%s differs at byte %d of %d", path, firstDifference(got, want), len(want))
		}
	}
}

func rendered(t *rapid.T, out *site.Output, path string) []byte {
	t.Helper()
	body, err := out.Render(path)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "none"
}

// writtenOut writes out findings with everything that belongs to them, each place with the text
// that it was found in.
func writtenOut(found diag.List) []string {
	sums := map[*diag.File]string{}
	span := func(s diag.Span) string {
		if s.File == nil {
			return "nowhere"
		}
		if sums[s.File] == "" {
			sums[s.File] = fmt.Sprintf("%s#%08x", s.File.Path, crc32.ChecksumIEEE(s.File.Text))
		}
		return fmt.Sprintf("%s %d-%d %q", sums[s.File], s.Start, s.End, s.Text())
	}
	out := make([]string, len(found))
	for i, d := range found {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s %v %s\n%q %q %q %q %q %q\n", d.Code, d.Name, d.Severity, span(d.At), d.Message, d.Cause, d.Label, d.Notes, d.Help, d.Suggestions)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "related: %s %s\n", span(r.At), r.Message)
		}
		for _, f := range d.Fixes {
			fmt.Fprintf(&b, "fix: %s %v\n", f.Title, f.Safe)
			for _, e := range f.Edits {
				fmt.Fprintf(&b, "edit: %s %q\n", span(e.At), e.Text)
			}
		}
		if s := d.Silenced; s != nil {
			fmt.Fprintf(&b, "silenced: %q %q %q %q %q %s\n", s.Reason, s.By, s.Role, s.Date, s.Until, span(s.At))
		}
		out[i] = b.String()
	}
	return out
}

// otherPart names the field of two libraries that differs.
func otherPart(a, b *regimen.Library) string {
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range va.NumField() {
		if !reflect.DeepEqual(va.Field(i).Interface(), vb.Field(i).Interface()) {
			return va.Type().Field(i).Name
		}
	}
	return "nothing"
}
