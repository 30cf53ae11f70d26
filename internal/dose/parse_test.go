package dose

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Every case is read exactly or refused; one that must be right is right.
func TestCases(t *testing.T) {
	refusals, all := 0, cases(t)
	for _, r := range all {
		if r["expected"] == "error" {
			refusals++
		}
		t.Run(r["id"], func(t *testing.T) {
			c, err := r.read()
			switch {
			case r["expected"] == "error" && err == nil:
				t.Errorf("%q was read as %q, but must be refused: %s", r["raw"], c.Dose, r["why"])
			case r["expected"] == "error":
				checkPlace(t, r, err)
			case err != nil && r["must"] == "yes":
				t.Errorf("%q must be read: %v", r["raw"], err)
			case err == nil:
				checkMeaning(t, r, c)
			}
		})
	}
	if refusals*3 < len(all) {
		t.Errorf("%d of %d cases are refusals, fewer than a third", refusals, len(all))
	}
}

func checkMeaning(t *testing.T, r row, c Column) {
	t.Helper()
	if diff := cmp.Diff(strings.Split(r.meaning(), "|"), strings.Split(understood(c), "|")); diff != "" {
		t.Errorf("%q is misread (-want +got):\n%s", r["raw"], diff)
	}
	if want := r.groups(); want != "" && want != groupsOf(c.Dose) {
		t.Errorf("%q: groups %s, want %s", r["raw"], groupsOf(c.Dose), want)
	}
}

// checkPlace compares code and span, where the case states them.
func checkPlace(t *testing.T, r row, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%q: the error is a %T", r["raw"], err)
	}
	if r["code"] == "" {
		return
	}
	want := r["code"] + " " + r["start"] + "-" + r["end"]
	got := e.Code + " " + strconv.Itoa(e.Start) + "-" + strconv.Itoa(e.End)
	if got != want {
		t.Errorf("%q: %s, want %s (%s)", r["raw"], got, want, e.Message)
	}
}

// The reading survives its own canonical form, which is then stable.
func TestRoundTrip(t *testing.T) {
	for _, r := range cases(t) {
		c, err := r.read()
		if err != nil {
			continue
		}
		if r["field"] == "full" {
			checkRoundTrip(t, c.Dose)
		} else {
			checkColumnRoundTrip(t, c)
		}
	}
}

func checkRoundTrip(t *testing.T, d Dose) {
	t.Helper()
	again, err := Parse(d.String())
	if err != nil {
		t.Fatalf("%q is not read back: %v", d, err)
	}
	if diff := cmp.Diff(d, again); diff != "" {
		t.Errorf("%q is read back differently:\n%s", d, diff)
	}
	if again.String() != d.String() {
		t.Errorf("%q is printed as %q the second time", d, again)
	}
}

func checkColumnRoundTrip(t *testing.T, c Column) {
	t.Helper()
	again, err := ParseField(c.Field, c.String())
	if err != nil {
		t.Fatalf("column %s: %q is not read back: %v", c.Field, c, err)
	}
	if diff := cmp.Diff(c, again); diff != "" {
		t.Errorf("column %s: %q is read back differently:\n%s", c.Field, c, diff)
	}
	if again.String() != c.String() {
		t.Errorf("column %s: %q is printed as %q the second time", c.Field, c, again)
	}
}

// A message is one short sentence in the author's words.
func TestMessages(t *testing.T) {
	const longest = 120 // with a quotation at its full length
	for _, r := range cases(t) {
		_, err := r.read()
		var e *Error
		if !errors.As(err, &e) {
			continue
		}
		if n := utf8.RuneCountInString(e.Message); n > longest || n == 0 {
			t.Errorf("%q: %d characters: %s", r["raw"], n, e.Message)
		}
		for _, bad := range []string{"invalid", "token", "parse", "syntax", "unexpected", "%!", "$own", "$hint", "\n", "``"} {
			if strings.Contains(strings.ToLower(e.Message), bad) {
				t.Errorf("%q: the message has %q: %s", r["raw"], bad, e.Message)
			}
		}
		if strings.HasSuffix(e.Message, ".") || strings.Count(e.Message, "`")%2 != 0 {
			t.Errorf("%q: %s", r["raw"], e.Message)
		}
	}
}

// A hint, put where the error stands, mends it: the text is read, or the next
// fault lies elsewhere.
func TestHintsMend(t *testing.T) {
	for _, r := range cases(t) {
		_, err := r.read()
		var e *Error
		if !errors.As(err, &e) || e.Hint == "" {
			continue
		}
		mended := row{"field": r["field"], "raw": r["raw"][:e.Start] + e.Hint + r["raw"][e.End:]}
		_, err = mended.read()
		var again *Error
		if errors.As(err, &again) && again.Code == e.Code && again.Start < e.Start+len(e.Hint) && again.End > e.Start {
			t.Errorf("%q: the hint %q gives %q, where stands: %s", r["raw"], e.Hint, mended["raw"], again.Message)
		}
	}
}
