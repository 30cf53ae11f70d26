package check

import (
	"fmt"
	"maps"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// weeklyHardSets counts the hard sets of each muscle in an average week, where they
// are most.
var weeklyHardSets = Rule{
	Rule: diag.Rule{Code: "W06", Name: "weekly-hard-sets", Severity: diag.Info},
	Limits: []Limit{
		{"fewest", 5, "weekly hard sets of a muscle that a programme builds", "Schoenfeld, Ogborn and Krieger 2017"},
		{"enough", 10, "weekly hard sets of a muscle that a programme builds", "the same; ACSM 2026"},
		{"most", 25, "weekly hard sets of a muscle", "practice"},
		{"most-novice", 20, "weekly hard sets of a muscle for a novice or in rehab", "practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, p := range lib.plans() {
			if !p.resolved() {
				continue
			}
			peak := p.peak()
			if p.Goal == "hypertrophy" && !p.Broken("builds") && hasCycle(p) {
				checkBuilds(p, peak, limit, report)
			}
			checkMost(p, peak, limit, report)
		}
	},
}

// volume is the weekly hard sets of a muscle in the weeks that have most.
type volume struct {
	sets float64
	in   *stretch
}

// peak finds the greatest weekly number of hard sets of each muscle. A first phase that
// is light on purpose thus says nothing.
func (p *plan) peak() map[string]volume {
	out := map[string]volume{}
	for i := range p.Stretches {
		s := &p.Stretches[i]
		for muscle, sets := range s.muscles() {
			if sets > out[muscle].sets {
				out[muscle] = volume{sets, s}
			}
		}
	}
	return out
}

// muscles is the weekly hard sets of each muscle.
func (s *stretch) muscles() map[string]float64 {
	out := map[string]float64{}
	for i, v := range s.Sessions {
		for muscle, sets := range v.Muscles {
			out[muscle] += s.Times[i] * sets
		}
	}
	return out
}

func hasCycle(p *plan) bool {
	return slices.ContainsFunc(p.Stretches, func(s stretch) bool { return len(s.Cycle) > 0 })
}

func checkBuilds(p *plan, peak map[string]volume, limit limits, report reporter) {
	for _, muscle := range p.Builds {
		sets := peak[muscle.ID].sets
		if sets >= limit("enough") {
			continue
		}
		found := report(muscle.At, "`%s` gets %.3g hard sets a week; %g or more build best", muscle.ID, sets, limit("enough"))
		found.Help = "add sets, or train it on one more day"
		if sets < limit("fewest") {
			found.Severity = diag.Warning
			found.Message = fmt.Sprintf("`%s` is to be built, and gets %.3g hard sets a week, under %g", muscle.ID, sets, limit("fewest"))
			found.Help = "add sets, train it on one more day, or take it out of `builds`"
		}
	}
}

func checkMost(p *plan, peak map[string]volume, limit limits, report reporter) {
	cautious := p.Level == "novice" || p.Goal == "rehab"
	most := limit("most")
	switch {
	case cautious:
		most = min(most, limit("most-novice"))
	case p.Goal != "hypertrophy":
		return
	}
	for _, over := range overfull(peak, most) {
		found := report(over.Where, "%s: %.3g hard sets a week%s; more than %g %s", listed(over.muscles, "and"), over.sets, over.in.inWeeks(), most, tooMuchFor(p.Programme))
		found.Related = []diag.Related{{At: oftenAt(p.Schedule), Message: "how often"}}
		found.Help = "take sets off, or make some of this work light"
		if cautious {
			found.Severity = diag.Warning
		}
	}
}

// excess is the muscles that one session lifts above the limit.
type excess struct {
	*visit
	volume  // of the muscle that has most
	muscles []string
}

func overfull(peak map[string]volume, most float64) []*excess {
	var out []*excess
	for _, muscle := range slices.Sorted(maps.Keys(peak)) {
		at := peak[muscle]
		tips := at.in.tips(most, func(v *visit) float64 { return v.Muscles[muscle] })
		if tips == nil {
			continue
		}
		n := slices.IndexFunc(out, func(e *excess) bool { return e.Written == tips.Written })
		if n < 0 {
			n = len(out)
			out = append(out, &excess{visit: tips, volume: at})
		}
		if out[n].muscles = append(out[n].muscles, muscle); at.sets > out[n].sets {
			out[n].volume = at
		}
	}
	return out
}

func tooMuchFor(p *regimen.Programme) string {
	switch {
	case p.Goal == "rehab":
		return "is much in rehab"
	case p.Level == "novice":
		return "is much for a novice"
	}
	return "seldom adds anything"
}
