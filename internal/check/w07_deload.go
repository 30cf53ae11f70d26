package check

import (
	"iter"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// deload looks for a long run of weeks with heavy work and no easier one among them.
var deload = Rule{
	Rule: diag.Rule{Code: "W07", Name: "deload", Severity: diag.Info},
	Limits: []Limit{
		{"weeks", 8, "weeks of heavy work in a row", "Rogerson and others 2024: 5.6 weeks on average, one standard deviation more is 8"},
		{"drop", 30, "per cent fewer hard sets or less load in an easier week", "our own choice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, p := range lib.plans() {
			switch p.Goal {
			case "strength", "hypertrophy", "power":
				if p.Level != "novice" && p.Deload != "reactive" && !p.Broken("deload") && p.resolved() {
					checkRun(p, limit, report)
				}
			}
		}
	},
}

// checkRun reports the week that makes a run of heavy ones too long.
func checkRun(p *plan, limit limits, report reporter) {
	keep := 1 - limit("drop")/100
	run, before := 0, 0.0
	var start *stretch
	for week, s := range p.weeks() {
		sets := s.weekly(func(v *visit) float64 { return v.Hard })
		if !s.heavy() || before > 0 && sets <= keep*before || s.lighter(week, keep) {
			run = 0
			continue
		}
		before = sets
		if run++; run == 1 {
			start = s
		}
		if float64(run) <= limit("weeks") {
			continue
		}
		found := report(s.atWeek(week), "week %d is heavy like the %d before it, and none of them is easier", week, run-1)
		if start.At != s.At {
			found.Related = []diag.Related{{At: start.At, Message: "they begin here"}}
		}
		found.Help = "make every fourth to eighth week easier: the same days with half the sets; or say `deload: reactive`"
		return
	}
}

// longestPlan bounds the walk through weeks that nobody will ever reach.
const longestPlan = 1000

// weeks walks the weeks of a plan in turn. An open end counts one week, or those for
// which a row plans its load.
func (p *plan) weeks() iter.Seq2[int, *stretch] {
	return func(yield func(int, *stretch) bool) {
		for i := range p.Stretches {
			s := &p.Stretches[i]
			first, last := s.Weeks.Min, s.Weeks.Max
			if s.Weeks == (regimen.Range{}) {
				if len(p.Phases) > 0 {
					return
				}
				first = 1
			}
			if last == 0 {
				last = s.lastPlanned(first)
			}
			for week := first; week <= min(last, longestPlan); week++ {
				if !yield(week, s) {
					return
				}
			}
		}
	}
}

// lastPlanned is the last week for which a row plans a load; without one, the first of
// a phase, and none where there are no phases.
func (s *stretch) lastPlanned(first int) int {
	last := first - 1
	if s.Phase != nil {
		last = first
	}
	for _, v := range s.Sessions {
		for _, r := range v.Work {
			for _, l := range r.Loads {
				last = max(last, l.Week)
			}
		}
	}
	return last
}

// heavy reports whether some session holds heavy work.
func (s *stretch) heavy() bool {
	return s.weekly(func(v *visit) float64 {
		for _, r := range v.Work {
			if r.works() && r.Class == regimen.Heavy {
				return 1
			}
		}
		return 0
	}) > 0
}

// lighter reports whether the planned loads of a week fall on average to the share that
// is kept, or below.
func (s *stretch) lighter(week int, keep float64) bool {
	sum, n := 0.0, 0.0
	for _, v := range s.Sessions {
		for _, r := range v.Work {
			if now, most := planned(r.Prescription, week); now > 0 && most > 0 {
				sum += now / most
				n++
			}
		}
	}
	return n > 0 && sum/n <= keep
}

// planned is the load of a row in a week, and the most of any week before; 0 where
// there is none.
func planned(r *regimen.Prescription, week int) (now, most float64) {
	for _, l := range r.Loads {
		load := readLoad(l.Load.ID, l.Load.At)
		if load.Level != "" || load.Kind != dose.Mass && load.Kind != dose.Percent {
			continue
		}
		if l.Week == week {
			now = load.Max
		} else if l.Week < week {
			most = max(most, load.Max)
		}
	}
	return now, most
}

// atWeek is what a finding on a week stands at: the weeks of its phase, or where there
// is none a load planned for the week.
func (s *stretch) atWeek(week int) diag.Span {
	if s.Phase != nil {
		return s.At
	}
	for _, v := range s.Sessions {
		for _, r := range v.Work {
			for _, l := range r.Loads {
				if l.Week == week {
					return l.Load.At
				}
			}
		}
	}
	return s.At
}
