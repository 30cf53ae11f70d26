package regimen

import (
	"slices"
	"strings"

	"regimen/internal/dose"
)

// Class is the load class of a row apart from any phase: as written, else the
// exercise's usual one, never under its floor.
func (l *Library) Class(row *Prescription) LoadClass {
	e := l.Exercise(row.Exercise.ID)
	class := row.Class
	if e == nil {
		return class
	}
	if !row.HasClass {
		class = e.UsualLoad
	}
	return max(class, e.LoadFloor)
}

// nearFailure is how many repetitions in reserve, at most, make a set a hard one.
const nearFailure = 4

// Hard reports whether the sets of a row are hard sets.
func (l *Library) Hard(row *Prescription) bool {
	return Hard(l.Role(row), l.Class(row), row.Dose)
}

// Hard reports whether sets are hard ones: work at moderate load and up, or taken
// within 4 repetitions of failure. Warm-up, mobility, activation and light core work
// are not.
func Hard(role string, class LoadClass, d dose.Dose) bool {
	if !Works(role) {
		return false
	}
	if class >= Moderate {
		return true
	}
	for load := range d.Loads() {
		switch load.Kind {
		case dose.RPE:
			if 10-load.Max <= nearFailure {
				return true
			}
		case dose.RIR:
			if load.Min <= nearFailure {
				return true
			}
		}
	}
	return toFailure(d)
}

func toFailure(d dose.Dose) bool {
	for _, g := range d.Groups {
		if g.Amount.Open == dose.Failure || g.Amount.Open == dose.AMRAP {
			return true
		}
	}
	return false
}

// MuscleSets is a number of sets for one muscle: a set counts 1 for a primary muscle
// and 0.5 for a secondary one (Pelland et al. 2024).
type MuscleSets struct {
	Muscle string
	Sets   float64
}

// MuscleVolume counts a session's sets by muscle, most first. A range of sets counts
// at its top; warm-up, activation and mobility rows count nothing, unless they work
// under another role. With hard, only hard sets count.
func (l *Library) MuscleVolume(s *Session, hard bool) []MuscleSets {
	sum := tally{}
	for _, row := range s.Rows {
		e := l.Exercise(row.Exercise.ID)
		role := l.Role(row)
		if e == nil || role == "warm-up" || role == "mobility" || role == "cool-down" || hard && !l.Hard(row) {
			continue
		}
		sets := row.Dose.Sets().Max
		for _, m := range e.Primary {
			sum.add(m.ID, sets)
		}
		for _, m := range e.Secondary {
			sum.add(m.ID, sets/2)
		}
	}
	return sum.sorted()
}

// WeeklyVolume counts the sets by muscle of each week of the schedule's cycle.
func (l *Library) WeeklyVolume(p *Programme, hard bool) [][]MuscleSets {
	var weeks [][]MuscleSets
	for _, slots := range p.Schedule.Cycle() {
		sum := tally{}
		for _, id := range slots {
			if s := p.Session(id); s != nil {
				for _, m := range l.MuscleVolume(s, hard) {
					sum.add(m.Muscle, m.Sets)
				}
			}
		}
		weeks = append(weeks, sum.sorted())
	}
	return weeks
}

// MeanVolume is the weekly sets by muscle on average over the cycle.
func (l *Library) MeanVolume(p *Programme, hard bool) []MuscleSets {
	weeks := l.WeeklyVolume(p, hard)
	sum := tally{}
	for _, week := range weeks {
		for _, m := range week {
			sum.add(m.Muscle, m.Sets/float64(len(weeks)))
		}
	}
	return sum.sorted()
}

type tally []MuscleSets

func (t *tally) add(muscle string, sets float64) {
	for i := range *t {
		if (*t)[i].Muscle == muscle {
			(*t)[i].Sets += sets
			return
		}
	}
	*t = append(*t, MuscleSets{muscle, sets})
}

func (t tally) sorted() []MuscleSets {
	slices.SortFunc(t, func(a, b MuscleSets) int {
		if a.Sets != b.Sets {
			if a.Sets > b.Sets {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Muscle, b.Muscle)
	})
	return t
}

// HardSets counts a session's hard sets, ranges at their top.
func (l *Library) HardSets(s *Session) float64 {
	n := 0.0
	for _, row := range s.Rows {
		if l.Hard(row) {
			n += row.Dose.Sets().Max
		}
	}
	return n
}

// OnFloor reports whether a position is down on the floor.
func OnFloor(position string) bool {
	switch position {
	case "supine", "prone", "side-lying", "hands-and-knees", "kneeling":
		return true
	}
	return false
}

// PositionChanges counts how often a session goes from the floor up or back down.
// Exercises without a position leave it as it is.
func (l *Library) PositionChanges(s *Session) int {
	changes, known, down := 0, false, false
	for _, row := range s.Rows {
		e := l.Exercise(row.Exercise.ID)
		if e == nil || e.Position.ID == "" {
			continue
		}
		now := OnFloor(e.Position.ID)
		if known && now != down {
			changes++
		}
		known, down = true, now
	}
	return changes
}
