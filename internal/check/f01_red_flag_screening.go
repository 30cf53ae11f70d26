package check

import (
	"fmt"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// redFlagScreening asks that a programme for people with pain puts the questions that
// its region of the body needs. Which they are stands in vocabulary.md.
var redFlagScreening = Rule{
	Rule: diag.Rule{Code: "F01", Name: "red-flag-screening", Severity: diag.Error},
	Limits: []Limit{
		{"hard-effort", 8, "RPE", "hard effort on the scale of 0 to 10; readiness questionnaires ask before it"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, p := range lib.Programmes {
			why, due := screened(p)
			switch {
			case p.Broken("safety") || p.Slipped && p.Safety.ID == "":
			case due && p.Safety.ID == "":
				report(why, "%s needs a screening for red flags, and no `safety` is named", becauseOf(p)).
					Help = "add `safety: " + offered(lib) + "`, a file that asks about red flags"
			case due:
				checkScreening(lib, p, report)
			case p.Safety.ID == "":
				suggestReadiness(lib, p, limit, report)
			}
		}
	},
}

// screened reports whether a programme is for people with pain or a condition, and the
// place that says so.
func screened(p *regimen.Programme) (at diag.Span, due bool) {
	if len(p.Conditions) > 0 {
		return p.Conditions[0].Condition.At, true
	}
	if p.Goal == "rehab" {
		return p.At("goal"), true
	}
	return diag.Span{}, false
}

func becauseOf(p *regimen.Programme) string {
	if len(p.Conditions) > 0 {
		return "a programme for `" + p.Conditions[0].Condition.ID + "`"
	}
	return "`goal: rehab`"
}

// offered is the safety file to suggest: the general one where there is one.
func offered(lib *library) string {
	if len(lib.Library.Safety) == 0 || lib.SafetyFile("general") != nil {
		return "general"
	}
	return lib.Library.Safety[0].ID
}

func checkScreening(lib *library, p *regimen.Programme, report reporter) {
	s := lib.SafetyFile(p.Safety.ID)
	if s == nil || s.Slipped || s.Broken("red-flags") || lib.Vocabulary.Broken("red-flags") {
		return
	}
	missing := unasked(lib, p, s)
	var found *diag.Diagnostic
	switch {
	case len(s.RedFlags) == 0:
		found = report(p.Safety.At, "`%s` asks about no red flag at all", s.ID)
		found.Help = "list `red-flags` in " + s.File.Path + ", each with its tier and what to do"
	case len(missing) > 0:
		found = report(p.Safety.At, "`%s` does not ask about %s", s.ID, someOf(missing))
		found.Help = "add to its red flags: " + strings.Join(missing, ", ")
		if unplaced(lib, p, s) && !ofSpine(lib, p) {
			found.Help += "; or if it is not for the back, say so: `scope: knee`"
		}
	default:
		return
	}
	if !s.BuiltIn {
		found.Related = []diag.Related{{At: s.At("red-flags"), Message: "its red flags"}}
	}
}

// unasked lists the red flags that a safety file must ask about for a programme and does
// not.
func unasked(lib *library, p *regimen.Programme, s *regimen.Safety) []string {
	regions := []string{s.ID, s.Region}
	if ofSpine(lib, p) || unplaced(lib, p, s) {
		regions = append(regions, spine)
	}
	var missing []string
	for _, due := range lib.Vocabulary.RedFlags {
		asked := slices.ContainsFunc(s.RedFlags, func(f regimen.RedFlag) bool { return f.ID == due.ID })
		if !asked && slices.ContainsFunc(regions, func(region string) bool { return region != "" && slices.Contains(due.AskedBy, region) }) {
			missing = append(missing, due.ID)
		}
	}
	return missing
}

// spine is the region that the built-in red flags are for.
const spine = "spine"

// unplaced reports whether nothing says which part of the body a programme is for. It is
// then screened for the one where a missed sign does most harm.
func unplaced(lib *library, p *regimen.Programme, s *regimen.Safety) bool {
	return p.Scope == "" && s.Region == "" && !brokenAny(p.Origin, "scope", "conditions") && !s.Broken("region") &&
		!slices.ContainsFunc(lib.Vocabulary.RedFlags, func(due regimen.FlagTerm) bool { return slices.Contains(due.AskedBy, s.ID) })
}

// ofSpine reports whether a programme is for the back: a condition of it limits how the
// spine moves, or its scope says so. The name of its safety file tells nothing.
func ofSpine(lib *library, p *regimen.Programme) bool {
	for i := range p.Conditions {
		if c := lib.Condition(p.Conditions[i].Condition.ID); c != nil && c.Direction != "" && c.Direction != "none" {
			return true
		}
	}
	return mentions(scan(p.Scope, nil), setOf("back spine spinal lumbar disc discs sciatica"))
}

// someOf quotes the first few ids and counts the rest.
func someOf(ids []string) string {
	const shown = 2
	if len(ids) <= shown {
		return "`" + strings.Join(ids, "` or `") + "`"
	}
	return fmt.Sprintf("`%s` and %d more", strings.Join(ids[:shown], "`, `"), len(ids)-shown)
}

// suggestReadiness advises a general questionnaire before hard effort.
func suggestReadiness(lib *library, p *regimen.Programme, limit limits, report reporter) {
	for _, s := range p.Sessions {
		for _, row := range s.Rows {
			if lib.Role(row) != "conditioning" || row.Broken("dose") {
				continue
			}
			for load, part := range row.Dose.Loads() {
				if load.Kind == dose.RPE && load.Max >= limit("hard-effort") {
					at := partAt(row.Origin, row.Dose, "effort", func(dose.Spans) dose.Span { return part })
					found := report(at, "hard effort, and nothing asks whether the reader is ready for it")
					found.Severity = diag.Info
					found.Help = "add `safety: general`, which asks about chest pain, fainting and long-term illness"
					return
				}
			}
		}
	}
}
