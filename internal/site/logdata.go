package site

import (
	"encoding/json"
	"html/template"

	"regimen/internal/regimen"
)

// The data blocks that the log reads from pages; static/js/README.md documents them.
// Loads are in kilograms and pounds, times in seconds, distances in metres.

type logSession struct {
	Site, Unit string
	Programme  logProgramme
	Session    logTitle
	Rows       []logRow
	Conditions []byte // as JSON, []logCondition
	Safety     []byte // as the last fields of the object, of logSafety
}

// logSafety is what the log takes from a safety file.
type logSafety struct {
	Pain  map[string]ends `json:"pain"` // by profile: where green and amber end
	Stop  []string        `json:"stop"`
	Flags []logFlag       `json:"flags"`
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
	Version  string
	Weeks    int      // 0: open
	Days     []string // weekdays, as the pattern has slots
	Pattern  [][]string
	Sessions []logTitle
	Phases   []logPhase
	Overload string
}

type logPhase struct {
	Title       string
	From        int
	To          int // 0: open
	Lock        bool
	MaxIncrease float64  // a share: 0.05
	MaxLoad     string   // a class: light
	Sessions    []string // empty: all
	Rows        []logRow // those that differ in this phase
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

// logSessionData appends the data block of a session page.
func (b *builder) logSessionData(dst []byte, p *regimen.Programme, s *regimen.Session, page string) ([]byte, error) {
	d := logSession{
		Site: b.lib.Site.ID, Unit: orElse(b.lib.Site.Units, "kg"),
		Programme: b.logProgramme(p, page), Session: logTitle{ID: s.ID, Title: s.Title},
		Rows: make([]logRow, 0, len(s.Rows)),
	}
	var err error
	if d.Conditions, err = b.conditionsText(); err != nil {
		return dst, err
	}
	if d.Safety, err = b.safetyText(b.lib.SafetyFile(p.Safety.ID)); err != nil {
		return dst, err
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
	dst = append(dst, `<script type="application/json" id="session-data">`...)
	return append(d.appendTo(dst), "</script>"...), nil // as dataBlock
}

// safetyText is what every session of a region of the body says of safety: the fields
// of an object, in JSON.
func (b *builder) safetyText(safety *regimen.Safety) ([]byte, error) {
	if known, ok := b.safetyTexts.Load(safety); ok {
		return known.([]byte), nil
	}
	d := logSafety{Pain: map[string]ends{}, Stop: []string{}, Flags: []logFlag{}}
	if safety != nil {
		d.Stop = append(d.Stop, safety.Stop...)
		for _, band := range safety.Pain {
			d.Pain[band.Profile] = ends{band.Green.Max, band.Amber.Max}
		}
		for _, f := range safety.RedFlags {
			d.Flags = append(d.Flags, logFlag{f.ID, f.Text, f.Tier, f.Action})
		}
	}
	text, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	text = text[1 : len(text)-1]
	b.safetyTexts.Store(safety, text)
	return text, nil
}

// dataBlock is JSON that can stand inside a script element: encoding/json escapes <, > and &.
func dataBlock(v any) (template.HTML, error) {
	text, err := json.Marshal(v)
	return template.HTML(text), err
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
