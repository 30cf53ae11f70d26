package dose

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each code has a name, a meaning and two examples that do what they say.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for i, c := range Codes() {
		if c.Code != codes()[i].Code || seen[c.Code] || seen[c.Name] || c.Name == "" || c.Meaning == "" {
			t.Errorf("%+v is incomplete or a repetition", c)
		}
		seen[c.Code], seen[c.Name] = true, true
		_, err := row{"field": string(c.Field), "raw": c.Wrong}.read()
		var e *Error
		if !errors.As(err, &e) || e.Code != c.Code || e.Name != c.Name {
			t.Errorf("%s: %q gives %v", c.Code, c.Wrong, err)
		}
		if _, err := (row{"field": string(c.Field), "raw": c.Right}).read(); err != nil {
			t.Errorf("%s: %q gives %v", c.Code, c.Right, err)
		}
	}
	if !seen["N07"] || nameOf("N07") != "descending-range" {
		t.Error("N07 is not the descending range")
	}
}

// Every code is exercised by a case of the conformance files.
func TestCodesAreCovered(t *testing.T) {
	covered := map[string]bool{}
	for _, r := range cases(t) {
		covered[r["code"]] = true
	}
	for _, c := range Codes() {
		if !covered[c.Code] {
			t.Errorf("no case has the code %s", c.Code)
		}
	}
}

// The specification lists the codes as they are.
func TestSpecification(t *testing.T) {
	page, err := os.ReadFile("../../docs/notation.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range Codes() {
		start := "| " + c.Code + " | " + c.Name + " | " + c.Meaning + " | "
		if wrong := strings.ReplaceAll(c.Wrong, "|", `\|`); !strings.Contains(string(page), start+"`"+wrong+"`") && strings.TrimSpace(c.Wrong) != "" {
			t.Errorf("docs/notation.md lacks %s with the example %q", start, c.Wrong)
		}
	}
}

// A rule underlines a part of a dose by its span.
func TestSpans(t *testing.T) {
	text := "4 x 5 each side @ 60 kg @ RPE 8, 1 × 5+ 65 kg; hold 2 s, tempo 3-1-1-0. rest 45 s (2x/day), RIR 2."
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	at := func(s Span) string { return text[s.Start:s.End] }
	first, second := d.Spans.Groups[0], d.Spans.Groups[1]
	got := []string{at(first.All), at(first.Sets), at(first.Amount), at(first.Side), at(second.All), at(second.Sets), at(second.Amount),
		at(d.Spans.Hold), at(d.Spans.Tempo), at(d.Spans.Rest), at(d.Spans.Frequency)}
	for _, s := range d.Loads() {
		got = append(got, at(s))
	}
	want := []string{"4 x 5 each side @ 60 kg @ RPE 8", "4", "5", "each side", "1 × 5+ 65 kg", "1", "5+",
		"hold 2 s", "tempo 3-1-1-0", "rest 45 s", "2x/day", "@ 60 kg", "@ RPE 8", "65 kg", "RIR 2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// One meaning is one value, wherever its parts stand.
func TestEqual(t *testing.T) {
	for _, pair := range [][2]string{
		{"3 x 10 @ RPE 8", "3 sets of 10 reps, RPE 8"},
		{"3 | 8-10 each side | 45 s", "3 x 8-10/leg, 45 s rest"},
		{"10 reps, hold 5 s", "Hold 5 seconds. Repeat 10 times."},
		{"4 x 15RM", "4 x 15 @ 15RM"},
		{"3 x 2 min", "3 x 120 s"},
		{"3 x 10, every day", "3 x 10 daily"},
	} {
		a, errA := Parse(pair[0])
		b, errB := Parse(pair[1])
		if errA != nil || errB != nil || !a.Equal(b) || a.String() != b.String() {
			t.Errorf("%q is %q, %q is %q", pair[0], a, pair[1], b)
		}
	}
	for _, other := range []string{"3 x 10", "3 x 10, rest 0 s", "3 x 10, rest 60 s, hold 2 s", "2 x 10, rest 60 s", "3 x 10 each side, rest 60 s", "3 x 10 @ RPE 8, rest 60 s"} {
		a, b := must(t, "3 x 10, rest 60 s"), must(t, other)
		if a.Equal(b) || b.Equal(a) {
			t.Errorf("%q equals %q", a, b)
		}
	}
}

// Not stated is not the same as stated as none.
func TestNotStated(t *testing.T) {
	if d := must(t, "3 x 10"); d.Rest != nil || d.Hold != nil || d.Tempo != nil || d.Frequency != nil {
		t.Errorf("%+v states what is not written", d)
	}
	if d := must(t, "3 x 10, no rest"); d.Rest == nil || *d.Rest != (Range{}) {
		t.Errorf("no rest is %v", d.Rest)
	}
}

// Columns put together are the same value as the line.
func TestJoin(t *testing.T) {
	d := Join(column(t, FieldSets, "3"), column(t, FieldReps, "8-10 each side"))
	for _, c := range []Column{column(t, FieldRest, "45 s"), column(t, FieldTempo, "0301"), column(t, FieldHold, "2 s"),
		column(t, FieldEffort, "RPE 8"), column(t, FieldLoad, "4 kg"), column(t, FieldFrequency, "daily")} {
		next, err := d.With(c)
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	want := must(t, "3 x 8-10 each side @ RPE 8 @ 4 kg, hold 2 s, tempo 0-3-0-1, rest 45 s, daily")
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff)
	}
	if one := Join(Column{}, column(t, FieldReps, "15RM")); !one.Equal(must(t, "15RM")) {
		t.Errorf("without sets: %q", one)
	}
}

func TestWithRefusesRepetition(t *testing.T) {
	d := must(t, "3 x 10 @ 60 kg, rest 45 s, hold 2 s, tempo 3110, daily")
	before := d.String()
	for _, c := range []Column{column(t, FieldRest, "none"), column(t, FieldHold, "2 s"), column(t, FieldTempo, "3110"),
		column(t, FieldFrequency, "daily"), column(t, FieldLoad, "70 kg")} {
		_, err := d.With(c)
		var e *Error
		if !errors.As(err, &e) || e.Code != repeatedPart || e.End == 0 {
			t.Errorf("%s %q: %v", c.Field, c, err)
		}
	}
	if _, err := d.With(column(t, FieldEffort, "RPE 8")); err != nil || d.String() != before {
		t.Errorf("With changed %q to %q (%v)", before, d, err)
	}
}

// What is printed for other programs can be read by them.
func TestReportIsJSON(t *testing.T) {
	for _, r := range cases(t) {
		line := Report(r["raw"])
		if r["field"] != "full" {
			line = ReportField(Field(r["field"]), r["raw"])
		}
		var object struct {
			Input string
			OK    bool
			Error *struct{ Code, Message string }
		}
		_, err := r.read()
		if e := json.Unmarshal(line, &object); e != nil || object.Input != r["raw"] || object.OK != (err == nil) || (object.Error == nil) != object.OK {
			t.Errorf("%q: %v: %s", r["raw"], e, line)
		}
		if strings.ContainsAny(string(line), "\n") {
			t.Errorf("%q: more than one line", r["raw"])
		}
	}
}

func must(t testing.TB, text string) Dose {
	t.Helper()
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func column(t testing.TB, field Field, text string) Column {
	t.Helper()
	c, err := ParseField(field, text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{
		"3 x 10",
		"3 x 8-10 each side, rest 45 s",
		"3 x 8-10 each side @ RPE 8, hold 2 s, tempo 3-1-1-0, rest 45 s, 2x/day",
	} {
		b.Run(strings.ReplaceAll(text, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkString(b *testing.B) {
	d := must(b, "3 x 8-10 each side @ RPE 8, hold 2 s, tempo 3-1-1-0, rest 45 s, 2x/day")
	b.ReportAllocs()
	for b.Loop() {
		_ = d.String()
	}
}
