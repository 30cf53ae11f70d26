package site

import (
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

type (
	programmeJSON struct {
		ID         string         `json:"id"`
		Title      string         `json:"title"`
		Goal       string         `json:"goal"`
		Level      string         `json:"level"`
		Audience   string         `json:"audience"`
		Clearance  int            `json:"clearance"`
		Conditions []declaredJSON `json:"conditions"`
		Equipment  []any          `json:"equipment"`
		Schedule   scheduleJSON   `json:"schedule"`
		Phases     []phaseJSON    `json:"phases"`
		Overload   overloadJSON   `json:"overload"`
		Sessions   []sessionJSON  `json:"sessions"`
		Version    string         `json:"version,omitempty"`
		URL        string         `json:"url"`
		Extra      map[string]any `json:"extra,omitempty"`
	}
	declaredJSON struct {
		Condition string `json:"condition"`
		Stage     string `json:"stage"`
	}
	scheduleJSON struct {
		Days    []string   `json:"days"`
		Rotate  []string   `json:"rotate"`
		PerWeek int        `json:"per_week,omitempty"`
		PerDay  int        `json:"per_day,omitempty"`
		MinGap  int        `json:"min_gap,omitempty"`
		Cycle   [][]string `json:"cycle"`
	}
	phaseJSON struct {
		Name        string    `json:"name"`
		Focus       string    `json:"focus,omitempty"`
		Weeks       weeksJSON `json:"weeks"`
		MaxLoad     *string   `json:"max_load"`
		MaxIncrease *float64  `json:"max_increase_percent"`
		LoadLocked  bool      `json:"load_locked"`
	}
	// weeksJSON is an ascending range; max is null when it is open.
	weeksJSON struct {
		Min int  `json:"min"`
		Max *int `json:"max"`
	}
	overloadJSON struct {
		Method  string `json:"method"`
		Confirm int    `json:"confirm,omitempty"`
	}
	sessionJSON struct {
		ID        string      `json:"id"`
		Title     string      `json:"title"`
		Minutes   *weeksJSON  `json:"minutes"`
		Estimate  secondsJSON `json:"estimate_s"`
		Exercises []rowJSON   `json:"exercises"`
		URL       string      `json:"url"`
	}
	secondsJSON struct {
		Min float64 `json:"min"`
		Max float64 `json:"max"`
	}
	rowJSON struct {
		ID           string    `json:"id"`
		Exercise     string    `json:"exercise"`
		Role         string    `json:"role"`
		Dose         dose.Dose `json:"dose"`
		LoadClass    string    `json:"load_class,omitempty"`
		Load         string    `json:"load,omitempty"`
		Group        string    `json:"group,omitempty"`
		Note         string    `json:"note,omitempty"`
		Modification string    `json:"modification,omitempty"`
		Variant      string    `json:"variant,omitempty"`
	}
)

func (b *builder) programmeData(p *regimen.Programme) programmeJSON {
	s := p.Schedule
	out := programmeJSON{
		ID: p.ID, Title: p.Title, Goal: p.Goal, Level: p.Level, Audience: p.Audience, Clearance: p.Clearance,
		Conditions: []declaredJSON{}, Equipment: equipmentData(p.Equipment),
		Schedule: scheduleJSON{
			Days: regimen.IDs(s.Days), Rotate: regimen.IDs(s.Rotate),
			PerWeek: s.PerWeek, PerDay: s.PerDay, MinGap: s.MinGap, Cycle: s.Cycle(),
		},
		Phases: []phaseJSON{}, Overload: overloadJSON{p.Overload.Method, p.Overload.Confirm},
		Sessions: []sessionJSON{}, Version: p.Version, URL: programmePath(p.ID), Extra: p.Extra,
	}
	for _, d := range p.Conditions {
		out.Conditions = append(out.Conditions, declaredJSON{d.Condition.ID, d.Stage.ID})
	}
	for _, ph := range p.Phases {
		out.Phases = append(out.Phases, phaseData(ph))
	}
	for _, s := range p.Sessions {
		out.Sessions = append(out.Sessions, b.sessionData(p, s))
	}
	return out
}

func phaseData(ph regimen.Phase) phaseJSON {
	out := phaseJSON{Name: ph.Name, Focus: ph.Focus, Weeks: weeksData(ph.Weeks), LoadLocked: ph.LoadLocked}
	if ph.HasMaxLoad {
		class := ph.MaxLoad.String()
		out.MaxLoad = &class
	}
	if ph.MaxIncrease > 0 {
		out.MaxIncrease = &ph.MaxIncrease
	}
	return out
}

func weeksData(r regimen.Range) weeksJSON {
	out := weeksJSON{Min: r.Min}
	if !r.Open {
		out.Max = &r.Max
	}
	return out
}

func (b *builder) sessionData(p *regimen.Programme, s *regimen.Session) sessionJSON {
	total := b.lib.Estimate(s, regimen.DefaultPace()).Total()
	out := sessionJSON{
		ID: s.ID, Title: s.Title, Estimate: secondsJSON{total.Min, total.Max},
		Exercises: []rowJSON{}, URL: sessionPath(p.ID, s.ID),
	}
	if s.Minutes.Min > 0 {
		stated := weeksData(s.Minutes)
		out.Minutes = &stated
	}
	for _, r := range s.Rows {
		row := rowJSON{
			ID: r.ID, Exercise: r.Exercise.ID, Role: b.lib.Role(r), Dose: r.Dose, Load: r.Load,
			Group: r.Group, Note: r.Note, Modification: r.Modification, Variant: r.Variant.ID,
		}
		if r.HasClass {
			row.LoadClass = r.Class.String()
		}
		out.Exercises = append(out.Exercises, row)
	}
	return out
}
