package diag

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// FuzzPrint prints and fixes at random places of random texts: nothing panics,
// colour aside a headline is one line, and what schemas describe conforms to them.
func FuzzPrint(f *testing.F) {
	f.Add("a: b\r\n", "m", 1, 3, 0, 5)
	f.Add("\ufeff名: \t🏋\n", "`x` {0}\n::error::", 3, 6, -1, 99)
	f.Add("", "", 0, 0, 0, 0)
	f.Add(strings.Repeat("é\u0301", 999), "%", 700, 2900, 5, 2)
	standard, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		f.Fatal(err)
	}
	ours, sarif := compiled(f, Schema()), compiled(f, string(standard))
	f.Fuzz(func(t *testing.T, text, words string, a, b, c, d int) {
		file, other := NewFile("a/b c.md", []byte(text)), NewFile(words, []byte(words))
		here, there := file.Span(a, b), other.Span(c, d)
		finding := Diagnostic{
			Code: "D06", Severity: Severity(uint(a) % 3), Message: words, Label: words, At: here, Help: words,
			Related: []Related{{here, words}, {there, text}, {Span{}, words}},
			Fixes:   []Fix{{words, true, []Edit{{here, words}, {there, text}}}},
		}
		if b%2 == 0 {
			finding.Silenced = &Silence{Reason: words, At: there}
		}
		list := List{finding, {At: there, Message: text, Suggestions: []string{words}}, finding}
		var summary strings.Builder
		p := Printer{ShowInfos: true, ShowSilenced: true, Colour: a%2 == 0, StepSummary: &summary, Root: "content"}
		printed(t, p, Text, list...)
		if got := strings.Count(printed(t, p, Short, list...), "\n"); got != len(list) {
			t.Errorf("%d lines for %d findings", got, len(list))
		}
		for _, line := range strings.Split(strings.TrimSuffix(printed(t, p, GitHub, list...), "\n"), "\n") {
			if !strings.HasPrefix(line, "::") {
				t.Errorf("no annotation: %q", line)
			}
		}
		conforms(t, ours, printed(t, p, JSON, list...))
		conforms(t, sarif, printed(t, p, SARIF, list...))
	})
}

// FuzzNearest: no panic, at most three of the candidates, never the word itself.
func FuzzNearest(f *testing.F) {
	f.Add("resp", "reps rest sets")
	f.Add("maxReps_", "max-reps  MAX_REPS 名")
	f.Add("\xff", "\xff\xfe é")
	f.Fuzz(func(t *testing.T, word, list string) {
		candidates := strings.Split(list, " ")
		got := Nearest(word, candidates)
		if len(got) > 3 || slices.Contains(got, word) || len(slices.Compact(slices.Sorted(slices.Values(got)))) != len(got) {
			t.Errorf("%q of %q: %q", word, candidates, got)
		}
		for _, g := range got {
			if !slices.Contains(candidates, g) {
				t.Errorf("%q is no candidate of %q", g, candidates)
			}
		}
	})
}

// FuzzDiff makes random edits and lets patch carry the diff out.
func FuzzDiff(f *testing.F) {
	f.Add("a\nb\nc\nd\ne\nf\ng\nh\ni\nj", "x\n", []byte{0, 1, 9, 2, 19, 0})
	f.Add("a\r\n\r\nb", "", []byte{1, 3})
	f.Fuzz(func(t *testing.T, text, insert string, places []byte) {
		if _, err := exec.LookPath("patch"); err != nil || len(text) == 0 || len(places) > 40 {
			return
		}
		file := NewFile("a.md", []byte(text))
		var list List
		for pair := range slices.Chunk(places, 2) {
			start := min(int(pair[0]), len(text))
			end := min(start+int(pair[len(pair)-1])%8, len(text))
			list = append(list, fixing(Edit{file.Span(start, end), insert}))
		}
		changed := Apply(list)
		if len(changed) == 0 || len(changed[0].Text) == 0 || bytes.ContainsRune(changed[0].Text, 0) {
			return
		}
		patches(t, changed, diffed(t, Printer{}, changed))
	})
}
