package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// trunkFatigue looks, in a programme for a condition, for trunk work that tires the
// trunk right before a loaded hinge or squat.
var trunkFatigue = Rule{
	Rule: diag.Rule{Code: "S03", Name: "trunk-fatigue-before-heavy-hinge", Severity: diag.Warning},
	Limits: []Limit{
		{"grade", 2, "the grade of resisting an arch or bending under load", "McGill 2010, by reasoning; no trial shows it"},
		{"sets", 3, "sets of the trunk row", "the same"},
		{"rows", 2, "rows before the hinge or squat", "the same"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for v := range lib.visits() {
			for i, r := range v.Work {
				if k := tiredBy(v, i, limit); k >= 0 {
					tiredTrunk(v.Work[k], r, report)
				}
			}
		}
	},
}

// tiredBy is the row that tires the trunk right before a loaded hinge or squat; -1 where
// there is none, or the programme is for no condition.
func tiredBy(v *visit, i int, limit limits) int {
	if len(v.Programme.Conditions) == 0 || !loadedBend(v.Work[i]) {
		return -1
	}
	for k := i - 1; k >= max(0, i-int(limit("rows"))); k-- {
		if tires(v.Work[k], limit) {
			return k
		}
	}
	return -1
}

func loadedBend(r row) bool {
	return r.Of != nil && r.works() && r.Class >= regimen.Moderate && (r.Of.Pattern.Is("hinge") || r.Of.Pattern.Is("squat"))
}

// tires reports whether a row tires the trunk: marked effort in many sets, or until it
// can do no more.
func tires(r row, limit limits) bool {
	if r.Of == nil || len(r.Dose.Groups) == 0 {
		return false
	}
	effort := max(grade(r.Of, "anti-extension", r.Class), grade(r.Of, "spine-flexion-loaded", r.Class))
	return float64(effort) >= limit("grade") && (r.Dose.Sets().Max >= limit("sets") || toTheEnd(r.Dose))
}

// toTheEnd reports whether sets go on until no more is possible.
func toTheEnd(d dose.Dose) bool {
	for _, g := range d.Groups {
		switch g.Amount.Open {
		case dose.AMRAP, dose.Max, dose.Failure:
			return true
		}
	}
	return false
}

func tiredTrunk(trunk, r row, report reporter) {
	found := report(r.Exercise.At, "`%s` under load comes right after `%s`, which tires the trunk that it needs", r.Exercise.ID, trunk.Exercise.ID)
	found.Related = []diag.Related{{At: trunk.Exercise.At, Message: "trunk work of " + plural(trunk.Dose.Sets().Max, "set")}}
	found.Help = "put `" + trunk.Exercise.ID + "` behind `" + r.Exercise.ID + "`, or do fewer sets of it"
}
