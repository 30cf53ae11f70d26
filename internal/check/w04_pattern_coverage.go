package check

import (
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// patternCoverage asks a programme for the whole body for each kind of movement in
// each week.
var patternCoverage = Rule{
	Rule:   diag.Rule{Code: "W04", Name: "pattern-coverage", Severity: diag.Info},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		report = once(report)
		for _, p := range lib.plans() {
			if !p.resolved() || !wholeBody(p.Programme) {
				continue
			}
			for i := range p.Stretches {
				if s := &p.Stretches[i]; len(s.gaps()) > 0 {
					uncovered(lib, p, s, report)
				}
			}
		}
	},
}

// family is movements of which a week needs one.
type family struct {
	name     string
	patterns []string
}

// families are the kinds of movement of a whole-body programme. Bridges and thrusts
// train what a hinge does, and a carry trains the trunk.
func families() []family {
	return []family{
		{"squats or lunges", []string{"squat", "lunge"}},
		{"hinges", []string{"hinge", "hip-extension"}},
		{"pushes", []string{"h-push", "v-push"}},
		{"pulls", []string{"h-pull", "v-pull"}},
		{"trunk work", []string{"anti-extension", "anti-rotation", "anti-lateral", "spine-flexion", "spine-extension", "spine-rotation", "carry"}},
	}
}

// wholeBody reports whether a programme means to train the whole body: by its goal
// unless its scope is narrower, or in rehab by calling itself so.
func wholeBody(p *regimen.Programme) bool {
	claims := false
	for _, text := range [...]string{p.Title, p.Summary, p.Scope} {
		claims = claims || saysWhole(text)
	}
	switch p.Goal {
	case "general-health", "strength", "hypertrophy":
		return p.Scope == "" || claims
	case "rehab":
		return claims
	}
	return false
}

func saysWhole(text string) bool {
	plain := strings.NewReplacer("-", " ", "_", " ").Replace(strings.ToLower(text))
	return slices.ContainsFunc([]string{"full body", "whole body", "complete"}, func(words string) bool {
		return strings.Contains(" "+plain+" ", " "+words+" ")
	})
}

// gaps lists the families that some week lacks.
func (s *stretch) gaps() []family {
	return slices.DeleteFunc(families(), func(f family) bool {
		for _, week := range s.Cycle {
			if !slices.ContainsFunc(week, func(at int) bool { return at >= 0 && holds(s.Sessions[at], f) }) {
				return false
			}
		}
		return true
	})
}

func holds(v *visit, f family) bool {
	return slices.ContainsFunc(v.Work, func(r row) bool {
		return r.works() && slices.Contains(f.patterns, r.Of.Pattern.ID)
	})
}

func uncovered(lib *library, p *plan, s *stretch, report reporter) {
	var add []string
	for _, f := range s.gaps() {
		var from []*regimen.Exercise
		for _, pattern := range f.patterns {
			from = append(from, lib.kin()[pattern]...)
		}
		if e := lib.offered(p.Programme, from); e != nil {
			add = append(add, e.ID)
		}
	}
	found := report(claimAt(p.Programme), "a week of this programme lacks %s%s", s.lacks(), p.when(s, (*stretch).lacks))
	found.Help = "add what is missing, or say in `scope` what the programme is for"
	if len(add) > 0 {
		found.Help = "add what is missing, such as " + listed(add, "and") + ", or say in `scope` what the programme is for"
		found.Suggestions = add[:min(len(add), 3)]
	}
}

// lacks names the families that some week lacks.
func (s *stretch) lacks() string {
	var names []string
	for _, f := range s.gaps() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// claimAt is where a programme says that it is for the whole body.
func claimAt(p *regimen.Programme) diag.Span {
	at := p.At("goal")
	for _, key := range [...]string{"title", "summary", "scope"} {
		if p.Has(key) && saysWhole(p.At(key).Text()) {
			at = p.At(key)
		}
	}
	return at
}
