package dose

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Pieces of the notation, and some that only look like it, in any order: what
// is accepted keeps every number that was written, once, and survives its
// canonical form. # stands for a number that no other piece has.
func TestFragments(t *testing.T) {
	pieces := []string{
		"# x #", "# sets of #-%", "#x#", "#", "#-%", "# to %", "# reps", "# s", "# sec", "#s", "# m", "# min", "#m", "# yd", "#+",
		"#%1RM", "# RIR", "RIR #", "RPE #", "@", "@ # kg", "# kg", "#kg", "BW", "+", "+# kg", "#RM", "# lb", "x", "x #", ",", ", ", ".", ";",
		"each side", "each", "/side", "/", "(", ")", "(each leg)", "rest", "rest #", "rest # s", "# s rest", "no rest", "hold", "hold for # s",
		"# s hold", "holds", "tempo", "tempo 3-1-2-0", "3010", "daily", "twice a day", "#x/day", "# times", "a week", "every # days", "every other day",
		"repeat # times", "AMRAP", "max", "failure", "to", "of", "sets", "reps", "between sets", "|", ":", "-", "#:30", "#m30s", "  ", "EMOM", "with", "e/s",
	}
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 60_000 {
		text := compose(random, pieces)
		d, err := Parse(text)
		if err != nil {
			checkError(t, text, err)
			continue
		}
		read++
		checkRoundTrip(t, d)
		checkSpans(t, text, d)
		checkNumbers(t, text, d)
	}
	if read < 3000 {
		t.Errorf("only %d texts were read", read)
	}
}

func compose(random *rand.Rand, pieces []string) string {
	var b strings.Builder
	next := 2
	for range 1 + random.IntN(5) {
		for _, c := range pieces[random.IntN(len(pieces))] {
			switch c {
			case '#', '%':
				b.WriteString(strconv.Itoa(next))
				next++
			default:
				b.WriteRune(c)
			}
		}
		if random.IntN(3) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// checkNumbers finds the numbers of the text in the canonical form. Times that
// are converted have their own numbers, so that texts with minutes are left out.
func checkNumbers(t *testing.T, text string, d Dose) {
	t.Helper()
	digits := regexp.MustCompile(`\d+`)
	if strings.Contains(text, ":") || regexp.MustCompile(`\d ?(m30s|m|min)`).MatchString(text) || strings.Contains(text, "3010") {
		return
	}
	canonical := d.String()
	want := map[string]int{}
	for _, n := range digits.FindAllString(canonical, -1) {
		want[n]++
	}
	for _, n := range digits.FindAllString(text, -1) {
		want[n]--
		if want[n] < 0 && n != "1" {
			t.Errorf("%q is read as %q, without the %s", text, canonical, n)
		}
	}
}
