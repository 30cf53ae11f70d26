package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

var modifyWithoutModification = Rule{
	Rule:   diag.Rule{Code: "C02", Name: "modify-without-modification", Severity: diag.Error},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		for _, f := range lib.faults(unmodified) {
			found := report(exerciseAt(f.Row), "`%s` needs a modification %s, and this row has none", f.Exercise.ID, within(f.Condition, f.Stage))
			found.Label = reason(&f.Judgement, f.Stage)
			found.Related = f.related()
			if g := guidanceOn(f.Exercise, f.Condition, f.Stage); g != nil && g.Has("because") && !guided(&f.Judgement) {
				found.Related = append(found.Related, diag.Related{At: g.At("because"), Message: "what the condition says of it"})
			}
			found.Help = "say in `modification:` what is changed for this reader"
			if c, ok := lib.standIn(f); ok {
				found.Help += "; or take another: " + praise(f.Exercise, c)
			}
		}
	},
}

func unmodified(r *suit.Row) bool {
	return r.Verdict == suit.Modify && !r.Met && !brokenIn(r, "modification")
}

// guidanceOn finds what a condition says of an exercise by name at a stage, or nil.
func guidanceOn(e *regimen.Exercise, c *regimen.Condition, s *regimen.Stage) *regimen.Guidance {
	for i := range c.Guidance {
		g := &c.Guidance[i]
		if g.Exercise.Is(e.ID) && (len(g.While) == 0 || has(g.While, s.ID)) {
			return g
		}
	}
	return nil
}
