package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// demandWithoutLimits is the part of R03 that needs the whole library: a stressor that
// a site adds is known only when every condition in use says what it tolerates of it.
var demandWithoutLimits = Rule{
	Rule: diag.Rule{Code: "R03", Name: "unknown-vocabulary", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, s := range lib.Vocabulary.Stressors {
			if !s.Added {
				continue
			}
			missing := lib.stagesWithout(s.ID)
			if len(missing) == 0 {
				continue
			}
			found := report(s.At, "`%s` has no limit in a condition that a programme declares", s.ID)
			found.Help = "add it to `tolerates` of " + strings.Join(missing, ", ") + "; `[3, 3, 3]` lets any grade pass"
		}
	},
}

// stagesWithout lists the declared stages that have no limit for a stressor.
func (l *library) stagesWithout(stressor string) []string {
	var out []string
	for _, p := range l.Programmes {
		for _, d := range p.Conditions {
			c := l.Condition(d.Condition.ID)
			if c == nil {
				continue
			}
			s, _ := c.Stage(d.Stage.ID)
			name := c.ID + "/" + d.Stage.ID
			if s == nil || s.Broken("tolerates") || slices.Contains(out, name) {
				continue
			}
			if !slices.ContainsFunc(s.Tolerates, func(t regimen.Tolerance) bool { return t.Stressor.Is(stressor) }) {
				out = append(out, name)
			}
		}
	}
	return out
}
