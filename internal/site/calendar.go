package site

import (
	"html/template"
	"strings"

	"regimen/internal/regimen"
)

type weekView struct {
	Name  string
	Slots []slotView
}

type slotView struct{ Day, Session, URL string }

// calendar lays the sessions over the weekdays until the pattern repeats.
func (b *builder) calendar(p *regimen.Programme, page string) []weekView {
	var out []weekView
	for i, slots := range p.Schedule.Cycle() {
		week := weekView{Name: b.t("Week {n}", "n", i+1)}
		for n, id := range slots {
			v := slotView{Session: b.letter(id)}
			if n < len(p.Schedule.Days) {
				v.Day = b.weekday(p.Schedule.Days[n].ID)
			}
			if id != regimen.Rest {
				v.URL = relative(page, sessionPath(p.ID, id))
			}
			week.Slots = append(week.Slots, v)
		}
		out = append(out, week)
	}
	return out
}

// mostWeeks is how long a pattern can be and still be told day by day.
const mostWeeks = 4

// when says on which days a session falls: Monday and Friday, the next week Wednesday.
func (b *builder) when(p *regimen.Programme, s *regimen.Session) string {
	weeks := p.Schedule.Occurs(s.ID)
	names := make([]string, len(weeks))
	for i, days := range weeks {
		var words []string
		for _, d := range days {
			words = append(words, b.weekday(d))
		}
		names[i] = b.list(words)
	}
	switch {
	case len(p.Schedule.Days) == 0 || len(weeks) > mostWeeks:
		return ""
	case len(weeks) == 1:
		return names[0]
	case len(weeks) == 2 && names[0] == "":
		return b.t("{days}, every other week", "days", names[1])
	case len(weeks) == 2 && names[1] == "":
		return b.t("{days}, every other week", "days", names[0])
	case len(weeks) == 2:
		return b.t("{days}, the next week {next}", "days", names[0], "next", names[1])
	}
	var out []string
	for i, days := range names {
		if days != "" {
			out = append(out, b.t("{days} in week {n} of {weeks}", "days", days, "n", i+1, "weeks", len(weeks)))
		}
	}
	return b.commas(out)
}

// turns says in which order the sessions follow each other, day by day until the pattern
// begins again.
func (b *builder) turns(p *regimen.Programme) string {
	cycle := p.Schedule.Cycle()
	if len(p.Schedule.Days) == 0 || len(cycle) == 0 || len(cycle) > mostWeeks || len(p.Sessions) < 2 {
		return ""
	}
	weeks := make([]string, len(cycle))
	for i, slots := range cycle {
		days := make([]string, len(slots))
		for n, id := range slots {
			days[n] = b.t("{session} on {day}", "session", b.letter(id), "day", b.weekday(p.Schedule.Days[n].ID))
		}
		weeks[i] = b.commas(days)
	}
	if len(weeks) == 1 {
		return b.t("Every week: {days}.", "days", weeks[0])
	}
	for i := range weeks {
		weeks[i] = b.t("Week {n}: {days}.", "n", i+1, "days", weeks[i])
	}
	return b.t("{weeks} Then the pattern begins again.", "weeks", strings.Join(weeks, " "))
}

// letter is a session's short name: A.
func (b *builder) letter(session string) string {
	if session == regimen.Rest {
		return b.t("Rest")
	}
	return strings.ToUpper(session)
}

// calendarData is the data block from which a script makes the calendar file; nothing
// for a programme without weekdays.
func (b *builder) calendarData(p *regimen.Programme, page string) template.HTML {
	if len(p.Schedule.Days) == 0 || len(p.Schedule.Cycle()) == 0 {
		return ""
	}
	d := b.logProgramme(p, page)
	o := objectIn([]byte(`<script type="application/json" id="programme-data">`))
	o.string("site", b.shared.SiteID)
	o.key("programme")
	o.text = d.appendTo(o.text)
	return asHTML(append(o.end(), "</script>"...))
}
