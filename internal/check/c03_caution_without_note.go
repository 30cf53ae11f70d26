package check

import (
	"regimen/internal/diag"
	"regimen/internal/suit"
)

// cautionWithoutNote is silent where vocabulary.md has a note for each demand that
// calls for care: that note is then printed.
var cautionWithoutNote = Rule{
	Rule: diag.Rule{Code: "C03", Name: "caution-without-note", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		for _, f := range lib.faults(unnoted) {
			found := report(exerciseAt(f.Row), "`%s` calls for care %s, and no note tells the reader", f.Exercise.ID, within(f.Condition, f.Stage))
			found.Label = reason(&f.Judgement, f.Stage)
			found.Related = f.related()
			if f.Override != nil {
				found.Help = "add a `note:` to the row, or a `because` where the condition decides it"
				continue
			}
			found.Help = "add a `note:`, such as to try one light set and to keep it if the next day is calm"
			for _, c := range f.Causes {
				if s, known := lib.Vocabulary.Stressor(c.Stressor); known && s.Note == "" {
					found.Help += "; or give `" + c.Stressor + "` a `note` in vocabulary.md, for all rows at once"
					break
				}
			}
		}
	},
}

func unnoted(r *suit.Row) bool {
	return r.Verdict == suit.Caution && !r.Met && !brokenIn(r, "note") && !brokenIn(r, "modification")
}
