package site

import (
	"html/template"

	"regimen/internal/regimen"
)

// mostInLog is how many programmes the page of the log offers to begin with.
const mostInLog = 50

// The style sheets that only the page of the log needs, and only the log in a session.
const (
	logStylesPath        = "css/log.css"
	sessionLogStylesPath = "css/session-log.css"
)

type logPageView struct {
	Programmes []link
	Data       template.HTML
}

// logPageData is what the page of the log knows of the site. What it needs of a programme
// the session pages have copied into the reader's settings.
type logPageData struct {
	Site       string              `json:"site"`
	Unit       string              `json:"unit"`
	Conditions []logCondition      `json:"conditions"`
	Equipment  []logEquipment      `json:"equipment"`
	Programmes []logTitle          `json:"programmes"`
	Renamed    map[string]string   `json:"renamed,omitempty"` // the present id of an exercise by a former one
	Bands      map[string][]string `json:"bands,omitempty"`   // exercises whose load is a level, with the levels
	Flags      map[string]string   `json:"flags,omitempty"`   // warning signs by id
}

type logEquipment struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Loaded bool     `json:"loaded,omitempty"` // in weights
	Levels []string `json:"levels,omitempty"` // a band's, easiest first
}

func (b *builder) logPage(dst []byte) ([]byte, error) {
	d := b.logPageData()
	data, err := dataBlock(d)
	if err != nil {
		return nil, err
	}
	v := logPageView{Data: `<script type="application/json" id="log-data">` + data + `</script>`}
	for _, p := range d.Programmes {
		v.Programmes = append(v.Programmes, link{p.Title, p.URL})
	}
	return b.render(dst, "log", shell{
		Title: b.t("Your log"), Section: "log", Path: logPath, Scripts: []string{"log-page.js"}, Styles: []string{logStylesPath},
		Description: b.t("Your training log: history, charts, a report to print, backups. It stays in your browser."),
	}, v)
}

func (b *builder) logPageData() logPageData {
	d := logPageData{
		Site: b.shared.SiteID, Unit: orElse(b.lib.Site.Units, "kg"), Conditions: b.logConditions(),
		Equipment: []logEquipment{}, Programmes: []logTitle{},
		Renamed: map[string]string{}, Bands: map[string][]string{}, Flags: map[string]string{},
	}
	for i := range b.lib.Vocabulary.Equipment {
		q := &b.lib.Vocabulary.Equipment[i]
		d.Equipment = append(d.Equipment, logEquipment{q.ID, q.Title, len(q.Step) > 0, q.Levels})
	}
	for _, p := range b.lib.Programmes {
		if p.Listed() && len(d.Programmes) < mostInLog {
			d.Programmes = append(d.Programmes, logTitle{p.ID, p.Title, relative(logPath, programmePath(p.ID))})
		}
		if safety := b.lib.SafetyFile(p.Safety.ID); safety != nil {
			for _, f := range safety.RedFlags {
				d.Flags[f.ID] = f.Text
			}
		}
	}
	for _, e := range b.lib.Exercises {
		for _, former := range e.RenamedFrom {
			d.Renamed[former.ID] = e.ID
		}
		if levels := b.levelsOf(e); levels != nil {
			d.Bands[e.ID] = levels
		}
	}
	return d
}

// levelsOf is the levels of an exercise's band, nothing where it has no band or can be
// loaded in another way, which its log does not tell apart.
func (b *builder) levelsOf(e *regimen.Exercise) []string {
	var levels []string
	for _, load := range b.logLoads(e) {
		if len(load.Steps) == 0 {
			return nil
		}
		if levels == nil {
			levels = load.Steps
		}
	}
	return levels
}
