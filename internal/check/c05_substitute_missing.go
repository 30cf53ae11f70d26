package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

var substituteMissing = Rule{
	Rule:   diag.Rule{Code: "C05", Name: "substitute-missing", Severity: diag.Error},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		for _, c := range lib.Conditions {
			for i := range c.Guidance {
				checkInstead(lib, c, &c.Guidance[i], report)
			}
		}
		for _, e := range lib.Exercises {
			checkNone(e.Substitutes, report)
		}
		for _, p := range lib.Programmes {
			for _, s := range p.Sessions {
				checkNoneInRows(s.Rows, report)
			}
			for _, ph := range p.Phases {
				checkNoneInRows(ph.Rows, report)
			}
		}
		checkRowsHaveSubstitutes(lib, report)
	},
}

// checkInstead asks what a reader may do in place of what the condition's page tells
// them to leave or to change.
func checkInstead(lib *library, c *regimen.Condition, g *regimen.Guidance, report reporter) {
	if g.Action != "avoid" && g.Action != "modify" || g.Broken("instead") || g.Exercise.ID == "" {
		return
	}
	if len(g.Instead) == 0 {
		found := report(g.At("action"), "`%s` is to be %s, and nothing is named instead", g.Exercise.ID, passive(g.Action))
		found.Help = "add `instead:` with an exercise, or `instead: none`"
		if e := lib.Exercise(g.Exercise.ID); e != nil {
			if x, ok := lib.instead(e, suit.Place{Condition: c, Stage: stageOf(c, g)}); ok {
				found.Help += "; " + praise(e, x)
			}
		}
		return
	}
	for _, w := range g.Instead {
		if w.Is("none") && !g.Has("because") {
			report(w.At, "nothing stands in for `%s`, and no reason is given", g.Exercise.ID).
				Help = "say in `because:` why there is nothing, so that the reader is not left with a bare no"
		}
	}
}

func passive(action string) string {
	if action == "avoid" {
		return "avoided"
	}
	return "modified"
}

// stageOf is the first stage that a guidance is for.
func stageOf(c *regimen.Condition, g *regimen.Guidance) *regimen.Stage {
	for _, w := range g.While {
		if s, _ := c.Stage(w.ID); s != nil {
			return s
		}
	}
	if len(c.Stages) > 0 {
		return c.Stages[0]
	}
	return &regimen.Stage{}
}

func checkNone(list []regimen.Substitute, report reporter) {
	for _, s := range list {
		if s.Exercise.Is("none") && s.Because == "" && !s.Broken("because") {
			report(s.Exercise.At, "`none` says that nothing stands in, and no reason is given").
				Help = "write `{exercise: none, because: the reason}`"
		}
	}
}

func checkNoneInRows(rows []*regimen.Prescription, report reporter) {
	for _, r := range rows {
		checkNone(r.Substitutes, report)
	}
}

// checkRowsHaveSubstitutes tells of an exercise once for each programme: what is
// missing is missing in the exercise's own file.
func checkRowsHaveSubstitutes(lib *library, report reporter) {
	type stranded struct{ programme, exercise string }
	told := map[stranded]bool{}
	for _, f := range lib.faults(func(r *suit.Row) bool {
		return r.Need() >= suit.NeedChange && r.Verdict != suit.Unknown && !replaced(r)
	}) {
		this := stranded{f.proof.Programme.ID, f.Exercise.ID}
		if told[this] {
			continue
		}
		told[this] = true
		found := report(exerciseAt(f.Row), "nothing is named to stand in for `%s` %s", f.Exercise.ID, within(f.Condition, f.Stage))
		found.Label = "to be " + passive(f.Verdict.String()) + " here, and no substitute is for this stage"
		found.Related = []diag.Related{{At: f.proof.Declared.Condition.At, Message: "the programme is for this condition"}}
		at := f.Exercise.At("title")
		if f.Exercise.Has("substitutes") {
			at = f.Exercise.Key("substitutes")
		}
		found.Related = append(found.Related, diag.Related{At: at, Message: "none here is for `" + f.Condition.ID + "/" + f.Stage.ID + "`"})
		found.Help = "name one under `substitutes:` in " + f.Exercise.File.Path + ", or `exercise: none` with the reason"
		if c, ok := lib.standIn(f); ok {
			found.Help += "; " + praise(f.Exercise, c)
		}
	}
}

// replaced reports whether the row, its exercise or the condition names what may stand
// in at this stage, or says that nothing does. One that could not be read counts.
func replaced(r *suit.Row) bool {
	for _, list := range [][]regimen.Substitute{r.Prescription.Substitutes, r.Exercise.Substitutes} {
		for _, s := range list {
			if s.Holds(r.Condition.ID, r.Stage.ID) {
				return true
			}
		}
	}
	if g := guidanceOn(r.Exercise, r.Condition, r.Stage); g != nil && (len(g.Instead) > 0 || g.Broken("instead")) {
		return true
	}
	return r.Exercise.Broken("substitutes") || brokenIn(r, "substitutes")
}
