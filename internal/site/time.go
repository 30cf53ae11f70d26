package site

import (
	"strconv"
	"strings"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// timeView shows how the estimate of a session's time is made up, row by row.
type timeView struct {
	Rows  []timeRow
	Sum   timeRow // of all rows
	Moves []fact  // the ways between exercises: how many, and their time
	Total string
	Paces []string // what the model assumes
	Facts []fact
}

// timeRow is times as a clock shows them: 2:24–3:00.
type timeRow struct{ Title, Amount, Work, Rest, Together string }

func (b *builder) time(s *regimen.Session) timeView {
	pace := regimen.DefaultPace()
	total := b.lib.Estimate(s, pace)
	v := timeView{
		Sum:   b.timeRow(total),
		Total: b.clock(total.Total()), Paces: b.paces(s, pace),
		Facts: []fact{
			{b.t("Hard sets"), b.number(b.lib.HardSets(s))},
			{b.t("Changes between floor and standing"), b.number(float64(b.lib.PositionChanges(s)))},
		},
	}
	moves := 0
	v.Rows = make([]timeRow, 0, len(s.Rows))
	for i, row := range s.Rows {
		e := b.lib.EstimateRow(s, i, pace)
		if e.Transitions.Max > 0 {
			moves++
		}
		r := b.timeRow(e)
		r.Title, r.Amount = row.Exercise.ID, b.work(row.Dose)
		if of := b.lib.Exercise(row.Exercise.ID); of != nil {
			r.Title = of.Title
		}
		v.Rows = append(v.Rows, r)
	}
	if moves > 0 {
		v.Moves = []fact{{b.n(moves, "Moving on once, {time}", "Moving on {n} times, {time} each", "time", b.seconds(one(pace.Transition))), b.clock(total.Transitions)}}
	}
	return v
}

func (b *builder) timeRow(e regimen.Estimate) timeRow {
	e.Transitions = dose.Range{}
	return timeRow{Work: b.clock(e.Work), Rest: b.clock(e.Rest), Together: b.clock(e.Total())}
}

// clock writes seconds as a clock does, and nothing as a dash: 2:24–3:00.
func (b *builder) clock(r dose.Range) string {
	at := func(v float64) string {
		s := int(v + .5)
		return strconv.Itoa(s/60) + ":" + strconv.Itoa(100 + s%60)[1:] // two digits
	}
	switch {
	case r.Max == 0:
		return "–"
	case r.Min == r.Max:
		return at(r.Min)
	}
	return at(r.Min) + "–" + at(r.Max)
}

func one(v float64) dose.Range { return dose.Range{Min: v, Max: v} }

// paces says what the model assumes of the units that a session counts in.
func (b *builder) paces(s *regimen.Session, pace regimen.Pace) []string {
	var out []string
	counted := func(phrase string, seconds float64, units ...dose.Unit) {
		for _, row := range s.Rows {
			for _, g := range row.Dose.Groups {
				for _, u := range units {
					if g.Amount.Unit == u {
						out = append(out, strings.ReplaceAll(phrase, "{time}", b.seconds(one(seconds))))
						return
					}
				}
			}
		}
	}
	counted(b.t("A repetition takes {time}, or as long as its tempo says, and its hold besides."), pace.Rep, dose.Reps)
	counted(b.t("A cycle of breathing takes {time}."), pace.Cycle, dose.Cycles, dose.Breaths)
	counted(b.t("A metre takes {time}."), pace.Metre, dose.Metres)
	counted(b.t("A step takes {time}."), pace.Step, dose.Steps)
	counted(b.t("A calorie takes {time}."), pace.Calorie, dose.Calories)
	return append(out,
		b.t("Both sides count. Rest counts between the sets of an exercise, not after the last."),
		b.t("The short time takes every range at its low end, the long one at its high end."))
}
