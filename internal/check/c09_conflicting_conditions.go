package check

import (
	"fmt"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// conflictingConditions counts what a reader with either condition may do as written;
// a modification serves only the one that it was written for.
var conflictingConditions = Rule{
	Rule: diag.Rule{Code: "C09", Name: "conflicting-conditions", Severity: diag.Warning},
	Limits: []Limit{
		{"fewest-rows", 3, "rows of a session that suit both conditions", "our own choice: with fewer, little of a session is left"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for proofs := range programmes(lib.proofs()) {
			for later := range proofs {
				for earlier := range proofs[:later] {
					checkPair(&proofs[earlier], &proofs[later], int(limit("fewest-rows")), report)
				}
			}
		}
	},
}

func checkPair(a, b *proof, fewest int, report reporter) {
	if a.Condition == b.Condition {
		return
	}
	lost := map[*regimen.Prescription]bool{}
	for _, p := range []*proof{a, b} {
		for i := range p.Worst {
			// An untagged exercise is C04's; it is not known to part the two.
			if v := p.Worst[i].Verdict; v == suit.Modify || v == suit.Avoid {
				lost[p.Worst[i].Written] = true
			}
		}
	}
	for _, s := range a.Programme.Sessions {
		both := 0
		for _, row := range s.Rows {
			if !lost[row] {
				both++
			}
		}
		if both >= min(fewest, len(s.Rows)) {
			continue
		}
		found := report(b.Declared.Condition.At, "session `%s` has %s for both `%s` and `%s`%s",
			s.ID, fewRows(both, len(s.Rows)), a.Condition.ID, b.Condition.ID, opposed(a.Condition, b.Condition))
		found.Related = []diag.Related{
			{At: a.Declared.Condition.At, Message: "the other condition"},
			{At: s.Where, Message: "the session; rows that need a modification do not count"},
		}
		found.Help = "make a programme for each of the two, or choose rows that suit both"
		return
	}
}

func fewRows(n, of int) string {
	if n == 0 {
		return "no row"
	}
	if n == 1 {
		return fmt.Sprintf("1 row of %d", of)
	}
	return fmt.Sprintf("%d rows of %d", n, of)
}

// opposed names two directions that pull apart.
func opposed(a, b *regimen.Condition) string {
	for _, c := range [][2]*regimen.Condition{{a, b}, {b, a}} {
		if c[0].Direction == "flexion-limited" && c[1].Direction == "extension-limited" {
			return ", whose directions are opposed"
		}
	}
	return ""
}
