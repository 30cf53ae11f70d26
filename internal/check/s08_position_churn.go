package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// positionChurn counts how often readers for whom that is hard must get down to the
// floor and up again.
var positionChurn = Rule{
	Rule: diag.Rule{Code: "S08", Name: "position-churn", Severity: diag.Info},
	Limits: []Limit{
		{"changes", 3, "changes between floor and standing in a session", "practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for v := range lib.visits() {
			if why := lib.hardToRise(v.Programme); why != "" {
				countChanges(v, why, int(limit("changes")), report)
			}
		}
	},
}

// hardToRise says why getting up counts in a programme, or nothing.
func (l *library) hardToRise(p *regimen.Programme) string {
	switch {
	case p.Goal == "falls-prevention":
		return "for people who may fall"
	case p.Audience == "over-65":
		return "over the age of 65"
	}
	for _, d := range p.Conditions {
		c := l.Condition(d.Condition.ID)
		if c == nil {
			continue
		}
		if c.PostOperative {
			return "after an operation"
		}
		if stage, _ := c.Stage(d.Stage.ID); stage != nil && stage.GroupPositions {
			return "in this condition"
		}
	}
	return ""
}

func countChanges(v *visit, why string, most int, report reporter) {
	changes, known, down := 0, false, false
	var tips *row
	for i, r := range v.Work {
		if r.Of == nil || r.Of.Position.ID == "" {
			continue
		}
		now := regimen.OnFloor(r.Of.Position.ID)
		if known && now != down {
			if changes++; changes == most+1 {
				tips = &v.Work[i]
			}
		}
		known, down = true, now
	}
	if tips == nil {
		return
	}
	found := report(tips.Exercise.At, "this session goes %d times between floor and standing; %s more than %d is hard", changes, why, most)
	found.Related = []diag.Related{{At: v.Where, Message: "the session"}}
	found.Help = "put the exercises on the floor next to each other"
}
