package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// clearanceNotice asks that a programme which needs somebody's agreement says whose,
// in the notice that its page and its printed sheets begin with.
var clearanceNotice = Rule{
	Rule: diag.Rule{Code: "F03", Name: "clearance-notice", Severity: diag.Error},
	Limits: []Limit{
		{"needs-notice", 2, "level of clearance", "2 is the first level at which another person must agree"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, p := range lib.Programmes {
			level, at := clearanceOf(lib, p)
			if float64(level) < limit("needs-notice") || p.Broken("safety") || p.Slipped {
				continue
			}
			s := lib.SafetyFile(p.Safety.ID)
			_, screened := screened(p)
			switch {
			case s == nil && screened: // F01 asks for the file
			case s == nil:
				found := report(at, "clearance %d needs a notice of who must agree, and no `safety` is named", level)
				found.Help = "add `safety: " + offered(lib) + "`, a file with a `clearance-notice`"
			case s.Slipped:
			case s.ClearanceNotice == "" && !s.Broken("clearance-notice"):
				found := report(at, "clearance %d needs a notice of who must agree, and `%s` has none", level, s.ID)
				found.Help = "add `clearance-notice:` to " + s.File.Path + ": who must agree before the reader starts"
				found.Related = []diag.Related{{At: p.Safety.At, Message: "the programme takes its notices from here"}}
				if !s.BuiltIn {
					found.Related = append(found.Related, diag.Related{At: s.Where, Message: "a notice would stand in this file"})
				}
			}
		}
	},
}

// clearanceOf is the highest clearance that a programme or one of its conditions asks
// for, and the place that says so.
func clearanceOf(lib *library, p *regimen.Programme) (level int, at diag.Span) {
	level, at = p.Clearance, p.At("clearance")
	for _, declared := range p.Conditions {
		c := lib.Condition(declared.Condition.ID)
		if c == nil {
			continue
		}
		start, _ := c.Stage(declared.Stage.ID)
		if start == nil {
			continue
		}
		for _, stage := range suit.InForce(p, c, start) {
			if stage.Clearance > level {
				level, at = stage.Clearance, declared.Condition.At
			}
		}
	}
	return level, at
}
