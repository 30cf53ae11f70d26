package check

import (
	"slices"
	"testing"
)

func TestScan(t *testing.T) {
	text := "Don’t rush: O'Neil's 10–12 reps, well-known Übung."
	var got []string
	for _, w := range scan(text, nil) {
		got = append(got, text[w.start:w.end])
	}
	want := []string{"Don’t", "rush", "O'Neil's", "10", "12", "reps", "well", "known", "Übung"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if upper, curly := scan("ÜBUNG DON’T", nil), scan("übung don't", nil); upper[0].hash != curly[0].hash || upper[1].hash != curly[1].hash {
		t.Error("letter case or the form of an apostrophe makes another word")
	}
}

func TestSentences(t *testing.T) {
	text := "Use 2.5 kg, e.g. a bottle. \"Stop?\" Go! See NICE et al. and on.\nA cell. no capital\nlast"
	var got []string
	for start, end := range sentences(text) {
		got = append(got, text[start:end])
	}
	want := []string{"Use 2.5 kg, e.g. a bottle.", " \"Stop?", "\" Go!", " See NICE et al. and on.", "\n", "A cell. no capital\n", "last"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"the": 1, "bike": 1, "little": 2, "tuned": 1, "lifted": 2, "houses": 2, "tunes": 1, "body": 2, "movement": 3,
		"abdominal": 4, "hmm": 1, "2": 1, "ankle": 2, "while": 1,
	} {
		if got := syllables(word); got != want {
			t.Errorf("%q has %d, want %d", word, got, want)
		}
	}
}
