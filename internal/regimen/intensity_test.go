package regimen

import "testing"

func TestStatedClass(t *testing.T) {
	tests := []struct {
		dose, of string
		want     LoadClass
		stated   bool
	}{
		{"3 x 10, rest 60 s", "", NoLoad, false},
		{"5 x 3 @ 85%", "", Heavy, true},
		{"5 x 3 @ 85%", "training-max", Moderate, true},
		{"5 x 5 @ 60-70%", "", Moderate, true},
		{"5 x 10 @ 50%", "", Light, true},
		{"1 x 5 @ 65%, 1 x 5 @ 75%, 1 x 5+ @ 85%", "1rm", Heavy, true},
		{"5 x 5 @ RPE 8", "", Heavy, true},
		{"3 x 10 @ RPE 8", "", NoLoad, false},
		{"5 x 3 @ RIR 2", "", Heavy, true},
		{"5 x 3 @ RIR 4", "", NoLoad, false},
		{"4 x 5 @ 6RM", "", Heavy, true},
		{"3 x 10 s @ 70% MVIC", "", NoLoad, false},
		{"3 x 5 @ 100 kg", "", NoLoad, false},
	}
	for _, test := range tests {
		t.Run(test.dose+" "+test.of, func(t *testing.T) {
			got, stated := StatedClass(parse(t, test.dose), test.of)
			if stated != test.stated || stated && got != test.want {
				t.Errorf("got %v, %v", got, stated)
			}
		})
	}
}
