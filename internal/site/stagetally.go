package site

import (
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// tallyView is what a page says of a stage where the exercises are too many to be named:
// how many have each verdict, what persons decided by name, and where the lists are.
type tallyView struct {
	Verdicts  []countedVerdict
	Decided   []decisionView
	SearchURL string // of the page that searches the exercises for this stage; may be empty
}

type countedVerdict struct{ Verdict, Words, Count, Meaning string }

// verdictCounts is how many exercises have each verdict.
type verdictCounts [suit.Unknown + 1]int

func (b *builder) tally(c *regimen.Condition, s *regimen.Stage, stage int, page string) *tallyView {
	v := &tallyView{}
	if c.Listed() { // only then the library knows the stage
		v.SearchURL = relative(page, libraryPath) + "?stage=" + c.ID + "/" + s.ID
	}
	counts := b.counts()[stage]
	meanings := b.verdictMeanings()
	for _, verdict := range []suit.Verdict{suit.Avoid, suit.Modify, suit.Caution, suit.Suitable, suit.Unknown} {
		if n := counts[verdict]; n > 0 {
			m := meanings[verdict]
			v.Verdicts = append(v.Verdicts, countedVerdict{m.Verdict, m.Words, b.countExercises(n), m.Meaning})
		}
	}
	for i := range c.Overrides {
		if o := &c.Overrides[i]; o.Stage.Is(s.ID) {
			if d, shown := b.decision(c, o, page); shown {
				v.Decided = append(v.Decided, d)
			}
		}
	}
	return v
}

// countVerdicts counts the verdicts of every stage in one go.
func (b *builder) countVerdicts() []verdictCounts {
	var out []verdictCounts
	for _, e := range b.listed() {
		verdicts := b.verdicts(e)
		if out == nil {
			out = make([]verdictCounts, len(verdicts))
		}
		for stage, v := range verdicts {
			verdict, known := suit.ParseVerdict(v.Verdict)
			if !known {
				verdict = suit.Unknown
			}
			out[stage][verdict]++
		}
	}
	return out
}
