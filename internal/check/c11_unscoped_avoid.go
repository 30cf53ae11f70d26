package check

import (
	"regimen/internal/diag"
)

var unscopedAvoid = Rule{
	Rule: diag.Rule{Code: "C11", Name: "unscoped-avoid", Severity: diag.Warning},
	find: func(lib *library, _ limits, report reporter) {
		for _, c := range lib.Conditions {
			for i := range c.Guidance {
				g := &c.Guidance[i]
				if g.Action != "avoid" {
					continue
				}
				ever := !g.Has("while") && !g.Broken("while")
				// A missing reason beside `instead: none` is C05's.
				bare := !g.Has("because") && !g.Broken("because") && !has(g.Instead, "none")
				if !ever && !bare {
					continue
				}
				found := report(g.At("action"), "this avoid %s", unsaid(ever, bare))
				found.Label = "for `" + g.Exercise.ID + "`"
				found.Help = "add " + missingScope(ever, bare, stageOf(c, g).ID)
			}
		}
	},
}

func unsaid(ever, bare bool) string {
	switch {
	case ever && bare:
		return "says neither why nor until when"
	case ever:
		return "has no stage, so it never ends"
	}
	return "gives no reason"
}

func missingScope(ever, bare bool, stage string) string {
	text := ""
	if ever {
		text = "`while:` with the stage that it is meant for"
		if stage != "" {
			text = "`while: " + stage + "`, or the stage that it is meant for"
		}
	}
	if ever && bare {
		text += ", and "
	}
	if bare {
		text += "`because:` with the reason, worded as for now"
	}
	return text
}
