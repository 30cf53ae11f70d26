package regimen

import "regimen/internal/dose"

// Pace is the assumptions of the time estimate, in seconds.
type Pace struct {
	Rep        float64 // one repetition without a stated tempo
	Cycle      float64 // one breathing cycle, or one breath
	Step       float64
	Metre      float64 // loaded walking at 1 m/s
	Calorie    float64
	Transition float64 // from one exercise to the next
}

// DefaultPace was fitted to the reference sessions: 3 s a repetition, 6 s a cycle,
// 1 m/s, 60 s between exercises.
func DefaultPace() Pace {
	return Pace{Rep: 3, Cycle: 6, Step: 1, Metre: 1, Calorie: 4, Transition: 60}
}

// Estimate is the time a session takes, in seconds, from its low to its high end.
type Estimate struct{ Work, Rest, Transitions dose.Range }

// Total is the sum of the parts.
func (e Estimate) Total() dose.Range { return plus(plus(e.Work, e.Rest), e.Transitions) }

// Estimate computes a session's time: work with holds and both sides, rest between
// sets, and the way from one exercise to the next.
func (l *Library) Estimate(s *Session, pace Pace) Estimate {
	var sum Estimate
	for i := range s.Rows {
		row := l.EstimateRow(s, i, pace)
		sum.Work, sum.Rest = plus(sum.Work, row.Work), plus(sum.Rest, row.Rest)
		sum.Transitions = plus(sum.Transitions, row.Transitions)
	}
	return sum
}

// EstimateRow is what a session's row i adds to its time, with the way to it. A group
// that runs by a clock counts whole at its first row.
func (l *Library) EstimateRow(s *Session, i int, pace Pace) (e Estimate) {
	row := s.Rows[i]
	if i > 0 && (row.Group == "" || groupOf(row.Group) != groupOf(s.Rows[i-1].Group)) {
		e.Transitions = dose.Range{Min: pace.Transition, Max: pace.Transition}
	}
	if g := s.clocked(row); g != nil {
		if i == 0 || groupOf(s.Rows[i-1].Group) != g.ID {
			e.Work = g.time()
		}
		return e
	}
	e.Work, e.Rest = l.RowTime(row, pace)
	return e
}

// clocked finds the row's group when a clock sets its length: every minute, or work
// and rest in turn.
func (s *Session) clocked(row *Prescription) *Group {
	g := s.Group(row.Group)
	if g != nil && g.Rounds > 0 && (g.Every.Max > 0 || g.Work.Max > 0) {
		return g
	}
	return nil
}

func (g *Group) time() dose.Range {
	rounds := float64(g.Rounds)
	if g.Every.Max > 0 {
		return times(g.Every, rounds)
	}
	return plus(times(g.Work, rounds), times(g.Rest, rounds-1))
}

// groupOf is the letter of a row's group: A of A1.
func groupOf(mark string) string {
	for i := range len(mark) {
		if mark[i] >= '0' && mark[i] <= '9' {
			return mark[:i]
		}
	}
	return mark
}

// RowTime is one row's work and the rest between its sets, in seconds. A row
// without hold or tempo takes them from its exercise's default dose.
func (l *Library) RowTime(row *Prescription, pace Pace) (work, rest dose.Range) {
	d, exercise := row.Dose, l.Exercise(row.Exercise.ID)
	hold, tempo := d.Hold, d.Tempo
	if exercise != nil && hold == nil {
		hold = exercise.Dose.Hold
	}
	if exercise != nil && tempo == nil {
		tempo = exercise.Dose.Tempo
	}
	for _, g := range d.Groups {
		work = plus(work, multiply(g.Sets, setTime(g.Amount, unitTime(g.Amount.Unit, hold, tempo, pace))))
	}
	if sets := d.Sets(); d.Rest != nil {
		rest = dose.Range{Min: max(0, sets.Min-1) * d.Rest.Min, Max: max(0, sets.Max-1) * d.Rest.Max}
	}
	return work, rest
}

// setTime is one set; an open amount counts at its least, or at ten units.
func setTime(a dose.Amount, unit float64) dose.Range {
	n := a.Range
	if a.Open != dose.Closed {
		n.Max = n.Min
		if n.Min == 0 {
			n = dose.Range{Min: 10, Max: 10}
		}
	}
	if a.PerSide {
		unit *= 2
	}
	return times(n, unit)
}

func unitTime(u dose.Unit, hold *dose.Range, tempo *dose.Tempo, pace Pace) float64 {
	switch u {
	case dose.Seconds:
		return 1
	case dose.Metres:
		return pace.Metre
	case dose.Cycles, dose.Breaths:
		return pace.Cycle
	case dose.Steps:
		return pace.Step
	case dose.Calories:
		return pace.Calorie
	}
	t := pace.Rep
	if tempo != nil {
		t = float64(tempo.Lower + tempo.Bottom + tempo.Lift + tempo.Top)
		if tempo.Explosive {
			t++
		}
	}
	if hold != nil {
		t += (hold.Min + hold.Max) / 2
	}
	return t
}

func plus(a, b dose.Range) dose.Range { return dose.Range{Min: a.Min + b.Min, Max: a.Max + b.Max} }

func times(a dose.Range, n float64) dose.Range { return dose.Range{Min: a.Min * n, Max: a.Max * n} }

func multiply(a, b dose.Range) dose.Range { return dose.Range{Min: a.Min * b.Min, Max: a.Max * b.Max} }
