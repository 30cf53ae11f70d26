package diag

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/width"
)

// TestWideIsUnicodes compares the table with another reading of Unicode.
func TestWideIsUnicodes(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.Is(unicode.Cn, r) {
			continue
		}
		kind := width.LookupRune(r).Kind()
		want := kind == width.EastAsianWide || kind == width.EastAsianFullwidth
		if got := unicode.Is(wide, r); got != want {
			t.Fatalf("%U is wide: %v, want %v", r, got, want)
		}
	}
}

// cellsOf measures a printed text without the package's own functions.
func cellsOf(text string) int {
	n := 0
	for _, r := range text {
		kind := width.LookupRune(r).Kind()
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me), r >= 0x1160 && r <= 0x11ff:
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// TestCaretStandsUnderTheSpan puts an X somewhere among awkward characters and
// looks where it is printed.
func TestCaretStandsUnderTheSpan(t *testing.T) {
	pieces := []string{"a", " ", "\t", "é", "e\u0301", "名", "Ａ", "🏋", "👩‍⚕️", "👍🏽", "🇬🇧", "\u0301", "\u200b",
		"\u200d", "\ufe0f", "\x1b", "\r", "\u2028", "\xff", "\u1112\u1161\u11ab", "\u00a0", "\ufeff"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		before, after := heap(random, pieces), heap(random, pieces)
		file := NewFile("a.md", []byte("first\n"+before+"XYZ"+after+"\r\nlast"))
		start := len("first\n" + before)
		got := printed(t, Printer{}, Text, Diagnostic{Severity: Error, Message: "m", At: file.Span(start, start+3)})
		lines := strings.Split(got, "\n")
		shown, _, found := strings.Cut(lines[2], "XYZ")
		caret, marks, _ := strings.Cut(lines[3], "^")
		if !found || cellsOf(shown) != len(caret) || marks != "^^" {
			t.Fatalf("%q: the X is in cell %d, the caret in %d\n%s", file.Text, cellsOf(shown), len(caret), got)
		}
		if n := cellsOf(strings.TrimPrefix(lines[2], "2 | ")); n > windowCells+2 {
			t.Fatalf("%q: %d cells\n%s", file.Text, n, got)
		}
	}
}

func heap(random *rand.Rand, pieces []string) string {
	var b strings.Builder
	for range random.IntN([]int{8, 40, 400}[random.IntN(3)]) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}
