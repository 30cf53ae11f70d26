package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// checkLoads is the part of W09 that follows the loads which a row plans. A load is
// compared with the most of any week before, so that the return from an easier week is
// no rise.
func (l *library) checkLoads(p *plan, exercise string, loads []weekLoad, limit limits, report reporter) {
	e := l.Exercise(exercise)
	if e == nil || len(loads) < 2 {
		return
	}
	slices.SortStableFunc(loads, func(a, b weekLoad) int { return cmp.Compare(a.week, b.week) })
	var most weekLoad
	for _, now := range loads {
		if now.Kind == most.Kind && now.Unit == most.Unit && now.Max > most.Max && now.week > most.week {
			l.checkRise(p, e, rise{most, now}, limit, report)
		}
		if now.Kind != most.Kind || now.Unit != most.Unit || now.Max >= most.Max {
			most = now
		}
	}
}

// weekLoad is a load that can be compared, with its week.
type weekLoad struct {
	stated
	week int
}

// rise is a load and a greater one in a later week.
type rise struct{ from, to weekLoad }

func (l *library) checkRise(p *plan, e *regimen.Exercise, r rise, limit limits, report reporter) {
	allowed := r.from.Max * (1 + limit("load")/100*float64(r.to.week-r.from.week))
	strict := l.afterSurgery(p, r.to.week, int(limit("strict-stages")))
	step := 0.0
	if !strict {
		step = l.leastStep(e, r.from.Load)
	}
	if r.to.Max <= max(allowed, r.from.Max+step)+1e-9 {
		return
	}
	found := report(r.to.At, "`%s` in week %d is %.0f %% more than %s in week %d; %g %% a week is the most",
		valueAt(r.to.At).Text(), r.to.week, 100*(r.to.Max/r.from.Max-1), valueAt(r.from.At).Text(), r.from.week, limit("load"))
	found.Related = []diag.Related{{At: r.from.At, Message: "the load before"}}
	found.Help = "go up in smaller steps"
	if grid := l.leastStep(e, r.from.Load); grid > 0 {
		if next := math.Floor(allowed/grid+1e-9) * grid; next > r.from.Max {
			found.Help = fmt.Sprintf("go up to `%g %s` at most, and further in the weeks after", next, r.from.Unit)
		}
	}
	if strict {
		found.Severity = diag.Error
		found.Help = "keep the load, and add repetitions first"
		found.Message = fmt.Sprintf("`%s` in week %d is %.0f %% up on %s; so early after an operation %g %% a week is the most",
			valueAt(r.to.At).Text(), r.to.week, 100*(r.to.Max/r.from.Max-1), valueAt(r.from.At).Text(), limit("load"))
	}
}

// leastStep is the smallest difference that can be loaded: of the grid, else the step.
// Where the reader may choose between weights, it is that of the coarsest.
func (l *library) leastStep(e *regimen.Exercise, load dose.Load) float64 {
	if load.Kind != dose.Mass {
		return 0
	}
	coarsest := 0.0
	for _, q := range kitOf(l, e).weights {
		step := amountAtLoad(q.Grid, load.Unit, load.Max)
		if step == 0 {
			step = amountAtLoad(q.Step, load.Unit, load.Max)
		}
		coarsest = max(coarsest, step)
	}
	return coarsest
}

// afterSurgery reports whether an early stage after an operation is in force in a week.
func (l *library) afterSurgery(p *plan, week, stages int) bool {
	for i := range p.Conditions {
		c := l.Condition(p.Conditions[i].Condition.ID)
		if c == nil || !c.PostOperative {
			continue
		}
		stage := p.Conditions[i].Stage.ID
		for k := range p.Phases {
			ph := &p.Phases[k]
			for _, change := range ph.Stages {
				if change.Condition.Is(c.ID) && ph.Weeks.Min <= week {
					stage = change.Stage.ID
				}
			}
		}
		if _, at := c.Stage(stage); at >= 0 && at < stages {
			return true
		}
	}
	return false
}
