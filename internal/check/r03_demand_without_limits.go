package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// demandWithoutLimits is the part of R03 that needs the whole library: a stressor that
// a site adds is known only when every stage that judges it says what it tolerates of it.
var demandWithoutLimits = Rule{
	Rule:  diag.Rule{Code: "R03", Name: "unknown-vocabulary", Severity: diag.Error},
	rests: onAll, // it stands in the vocabulary, and any programme may bring it about
	find: func(lib *library, _ limits, report reporter) {
		var missing map[string]*unlimited
		for _, s := range lib.Vocabulary.Stressors {
			if !s.Added {
				continue
			}
			if missing == nil {
				missing = lib.withoutLimits()
			}
			if in := missing[s.ID]; in != nil {
				found := report(s.At, "`%s` has no limit at a stage that judges it", s.ID)
				found.Related = []diag.Related{{At: exerciseAt(in.row), Message: "`" + in.row.Exercise.ID + "` demands it, at " + in.stages[0]}}
				found.Help = "add it to `tolerates` of " + strings.Join(in.stages, ", ") + "; `[3, 3, 3]` lets any grade pass"
			}
		}
	},
}

// unlimited is where a demand is judged without a limit, and the first row of it.
type unlimited struct {
	row    *suit.Row
	stages []string
}

// withoutLimits lists by stressor the stages, declared or of a phase, that judge a row
// which demands it and have no limit for it. Of the vocabulary's own this is meant so.
func (l *library) withoutLimits() map[string]*unlimited {
	out := map[string]*unlimited{}
	proofs := l.proofsWith(l.demandingMore())
	for i := range proofs {
		for k := range proofs[i].Rows {
			r := &proofs[i].Rows[k]
			if r.Stage.Broken("tolerates") {
				continue
			}
			for _, s := range r.Exercise.Stressors {
				if s.Grades[r.Class] == 0 || limited(r.Stage, s.ID) {
					continue
				}
				if out[s.ID] == nil {
					out[s.ID] = &unlimited{row: r}
				}
				in := out[s.ID]
				if name := r.Condition.ID + "/" + r.Stage.ID; !slices.Contains(in.stages, name) {
					in.stages = append(in.stages, name)
				}
			}
		}
	}
	return out
}

// demandingMore lists the exercises that demand something which the site adds.
func (l *library) demandingMore() map[string]bool {
	added, out := map[string]bool{}, map[string]bool{}
	for _, s := range l.Vocabulary.Stressors {
		added[s.ID] = s.Added
	}
	for _, e := range l.Exercises {
		if slices.ContainsFunc(e.Stressors, func(s regimen.Stressor) bool { return added[s.ID] }) {
			out[e.ID] = true
		}
	}
	return out
}

func limited(s *regimen.Stage, stressor string) bool {
	return slices.ContainsFunc(s.Tolerates, func(t regimen.Tolerance) bool { return t.Stressor.Is(stressor) })
}
