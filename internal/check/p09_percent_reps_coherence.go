package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

var percentReps = Rule{
	Rule: diag.Rule{Code: "P09", Name: "percent-reps-coherence", Severity: diag.Warning},
	Limits: []Limit{
		{"margin", 2, "repetitions above the predicted ones", "Epley; Reynolds, Gordon, Robergs 2006: good to about 10"},
		{"training-max", 90, "percent of the one-repetition maximum", "common practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, r := range lib.dosed() {
			if bare := bareShare(r); bare.At.File != nil {
				report(bare.At, "`%s` does not say of which maximum", bare.At.Text()).
					Help = "add `percent-of: 1rm` or `percent-of: training-max` to the row"
				continue
			}
			checkShares(r, limit, report)
		}
	},
}

// bareShare finds a percentage in `load` or `loads` that names no maximum, where
// neither row nor programme says which.
func bareShare(r row) stated {
	if r.Load == "" && len(r.Loads) == 0 || r.PercentOf != "" || r.Broken("percent-of") || r.Programme.Overload.Base != "" {
		return stated{}
	}
	for _, l := range keyLoads(r) {
		if named := strings.Contains(strings.ToUpper(l.At.Text()), "RM"); l.Kind == dose.Percent && l.Unit == dose.OneRM && !named {
			return l
		}
	}
	return stated{}
}

func checkShares(r row, limit limits, report reporter) {
	if r.Broken("percent-of") || r.IntraRest != (dose.Range{}) || !r.statesDose() && len(keyLoads(r)) == 0 {
		return
	}
	if r.Session != nil {
		if g := r.Session.Group(r.Group); g != nil && g.Kind == "cluster" {
			return // the pauses within a set make more repetitions possible
		}
	}
	share := 1.0
	if r.ofTrainingMax() {
		share = limit("training-max") / 100
	}
	for i, g := range r.Dose.Groups {
		load, found := percentOf(r, i)
		if here := r.statesDose() || load.At.File != nil; !found || !here || g.Amount.Unit != dose.Reps {
			continue
		}
		percent := load.Min * share
		if possible := mostAt(percent); top(g.Amount) > possible+limit("margin") {
			at := load.At
			if r.statesDose() {
				at = amountAt(r.Origin, r.Dose, i)
			}
			found := report(at, "%g repetitions at %s; about %.0f can be done", top(g.Amount), shareText(load, share), max(1, possible))
			found.Help = "ask for fewer repetitions, or for a smaller share of the maximum"
			if load.At.File != nil {
				found.Related = []diag.Related{{At: load.At, Message: "the share"}}
			}
			return
		}
	}
}

func (r row) ofTrainingMax() bool {
	return r.PercentOf == "training-max" ||
		r.PercentOf == "" && r.Programme != nil && strings.Contains(strings.ToLower(r.Programme.Overload.Base), "training")
}

func shareText(l stated, share float64) string {
	text := strings.TrimSuffix(l.Load.String(), "1RM")
	if share != 1 {
		return text + " of the training maximum"
	}
	return text + " of the maximum"
}

// percentOf is the share of a maximum that a group is done at: its own, or the largest
// that the row plans.
func percentOf(r row, group int) (stated, bool) {
	for _, l := range loadsOf(r.Dose, group) {
		if l.Kind == dose.Percent {
			return stated{Load: l}, l.Unit == dose.OneRM
		}
	}
	var most stated
	for _, l := range loadsInForce(r) {
		if l.Kind == dose.Percent && l.Unit == dose.OneRM && l.Min > most.Min {
			most = l
		}
	}
	return most, most.Min > 0
}

// loadsInForce lists the planned loads of the weeks in which the row's amount holds: a row
// of a session loses those of phases that state another amount, and such a phase takes
// them over.
func loadsInForce(r row) []stated {
	if r.Programme == nil || r.Phase != nil && r.Has("loads") {
		return keyLoads(r)
	}
	var out []stated
	if r.Load != "" && r.Has("load") {
		out = append(out, readLoad(r.Load, valueAt(r.At("load"))))
	}
	for _, base := range r.Session.Rows {
		for _, l := range base.Loads {
			if base.ID == r.ID && l.Load.ID != "" && restating(r, l.Week) == r.Phase {
				out = append(out, readLoad(l.Load.ID, l.Load.At))
			}
		}
	}
	return out
}

// restating is the phase that states the row's amount anew in a week, or nil.
func restating(r row, week int) *regimen.Phase {
	for i := range r.Programme.Phases {
		ph := &r.Programme.Phases[i]
		if change := r.ChangeIn(ph); change != nil && ph.Weeks.Holds(week) && (change.Has("dose") || change.Has("reps")) {
			return ph
		}
	}
	return nil
}

// mostAt predicts the repetitions at a share of the one-repetition maximum (Epley).
func mostAt(percent float64) float64 { return max(0, 30*(100/percent-1)) }
