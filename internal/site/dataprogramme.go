package site

import (
	"errors"

	"regimen/internal/regimen"
)

func (b *builder) programmeData(o *object, p *regimen.Programme, doses writtenDoses) error {
	o.string("id", p.ID)
	o.string("title", p.Title)
	o.string("goal", p.Goal)
	o.string("level", p.Level)
	o.string("audience", p.Audience)
	o.int("clearance", p.Clearance)
	o.key("conditions")
	o.text = appendList(o.text, p.Conditions, func(text []byte, d regimen.Declared) []byte {
		o := objectIn(text)
		o.string("condition", d.Condition.ID)
		o.string("stage", d.Stage.ID)
		return o.end()
	})
	o.equipment("equipment", p.Equipment)
	o.schedule(p.Schedule)
	o.key("phases")
	o.text = appendList(o.text, p.Phases, appendPhaseData)
	o.object("overload", func(o *object) {
		o.string("method", p.Overload.Method)
		o.count("confirm", p.Overload.Confirm)
	})
	every := func(*regimen.Session) bool { return true }
	err := values(o, "sessions", p.Sessions, every, func(o *object, s *regimen.Session) error { return b.sessionData(o, p, s, doses) })
	o.given("version", p.Version)
	o.string("url", programmePath(p.ID))
	return errors.Join(err, o.extra(p.Extra))
}

func (o *object) schedule(s regimen.Schedule) {
	o.object("schedule", func(o *object) {
		o.ids("days", s.Days)
		o.ids("rotate", s.Rotate)
		o.count("per_week", s.PerWeek)
		o.count("per_day", s.PerDay)
		o.count("min_gap", s.MinGap)
		o.key("cycle")
		o.text = appendList(o.text, s.Cycle(), func(text []byte, week []string) []byte { return appendList(text, week, appendString) })
	})
}

func appendPhaseData(text []byte, ph regimen.Phase) []byte {
	o := objectIn(text)
	o.string("name", ph.Name)
	o.given("focus", ph.Focus)
	o.key("weeks")
	o.text = appendWeeks(o.text, ph.Weeks)
	if ph.HasMaxLoad {
		o.string("max_load", ph.MaxLoad.String())
	} else {
		o.null("max_load")
	}
	if ph.MaxIncrease > 0 {
		o.float("max_increase_percent", ph.MaxIncrease)
	} else {
		o.null("max_increase_percent")
	}
	o.bool("load_locked", ph.LoadLocked)
	return o.end()
}

// appendWeeks appends an ascending range; its end is null when it is open.
func appendWeeks(text []byte, r regimen.Range) []byte {
	o := objectIn(text)
	o.int("min", r.Min)
	if r.Open {
		o.null("max")
	} else {
		o.int("max", r.Max)
	}
	return o.end()
}

func (b *builder) sessionData(o *object, p *regimen.Programme, s *regimen.Session, doses writtenDoses) error {
	o.string("id", s.ID)
	o.string("title", s.Title)
	if s.Minutes.Min > 0 {
		o.key("minutes")
		o.text = appendWeeks(o.text, s.Minutes)
	} else {
		o.null("minutes")
	}
	total := b.lib.Estimate(s, regimen.DefaultPace()).Total()
	o.object("estimate_s", func(o *object) {
		o.float("min", total.Min)
		o.float("max", total.Max)
	})
	every := func(*regimen.Prescription) bool { return true }
	err := values(o, "exercises", s.Rows, every, func(o *object, r *regimen.Prescription) error { return b.rowData(o, r, doses) })
	o.string("url", sessionPath(p.ID, s.ID))
	return err
}

func (b *builder) rowData(o *object, r *regimen.Prescription, doses writtenDoses) error {
	o.string("id", r.ID)
	o.string("exercise", r.Exercise.ID)
	o.string("role", b.lib.Role(r))
	err := o.dose("dose", r.Dose, doses)
	if r.HasClass {
		o.given("load_class", r.Class.String())
	}
	o.given("load", r.Load)
	o.given("group", r.Group)
	o.given("note", r.Note)
	o.given("modification", r.Modification)
	o.given("variant", r.Variant.ID)
	return err
}
