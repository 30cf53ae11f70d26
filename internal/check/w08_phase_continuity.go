package check

import (
	"fmt"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// phaseContinuity follows the weeks of the phases: a reader must know in every week
// what to do.
var phaseContinuity = Rule{
	Rule: diag.Rule{Code: "W08", Name: "phase-continuity", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, p := range lib.Programmes {
			if inOrder(p.Phases, report) && checkPhases(p.Phases, report) {
				checkRowWeeks(p, report)
			}
		}
	},
}

// inOrder reports the first phase that stands behind a later one: to follow the
// weeks from there on would only blame the same slip again.
func inOrder(phases []regimen.Phase, report reporter) bool {
	for i := 1; i < len(phases); i++ {
		before, ph := phases[i-1], phases[i]
		if before.Weeks.Min > 0 && ph.Weeks.Min > 0 && ph.Weeks.Min < before.Weeks.Min {
			found := report(ph.At("weeks"), "week %d stands behind week %d of the phase before", ph.Weeks.Min, before.Weeks.Min)
			found.Related = []diag.Related{{At: before.At("weeks"), Message: "the phase before"}}
			found.Help = "put the phases in the order of their weeks"
			return false
		}
	}
	return true
}

// checkPhases reports whether the weeks of all phases could be read.
func checkPhases(phases []regimen.Phase, report reporter) bool {
	next := 1
	for i, ph := range phases {
		if ph.Weeks.Min == 0 {
			return false // they are missing, or could not be read
		}
		at := ph.At("weeks")
		var found *diag.Diagnostic
		switch {
		case i == 0 && ph.Weeks.Min != 1:
			report(at, "the first phase begins in week %d; a programme begins in week 1", ph.Weeks.Min).
				Help = "begin this phase in week 1, or put a phase in front of it"
		case ph.Weeks.Min > next:
			found = report(at, "%s in no phase", missingWeeks(next, ph.Weeks.Min-1))
		case ph.Weeks.Min < next:
			found = report(at, "week %d belongs to two phases", ph.Weeks.Min)
		}
		if found != nil {
			found.Related = []diag.Related{{At: phases[i-1].At("weeks"), Message: "the phase before"}}
			found.Help = "let each phase begin in the week after the one before ends"
		}
		if ph.Weeks.Open && i < len(phases)-1 {
			report(at, "only the last phase may be open, and %s", follow(len(phases)-1-i)).
				Help = "give this phase its last week"
			return false
		}
		next = ph.Weeks.Max + 1
	}
	return true
}

// checkRowWeeks asks that the weeks of rows lie within the phases: the last closed
// week is the programme's last, unless a phase is open.
func checkRowWeeks(p *regimen.Programme, report reporter) {
	if len(p.Phases) == 0 {
		return
	}
	all := regimen.Range{Min: 1, Max: p.Weeks(), Open: p.Phases[len(p.Phases)-1].Weeks.Open}
	for _, s := range p.Sessions {
		for _, row := range s.Rows {
			checkWithin(row, all, "the programme", report)
		}
	}
	for i := range p.Phases {
		for _, row := range p.Phases[i].Rows {
			checkWithin(row, p.Phases[i].Weeks, "the phase", report)
		}
	}
}

func checkWithin(row *regimen.Prescription, weeks regimen.Range, of string, report reporter) {
	if row.Weeks.Min > 0 && (!weeks.Holds(row.Weeks.Min) || !row.Weeks.Open && !weeks.Holds(row.Weeks.Max)) {
		report(row.At("weeks"), "these weeks lie outside %s, which has %s", of, weeksOf(weeks)).
			Help = "correct the weeks of the row, or those of the phases"
		return
	}
	for _, load := range row.Loads {
		if !weeks.Holds(load.Week) {
			report(load.Load.At, "a load is planned for week %d, and %s has %s", load.Week, of, weeksOf(weeks)).
				Help = "correct the week, or the weeks of the phases"
			return
		}
		if row.Weeks.Min > 0 && !row.Weeks.Holds(load.Week) {
			found := report(load.Load.At, "a load is planned for week %d, in which the row is not done", load.Week)
			found.Related = []diag.Related{{At: row.At("weeks"), Message: "the weeks of the row"}}
			found.Help = "correct one of the two"
			return
		}
	}
}

// weeksOf says in words which weeks a range holds.
func weeksOf(r regimen.Range) string {
	switch {
	case r.Open:
		return fmt.Sprintf("week %d and all that follow", r.Min)
	case r.Min == r.Max:
		return fmt.Sprintf("week %d", r.Min)
	}
	return fmt.Sprintf("weeks %d-%d", r.Min, r.Max)
}

func missingWeeks(from, to int) string {
	if from == to {
		return fmt.Sprintf("week %d is", from)
	}
	return fmt.Sprintf("weeks %d-%d are", from, to)
}

func follow(n int) string {
	if n == 1 {
		return "another follows"
	}
	return fmt.Sprintf("%d more follow", n)
}
