package check

import (
	"fmt"
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// frequencyForGoal asks how often in a week each kind of movement is trained, balance
// in a programme against falls, and whether a day is left without load.
var frequencyForGoal = Rule{
	Rule: diag.Rule{Code: "W02", Name: "frequency-for-goal", Severity: diag.Info},
	Limits: []Limit{
		{"times", 2, "times a week for each major movement", "WHO 2020; ACSM 2026"},
		{"balance-days", 3, "days a week with balance work", "WHO 2020, over 65"},
		{"loaded-days", 7, "days a week with moderate or heavy work", "ACSM position stand 2009"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, p := range lib.plans() {
			if !p.resolved() {
				continue
			}
			told := once(report)
			for i := range p.Stretches {
				s := &p.Stretches[i]
				checkBalanceDays(p, s, limit("balance-days"), told)
				checkLoadedDays(p, s, limit("loaded-days"), told)
				checkTimes(p, s, limit("times"), told)
			}
		}
	},
}

func checkBalanceDays(p *plan, s *stretch, least float64, report reporter) {
	if p.Goal != "falls-prevention" || len(s.Cycle) == 0 {
		return
	}
	days := func(s *stretch) float64 { return s.daysWith(p.Schedule, trainsBalance) }
	if days(s) >= least {
		return
	}
	found := report(oftenAt(p.Schedule), "balance is trained on %s a week%s, and against falls it needs %g",
		plural(days(s), "day"), p.when(s, func(s *stretch) string { return fmt.Sprint(days(s)) }), least)
	found.Severity = diag.Warning
	found.Related = []diag.Related{{At: p.At("goal"), Message: "the goal"}}
	found.Help = "train on more days, or put a balance exercise into each session"
}

// trainsBalance reports whether a row trains balance: its exercise asks for it at grade
// 2 and up, or is called a balance exercise and is not tagged.
func trainsBalance(r row) bool {
	return r.Of != nil && (grade(r.Of, "balance", r.Class) >= 2 || !r.Of.Tagged && r.Of.Category.Is("balance"))
}

func checkLoadedDays(p *plan, s *stretch, most float64, report reporter) {
	if len(s.Cycle) == 0 || float64(len(s.Cycle[0])) < most {
		return
	}
	days := func(s *stretch) float64 {
		return s.daysWith(p.Schedule, func(r row) bool { return r.works() && r.Class >= regimen.Moderate })
	}
	if days(s) < most {
		return
	}
	found := report(oftenAt(p.Schedule), "there is moderate or heavy work on %s a week%s",
		plural(days(s), "day"), p.when(s, func(s *stretch) string { return fmt.Sprint(days(s)) }))
	found.Severity = diag.Warning
	found.Help = "leave a day free, or make the work of some days light"
}

// checkTimes names the movements that are trained, and not often.
func checkTimes(p *plan, s *stretch, least float64, report reporter) {
	switch p.Goal {
	case "strength", "hypertrophy", "rehab", "general-health":
	default:
		return
	}
	says := func(s *stretch) string { return s.seldom(least) }
	if seldom := says(s); seldom != "" {
		report(oftenAt(p.Schedule), "%s a week%s; %g times is usual", seldom, p.when(s, says), least).
			Help = "train on more days, or let more sessions hold them; once a week keeps what is there"
	}
}

// seldom says which movements are trained less often than they should; nothing if none
// is.
func (s *stretch) seldom(least float64) string {
	var seldom []string
	fewest, most := least, 0.0
	for _, pattern := range heavyPatterns() {
		times := s.weekly(func(v *visit) float64 {
			if slices.ContainsFunc(v.Work, func(r row) bool { return r.works() && r.Of.Pattern.Is(pattern) }) {
				return 1
			}
			return 0
		})
		if times > 0 && times < least {
			seldom = append(seldom, pattern)
			fewest, most = min(fewest, times), max(most, times)
		}
	}
	switch len(seldom) {
	case 0:
		return ""
	case 1:
		return "`" + seldom[0] + "` is trained " + often(fewest, most)
	}
	return listed(seldom, "and") + " are trained " + often(fewest, most)
}

func often(fewest, most float64) string {
	switch {
	case fewest == most && most == 1:
		return "once"
	case fewest == most:
		return fmt.Sprintf("%.3g times", most)
	}
	return fmt.Sprintf("%.3g to %.3g times", fewest, most)
}
