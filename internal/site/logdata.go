package site

import (
	"bytes"
	"encoding/json"
	"html/template"

	"regimen/internal/regimen"
)

// The data blocks that the log reads from pages; static/js/README.md documents them.
// Loads are in kilograms and pounds, times in seconds, distances in metres.

type logSession struct {
	Site       string          `json:"site"`
	Unit       string          `json:"unit"`
	Programme  logProgramme    `json:"programme"`
	Session    logTitle        `json:"session"`
	Rows       []logRow        `json:"rows"`
	Conditions []logCondition  `json:"conditions"`
	Pain       map[string]ends `json:"pain"` // by profile: where green and amber end
	Stop       []string        `json:"stop"`
	Flags      []logFlag       `json:"flags"`
}

// ends is the two ends of a range of whole numbers.
type ends [2]int

type logTitle struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url,omitempty"`
}

type logProgramme struct {
	logTitle
	Version  string     `json:"version,omitempty"`
	Weeks    int        `json:"weeks,omitempty"` // absent: open
	Days     []string   `json:"days,omitempty"`  // weekdays, as the pattern has slots
	Pattern  [][]string `json:"pattern,omitempty"`
	Sessions []logTitle `json:"sessions"`
	Phases   []logPhase `json:"phases,omitempty"`
	Overload string     `json:"overload,omitempty"`
}

type logPhase struct {
	Title       string   `json:"title"`
	From        int      `json:"from"`
	To          int      `json:"to,omitempty"` // absent: open
	Lock        bool     `json:"lock,omitempty"`
	MaxIncrease float64  `json:"max_increase,omitempty"` // a share: 0.05
	MaxLoad     string   `json:"max_load,omitempty"`     // a class: light
	Sessions    []string `json:"sessions,omitempty"`     // absent: all
	Rows        []logRow `json:"rows,omitempty"`         // those that differ in this phase
}

type logCondition struct {
	ID     string     `json:"id"`
	Title  string     `json:"title"`
	Stages []logStage `json:"stages"`
}

type logStage struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Strict   bool   `json:"strict,omitempty"`
	LongBand bool   `json:"long_band,omitempty"`
}

type logFlag struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Tier   string `json:"tier"`
	Action string `json:"action"`
}

// logSessionData is the data block of a session page.
func (b *builder) logSessionData(p *regimen.Programme, s *regimen.Session, page string) (template.HTML, error) {
	d := logSession{
		Site: b.lib.Site.ID, Unit: orElse(b.lib.Site.Units, "kg"),
		Programme: b.logProgramme(p, page), Session: logTitle{ID: s.ID, Title: s.Title},
		Conditions: b.logConditions(), Pain: map[string]ends{},
		Rows: []logRow{}, Stop: []string{}, Flags: []logFlag{},
	}
	strict := b.strictlyDeclared(p)
	for _, row := range s.Rows {
		d.Rows = append(d.Rows, b.logRow(p, row, page, strict))
	}
	for i := range p.Phases {
		for _, row := range s.Rows {
			if changed := row.InPhase(&p.Phases[i]); changed != row {
				d.Programme.Phases[i].Rows = append(d.Programme.Phases[i].Rows, b.logRow(p, changed, page, strict))
			}
		}
	}
	if safety := b.lib.SafetyFile(p.Safety.ID); safety != nil {
		d.Stop = append(d.Stop, safety.Stop...)
		for _, band := range safety.Pain {
			d.Pain[band.Profile] = ends{band.Green.Max, band.Amber.Max}
		}
		for _, f := range safety.RedFlags {
			d.Flags = append(d.Flags, logFlag{f.ID, f.Text, f.Tier, f.Action})
		}
	}
	return dataBlock(d)
}

// dataBlock is JSON that can stand inside a script element: encoding/json escapes <, > and &.
func dataBlock(v any) (template.HTML, error) {
	text, err := json.Marshal(v)
	return template.HTML(bytes.TrimSpace(text)), err
}

func (b *builder) logProgramme(p *regimen.Programme, page string) logProgramme {
	d := logProgramme{
		logTitle: logTitle{p.ID, p.Title, relative(page, programmePath(p.ID))}, Version: p.Version,
		Weeks: p.Weeks(), Pattern: p.Schedule.Cycle(), Overload: p.Overload.Method,
	}
	for _, day := range p.Schedule.Days {
		d.Days = append(d.Days, day.ID)
	}
	for _, s := range p.Sessions {
		d.Sessions = append(d.Sessions, logTitle{s.ID, s.Title, relative(page, sessionPath(p.ID, s.ID))})
	}
	for _, ph := range p.Phases {
		d.Phases = append(d.Phases, logPhase{
			Title: ph.Name, From: ph.Weeks.Min, To: ph.Weeks.Max,
			Lock: ph.LoadLocked, MaxIncrease: ph.MaxIncrease / 100, Sessions: regimen.IDs(ph.Sessions),
		})
		if ph.HasMaxLoad {
			d.Phases[len(d.Phases)-1].MaxLoad = ph.MaxLoad.String()
		}
	}
	return d
}

func (b *builder) strictlyDeclared(p *regimen.Programme) (declared logStage) {
	declared.LongBand = p.Audience == "over-65"
	for _, d := range p.Conditions {
		c := b.lib.Condition(d.Condition.ID)
		if c == nil {
			continue
		}
		declared.LongBand = declared.LongBand || c.PostOperative
		if s, _ := c.Stage(d.Stage.ID); s != nil && s.PainProfile == "strict" {
			declared.Strict = true
		}
	}
	return declared
}

func (b *builder) logConditions() []logCondition {
	out := []logCondition{}
	for _, c := range b.lib.Conditions {
		if !c.Built() {
			continue
		}
		d := logCondition{ID: c.ID, Title: c.Title}
		for _, s := range c.Stages {
			d.Stages = append(d.Stages, logStage{s.ID, orElse(s.Title, title(s.ID)), s.PainProfile == "strict", c.PostOperative})
		}
		out = append(out, d)
	}
	return out
}
