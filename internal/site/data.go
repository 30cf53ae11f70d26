package site

import (
	_ "embed"
	"encoding/json"
	"errors"
	"slices"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

//go:embed library.schema.json
var librarySchemaText []byte

// logBackupSchemaText describes the file that a reader's log is kept in; static/js/backup.js
// writes it.
//
//go:embed log-backup.schema.json
var logBackupSchemaText []byte

// The parts of data/library.json; library.schema.json describes them.
type (
	siteJSON struct {
		ID       string `json:"id"`
		Title    string `json:"title"`
		Language string `json:"language"`
		URL      string `json:"url,omitempty"`
	}
	exerciseJSON struct {
		ID           string            `json:"id"`
		Title        string            `json:"title"`
		Aliases      []string          `json:"aliases"`
		Summary      string            `json:"summary"`
		Category     string            `json:"category"`
		Pattern      string            `json:"pattern"`
		Measure      []string          `json:"measure"`
		Sides        string            `json:"sides"`
		Position     string            `json:"position,omitempty"`
		Equipment    []any             `json:"equipment"` // a word, or a list of which one is enough
		Optional     []any             `json:"optional_equipment"`
		Muscles      musclesJSON       `json:"muscles"`
		Stressors    map[string][4]int `json:"stressors"` // null: not tagged
		UsualLoad    string            `json:"usual_load"`
		LoadFloor    string            `json:"load_floor"`
		Progressions []string          `json:"progressions"`
		Regressions  []string          `json:"regressions"`
		Substitutes  []substituteJSON  `json:"substitutes"`
		Dose         dose.Dose         `json:"dose"`
		Status       string            `json:"status"`
		URL          string            `json:"url"`
		Extra        map[string]any    `json:"extra,omitempty"`
	}
	musclesJSON struct {
		Primary   []string `json:"primary"`
		Secondary []string `json:"secondary"`
	}
	substituteJSON struct {
		Exercise string   `json:"exercise"`
		For      []string `json:"for"`
		Because  string   `json:"because,omitempty"`
	}
	conditionJSON struct {
		ID                string         `json:"id"`
		Title             string         `json:"title"`
		Clearance         int            `json:"clearance"`
		Direction         string         `json:"direction,omitempty"`
		PostOperative     bool           `json:"post_operative"`
		ThresholdsVersion string         `json:"thresholds_version,omitempty"`
		Reviewed          bool           `json:"reviewed"`
		Stages            []stageJSON    `json:"stages"`
		URL               string         `json:"url"`
		Extra             map[string]any `json:"extra,omitempty"`
	}
	stageJSON struct {
		ID          string            `json:"id"`
		Title       string            `json:"title"`
		PainProfile string            `json:"pain_profile"`
		Clearance   int               `json:"clearance"`
		Tolerates   map[string][3]int `json:"tolerates"`
	}
)

// libraryData writes one value after the other, since a library may hold thousands.
func (b *builder) libraryData(dst []byte) ([]byte, error) {
	s := b.lib.Site
	o := objectIn(slices.Grow(dst, exerciseBytes*len(b.lib.Exercises)))
	o.int("schema", 1)
	err := errors.Join(
		o.value("site", siteJSON{ID: s.ID, Title: b.shared.SiteTitle, Language: b.shared.Language, URL: b.url}),
		values(&o, "exercises", b.lib.Exercises, (*regimen.Exercise).Listed, exerciseData),
		values(&o, "conditions", b.lib.Conditions, (*regimen.Condition).Listed, conditionData),
		values(&o, "programmes", b.lib.Programmes, (*regimen.Programme).Listed, b.programmeData),
	)
	return append(o.end(), '\n'), err
}

// exerciseBytes is about what an exercise takes.
const exerciseBytes = 2200

// values appends a list of the values that are listed.
func values[T, V any](o *object, name string, all []T, listed func(T) bool, data func(T) V) error {
	o.key(name)
	o.text = append(o.text, '[')
	begun := false
	for _, v := range all {
		if !listed(v) {
			continue
		}
		text, err := json.Marshal(data(v))
		if err != nil {
			return err
		}
		if begun {
			o.text = append(o.text, ',')
		}
		begun = true
		o.text = append(o.text, text...)
	}
	o.text = append(o.text, ']')
	return nil
}

func exerciseData(e *regimen.Exercise) exerciseJSON {
	out := exerciseJSON{
		ID: e.ID, Title: e.Title, Aliases: regimen.IDs(e.Aliases), Summary: e.Summary,
		Category: e.Category.ID, Pattern: e.Pattern.ID, Measure: regimen.IDs(e.Measures),
		Sides: e.Sides, Position: e.Position.ID,
		Equipment: equipmentData(e.Equipment), Optional: equipmentData(e.OptionalEquipment),
		Muscles:   musclesJSON{regimen.IDs(e.Primary), regimen.IDs(e.Secondary)},
		UsualLoad: e.UsualLoad.String(), LoadFloor: e.LoadFloor.String(),
		Progressions: regimen.IDs(e.Progressions), Regressions: regimen.IDs(e.Regressions),
		Substitutes: []substituteJSON{}, Dose: e.Dose, Status: e.Status, URL: exercisePath(e.ID), Extra: e.Extra,
	}
	for _, s := range e.Substitutes {
		out.Substitutes = append(out.Substitutes, substituteJSON{s.Exercise.ID, regimen.IDs(s.For), s.Because})
	}
	if e.Tagged {
		out.Stressors = map[string][4]int{}
		for _, s := range e.Stressors {
			out.Stressors[s.ID] = s.Grades
		}
	}
	return out
}

func equipmentData(pieces []regimen.AnyOf) []any {
	out := make([]any, len(pieces))
	for i, any := range pieces {
		if out[i] = regimen.IDs(any); len(any) == 1 {
			out[i] = any[0].ID
		}
	}
	return out
}

func conditionData(c *regimen.Condition) conditionJSON {
	out := conditionJSON{
		ID: c.ID, Title: c.Title, Clearance: c.Clearance, Direction: c.Direction, PostOperative: c.PostOperative,
		ThresholdsVersion: c.ThresholdsVersion, Reviewed: c.Reviewed != nil, Stages: []stageJSON{},
		URL: conditionPath(c.ID), Extra: c.Extra,
	}
	for _, s := range c.Stages {
		stage := stageJSON{ID: s.ID, Title: s.Title, PainProfile: s.PainProfile, Clearance: s.Clearance, Tolerates: map[string][3]int{}}
		for _, t := range s.Tolerates {
			stage.Tolerates[t.Stressor.ID] = [3]int{t.OK, t.Caution, t.Modify}
		}
		out.Stages = append(out.Stages, stage)
	}
	return out
}
