package regimen

import (
	"testing"

	"regimen/internal/dose"
)

// row makes a prescription; doses of exercises give the holds a row does not state.
func row(t *testing.T, exercise, text string) *Prescription {
	t.Helper()
	return &Prescription{Exercise: Word{ID: exercise}, Dose: parse(t, text)}
}

func parse(t *testing.T, text string) dose.Dose {
	t.Helper()
	d, err := dose.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

func library(t *testing.T) *Library {
	return &Library{Exercises: []*Exercise{
		{Page: Page{ID: "bird-dog"}, Dose: parse(t, "3 x 8-10 each side, hold 2 s")},
		{Page: Page{ID: "pallof-press"}, Dose: parse(t, "3 x 10 each side, hold 2-3 s")},
		{Page: Page{ID: "squat"}, Dose: parse(t, "3 x 5, tempo 3-1-1-0")},
	}}
}

func TestEstimateOfTheReferenceSessions(t *testing.T) {
	tests := []struct {
		name                                           string
		rows                                           [][2]string
		workLow, workHigh, restLow, restHigh, low, top float64
	}{
		{"a", [][2]string{
			{"cat-cow", "2 x 10 cycles"}, {"dead-bug", "3 x 8-10 each side, rest 45 s"},
			{"glute-bridge", "3 x 12-15, rest 60 s"}, {"goblet-squat", "3 x 10-12, rest 90 s"},
			{"bird-dog", "3 x 8-10 each side, rest 45 s"}, {"clamshell", "2 x 15 each side, rest 45 s"},
			{"90-90-hip-stretch", "2 x 30-45 s each side"},
		}, 1002, 1203, 525, 525, 1887, 2088},
		{"b", [][2]string{
			{"thoracic-rotation", "2 x 10 each side"}, {"pallof-press", "3 x 10 each side, rest 60 s"},
			{"hip-thrust", "3 x 10-12, rest 90 s"}, {"trap-bar-deadlift", "3 x 8-10, rest 120 s"},
			{"face-pull", "3 x 15, rest 60 s"}, {"farmer-carry", "3 x 30-40 m, rest 90 s"},
			{"plank", "2-3 x 20-45 s, rest 45 s"},
		}, 877, 1038, 885, 930, 2122, 2328},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := &Session{}
			for _, r := range test.rows {
				s.Rows = append(s.Rows, row(t, r[0], r[1]))
			}
			got := library(t).Estimate(s, DefaultPace())
			want := Estimate{
				Work: dose.Range{Min: test.workLow, Max: test.workHigh}, Rest: dose.Range{Min: test.restLow, Max: test.restHigh},
				Transitions: dose.Range{Min: 360, Max: 360},
			}
			if got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
			if total := got.Total(); total.Min != test.low || total.Max != test.top {
				t.Errorf("in all %+v, want %g to %g", total, test.low, test.top)
			}
		})
	}
}

func TestEstimateOfGroups(t *testing.T) {
	grouped := func(mark, exercise, text string) *Prescription {
		r := row(t, exercise, text)
		r.Group = mark
		return r
	}
	tests := []struct {
		name  string
		s     Session
		total float64
	}{
		{"no walk inside a superset", Session{
			Rows:   []*Prescription{grouped("A1", "row", "3 x 10, rest 60 s"), grouped("A2", "press", "3 x 10, rest 60 s")},
			Groups: []Group{{ID: "A", Kind: "superset"}},
		}, 2*90 + 2*120},
		{"a walk between groups", Session{
			Rows: []*Prescription{grouped("A1", "row", "1 x 10"), grouped("B1", "press", "1 x 10")},
		}, 30 + 60 + 30},
		{"every minute on the minute", Session{
			Rows:   []*Prescription{grouped("A1", "swing", "10 x 10"), grouped("A2", "squat", "10 x 5")},
			Groups: []Group{{ID: "A", Kind: "emom", Every: dose.Range{Min: 60, Max: 60}, Rounds: 10}},
		}, 600},
		{"intervals rest between rounds only", Session{
			Rows:   []*Prescription{grouped("A", "bike", "4 x 240 s")},
			Groups: []Group{{ID: "A", Kind: "intervals", Work: dose.Range{Min: 240, Max: 240}, Rest: dose.Range{Min: 180, Max: 180}, Rounds: 4}},
		}, 4*240 + 3*180},
		{"tempo comes from the exercise", Session{Rows: []*Prescription{row(t, "squat", "2 x 5")}}, 2 * 5 * 5},
		{"an open amount counts at its least", Session{Rows: []*Prescription{row(t, "row", "2 x 5+")}}, 2 * 5 * 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := library(t).Estimate(&test.s, DefaultPace()).Total(); got.Min != test.total || got.Max != test.total {
				t.Errorf("got %+v, want %g", got, test.total)
			}
		})
	}
}
