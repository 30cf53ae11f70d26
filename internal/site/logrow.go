package site

import (
	"encoding/json"
	"slices"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

type logRow struct {
	Row, ID   string
	Title     string
	URL       string
	Dose      string
	Role      string
	Weeks     *ends
	Sets      ends
	Measure   string
	Low       float64
	High      *float64 // nil: as many as you can
	Side      string
	Rest      *float64
	Hold      *float64
	Tempo     string
	Group     string
	Loads     []*logLoad
	Asked     string // the load as the programme states it
	Next      *logTitle
	NextNot   []*verdictView
	Confirm   int
	Rehab     bool
	Strict    bool
	LongBand  bool
	Not       []*verdictView // all but suitable
	Instead   []logInstead
	RenamedOf []string
}

// logLoad is a piece of equipment with its steps, from a load upwards.
type logLoad struct {
	ID    string                  `json:"id"`
	Title string                  `json:"title"`
	Units map[string]logUnitSteps `json:"units,omitempty"`
	Steps []string                `json:"levels,omitempty"` // a band's, easiest first
	text  []byte                  // all this in JSON
}

type logUnitSteps struct {
	Step [][2]float64 `json:"step"`
	Grid [][2]float64 `json:"grid"`
	Min  float64      `json:"min"`
}

type logInstead struct {
	logTitle
	Kind    string // substitute, regression
	Because string
	Measure string
	Low     float64 // of its own usual dose
	High    *float64
	Side    string
	Loads   []*logLoad
	Not     []*verdictView
}

func (b *builder) logRow(p *regimen.Programme, row *regimen.Prescription, page string, declared logStage) logRow {
	d := logRow{
		Row: orElse(row.ID, row.Exercise.ID), ID: row.Exercise.ID, Title: row.Exercise.ID, Dose: b.dose(row.Dose),
		Role: b.lib.Role(row), Group: row.Group, Asked: row.Load, Confirm: max(1, p.Overload.Confirm),
		Rehab: p.Goal == "rehab", Strict: declared.Strict, LongBand: declared.LongBand,
	}
	if row.Weeks.Min > 0 {
		d.Weeks = &ends{row.Weeks.Min, row.Weeks.Max}
	}
	if d.Asked == "" && row.HasClass {
		d.Asked = row.Class.String()
	}
	d.takeDose(row.Dose)
	e := b.lib.Exercise(row.Exercise.ID)
	if e == nil {
		return d
	}
	d.Title, d.Side = e.Title, e.Sides
	if e.Built() {
		d.URL = exerciseFrom(page, e.ID)
	}
	if d.Hold == nil && e.Dose.Hold != nil {
		d.Hold = &e.Dose.Hold.Min
	}
	d.Loads, d.Not, d.RenamedOf = b.logLoads(e), b.notSuitable(e), regimen.IDs(e.RenamedFrom)
	for _, w := range e.Progressions {
		if next := b.lib.Exercise(w.ID); next != nil && next.Built() {
			d.Next = &logTitle{next.ID, next.Title, exerciseFrom(page, next.ID)}
			d.NextNot = b.notSuitable(next)
			break
		}
	}
	d.Instead = b.logInstead(e, row, page)
	return d
}

func (d *logRow) takeDose(full dose.Dose) {
	sets := full.Sets()
	d.Sets = ends{int(sets.Min), int(sets.Max)}
	d.Measure = string(full.Measure())
	if len(full.Groups) > 0 {
		a := full.Groups[0].Amount
		d.Low = a.Min
		if a.Open == dose.Closed {
			d.High = &a.Max
		}
		if a.Unit == dose.Reps {
			d.Measure = "reps"
		}
	}
	if full.Rest != nil {
		d.Rest = &full.Rest.Min
	}
	if full.Hold != nil {
		d.Hold = &full.Hold.Min
	}
	if full.Tempo != nil {
		d.Tempo = full.Tempo.String()
	}
}

// logLoads lists the exercise's equipment that can be loaded.
func (b *builder) logLoads(e *regimen.Exercise) []*logLoad {
	loads, upper := b.loads(), e.UpperBody()
	var out []*logLoad
	for _, pieces := range [][]regimen.AnyOf{e.Equipment, e.OptionalEquipment} {
		for _, any := range pieces {
			for _, w := range any {
				l, loadable := loads[w.ID]
				switch {
				case loadable && upper:
					out = append(out, l.upper)
				case loadable:
					out = append(out, l.other)
				}
			}
		}
	}
	return out
}

// steppedLoad is a piece of equipment with the steps for exercises of the upper body,
// and for others.
type steppedLoad struct{ upper, other *logLoad }

func (b *builder) indexLoads() map[string]steppedLoad {
	loads := map[string]steppedLoad{}
	for i := range b.lib.Vocabulary.Equipment {
		q := &b.lib.Vocabulary.Equipment[i]
		if len(q.Step)+len(q.Levels) > 0 {
			loads[q.ID] = steppedLoad{newLoad(q, true), newLoad(q, false)}
		}
	}
	return loads
}

func newLoad(q *regimen.Equipment, upper bool) *logLoad {
	l := &logLoad{ID: q.ID, Title: q.Title, Units: unitSteps(q, upper), Steps: q.Levels}
	l.text, _ = json.Marshal(l) // texts and finite numbers can always be written
	return l
}

func unitSteps(q *regimen.Equipment, upper bool) map[string]logUnitSteps {
	if len(q.Step) == 0 {
		return nil
	}
	step := q.Step
	if upper && len(q.StepUpper) > 0 {
		step = q.StepUpper
	}
	grid := q.Grid
	if len(grid) == 0 {
		grid = step
	}
	out := map[string]logUnitSteps{}
	for _, unit := range regimen.Words("units") {
		u := logUnitSteps{Step: inUnit(step, unit), Grid: inUnit(grid, unit)}
		if least := inUnit(q.Minimum, unit); len(least) > 0 {
			u.Min = least[0][1]
		}
		if len(u.Step) > 0 {
			out[unit] = u
		}
	}
	return out
}

func inUnit(loads []regimen.UnitLoad, unit string) [][2]float64 {
	var out [][2]float64
	for _, l := range loads {
		if l.Unit == unit {
			out = append(out, [2]float64{l.From, l.Amount})
		}
	}
	return out
}

// logInstead lists what may stand in: the row's own substitutes, the exercise's, and
// the easier ones. The log offers those that suit what the reader has declared.
func (b *builder) logInstead(e *regimen.Exercise, row *regimen.Prescription, page string) []logInstead {
	var out []logInstead
	add := func(w regimen.Word, kind, because string) {
		other := b.lib.Exercise(w.ID)
		if other == nil || !other.Built() || other == e ||
			slices.ContainsFunc(out, func(i logInstead) bool { return i.ID == other.ID }) {
			return
		}
		var own logRow
		own.takeDose(other.Dose)
		out = append(out, logInstead{
			logTitle: logTitle{other.ID, other.Title, exerciseFrom(page, other.ID)}, Kind: kind, Because: because,
			Measure: own.Measure, Low: own.Low, High: own.High, Side: other.Sides, Loads: b.logLoads(other), Not: b.notSuitable(other),
		})
	}
	for _, s := range append(slices.Clip(row.Substitutes), e.Substitutes...) {
		add(s.Exercise, "substitute", s.Because)
	}
	for _, w := range e.Regressions {
		add(w, "regression", "")
	}
	return out
}
