package diag

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var (
	keys      = strings.Fields("exercise dose sets reps rest tempo hold load effort role note each-side rest-days max-increase")
	exercises = strings.Fields(`bench-press bird-dog bodyweight-squat bulgarian-split-squat cable-row
		dead-bug deadlift dumbbell-bench-press front-squat glute-bridge goblet-squat hip-thrust
		press-up romanian-deadlift seated-row side-plank single-leg-glute-bridge trap-bar-deadlift`)
)

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"resp", keys, "reps"},
		{"resp", []string{"rest", "reps"}, "reps"},
		{"rset", keys, "rest"},
		{"rep", keys, "reps"},
		{"repz", keys, "reps"},
		{"exercice", keys, "exercise"},
		{"excercise", keys, "exercise"},
		{"tempoo", keys, "tempo"},
		{"Reps", keys, "reps"},
		{"restDays", keys, "rest-days"},
		{"Rest Days", keys, "rest-days"},
		{"rest_days", keys, "rest-days"},
		{"restdays", keys, "rest-days"},
		{"rest-day-s", keys, "rest-days"},
		{"singleleggluebridge", exercises, "single-leg-glute-bridge"},
		{"rest_days", []string{"rest-day", "rest-days"}, "rest-days"},
		{"restDays", []string{"rest-day", "rest-days"}, "rest-days"},
		{"rest  days", []string{"rest-day", "rest-days"}, "rest-days"},
		{"RPETarget", []string{"rpetarget", "rpe-target"}, "rpe-target"},
		{"dead", exercises, "dead-bug deadlift"},
		{"squatting", []string{"squat"}, "squat"},
		{"x", []string{"s"}, ""},
		{"abcdefghijklmnopqrstuvwx", []string{"abcdezghijzlmnozqrstzvwz"}, ""},
		{"EachSide", keys, "each-side"},
		{"max", keys, "max-increase"},
		{"increase", keys, "max-increase"},
		{"load-max", []string{"max-load"}, "max-load"},
		{"romainan-deadlift", exercises, "romanian-deadlift"},
		{"deadlifts", exercises, "deadlift"},
		{"glute-brige", exercises, "glute-bridge"},
		{"press-bench", exercises, "bench-press dumbbell-bench-press"},
		{"squat", exercises, "front-squat goblet-squat bodyweight-squat"},
		{"barbell-romanian-deadlift", exercises, "romanian-deadlift deadlift"},
		{"hip-thruster", exercises, "hip-thrust"},
		{"rpe", []string{"RPE"}, "RPE"},
		{"reps", []string{"reps"}, ""},
		{"xyzzy", keys, ""},
		{"banana", exercises, ""},
		{"x", keys, ""},
		{"re", keys, ""},
		{"", keys, ""},
		{"_", []string{"-", "a", ""}, ""},
		{"reps", nil, ""},
		{"名前", []string{"名簿", "筋"}, "名簿"},
		{strings.Repeat("reps", 5000), keys, ""},
	} {
		same(t, c.want, strings.Join(Nearest(c.word, c.candidates), " "))
	}
}

// TestNearestKnowsEverySlip makes one slip of each kind in every word.
func TestNearestKnowsEverySlip(t *testing.T) {
	for _, word := range slices.Concat(keys, exercises) {
		for i := 1; i < len(word)-1; i++ {
			for _, slip := range []string{
				word[:i] + word[i+1:],
				word[:i] + "x" + word[i:],
				word[:i] + "x" + word[i+1:],
				word[:i] + string(word[i+1]) + string(word[i]) + word[i+2:],
			} {
				if got := Nearest(slip, slices.Concat(keys, exercises)); slip != word && !slices.Contains(got, word) {
					t.Errorf("%s for %s: %v", slip, word, got)
				}
			}
		}
	}
}

func TestNearestDoesNotDependOnTheOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	shuffled := slices.Concat(exercises, exercises)
	for _, word := range []string{"squat", "pres-up", "dead", "row"} {
		want := Nearest(word, exercises)
		for range 50 {
			random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			same(t, want, Nearest(word, shuffled))
		}
	}
}

func many() []string {
	var out []string
	for i := range 10_000 {
		out = append(out, fmt.Sprintf("%s-%s-%d", exercises[i%len(exercises)], exercises[i%7], i))
	}
	return out
}

func BenchmarkNearest(b *testing.B) {
	words := many()
	for b.Loop() {
		Nearest("romanian-deadlift-bench-pres-43", words)
	}
}
