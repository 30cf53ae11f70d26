package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// supersetConflict looks for rows done in turn that tire each other: then the grip or
// the back gives out before the muscle that is meant.
var supersetConflict = Rule{
	Rule: diag.Rule{Code: "S04", Name: "superset-conflict", Severity: diag.Warning},
	Limits: []Limit{
		{"grip", 2, "the grade of grip of both rows", "practice; the grip gives out first"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for v := range lib.visits() {
			for i, later := range v.Work {
				if !inTurn(v, later) {
					continue
				}
				for _, first := range v.Work[:i] {
					if why := conflict(first, later, int(limit("grip"))); together(first, later) && why != "" {
						conflicting(first, later, why, report)
						break
					}
				}
			}
		}
	},
}

// inTurn reports whether a row belongs to a superset or a circuit. Rows that share a
// letter are a superset unless the session says otherwise.
func inTurn(v *visit, r row) bool {
	g := v.Group(r.Group)
	return r.Of != nil && r.Letter() != "" && !v.Broken("groups") &&
		(g == nil || !g.Broken("kind") && (g.Kind == "superset" || g.Kind == "circuit"))
}

// conflict says what two rows take from each other, or nothing.
func conflict(a, b row, grip int) string {
	if a.Of == nil {
		return ""
	}
	if a.Class >= regimen.Moderate && b.Class >= regimen.Moderate {
		if m := muscleInCommon(a.Of, b.Of); m != "" {
			return "both load the " + m
		}
	}
	switch {
	case grade(a.Of, "grip", a.Class) >= grip && grade(b.Of, "grip", b.Class) >= grip:
		return "both need a strong grip"
	case heavyBend(a) && heavyBend(b):
		return "both load the back heavily"
	}
	return ""
}

func heavyBend(r row) bool { return loadedBend(r) && r.Class == regimen.Heavy }

func conflicting(first, later row, why string, report reporter) {
	found := report(later.Exercise.At, "`%s` is done in turn with `%s`, and %s", later.Exercise.ID, first.Exercise.ID, why)
	found.Related = []diag.Related{{At: first.Exercise.At, Message: "the other row of group `" + first.Letter() + "`"}}
	found.Help = "pair it with a row for other muscles, or do the two one after the other; if it is meant, `kind: compound` says so"
}
