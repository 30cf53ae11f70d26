package regimen

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func wordsOf(ids ...string) []Word {
	out := make([]Word, len(ids))
	for i, id := range ids {
		out[i].ID = id
	}
	return out
}

func TestCycle(t *testing.T) {
	tests := []struct {
		name string
		s    Schedule
		want [][]string
	}{
		{"A B A, then B A B", Schedule{Days: wordsOf("monday", "wednesday", "friday"), Rotate: wordsOf("a", "b")}, [][]string{{"a", "b", "a"}, {"b", "a", "b"}}},
		{"one session", Schedule{Days: wordsOf("monday", "thursday"), Rotate: wordsOf("a")}, [][]string{{"a", "a"}}},
		{"as many as days", Schedule{Days: wordsOf("monday", "thursday"), Rotate: wordsOf("a", "b")}, [][]string{{"a", "b"}}},
		{"three in turn on two days", Schedule{Days: wordsOf("monday", "thursday"), Rotate: wordsOf("a", "b", "c")}, [][]string{{"a", "b"}, {"c", "a"}, {"b", "c"}}},
		{"a number a week", Schedule{PerWeek: 3, Rotate: wordsOf("a", "b")}, [][]string{{"a", "b", "a"}, {"b", "a", "b"}}},
		{"twice a day", Schedule{PerDay: 2, Rotate: wordsOf("a", "b")}, [][]string{{"a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b"}}},
		{"nothing", Schedule{}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.s.Cycle()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOccurs(t *testing.T) {
	s := Schedule{Days: wordsOf("monday", "wednesday", "friday"), Rotate: wordsOf("a", "b")}
	if diff := cmp.Diff([][]string{{"monday", "friday"}, {"wednesday"}}, s.Occurs("a")); diff != "" {
		t.Error(diff)
	}
}
