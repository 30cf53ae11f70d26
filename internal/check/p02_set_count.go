package check

import (
	"regimen/internal/diag"
)

var setCount = Rule{
	Rule: diag.Rule{Code: "P02", Name: "set-count", Severity: diag.Warning},
	Limits: []Limit{
		{"most-sets", 8, "sets of one row", "the NSCA tables end at 6; ACSM 2026 finds 2 to 3 enough for strength"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for row, s := range lib.Prescriptions() {
			g := s.Group(row.Group)
			if g != nil && g.Rounds > 0 && len(row.Dose.Groups) > 0 && !agree(row.Dose.Sets().Max, g.Rounds) {
				found := report(setsAt(row.Origin, row.Dose, 0), "%g sets, and group `%s` has %d rounds", row.Dose.Sets().Max, g.ID, g.Rounds)
				found.Severity = diag.Error
				found.Help = "the sets of a grouped row are its rounds: make the two agree"
				found.Related = []diag.Related{{At: g.At("rounds"), Message: "the rounds of the group"}}
				continue
			}
			if sets := row.Dose.Sets().Max; sets > limit("most-sets") && (g == nil || !clocked(g.Kind)) {
				report(setsAt(row.Origin, row.Dose, 0), "%g sets of one exercise; more than %g is rarely meant", sets, limit("most-sets")).
					Help = "check the number, or put the row in a group of kind emom, intervals, ladder or cluster"
			}
		}
	},
}

func agree(sets float64, rounds int) bool { return sets == float64(rounds) || sets == 1 }

// clocked kinds of group count many short sets.
func clocked(kind string) bool {
	switch kind {
	case "emom", "intervals", "ladder", "cluster":
		return true
	}
	return false
}
