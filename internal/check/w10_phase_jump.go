package check

import (
	"fmt"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// phaseJump compares each phase with those before it, and each row with the cap of
// load of the phases that use it.
var phaseJump = Rule{
	Rule:   diag.Rule{Code: "W10", Name: "phase-jump", Severity: diag.Warning},
	offers: true,
	Limits: []Limit{
		{"more-sets", 30, "per cent more hard sets a week", "CSCCa and NSCA 2019 limit the first weeks"},
		{"least-sets", 6, "hard sets a week below which no rise counts", "our own choice"},
		{"classes", 2, "classes of load from one phase to the next", "the same"},
		{"grades", 2, "grades that one phase adds to a demand", "the same"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for _, p := range lib.plans() {
			for i := range p.Stretches {
				checkCap(lib, &p.Stretches[i], report)
			}
			if !p.resolved() {
				continue
			}
			known := newExperience()
			for i := range p.Stretches {
				if s := &p.Stretches[i]; i > 0 {
					if jumps := known.jumps(p, i, limit); len(jumps) > 0 {
						jumped(&p.Stretches[i-1], s, jumps, report)
					}
				}
				known.add(&p.Stretches[i])
			}
		}
	},
}

func jumped(before, s *stretch, jumps []string, report reporter) {
	found := report(s.At, "%s%s", jumps[0], s.inWeeks())
	found.Notes = jumps[1:]
	found.Related = []diag.Related{{At: before.At, Message: "the weeks before"}}
	found.Help = "go up in smaller steps, or put a phase in between"
}

// experience is what the phases so far have asked for: the most of it, so that after
// an easy week nothing that was known before counts as new.
type experience struct {
	seen   map[*visit]bool
	top    regimen.LoadClass
	class  map[string]regimen.LoadClass // by pattern
	grades map[string]int               // by stressor
}

func newExperience() *experience {
	return &experience{seen: map[*visit]bool{}, class: map[string]regimen.LoadClass{}, grades: map[string]int{}}
}

func (x *experience) add(s *stretch) {
	for i, v := range s.Sessions {
		if s.Times[i] == 0 || x.seen[v] {
			continue
		}
		x.seen[v] = true
		for _, r := range v.Work {
			if r.Of == nil {
				continue
			}
			for k := range r.Of.Stressors {
				t := &r.Of.Stressors[k]
				x.grades[t.ID] = max(x.grades[t.ID], t.Grades[r.Class])
			}
			if r.works() {
				x.top = max(x.top, r.Class)
				x.class[r.Of.Pattern.ID] = max(x.class[r.Of.Pattern.ID], r.Class)
			}
		}
	}
}

// jumps says in what a stretch goes far beyond those before it, the plainest first. A
// healthy reader may meet a new demand at once: it is only new.
func (x *experience) jumps(p *plan, i int, limit limits) []string {
	s := &p.Stretches[i]
	var out []string
	if r, from := x.heavier(s, int(limit("classes"))); r != nil {
		out = append(out, fmt.Sprintf("`%s` goes from %s to %s load in one step", r.Of.ID, from, r.Class))
	}
	if r, stressor := x.harsher(s, int(limit("grades"))); r != nil && len(p.Conditions) > 0 {
		out = append(out, fmt.Sprintf("`%s` brings `%s` of grade %d (before: %d)",
			r.Of.ID, stressor, grade(r.Of, stressor, r.Class), x.grades[stressor]))
	}
	if now, before, jump := p.moreSets(i, limit); jump {
		out = append(out, fmt.Sprintf("weekly hard sets go from %.3g to %.3g", before, now))
	}
	return out
}

// heavier finds a row whose load goes up too far from that of its kind of movement.
func (x *experience) heavier(s *stretch, classes int) (*row, regimen.LoadClass) {
	return pick(s, x.seen, func(r *row) (regimen.LoadClass, bool) {
		from, known := x.class[r.Of.Pattern.ID]
		if !known {
			from = x.top
		}
		return from, int(r.Class-from) >= classes
	})
}

// harsher finds a row that demands much more of something than any row before. What is
// only a position of the body is no demand.
func (x *experience) harsher(s *stretch, grades int) (*row, string) {
	return pick(s, x.seen, func(r *row) (string, bool) {
		for i := range r.Of.Stressors {
			t := &r.Of.Stressors[i]
			switch t.ID {
			case "supine", "prone", "sitting", "standing-walking":
				continue
			}
			if t.Grades[r.Class]-x.grades[t.ID] >= grades {
				return t.ID, true
			}
		}
		return "", false
	})
}

// pick finds the first row that trains and of which something holds, in the sessions
// that are not left out.
func pick[T any](s *stretch, but map[*visit]bool, holds func(*row) (T, bool)) (*row, T) {
	for i, v := range s.Sessions {
		if s.Times[i] == 0 || but[v] {
			continue
		}
		for k := range v.Work {
			r := &v.Work[k]
			if r.Of == nil || !r.works() {
				continue
			}
			if what, found := holds(r); found {
				return r, what
			}
		}
	}
	var none T
	return nil, none
}

// moreSets compares the weekly hard sets of a stretch with the most of any before it.
// Sets that were there and only become heavy enough to count are no new ones.
func (p *plan) moreSets(i int, limit limits) (now, before float64, jump bool) {
	s := &p.Stretches[i]
	if now = s.weekly(func(v *visit) float64 { return v.Hard }); now < limit("least-sets") {
		return now, 0, false
	}
	hard := s.hardExercises()
	for k := range i {
		before = max(before, p.Stretches[k].weekly(func(v *visit) float64 { return v.setsLike(hard) }))
	}
	return now, before, now >= (1+limit("more-sets")/100)*before-1e-9
}

func (s *stretch) hardExercises() []*regimen.Exercise {
	var out []*regimen.Exercise
	for _, v := range s.Sessions {
		for _, r := range v.Work {
			if r.hard() {
				out = append(out, r.Of)
			}
		}
	}
	return out
}

// setsLike counts the sets that are hard, or are work with one of the exercises.
func (v *visit) setsLike(hard []*regimen.Exercise) float64 {
	sum := 0.0
	for _, r := range v.Work {
		if r.countsLike(hard) {
			sum += r.Dose.Sets().Max
		}
	}
	return sum
}

// countsLike reports whether a row's sets are hard, or work with one of the exercises.
func (r row) countsLike(hard []*regimen.Exercise) bool {
	return r.Of != nil && (r.hard() || r.works() && slices.Contains(hard, r.Of))
}
