package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// exerciseOrder compares the rows of a session that tire the same muscles or the
// trunk: what asks most comes first.
var exerciseOrder = Rule{
	Rule: diag.Rule{Code: "S02", Name: "exercise-order", Severity: diag.Warning},
	Limits: []Limit{
		{"steps", 2, "steps of the order power, heavy main, main, accessory and carry, core and mobility, conditioning", "ACSM position stand 2009"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		fatigue := trunkFatigue.limits(lib.Site.Settings)
		for v := range lib.visits() {
			if !v.Programme.Broken("goal") {
				checkOrder(v, limit("steps"), fatigue, report)
			}
		}
	},
}

// checkOrder reports a row that stands too early once, at the first later row that it
// tires. Of the pair of rows that S03 speaks of, that is enough.
func checkOrder(v *visit, steps float64, fatigue limits, report reporter) {
	told := make([]bool, len(v.Work))
	ranks := ranksOf(v.Work)
	for i, later := range v.Work {
		first, said := -1, tiredBy(v, i, fatigue)
		for k := range i {
			if k == said || ranks[k] == 0 || ranks[i] == 0 || float64(ranks[k]-ranks[i]) < steps ||
				told[k] || together(v.Work[k], later) || tired(v.Work[k], later) == "" {
				continue
			}
			if told[k] = true; first < 0 {
				first = k
			}
		}
		if first >= 0 {
			misplaced(v, v.Work[first], later, report)
		}
	}
}

func misplaced(v *visit, early, later row, report reporter) {
	found := report(later.Exercise.At, "`%s` comes after `%s`, which tires %s first", later.Exercise.ID, early.Exercise.ID, tired(early, later))
	found.Related = []diag.Related{{At: early.Exercise.At, Message: "this can wait"}}
	found.Help = "move `" + early.Exercise.ID + "` behind `" + later.Exercise.ID + "`, or give it `role: activation` if it only wakes the muscles up"
	switch v.Programme.Goal {
	case "strength", "power", "hypertrophy":
	default:
		found.Severity = diag.Info
	}
}

// ranksOf places each row in the order of a session; 0 is free to stand anywhere.
// Mobility work in front of all other work is a warm-up by another name.
func ranksOf(rows []row) []int {
	ranks := make([]int, len(rows))
	begun := false
	for i, r := range rows {
		if r.Of == nil || r.Purpose == "mobility" && !begun {
			continue
		}
		ranks[i] = rank(r)
		begun = begun || ranks[i] > 0
	}
	return ranks
}

func rank(r row) int {
	switch r.Purpose {
	case "power":
		return 1
	case "main":
		switch {
		case r.Class == regimen.Heavy:
			return 2
		case r.Role == "" && r.Of.Pattern.Is("isolation"):
			return 4
		}
		return 3
	case "accessory", "carry":
		return 4
	case "core", "mobility":
		return 5
	case "conditioning":
		return 6
	}
	return 0
}

// together reports whether two rows are done in turn, so that none of them is first.
func together(a, b row) bool {
	return a.Letter() != "" && a.Letter() == b.Letter()
}

// tired names what an earlier row tires that a later one needs: a primary muscle, or
// the trunk where the first asks it for a marked effort.
func tired(early, later row) string {
	if m := muscleInCommon(early.Of, later.Of); m != "" {
		return "the " + m
	}
	if trunkEffort(early) >= 2 && trunkEffort(later) >= 1 {
		return "the trunk"
	}
	return ""
}

// trunkEffort is the greatest demand of a row on the trunk.
func trunkEffort(r row) int {
	most := 0
	for i := range r.Of.Stressors {
		s := &r.Of.Stressors[i]
		switch s.ID {
		case "spine-flexion-loaded", "spine-extension-loaded", "spine-rotation-loaded", "anti-extension", "anti-rotation",
			"axial-load", "forward-lean-load", "lateral-load":
			most = max(most, s.Grades[r.Class])
		}
	}
	return most
}
