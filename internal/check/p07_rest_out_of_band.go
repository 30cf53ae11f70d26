package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// restOutOfBand is gentle: how long a rest is changes results little, so that only what
// leaves no time to recover from heavy work is worth a warning.
var restOutOfBand = Rule{
	Rule: diag.Rule{Code: "P07", Name: "rest-out-of-band", Severity: diag.Warning},
	Limits: []Limit{
		{"heavy-rest", 120, "seconds, the least between heavy sets of several joints", "the NSCA tables: 2-5 min"},
		{"shortest-heavy-rest", 60, "seconds, the least between any heavy sets", "ACSM position stand 2009: 3-5 min"},
		{"longest-rest", 300, "seconds", "the NSCA tables: 2-5 min"},
		{"core-rest", 15, "seconds, the least between trunk sets in rehab", "general practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, r := range lib.dosed() {
			rest := r.Dose.Rest
			if r.Programme == nil || rest == nil || brokenAny(r.Origin, "dose", "rest") || r.Dose.Sets().Max < 2 || !r.purposeRead() || !r.works() {
				continue
			}
			if !r.states("rest", r.Dose.Spans.Rest) {
				continue
			}
			at := besideAt(r.Origin, r.Dose, "rest", r.Dose.Spans.Rest)
			if rest.Max > limit("longest-rest") {
				found := report(at, "a rest of %g s; more than %g s is seldom needed", rest.Max, limit("longest-rest"))
				found.Severity, found.Help = diag.Info, "check the number, or leave it if the sets are near your best"
			} else if r.Group == "" && !brokenAny(r.Origin, "group", "intra-rest") && r.IntraRest == (dose.Range{}) {
				checkShort(r, at, limit, report)
			}
		}
	},
}

func checkShort(r row, at diag.Span, limit limits, report reporter) {
	rest, goal := r.Dose.Rest.Max, r.Programme.Goal
	if r.heaviest() < regimen.Heavy {
		if least := limit("core-rest"); goal == "rehab" && r.Purpose == "core" && rest < least {
			found := report(at, "%g s between the sets of `%s`; %g s lets the trunk recover", rest, r.Exercise.ID, least)
			found.Severity, found.Help = diag.Info, "write a longer rest, such as `rest 30 s`"
		}
		return
	}
	least, severity := limit("shortest-heavy-rest"), diag.Warning
	if joints := r.Of != nil && multiJoint(r.Of.Pattern.ID); joints && rest >= least {
		least = limit("heavy-rest")
		if goal != "strength" && goal != "power" {
			severity = diag.Info
		}
	}
	if rest >= least {
		return
	}
	found := report(at, "%g s between heavy sets of `%s`; %g s and more is usual", rest, r.Exercise.ID, limit("heavy-rest"))
	found.Severity, found.Help = severity, "write a longer rest, such as `rest 150 s`; sets against a clock belong in a group"
}

// multiJoint reports whether a pattern moves several large joints against the load.
// Carries and hip work are left out: they are usually repeated sooner.
func multiJoint(pattern string) bool {
	switch pattern {
	case "squat", "hinge", "lunge", "h-push", "v-push", "h-pull", "v-pull", "power":
		return true
	}
	return false
}
