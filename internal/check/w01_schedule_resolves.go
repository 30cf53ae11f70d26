package check

import (
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
	if len(s.Days) == 0 && s.PerWeek == 0 && s.PerDay == 0 {
		report(p.Key("schedule"), "this schedule names no days and no number of sessions").
			Help = "add `days: [monday, thursday]`, or `per-week: 3`"
	}
	if len(s.Days) > 0 && s.PerWeek > 0 && s.PerWeek != len(s.Days) {
		report(s.At("per-week"), "%d sessions a week, and %d weekdays are named", s.PerWeek, len(s.Days)).
			Help = "leave out `per-week`: the days say it"
	}
}

func checkReached(p *regimen.Programme, report reporter) {
	for _, s := range p.Sessions {
		if !has(p.Schedule.Rotate, s.ID) {
			found := report(s.Where, "session `%s` is never reached by the schedule", s.ID)
			found.Related = []diag.Related{{At: p.Schedule.At("rotate"), Message: "the rotation"}}
			found.Help = "add it to `rotate`, or take the session out"
		}
	}
}
