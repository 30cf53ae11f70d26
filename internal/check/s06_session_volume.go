package check

import (
	"maps"
	"slices"

	"regimen/internal/diag"
)

// sessionVolume counts what one session asks for.
var sessionVolume = Rule{
	Rule: diag.Rule{Code: "S06", Name: "session-volume", Severity: diag.Warning},
	Limits: []Limit{
		{"hard-sets", 25, "hard sets", "practice; more is seldom recovered from"},
		{"hard-sets-advanced", 35, "hard sets at level advanced", "practice"},
		{"muscle-sets", 10, "hard sets of one muscle, 0.5 for a muscle that helps", "practice; counted after Pelland 2024"},
		{"muscle-sets-advanced", 15, "the same at level advanced", "practice"},
		{"exercises", 12, "exercises that are not warm-up, mobility or cool-down", "practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for v := range lib.visits() {
			suffix := ""
			if v.Programme.Level == "advanced" {
				suffix = "-advanced"
			}
			twice(v, report)
			tooMany(v, limit("exercises"), report)
			if v.Programme.Broken("level") {
				continue
			}
			if most := limit("hard-sets" + suffix); v.Hard > most {
				tooHard(v, most, report)
			} else {
				tooMuchOfOne(v, limit("muscle-sets"+suffix), report)
			}
		}
	},
}

// twice reports an exercise that stands in a session once more in the same role.
func twice(v *visit, report reporter) {
	type place struct{ exercise, role, side string }
	first := map[place]row{}
	for _, r := range v.Work {
		if r.Of == nil || r.Broken("role") || r.Broken("side") {
			continue
		}
		p := place{r.Of.ID, r.Purpose, r.Side}
		before, found := first[p]
		if !found {
			first[p] = r
			continue
		}
		d := report(r.Exercise.At, "`%s` stands in this session twice, both times as %s work", r.Of.ID, r.Purpose)
		d.Related = []diag.Related{{At: before.Exercise.At, Message: "the first time"}}
		d.Help = "add up the sets in one row, or give one of them its own `role`, such as accessory"
	}
}

// tooMany reports the row that brings one exercise too many. Flows of easy movements
// are not counted.
func tooMany(v *visit, most float64, report reporter) {
	seen := map[string]bool{}
	for _, r := range v.Work {
		if r.Of == nil || r.Purpose == "warm-up" || r.Purpose == "mobility" || r.Purpose == "cool-down" || seen[r.Of.ID] {
			continue
		}
		if seen[r.Of.ID] = true; float64(len(seen)) == most+1 {
			d := report(r.Exercise.At, "`%s` is one exercise too many; more than %g a session are hard to keep up", r.Of.ID, most)
			d.Related = []diag.Related{{At: v.Where, Message: "the session"}}
			d.Help = "keep those that matter most, or part the session in two"
		}
	}
}

// tooHard reports the row that tips the sum of hard sets.
func tooHard(v *visit, most float64, report reporter) {
	sum := 0.0
	for _, r := range v.Work {
		if !r.hard() {
			continue
		}
		if sum += r.Dose.Sets().Max; sum > most {
			d := report(r.Exercise.At, "this session has %s, and more than %g are hard to recover from", plural(v.Hard, "hard set"), most)
			d.Related = []diag.Related{{At: v.Where, Message: "the session"}}
			d.Help = "take sets off, or part the session in two"
			return
		}
	}
}

// tooMuchOfOne reports the muscle with most hard sets, at the row that tips its sum.
func tooMuchOfOne(v *visit, limit float64, report reporter) {
	worst := ""
	for _, m := range slices.Sorted(maps.Keys(v.Muscles)) {
		if v.Muscles[m] > limit && (worst == "" || v.Muscles[m] > v.Muscles[worst]) {
			worst = m
		}
	}
	if worst == "" {
		return
	}
	sum := 0.0
	for _, r := range v.Work {
		if r.Of == nil || !r.hard() {
			continue
		}
		switch {
		case has(r.Of.Primary, worst):
			sum += r.Dose.Sets().Max
		case has(r.Of.Secondary, worst):
			sum += r.Dose.Sets().Max / 2
		}
		if sum > limit {
			d := report(r.Exercise.At, "`%s` gets %s in this session; more than %g are hard to recover from", worst, plural(v.Muscles[worst], "hard set"), limit)
			d.Related = []diag.Related{{At: v.Where, Message: "the session"}}
			d.Help = "take sets off, or move some of this work to another day"
			return
		}
	}
}
