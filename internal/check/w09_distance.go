package check

import (
	"fmt"

	"regimen/internal/diag"
	"regimen/internal/dose"
)

// gait is how far and how long the reader walks or runs in a week.
type gait struct{ metres, seconds float64 }

// checkDistance is the part of W09 that compares walking and running with the most up to
// two weeks before; in the second week, with the first.
func checkDistance(p *plan, i int, limit limits, report reporter) {
	s := &p.Stretches[i]
	now := s.gait()
	if now == (gait{}) {
		return
	}
	before := gait{}
	for k := range i {
		if earlier := &p.Stretches[k]; earlier.Weeks.Min <= max(1, s.Weeks.Min-2) {
			g := earlier.gait()
			before = gait{max(before.metres, g.metres), max(before.seconds, g.seconds)}
		}
	}
	least := gait{limit("least-metres"), 60 * limit("least-minutes")}
	most := 1 + limit("distance")/100
	switch {
	case before.metres > 0 && now.metres > most*max(before.metres, least.metres)+1e-9:
		further(p, i, fmt.Sprintf("%.3g to %.3g km", before.metres/1000, now.metres/1000), report)
	case before.seconds > 0 && now.seconds > most*max(before.seconds, least.seconds)+1e-9:
		further(p, i, fmt.Sprintf("%.0f to %.0f min", before.seconds/60, now.seconds/60), report)
	}
}

func further(p *plan, i int, change string, report reporter) {
	s := &p.Stretches[i]
	found := report(s.At, "walking and running go from %s a week%s, within two weeks", change, s.inWeeks())
	found.Related = []diag.Related{{At: p.Stretches[i-1].At, Message: "the weeks before"}}
	found.Help = "add less at once, or put weeks in between"
}

// gait sums up the walking and running of an average week. Where a clock sets work and
// rest, the rest is walked too.
func (s *stretch) gait() gait {
	var sum gait
	for i, v := range s.Sessions {
		done := ""
		for _, r := range v.Work {
			if r.Of == nil || !r.Of.Pattern.Is("gait") {
				continue
			}
			if g := v.Group(r.Group); g != nil && g.Work.Max > 0 && g.Rounds > 0 {
				if done != g.ID {
					sum.seconds += s.Times[i] * (float64(g.Rounds)*g.Work.Max + float64(g.Rounds-1)*g.Rest.Max)
				}
				done = g.ID
				continue
			}
			for _, d := range r.Dose.Groups {
				switch d.Amount.Unit {
				case dose.Metres:
					sum.metres += s.Times[i] * d.Sets.Max * top(d.Amount)
				case dose.Seconds:
					sum.seconds += s.Times[i] * d.Sets.Max * top(d.Amount)
				}
			}
		}
	}
	return sum
}
