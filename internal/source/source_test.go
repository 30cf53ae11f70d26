package source

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"regimen/internal/diag"
)

var update = flag.Bool("update", false, "write what the fixtures give")

// TestFixtures reads each text of testdata/source in four forms, and compares
// what is found, and what is read all the same, with the text's .want.
func TestFixtures(t *testing.T) {
	for name, archive := range fixtures(t) {
		changed := false
		for _, text := range texts(archive) {
			t.Run(filepath.Base(name)+"/"+text.name, func(t *testing.T) {
				for _, f := range forms(text.input) {
					form, got := f.name, report(t, f.stored)
					if *update && form == "LF" {
						archive = withWant(archive, text.name, got)
						text.want, changed = got, true
					}
					if got != text.want {
						t.Errorf("as %s:\n%s\nwant:\n%s", form, got, text.want)
					}
				}
			})
		}
		if changed {
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestFixes applies the safe fixes of every fixture: what they mend is gone, what
// was read stays as it was, and a second time there is nothing to do.
func TestFixes(t *testing.T) {
	for name, archive := range fixtures(t) {
		for _, text := range texts(archive) {
			t.Run(filepath.Base(name)+"/"+text.name, func(t *testing.T) {
				for _, f := range forms(text.input) {
					form, stored := f.name, f.stored
					before, found := read(stored)
					fixed, n := applied(stored, found)
					after, left := read(fixed)
					if n > 0 && len(left) > len(found)-n {
						t.Errorf("as %s: %d fixes leave %d of %d findings in\n%s", form, n, len(left), len(found), fixed)
					}
					if n > 0 && n == len(found) && before.Root != nil && certain(before) != certain(after) {
						t.Errorf("as %s: fixed it reads\n%s\nmended in memory\n%s", form, readAs(after), readAs(before))
					}
				}
			})
		}
	}
}

// report is what a text gives, one finding a line, and what was read of it.
func report(t *testing.T, stored []byte) string {
	t.Helper()
	s, found := read(stored)
	found.Sort()
	var b strings.Builder
	for _, d := range found {
		checkWords(t, d)
		checkSpans(t, s.File, d)
		from, to := s.Position(int(d.At.Start)), s.Position(int(d.At.End))
		fmt.Fprintf(&b, "%d:%d-%d:%d %s %s: %s\n", from.Line, from.Column, to.Line, to.Column, d.Severity, d.Code, d.Message)
		for _, r := range d.Related {
			from, to = s.Position(int(r.At.Start)), s.Position(int(r.At.End))
			fmt.Fprintf(&b, "\t%d:%d-%d:%d %s\n", from.Line, from.Column, to.Line, to.Column, r.Message)
		}
	}
	if s.Root == nil {
		return b.String() + "= nothing\n"
	}
	walkSpans(t, s, s.Root)
	return b.String() + "= " + readAs(s) + "\n"
}

func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for i, r := range Rules() {
		if want := fmt.Sprintf("D%02d", i+1); r.Code != want || r.Name == "" || seen[r.Name] {
			t.Errorf("rule %d is %+v", i, r)
		}
		seen[r.Name] = true
	}
	if len(seen) != 19 {
		t.Errorf("%d rules", len(seen))
	}
}

func TestWithoutFrontmatter(t *testing.T) {
	for _, text := range []string{"", "Some words.\n", "---\n\nWords.\n\n---\n", "----\n\nWords.\n", "---\nWords\n", "# Heading\n"} {
		s, found := Read(diag.NewFile("x.md", []byte(text)), false)
		if len(found) > 0 || s.Root != nil || string(s.Body) != text {
			t.Errorf("%q: %v, body %q", text, found, s.Body)
		}
	}
}

func TestTooLarge(t *testing.T) {
	text := "---\ntitle: x\n---\n"
	fits := text + strings.Repeat("x", MaxSize-len(text))
	if s, found := Read(diag.NewFile("x.md", []byte(fits)), true); len(found) > 0 || s.Root == nil {
		t.Errorf("a file of %d bytes: %v", len(fits), found)
	}
	s, found := Read(diag.NewFile("x.md", []byte(fits+"x")), true)
	if len(found) != 1 || found[0].Code != "D16" || found[0].At.Start != 0 || s.Root != nil {
		t.Errorf("a file of one byte more: %v", found)
	}
}

// hostile are pieces that, repeated, make texts which could take long to explain.
var hostile = []string{
	"[", "{", "- ", "[a, ", "{a: ", "a: {", "? ", "\"", "'", "“", "#a ", "a: b\n", "- \"a\n", "a: [\n", "\ta: b\n", "a: &b c\n",
	" - x\n", "a: |\n", "x: [y\n", "- - a\n", ": ", "a: b: c\n", "{a, ", "[“a”, ", "[ #a, ", "a:\n", "1,2, ", "*a ", "<<: *a\n", "\u2028",
}

func repeated(unit string, size int) []byte {
	return []byte("---\na: " + strings.Repeat(unit, size/len(unit)) + "\n---\n")
}

// TestHostile asks that no text floods its author; BenchmarkHostile shows the time.
func TestHostile(t *testing.T) {
	for _, unit := range hostile {
		if _, found := Read(diag.NewFile("x.md", repeated(unit, 64<<10)), true); len(found) > 2*mostSlips {
			t.Errorf("%q, repeated, gives %d findings", unit, len(found))
		}
	}
}

// BenchmarkHostile reads texts as large as a file may be: none should take seconds.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		b.Run(strconv.Quote(unit), func(b *testing.B) {
			file := diag.NewFile("x.md", repeated(unit, MaxSize-100))
			for b.Loop() {
				Read(file, true)
			}
		})
	}
}

func FuzzSource(f *testing.F) {
	for _, archive := range fixtures(f) {
		for _, text := range texts(archive) {
			f.Add([]byte(special.Replace(text.input)), true)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, needed bool) {
		file := diag.NewFile("x.md", text)
		s, found := Read(file, needed)
		for _, d := range append(found, HeadingSlips(s)...) {
			checkSpans(t, file, d)
		}
		checkSpan(t, file, s.Fence())
		checkSpan(t, file, s.Front())
		checkSpan(t, file, s.InBody(0, len(s.Body)))
		if bytes.Contains(s.Body, []byte("\r\n")) {
			t.Error("CRLF in the body")
		}
		if s.Root != nil && len(text) < 1000 {
			walkSpans(t, s, s.Root)
		}
	})
}

// BenchmarkRead reads a typical file: 5,000 of them should take less than 0.5 s.
func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("testdata/source/valid/exercise.md")
	if err != nil {
		b.Fatal(err)
	}
	text = append(text, bytes.Repeat([]byte("A line of the prose, as long as such lines are.\n"), 20)...)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, found := Read(diag.NewFile("x.md", text), true); len(found) > 0 {
			b.Fatal(found)
		}
	}
}
