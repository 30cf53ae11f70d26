package dose

import (
	"errors"
	"testing"
	"unicode/utf8"
)

// Whatever is typed: no panic, every span inside the text, and what is read
// survives its canonical form.
func FuzzParse(f *testing.F) {
	for _, r := range cases(f) {
		f.Add(r["raw"])
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			checkError(t, text, err)
			return
		}
		checkRoundTrip(t, d)
		checkSpans(t, text, d)
		if d.Words() == "" || len(d.Groups) == 0 {
			t.Errorf("%q: an empty dose", text)
		}
	})
}

func FuzzField(f *testing.F) {
	for _, r := range cases(f) {
		for i, field := range Fields() {
			if r["field"] == "full" || string(field) == r["field"] {
				f.Add(byte(i), r["raw"])
			}
		}
	}
	f.Fuzz(func(t *testing.T, field byte, text string) {
		column := Fields()[int(field)%len(Fields())]
		c, err := ParseField(column, text)
		if err != nil {
			checkError(t, text, err)
			return
		}
		checkColumnRoundTrip(t, c)
		checkSpans(t, text, c.Dose)
		if len(ReportField(column, text)) < len(`{"input":"","ok":true}`) {
			t.Errorf("%s %q: an empty report", column, text)
		}
	})
}

func checkError(t *testing.T, text string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: the error is a %T", text, err)
	}
	inside := 0 <= e.Start && e.Start <= e.End && e.End <= len(text)
	if !inside || e.Start == e.End && text != "" {
		t.Errorf("%q: span %d-%d of %d: %s", text, e.Start, e.End, len(text), e.Message)
	}
	if inside && utf8.ValidString(text) && (!utf8.ValidString(text[:e.Start]) || !utf8.ValidString(text[:e.End])) {
		t.Errorf("%q: span %d-%d cuts a character", text, e.Start, e.End)
	}
	if e.Name == "" || e.Name != nameOf(e.Code) || e.Message == "" || !utf8.ValidString(e.Message) {
		t.Errorf("%q: incomplete: %+v", text, e)
	}
}

// checkSpans wants every stated part to have a place inside the text.
func checkSpans(t *testing.T, text string, d Dose) {
	t.Helper()
	want := func(part string, stated bool, s Span) {
		t.Helper()
		if stated != (s != Span{}) || s.Start < 0 || s.Start > s.End || int(s.End) > len(text) {
			t.Errorf("%q: %s stated %v at %v", text, part, stated, s)
		}
	}
	want("rest", d.Rest != nil, d.Spans.Rest)
	want("hold", d.Hold != nil, d.Spans.Hold)
	want("tempo", d.Tempo != nil, d.Spans.Tempo)
	want("frequency", d.Frequency != nil, d.Spans.Frequency)
	if len(d.Groups) != len(d.Spans.Groups) || len(d.Load) != len(d.Spans.Load) {
		t.Fatalf("%q: a group or load without a span", text)
	}
	for i, g := range d.Groups {
		s := d.Spans.Groups[i]
		want("group", true, s.All)
		want("amount", g.Amount.Unit != "", s.Amount)
		want("side", g.Amount.PerSide, s.Side)
		if len(g.Load) != len(s.Load) {
			t.Fatalf("%q: %d loads, %d spans", text, len(g.Load), len(s.Load))
		}
	}
	for l, s := range d.Loads() {
		want(l.String(), true, s)
	}
}
