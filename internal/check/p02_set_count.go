package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// mostSets is the number of sets of one row above which a slip is likelier than a
// plan: the NSCA tables end at 6.
const mostSets = 8

var setCount = Rule{
	Rule: diag.Rule{Code: "P02", Name: "set-count", Severity: diag.Warning},
	find: func(lib *regimen.Library, report reporter) {
		for row, s := range lib.Prescriptions() {
			g := s.Group(row.Group)
			if g != nil && g.Rounds > 0 && len(row.Dose.Groups) > 0 && !agree(row.Dose.Sets().Max, g.Rounds) {
				found := report(setsAt(row.Origin, row.Dose, 0), "%g sets, and group `%s` has %d rounds", row.Dose.Sets().Max, g.ID, g.Rounds)
				found.Severity = diag.Error
				found.Help = "the sets of a grouped row are its rounds: make the two agree"
				found.Related = []diag.Related{{At: g.At("rounds"), Message: "the rounds of the group"}}
				continue
			}
			if sets := row.Dose.Sets().Max; sets > mostSets && (g == nil || !clocked(g.Kind)) {
				report(setsAt(row.Origin, row.Dose, 0), "%g sets of one exercise; more than %d is rarely meant", sets, mostSets).
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
