package dose

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What is read, how it is printed and how it is said.
func TestCanonicalAndWords(t *testing.T) {
	var b strings.Builder
	for _, r := range cases(t) {
		c, err := r.read()
		switch {
		case err != nil:
		case r["field"] == "full":
			fmt.Fprintf(&b, "%s\n  %s\n  %s\n", r["raw"], c.Dose, c.Dose.Words())
			if advice := c.Dose.Advice(); advice != "" {
				fmt.Fprintf(&b, "  (%s)\n", advice)
			}
		default:
			fmt.Fprintf(&b, "%s: %s\n  %s\n", r["field"], r["raw"], c)
		}
	}
	golden(t, "testdata/canonical.golden", b.String())
}

// How each refusal is worded.
func TestRefusals(t *testing.T) {
	var b strings.Builder
	for _, r := range cases(t) {
		if _, err := r.read(); err != nil {
			e := err.(*Error)
			fmt.Fprintf(&b, "%s\n%s\n  %s %s: %s\n", r["raw"], underline(r["raw"], e), e.Code, e.Name, e.Message)
			if e.Hint != "" {
				fmt.Fprintf(&b, "  hint: %s\n", e.Hint)
			}
		}
	}
	golden(t, "testdata/refusals.golden", b.String())
}

// underline marks the place of an error, one caret a character.
func underline(text string, e *Error) string {
	return strings.Repeat(" ", len([]rune(text[:e.Start]))) + strings.Repeat("^", len([]rune(text[e.Start:e.End])))
}

// The published shape of the JSON.
func TestJSON(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"3 x 8-10 each side, rest 45 s",
		"3 x 10-8",
		"3 x 8-10 each side @ RPE 8, hold 2 s, tempo 3-1-X-0, rest 45 s, 2x/day",
		"4 x 5 @ 60 kg, 1 x 5+ @ 65 kg, RIR 2, no rest",
		"3 x AMRAP", "3 x max hold", "3 x 20 yd", "4 x 15RM", "1 x 10 @ bodyweight+10 kg, every 2-3 days",
		"3 x 10 <b>", "",
	} {
		fmt.Fprintf(&b, "%s\n", Report(text))
	}
	for _, c := range [][2]string{
		{"sets", "2-3"}, {"reps", "8-10 each side"}, {"reps", "15RM"}, {"reps", "5+"}, {"rest", "45 s"}, {"rest", ""}, {"rest", "none"},
		{"hold", "hold for 2-3 s"}, {"duration", "30-40 min"}, {"frequency", "3x/week"}, {"weeks", "weeks 1-4"}, {"weeks", "13+"},
		{"effort", "RPE 8"}, {"tempo", "0301"}, {"load", "4 kg"}, {"rest", "90"},
	} {
		fmt.Fprintf(&b, "%s: %s\n", c[0], ReportField(Field(c[0]), c[1]))
	}
	golden(t, "testdata/json.golden", b.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got); go test -update writes it anew:\n%s", path, diff)
	}
}
