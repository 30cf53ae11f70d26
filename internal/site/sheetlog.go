package site

import (
	"strings"

	"regimen/internal/regimen"
)

// What a log is laid out for where a programme does not say it.
const (
	usualWeeks    = 12
	usualSessions = 3 // a week
)

// logWeek is a week of the blank log, with the phase that begins in it.
type logWeek struct {
	Name, Phase, Rule string
	Slots             []slotView
}

// addLog lays a line for each session of the programme's weeks.
func (b *builder) addLog(v *sheetView, p *regimen.Programme) {
	weeks := p.Weeks()
	if weeks == 0 {
		weeks = usualWeeks
	}
	cycle := p.Schedule.Cycle()
	for n := 1; n <= weeks; n++ {
		week := logWeek{Name: b.t("Week {n}", "n", n)}
		for i, phase := range p.Phases {
			if phase.Weeks.Min == n {
				week.Phase, week.Rule = phase.Name, v.Phases[i].Rule
			}
		}
		if len(cycle) > 0 {
			week.Slots = b.logSlots(p, cycle[(n-1)%len(cycle)])
		} else {
			week.Slots = make([]slotView, usualSessions)
		}
		v.Log = append(v.Log, week)
	}
	for _, phase := range p.Phases {
		if phase.Weeks.Open && phase.Weeks.Min > weeks {
			v.Then = b.t("From week {n}: {phase}", "n", phase.Weeks.Min, "phase", phase.Name)
			if phase.Focus != "" {
				v.Then = b.t("{phase}: {focus}", "phase", v.Then, "focus", phase.Focus)
			}
		}
	}
}

// logSlots are a week's sessions; days off have no line.
func (b *builder) logSlots(p *regimen.Programme, slots []string) []slotView {
	var out []slotView
	for i, id := range slots {
		if id == regimen.Rest {
			continue
		}
		v := slotView{Session: strings.ToUpper(id)}
		if i < len(p.Schedule.Days) {
			v.Day = b.weekday(p.Schedule.Days[i].ID)
		}
		out = append(out, v)
	}
	return out
}
