package check

import "testing"

func TestSideChange(t *testing.T) {
	words := newSideWords()
	for text, want := range map[string]bool{
		"When the set is done, change sides.":                 true,
		"Finish all the reps on one side. Then change sides.": true,
		"Repeat with the other arm.":                          true,
		"Do all reps on one side, then the other.":            true,
		"Swap legs and go again.":                             true,
		"Then do the same on the opposite side.":              true,
		"Repeat on the left.":                                 true,
		"Now do the same with the left leg.":                  true,
		"Do all the reps, then swap.":                         true,
		"Turn round and repeat.":                              true,
		"Roll over, and repeat.":                              true,
		"Bend the left leg and repeat.":                       false,
		"Turn round at the wall and walk back.":               false,
		"Hold on tight, and do not change.":                   false,
		"Feel how your weight and the pressure change.":       false,
		"Sit with the front and the side leg bent.":           false,
		"Put one leg in front of the other.":                  false,
		"Bend one leg, then lay the other leg behind you.":    false,
		"Lie on your side with your knees bent.":              false,
		"Change the height of the pulley before you start.":   false,
	} {
		if got := words.change(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
