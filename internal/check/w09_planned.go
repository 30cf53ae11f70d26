package check

import (
	"cmp"
	"fmt"
	"strings"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// task is what a load is for. With fewer sets or repetitions more can be lifted, so that
// only the loads of one task are compared.
type task struct{ exercise, dose string }

func taskOf(r *regimen.Prescription) task {
	var sets strings.Builder
	for _, g := range r.Dose.Groups {
		fmt.Fprint(&sets, g.Sets, g.Amount, ";")
	}
	return task{cmp.Or(r.Variant.ID, r.Exercise.ID), sets.String()}
}

// plannedLoads lists the loads that a row states by week, in `loads`, and by phase, in
// the `load` that holds from the phase's first week on.
func (p *plan) plannedLoads(s *regimen.Session, row *regimen.Prescription) map[task][]weekLoad {
	out := map[task][]weekLoad{}
	add := func(of *regimen.Prescription, load regimen.Word, week int) {
		l := readLoad(load.ID, load.At)
		if l.Level == "" && (l.Kind == dose.Mass || l.Kind == dose.Percent) {
			out[taskOf(of)] = append(out[taskOf(of)], weekLoad{l, week})
		}
	}
	if len(p.Phases) == 0 {
		for _, w := range row.Loads {
			add(row, w.Load, w.Week)
		}
	}
	for i := range p.Phases {
		ph := &p.Phases[i]
		change := row.ChangeIn(ph)
		if !ph.Uses(s.ID) || ph.Weeks.Min == 0 || change != nil && brokenAny(change.Origin, "exercise", "variant", "dose", "sets", "reps", "load", "loads") {
			continue
		}
		from := loadsFrom(row, change)
		if from.Load == "" && len(from.Loads) == 0 {
			continue
		}
		now := row.InPhase(ph)
		for _, w := range from.Loads {
			if ph.Weeks.Holds(w.Week) {
				add(now, w.Load, w.Week)
			}
		}
		if _, meets := row.Weeks.Meet(ph.Weeks); meets && len(from.Loads) == 0 && from.Load != "" {
			add(now, regimen.Word{ID: from.Load, At: from.At("load")}, max(ph.Weeks.Min, row.Weeks.Min))
		}
	}
	return out
}

// loadsFrom is the row, or its change in a phase, where its loads are written.
func loadsFrom(row, change *regimen.Prescription) *regimen.Prescription {
	other := func(a, b regimen.Word) bool { return a.ID != "" && a.ID != b.ID }
	if change != nil && (change.Has("load") || change.Has("loads") || other(change.Exercise, row.Exercise) || other(change.Variant, row.Variant)) {
		return change
	}
	return row
}
