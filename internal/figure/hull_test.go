package figure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestHull asks that the outline goes once round the discs and leaves none out: in each
// direction the disc that the walk is at reaches as far as any.
func TestHull(t *testing.T) {
	discs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) disc {
		place := rapid.OneOf(rapid.Float64Range(-50, 50), rapid.SampledFrom([]float64{0, 1, 2, 10}))
		return disc{place.Draw(t, "x"), place.Draw(t, "y"), rapid.OneOf(rapid.Float64Range(0.4, 9), rapid.Just(1.5)).Draw(t, "r")}
	}), 1, 20)
	rapid.Check(t, func(t *rapid.T) {
		all := discs.Draw(t, "discs")
		some := outer(all)
		turns := around(some)
		if len(turns) == 0 {
			if len(some) != 1 {
				t.Fatalf("no outline round %v", some)
			}
			turns = []turnover{{}}
		} else if once := turns[len(turns)-1].angle - turns[0].angle; once >= 2*math.Pi || turns[len(turns)-1].to != turns[0].from {
			t.Fatalf("not once round: %v", turns)
		}
		for i, turn := range turns {
			until := turn.angle + 2*math.Pi
			if i+1 < len(turns) {
				until = turns[i+1].angle
			} else if len(turns) > 1 {
				until = turns[0].angle + 2*math.Pi
			}
			for k := range 5 {
				sin, cos := math.Sincos(turn.angle + (until-turn.angle)*float64(k)/4)
				at := some[turn.to]
				for _, d := range all {
					if d.x*cos+d.y*sin+d.r > at.x*cos+at.y*sin+at.r+2e-3 {
						t.Fatalf("%v reaches out of the outline %v of %v", d, turns, some)
					}
				}
			}
		}
	})
}
