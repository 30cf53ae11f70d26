package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// slot is one session in the cycle of a schedule.
type slot struct {
	*visit
	day   int // from the first of the cycle
	known bool
}

// slots lists the sessions of a stretch's cycle in turn, with their days where the
// schedule tells them: by weekdays or by a number a day.
func (s *stretch) slots(schedule regimen.Schedule) []slot {
	var out []slot
	for week, places := range s.Cycle {
		for i, at := range places {
			if at < 0 {
				continue
			}
			next := slot{visit: s.Sessions[at]}
			switch {
			case i < len(schedule.Days):
				next.day, next.known = 7*week+regimen.DayIndex(schedule.Days[i].ID), true
			case len(schedule.Days) == 0 && schedule.PerDay > 0:
				next.day, next.known = 7*week+i/schedule.PerDay, true
			}
			out = append(out, next)
		}
	}
	return out
}

// daysWith is on how many days of an average week a session holds what is asked for. A
// session whose day nobody knows has a day of its own.
func (s *stretch) daysWith(schedule regimen.Schedule, wanted func(row) bool) float64 {
	days, loose := map[int]bool{}, 0
	for _, at := range s.slots(schedule) {
		if !slices.ContainsFunc(at.Work, wanted) {
			continue
		}
		if at.known {
			days[at.day] = true
		} else {
			loose++
		}
	}
	if len(s.Cycle) == 0 {
		return 0
	}
	return float64(len(days)+loose) / float64(len(s.Cycle))
}

// oftenAt is where a schedule says how often.
func oftenAt(s regimen.Schedule) diag.Span {
	for _, key := range [...]string{"days", "per-week", "per-day"} {
		if s.Has(key) {
			return s.At(key)
		}
	}
	return s.Where
}

// resolved reports whether a programme was read far enough to look at its weeks.
func (p *plan) resolved() bool {
	s := p.Schedule
	return p.Whole && !brokenAny(p.Origin, "goal", "level", "schedule") && !p.Broken("phases") && !brokenAny(s.Origin, "days", "rotate", "per-week", "per-day", "min-gap")
}

// heavyPatterns are the movements whose heavy work needs time to recover from, and of
// which each should come twice a week.
func heavyPatterns() []string {
	return []string{"squat", "hinge", "h-push", "v-push", "h-pull", "v-pull"}
}
