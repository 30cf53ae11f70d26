package check

import (
	"strings"
	"time"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// verdictLowered looks at the overrides that make a verdict milder than the model's at
// the usual load. One that makes it stricter is always free.
var verdictLowered = Rule{
	Rule: diag.Rule{Code: "C13", Name: "verdict-lowered", Severity: diag.Error},
	Limits: []Limit{
		{"oldest-months", 24, "months since the review", "our own choice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		months := int(limit("oldest-months"))
		for _, c := range lib.Conditions {
			for i := range c.Overrides {
				o := &c.Overrides[i]
				if j, s := lowers(lib, c, o); j != nil {
					if checkReviewer(o, s, j, report) {
						checkAge(o, lib.today, months, report)
					}
				}
			}
		}
	},
}

// lowers gives the model's judgement where an override is milder, or nil.
func lowers(lib *library, c *regimen.Condition, o *regimen.Override) (*suit.Judgement, *regimen.Stage) {
	e, v, known := lib.Exercise(o.Exercise.ID), suit.Unknown, false
	if s, _ := c.Stage(o.Stage.ID); s != nil && e != nil && !e.Broken("stressors") {
		if v, known = suit.ParseVerdict(o.Verdict); known {
			j := suit.Judge(e, c, s, e.UsualLoad)
			if v < j.Model {
				return &j, s
			}
		}
	}
	return nil, nil
}

// checkReviewer asks who answers for the override, and reports whether that is known.
func checkReviewer(o *regimen.Override, s *regimen.Stage, j *suit.Judgement, report reporter) bool {
	missing := unnamed(o)
	if len(missing) == 0 || brokenAny(o.Origin, "by", "role", "date") {
		return len(missing) == 0
	}
	who := "no reviewer answers for it"
	if len(missing) < 3 {
		who = "its reviewer is not fully named"
	}
	found := report(o.At("verdict"), "`%s` is milder than the model's `%s`, and %s", o.Verdict, j.Model, who)
	found.Label = modelled(j, s)
	found.Help = "add " + strings.Join(missing, ", ") + "; until then the model's verdict holds"
	return false
}

func checkAge(o *regimen.Override, today time.Time, months int, report reporter) {
	day, err := time.Parse(time.DateOnly, o.Date)
	if err != nil || !day.AddDate(0, months, 0).Before(today) {
		return
	}
	found := report(o.At("date"), "this was decided on %s, more than %d months ago", o.Date, months)
	found.Severity = diag.Warning
	found.Label = "due again on " + day.AddDate(0, months, 0).Format(time.DateOnly)
	found.Related = []diag.Related{{At: o.At("verdict"), Message: "milder than the model has it"}}
	found.Help = "let the reviewer look again, and write the new date"
}

// unnamed lists the keys of a reviewer that are absent.
func unnamed(o *regimen.Override) []string {
	var out []string
	if o.By == "" {
		out = append(out, "`by:`")
	}
	if o.Role == "" {
		out = append(out, "`role:`")
	}
	if o.Date == "" {
		out = append(out, "`date:`")
	}
	return out
}

// modelled is what the model's own verdict rests on.
func modelled(j *suit.Judgement, s *regimen.Stage) string {
	model := *j
	model.Verdict, model.Override = j.Model, nil
	return reason(&model, s)
}
