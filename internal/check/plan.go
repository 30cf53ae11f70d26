package check

import (
	"cmp"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// plan is a programme laid out over its weeks.
type plan struct {
	*regimen.Programme
	Stretches []stretch
	Whole     bool // every session and row could be read
}

// stretch is a run of weeks in which nothing changes.
type stretch struct {
	Weeks    regimen.Range  // zero: all weeks
	Phase    *regimen.Phase // nil in a programme without phases
	At       diag.Span      // what begins it: the weeks of a phase, or of a row
	Sessions []*visit       // those in use
	Times    []float64      // how often a week each of them is done, on average
	Cycle    [][]int        // the sessions of each week in turn, by place; -1 is a day off
}

// visit is a session as it stands in some weeks. Stretches share one where it does
// not change.
type visit struct {
	*regimen.Session
	Written   *regimen.Session // as the author wrote it
	Programme *regimen.Programme
	first     int   // the stretch from which on it stands so
	Work      []row // with the exercise and the class in force
	Whole     bool  // every row could be read
	Hard      float64
	Muscles   map[string]float64 // hard sets: 1 for a primary muscle, 0.5 for a secondary
}

// allPlans lays out every programme; base is the rows of all sessions in order.
func allPlans(l *library) []*plan {
	out, rows := make([]*plan, len(l.Programmes)), l.rows()
	next := 0
	for i, p := range l.Programmes {
		b := planner{library: l, plan: &plan{Programme: p, Whole: !p.Broken("sessions")}}
		for _, s := range p.Sessions {
			b.base = append(b.base, rows[next:next+len(s.Rows)])
			next += len(s.Rows)
		}
		b.last = make([]*visit, len(p.Sessions))
		b.layOut()
		out[i] = b.plan
	}
	return out
}

// planner lays out one programme.
type planner struct {
	*library
	*plan
	base    [][]row  // by session
	last    []*visit // each session as it stood last
	scratch []row
}

func (b *planner) layOut() {
	cuts := b.cuts()
	if len(b.Phases) == 0 {
		b.split(regimen.Range{}, nil, cuts)
	}
	for i := range b.Phases {
		ph := &b.Phases[i]
		b.Whole = b.Whole && ph.Weeks.Min > 0 && !ph.Broken("sessions") && !ph.Broken("rows") && !ph.Broken("max-load")
		b.split(ph.Weeks, ph, cuts)
	}
}

// cut is a week in which a row begins or has ended.
type cut struct {
	week int
	at   diag.Span
}

func (b *planner) cuts() []cut {
	var out []cut
	add := func(r *regimen.Prescription) {
		if r.Weeks.Min > 1 {
			out = append(out, cut{r.Weeks.Min, r.At("weeks")})
		}
		if r.Weeks.Max > 0 {
			out = append(out, cut{r.Weeks.Max + 1, r.At("weeks")})
		}
	}
	for _, rows := range b.base {
		for _, r := range rows {
			add(r.Prescription)
		}
	}
	for _, ph := range b.Phases {
		for _, r := range ph.Rows {
			add(r)
		}
	}
	slices.SortStableFunc(out, func(a, b cut) int { return cmp.Compare(a.week, b.week) })
	return slices.CompactFunc(out, func(a, b cut) bool { return a.week == b.week })
}

// split makes stretches of a phase, or of the whole programme, one more at each cut.
func (b *planner) split(weeks regimen.Range, ph *regimen.Phase, cuts []cut) {
	at := b.Key("schedule")
	if ph != nil {
		at = ph.At("weeks")
	} else if len(cuts) > 0 {
		weeks = regimen.Range{Min: 1, Open: true}
	}
	for _, c := range cuts {
		if weeks.Min > 0 && c.week > weeks.Min && weeks.Holds(c.week) {
			b.add(stretch{Weeks: regimen.Range{Min: weeks.Min, Max: c.week - 1}, Phase: ph, At: at})
			weeks.Min, at = c.week, c.at
		}
	}
	b.add(stretch{Weeks: weeks, Phase: ph, At: at})
}

func (b *planner) add(s stretch) {
	place := map[string]int{}
	for i, written := range b.Programme.Sessions {
		if !s.Phase.Uses(written.ID) {
			continue
		}
		b.last[i] = b.visit(i, written, &s)
		place[written.ID] = len(s.Sessions)
		s.Sessions = append(s.Sessions, b.last[i])
		b.Whole = b.Whole && b.last[i].Whole
	}
	s.lay(b.Schedule, place)
	b.Stretches = append(b.Stretches, s)
}

// lay finds what stands in each week. A phase that uses some of the sessions keeps
// their order in the rotation and leaves out the others.
func (s *stretch) lay(schedule regimen.Schedule, place map[string]int) {
	rotate := schedule.Rotate
	schedule.Rotate = nil
	for _, w := range rotate {
		if _, used := place[w.ID]; used || w.Is(regimen.Rest) {
			schedule.Rotate = append(schedule.Rotate, w)
		}
	}
	s.Times = make([]float64, len(s.Sessions))
	cycle := schedule.Cycle()
	for _, slots := range cycle {
		week := make([]int, len(slots))
		for i, id := range slots {
			at, used := place[id]
			if week[i] = at; !used {
				week[i] = -1
				continue
			}
			s.Times[at]++
		}
		s.Cycle = append(s.Cycle, week)
	}
	for i := range s.Times {
		s.Times[i] /= float64(len(cycle))
	}
}

// visit is a session in a stretch: the one before where nothing has changed.
func (b *planner) visit(i int, written *regimen.Session, s *stretch) *visit {
	rows := b.scratch[:0]
	same := true
	for at, base := range b.base[i] {
		r := b.inForce(base, s.Phase)
		if _, now := r.Weeks.Meet(s.Weeks); !now {
			same = false
			continue
		}
		same = same && r.Prescription == written.Rows[at]
		r.Place = len(rows)
		rows = append(rows, r)
	}
	b.scratch = rows
	if last := b.last[i]; last != nil && slices.EqualFunc(last.Work, rows, func(a, b row) bool {
		return a.Prescription == b.Prescription && a.Class == b.Class
	}) {
		return last
	}
	v := &visit{Session: written, Written: written, Programme: b.Programme, first: len(b.Stretches), Work: slices.Clone(rows)}
	if !same {
		now := *written
		now.Rows = nil
		for _, r := range rows {
			now.Rows = append(now.Rows, r.Prescription)
		}
		v.Session = &now
	}
	v.count()
	return v
}

// inForce is a row with the exercise and the class of load that hold in a phase. A row
// of which that is unsure has no exercise.
func (b *planner) inForce(r row, ph *regimen.Phase) row {
	change, now := r.ChangeIn(ph), r.InPhase(ph)
	if now.Variant.ID != "" {
		other := *now
		other.Exercise, now = now.Variant, &other
	}
	if now != r.Prescription {
		r.Prescription, r.Phase = now, ph
		r.Of, r.Purpose = b.Exercise(now.Exercise.ID), b.Role(now)
	}
	if brokenAny(r.Origin, "role", "load", "variant", "weeks", "group") || change != nil && brokenAny(change.Origin, "exercise", "role", "load", "variant", "weeks", "group") {
		r.Of = nil
	}
	if r.Of == nil {
		return r
	}
	r.Class = suit.ClassOf(r.Of, now, ph)
	if now.HasClass {
		return r
	}
	if class, told := regimen.StatedClass(withLoads(now), now.PercentOf); told {
		r.Class = max(class, r.Of.LoadFloor)
	}
	return r
}

// withLoads is the dose of a row with the loads that stand in keys of their own.
func withLoads(r *regimen.Prescription) dose.Dose {
	d := r.Dose
	if r.Load == "" && len(r.Loads) == 0 {
		return d
	}
	d.Load = slices.Clone(d.Load)
	for _, text := range append([]string{r.Load}, weekLoads(r)...) {
		d.Load = append(d.Load, readLoad(text, diag.Span{}).Load)
	}
	return d
}

func weekLoads(r *regimen.Prescription) []string {
	out := make([]string, len(r.Loads))
	for i, l := range r.Loads {
		out[i] = l.Load.ID
	}
	return out
}

// count sums up the hard sets, ranges at their top.
func (v *visit) count() {
	v.Whole = !v.Written.Broken("exercises")
	v.Muscles = map[string]float64{}
	for _, r := range v.Work {
		v.Whole = v.Whole && r.readable()
		if r.Of == nil || !r.hard() {
			continue
		}
		sets := r.Dose.Sets().Max
		v.Hard += sets
		for _, m := range r.Of.Primary {
			v.Muscles[m.ID] += sets
		}
		for _, m := range r.Of.Secondary {
			v.Muscles[m.ID] += sets / 2
		}
	}
}

// hard reports whether the row's sets are hard ones.
func (r row) hard() bool { return regimen.Hard(r.Purpose, r.Class, r.Dose) }

// readable reports whether all was read that says what the row is and how much.
func (r row) readable() bool {
	return r.Of != nil && len(r.Dose.Groups) > 0 && !brokenAny(r.Origin, "dose", "sets", "reps", "effort")
}
