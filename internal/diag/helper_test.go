package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// marked makes a file of a text in which [[ ]] mark the place of a finding and
// (( )) other places, and returns their spans.
func marked(t testing.TB, path, text string) (at Span, others []Span) {
	t.Helper()
	var clean strings.Builder
	var starts []int
	var found []Span
	isMain := -1
	for len(text) > 0 {
		switch {
		case strings.HasPrefix(text, "[["), strings.HasPrefix(text, "(("):
			if text[0] == '[' {
				isMain = len(found)
			}
			starts = append(starts, len(found))
			found = append(found, Span{Start: int32(clean.Len())})
			text = text[2:]
		case strings.HasPrefix(text, "]]"), strings.HasPrefix(text, "))"):
			last := starts[len(starts)-1]
			starts = starts[:len(starts)-1]
			found[last].End = int32(clean.Len())
			text = text[2:]
		default:
			clean.WriteByte(text[0])
			text = text[1:]
		}
	}
	file := NewFile(path, []byte(clean.String()))
	for i := range found {
		found[i].File = file
		if i == isMain {
			at = found[i]
		} else {
			others = append(others, found[i])
		}
	}
	return at, others
}

func printed(t testing.TB, p Printer, format Format, list ...Diagnostic) string {
	t.Helper()
	var b strings.Builder
	if err := p.Print(&b, format, list); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(t testing.TB, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

// disc is the example of the design, whole.
func disc(t testing.TB) Diagnostic {
	programme := strings.Repeat("\n", 4) + "  - condition: ((disc-related))\n" +
		strings.Repeat("\n", 8) + "      - exercise: [[romanian-deadlift]]\n"
	at, others := marked(t, "programmes/disc.md", programme)
	_, tags := marked(t, "exercises/romanian-deadlift.md", strings.Repeat("\n", 10)+
		"stressors: {((forward-lean-load)): [1, 2, 2, 3], axial-load: [0, 1, 1, 2]}\n")
	return Diagnostic{
		Code: "C01", Name: "avoid-in-programme", Severity: Error,
		Message: "`romanian-deadlift` is to be avoided in disc-related pain (irritable)",
		At:      at,
		Label:   "forward-lean-load 2; this stage tolerates 1, with a modification",
		Related: []Related{
			{At: others[0], Message: "the programme is for this condition"},
			{At: tags[0], Message: "tagged here"},
		},
		Help: "`hip-thrust` trains the same muscles and is suitable at light load",
	}
}

// mixed is a list with one finding of every kind that the printers tell apart.
func mixed(t testing.TB) List {
	at, others := marked(t, "programmes/a b: 50%.md", "\ufeffdose: [[3 x 12-8]]\r\n((résumé)): {no}\r\n")
	tempo := Diagnostic{
		Code: "P03", Name: "descending-range", Severity: Error, Cause: "N04",
		Message: "`12-8` descends: {0} | \"quoted\" <b>", At: at, Label: "write 8-12",
		Notes: []string{"a range goes up"}, Suggestions: []string{"8-12"},
		Fixes: []Fix{
			{Title: "write 8-12", Safe: true, Edits: []Edit{{At: at.Part(4, 8), Text: "8-12"}}},
			{Title: "write 8-12", Safe: true, Edits: []Edit{{At: at.Part(4, 8), Text: "8-12"}}},
			{Title: "leave", Edits: []Edit{{Text: "x"}}},
		},
		Related: []Related{{At: others[0], Message: "beside this"}, {Message: "nowhere"}},
	}
	rest := Diagnostic{
		Code: "P06", Name: "rest-missing", Severity: Warning, Message: "no rest is stated", At: others[0],
		Silenced: &Silence{Reason: "circuit", By: "A. Nurse", Role: "physiotherapist",
			Date: "2026-11-01", Until: "2027-11-01", At: others[0]},
	}
	return List{
		tempo, rest, disc(t),
		{Code: "E02", Name: "style", Severity: Info, Message: "could be shorter", At: others[0]},
		{Code: "D01", Name: "encoding", Severity: Warning, Message: "no file at all"},
	}
}
