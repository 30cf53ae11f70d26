package site

import (
	_ "embed"
	"encoding/json"
	"errors"
	"slices"
	"strings"

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

// libraryData writes data/library.json as library.schema.json describes it, one value
// after the other, since a library may hold thousands.
func (b *builder) libraryData(dst []byte) ([]byte, error) {
	o := objectIn(slices.Grow(dst, exerciseBytes*len(b.lib.Exercises)))
	o.int("schema", 1)
	o.object("site", func(o *object) {
		o.string("id", b.lib.Site.ID)
		o.string("title", b.shared.SiteTitle)
		o.string("language", b.shared.Language)
		o.given("url", b.url)
	})
	doses := writtenDoses{}
	exercise := func(o *object, e *regimen.Exercise) error { return exerciseData(o, e, doses) }
	programme := func(o *object, p *regimen.Programme) error { return b.programmeData(o, p, doses) }
	err := errors.Join(
		values(&o, "exercises", b.lib.Exercises, (*regimen.Exercise).Listed, exercise),
		values(&o, "conditions", b.lib.Conditions, (*regimen.Condition).Listed, conditionData),
		values(&o, "programmes", b.lib.Programmes, (*regimen.Programme).Listed, programme),
	)
	return append(o.end(), '\n'), err
}

// exerciseBytes is about what an exercise takes.
const exerciseBytes = 2200

// values appends a list of objects: the values that are listed.
func values[T any](o *object, name string, all []T, listed func(T) bool, fill func(*object, T) error) error {
	o.key(name)
	o.text = append(o.text, '[')
	begun := false
	for _, v := range all {
		if !listed(v) {
			continue
		}
		if begun {
			o.text = append(o.text, ',')
		}
		begun = true
		each := objectIn(o.text)
		if err := fill(&each, v); err != nil {
			return err
		}
		o.text = each.end()
	}
	o.text = append(o.text, ']')
	return nil
}

// writtenDoses is the JSON of doses by their canonical form, which says all of them. A
// library writes the same few again and again.
type writtenDoses map[string][]byte

func (o *object) dose(name string, d dose.Dose, written writtenDoses) error {
	canonical := d.String()
	if written[canonical] == nil {
		text, err := json.Marshal(d)
		if err != nil {
			return err
		}
		written[canonical] = text
	}
	o.key(name)
	o.text = append(o.text, written[canonical]...)
	return nil
}

func exerciseData(o *object, e *regimen.Exercise, doses writtenDoses) error {
	o.string("id", e.ID)
	o.string("title", e.Title)
	o.ids("aliases", e.Aliases)
	o.string("summary", e.Summary)
	o.string("category", e.Category.ID)
	o.string("pattern", e.Pattern.ID)
	o.ids("measure", e.Measures)
	o.string("sides", e.Sides)
	o.given("position", e.Position.ID)
	o.equipment("equipment", e.Equipment)
	o.equipment("optional_equipment", e.OptionalEquipment)
	o.object("muscles", func(o *object) {
		o.ids("primary", e.Primary)
		o.ids("secondary", e.Secondary)
	})
	o.stressors(e)
	o.string("usual_load", e.UsualLoad.String())
	o.string("load_floor", e.LoadFloor.String())
	o.ids("progressions", e.Progressions)
	o.ids("regressions", e.Regressions)
	o.key("substitutes")
	o.text = appendList(o.text, e.Substitutes, appendSubstitute)
	err := o.dose("dose", e.Dose, doses)
	o.string("status", e.Status)
	o.string("url", exercisePath(e.ID))
	return errors.Join(err, o.extra(e.Extra))
}

func appendSubstitute(text []byte, s regimen.Substitute) []byte {
	o := objectIn(text)
	o.string("exercise", s.Exercise.ID)
	o.ids("for", s.For)
	o.given("because", s.Because)
	return o.end()
}

// stressors appends four grades each; null where the exercise is not tagged.
func (o *object) stressors(e *regimen.Exercise) {
	if !e.Tagged {
		o.null("stressors")
		return
	}
	byID := slices.SortedFunc(slices.Values(e.Stressors), func(a, b regimen.Stressor) int { return strings.Compare(a.ID, b.ID) })
	o.object("stressors", func(o *object) {
		for _, s := range byID {
			o.key(s.ID)
			o.text = appendList(o.text, s.Grades[:], appendInt)
		}
	})
}

func (o *object) ids(name string, words []regimen.Word) {
	o.key(name)
	o.text = appendList(o.text, words, appendID)
}

func appendID(text []byte, w regimen.Word) []byte { return appendString(text, w.ID) }

// equipment appends a word for each piece, or a list of which one is enough.
func (o *object) equipment(name string, pieces []regimen.AnyOf) {
	o.key(name)
	o.text = appendList(o.text, pieces, func(text []byte, any regimen.AnyOf) []byte {
		if len(any) == 1 {
			return appendID(text, any[0])
		}
		return appendList(text, any, appendID)
	})
}

// extra appends the author's own keys, where there are some.
func (o *object) extra(keys map[string]any) error {
	if len(keys) == 0 {
		return nil
	}
	return o.value("extra", keys)
}

func conditionData(o *object, c *regimen.Condition) error {
	o.string("id", c.ID)
	o.string("title", c.Title)
	o.int("clearance", c.Clearance)
	o.given("direction", c.Direction)
	o.bool("post_operative", c.PostOperative)
	o.given("thresholds_version", c.ThresholdsVersion)
	o.bool("reviewed", c.Reviewed != nil)
	o.key("stages")
	o.text = appendList(o.text, c.Stages, appendStage)
	o.string("url", conditionPath(c.ID))
	return o.extra(c.Extra)
}

func appendStage(text []byte, s *regimen.Stage) []byte {
	o := objectIn(text)
	o.string("id", s.ID)
	o.string("title", s.Title)
	o.string("pain_profile", s.PainProfile)
	o.int("clearance", s.Clearance)
	byID := slices.SortedFunc(slices.Values(s.Tolerates), func(a, b regimen.Tolerance) int { return strings.Compare(a.Stressor.ID, b.Stressor.ID) })
	o.object("tolerates", func(o *object) {
		for _, t := range byID {
			o.key(t.Stressor.ID)
			o.text = appendList(o.text, []int{t.OK, t.Caution, t.Modify}, appendInt)
		}
	})
	return o.end()
}
