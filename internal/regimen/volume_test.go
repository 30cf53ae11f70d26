package regimen

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHard(t *testing.T) {
	lib := &Library{Exercises: []*Exercise{
		{Page: Page{ID: "bar"}, UsualLoad: Light, LoadFloor: Moderate},
		{Page: Page{ID: "curl"}, UsualLoad: Light},
	}}
	tests := []struct {
		name string
		row  *Prescription
		want bool
	}{
		{"a floor of moderate", row(t, "bar", "3 x 8"), true},
		{"a light row", row(t, "curl", "3 x 8"), false},
		{"moderate as written", &Prescription{Exercise: Word{ID: "curl"}, Class: Moderate, HasClass: true, Dose: parse(t, "3 x 8")}, true},
		{"warm-up sets never", &Prescription{Exercise: Word{ID: "bar"}, Role: "warm-up", Dose: parse(t, "3 x 8")}, false},
		{"four in reserve", row(t, "curl", "3 x 8 @ RIR 4"), true},
		{"five in reserve", row(t, "curl", "3 x 8 @ RIR 5"), false},
		{"RPE 6", row(t, "curl", "3 x 8 @ RPE 6"), true},
		{"RPE 5", row(t, "curl", "3 x 8 @ RPE 5"), false},
		{"to failure", row(t, "curl", "3 sets to failure"), true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := lib.Hard(test.row); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestWeeklyVolume(t *testing.T) {
	lib := &Library{Exercises: []*Exercise{
		{Page: Page{ID: "bridge"}, Primary: wordsOf("glutes"), Secondary: wordsOf("hamstrings")},
		{Page: Page{ID: "squat"}, Primary: wordsOf("glutes", "quadriceps"), UsualLoad: Moderate},
	}}
	warm := row(t, "squat", "2 x 10")
	warm.Role = "warm-up"
	p := &Programme{
		Schedule: Schedule{Days: wordsOf("monday", "wednesday", "friday"), Rotate: wordsOf("a", "b")},
		Sessions: []*Session{
			{ID: "a", Rows: []*Prescription{warm, row(t, "bridge", "2-3 x 10")}},
			{ID: "b", Rows: []*Prescription{row(t, "squat", "2 x 10")}},
		},
	}
	want := [][]MuscleSets{
		{{"glutes", 8}, {"hamstrings", 3}, {"quadriceps", 2}},
		{{"glutes", 7}, {"quadriceps", 4}, {"hamstrings", 1.5}},
	}
	if diff := cmp.Diff(want, lib.WeeklyVolume(p, false)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]MuscleSets{{"glutes", 7.5}, {"quadriceps", 3}, {"hamstrings", 2.25}}, lib.MeanVolume(p, false)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]MuscleSets{{"glutes", 2}, {"quadriceps", 2}}, lib.WeeklyVolume(p, true)[0]); diff != "" {
		t.Error(diff)
	}
}

func TestPositionChanges(t *testing.T) {
	at := func(id, position string) *Exercise {
		return &Exercise{Page: Page{ID: id}, Position: Word{ID: position}}
	}
	lib := &Library{Exercises: []*Exercise{at("a", "supine"), at("b", "standing"), at("c", "kneeling"), at("d", "")}}
	s := &Session{}
	for _, id := range []string{"a", "c", "d", "b", "b", "a"} {
		s.Rows = append(s.Rows, row(t, id, "1 x 5"))
	}
	if got := lib.PositionChanges(s); got != 2 {
		t.Errorf("got %d changes, want 2", got)
	}
}
