package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// scheduleResolves asks, once every name of a schedule is known, whether a calendar
// can be made of it.
var scheduleResolves = Rule{
	Rule: diag.Rule{Code: "W01", Name: "schedule-resolves", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, p := range lib.Programmes {
			s := p.Schedule
			if s.Where.File == nil || s.Broken("days") || s.Broken("rotate") || s.Broken("per-week") || s.Broken("per-day") {
				continue
			}
			checkDays(p, report)
			checkCount(p, report)
			if !s.Broken("min-gap") {
				checkGap(s, report)
			}
			checkReached(p, report)
		}
	},
}

func checkDays(p *regimen.Programme, report reporter) {
	s := p.Schedule
	seen := map[string]regimen.Word{}
	for i, day := range s.Days {
		if first, twice := seen[day.ID]; twice {
			found := report(day.At, "`%s` stands twice in one week", day.ID)
			found.Related = []diag.Related{{At: first.At, Message: "the first time"}}
			found.Help = "name each weekday once"
		} else if i > 0 && regimen.DayIndex(day.ID) < regimen.DayIndex(s.Days[i-1].ID) {
			report(day.At, "`%s` comes after `%s` here and before it in the week", day.ID, s.Days[i-1].ID).
				Help = "write the days in the order of the week, so that the rotation is plain"
		}
		seen[day.ID] = day
	}
}

// checkCount asks that a schedule says in one way how often.
func checkCount(p *regimen.Programme, report reporter) {
	s := p.Schedule
	switch {
	case len(s.Days) == 0 && s.PerWeek == 0 && s.PerDay == 0:
		report(p.Key("schedule"), "this schedule names no days and no number of sessions").
			Help = "add `days: [monday, thursday]`, or `per-week: 3`"
	case len(s.Days) > 0 && s.PerWeek > 0 && s.PerWeek != len(s.Days):
		report(s.At("per-week"), "%d sessions a week, and %d weekdays are named", s.PerWeek, len(s.Days)).
			Help = "leave out `per-week`: the days say it"
	case s.PerDay > 0 && (len(s.Days) > 0 || s.PerWeek > 0):
		report(s.At("per-day"), "a number of sessions a day stands beside the days of the week").
			Help = "keep `per-day` alone for every day of the week, or leave it out"
	}
}

// checkGap asks that the days between two sessions fit into the week.
func checkGap(s regimen.Schedule, report reporter) {
	if s.MinGap == 0 || has(s.Rotate, regimen.Rest) {
		return
	}
	if n := s.PerWeek * (s.MinGap + 1); n > 7 {
		report(s.At("min-gap"), "%d sessions with %s off between them take %d days, not 7", s.PerWeek, plural(float64(s.MinGap), "day"), n).
			Help = "plan fewer sessions, or a smaller gap"
		return
	}
	for i, day := range s.Days {
		next := s.Days[(i+1)%len(s.Days)]
		if off := (regimen.DayIndex(next.ID) - regimen.DayIndex(day.ID) + 6) % 7; off < s.MinGap && len(s.Days) > 1 {
			report(s.At("min-gap"), "between `%s` and `%s` lies less than %s off", day.ID, next.ID, plural(float64(s.MinGap), "day")).
				Help = "leave out `min-gap`: the weekdays say it"
			return
		}
	}
}

// checkReached asks that every session is done some time.
func checkReached(p *regimen.Programme, report reporter) {
	s := p.Schedule
	if s.Has("rotate") && !slices.ContainsFunc(s.Rotate, func(w regimen.Word) bool { return !w.Is(regimen.Rest) }) {
		report(s.At("rotate"), "this rotation names no session").Help = "name the sessions in turn, such as `rotate: [a, b]`"
		return
	}
	for _, session := range p.Sessions {
		if !has(s.Rotate, session.ID) {
			found := report(session.Where, "session `%s` is never reached by the schedule", session.ID)
			found.Related = []diag.Related{{At: s.At("rotate"), Message: "the rotation"}}
			found.Help = "add it to `rotate`, or take the session out"
		} else if !inSomePhase(p, session.ID) {
			found := report(session.Where, "session `%s` belongs to no phase", session.ID)
			found.Related = []diag.Related{{At: p.Phases[0].At("sessions"), Message: "the sessions of the first phase"}}
			found.Help = "name it under `sessions` in the phases that use it, or take it out"
		}
	}
}

func inSomePhase(p *regimen.Programme, session string) bool {
	for i := range p.Phases {
		if ph := &p.Phases[i]; ph.Uses(session) || ph.Broken("sessions") {
			return true
		}
	}
	return len(p.Phases) == 0
}
