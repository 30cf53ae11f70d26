package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// progressionRate follows what a programme plans week by week: loads, hard sets, and
// how far or long the reader walks or runs.
var progressionRate = Rule{
	Rule: diag.Rule{Code: "W09", Name: "progression-rate", Severity: diag.Warning},
	Limits: []Limit{
		{"load", 10, "per cent more load a week", "ACSM position stand 2009: 2 to 10 %"},
		{"strict-stages", 3, "first stages after an operation, in which more is an error", "our own choice"},
		{"sets", 20, "per cent more hard sets of a muscle from one week to the next", "our own choice"},
		{"many-sets", 10, "weekly hard sets of a muscle from which on that counts", "our own choice"},
		{"distance", 30, "per cent more walking or running in two weeks", "Nielsen 2014; Buist 2008 found none for 10 %"},
		{"least-metres", 2000, "metres a week below which no rise counts", "our own choice"},
		{"least-minutes", 15, "minutes a week below which no rise counts", "our own choice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for _, p := range lib.plans() {
			for _, s := range p.Programme.Sessions {
				for _, row := range s.Rows {
					for of, loads := range p.plannedLoads(s, row) {
						lib.checkLoads(p, of.exercise, loads, limit, report)
					}
				}
			}
			if !p.resolved() {
				continue
			}
			for i := 1; i < len(p.Stretches); i++ {
				checkMuscles(lib, p, i, limit, report)
				checkDistance(p, i, limit, report)
			}
		}
	},
}

// checkMuscles compares the weekly hard sets of each muscle with the most before. Where
// the sum of all rises so far that W10 speaks, that is said already.
func checkMuscles(lib *library, p *plan, i int, limit limits, report reporter) {
	s := &p.Stretches[i]
	now := s.muscles()
	if !reaches(now, limit("many-sets")) {
		return
	}
	if _, _, jump := p.moreSets(i, phaseJump.limits(lib.Site.Settings)); jump {
		return
	}
	hard := s.hardExercises()
	before := map[string]float64{}
	for k := range i {
		for muscle, sets := range p.Stretches[k].musclesLike(hard) {
			before[muscle] = max(before[muscle], sets)
		}
	}
	muscle := ""
	for m, sets := range now {
		if before[m] >= limit("many-sets") && sets > (1+limit("sets")/100)*before[m]+1e-9 &&
			(muscle == "" || sets > now[muscle] || sets == now[muscle] && m < muscle) {
			muscle = m
		}
	}
	if muscle == "" {
		return
	}
	found := report(s.At, "`%s` goes from %.3g to %.3g hard sets a week%s", muscle, before[muscle], now[muscle], s.inWeeks())
	found.Related = []diag.Related{{At: p.Stretches[i-1].At, Message: "the weeks before"}}
	found.Help = "go up by a set or two, and more in later weeks"
}

func reaches(muscles map[string]float64, sets float64) bool {
	for _, n := range muscles {
		if n >= sets {
			return true
		}
	}
	return false
}

// musclesLike is the weekly sets of each muscle that are hard, or work with one of the
// exercises.
func (s *stretch) musclesLike(hard []*regimen.Exercise) map[string]float64 {
	out := map[string]float64{}
	for i, v := range s.Sessions {
		for _, r := range v.Work {
			if !r.countsLike(hard) {
				continue
			}
			sets := s.Times[i] * r.Dose.Sets().Max
			for _, m := range r.Of.Primary {
				out[m.ID] += sets
			}
			for _, m := range r.Of.Secondary {
				out[m.ID] += sets / 2
			}
		}
	}
	return out
}
