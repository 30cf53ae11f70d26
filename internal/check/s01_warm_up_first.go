package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// warmUpFirst asks for something that warms up before the first loaded work, and for
// no long stretch straight before a heavy row.
var warmUpFirst = Rule{
	Rule:   diag.Rule{Code: "S01", Name: "warm-up-first", Severity: diag.Warning},
	offers: true,
	Limits: []Limit{
		{"longest-stretch", 60, "seconds of one side, all sets together", "general consensus; the muscle is weaker for a while after more"},
	},
	find: func(lib *library, limit limits, report reporter) {
		report = once(report)
		for v := range lib.visits() {
			if v.WarmUp != "self" && !v.Broken("warm-up") && v.Whole {
				checkWarmUp(lib, v, report)
			}
			for i := 1; i < len(v.Work); i++ {
				stretchBefore(v.Work[i-1], v.Work[i], limit("longest-stretch"), report)
			}
		}
	},
}

func checkWarmUp(lib *library, v *visit, report reporter) {
	for i, r := range v.Work {
		if r.Class < regimen.Moderate || r.Purpose == "warm-up" {
			continue
		}
		if warmed(v.Work[:i], r) {
			return
		}
		found := report(r.Exercise.At, "`%s` is the first loaded work here, and nothing before it warms up", r.Exercise.ID)
		found.Help = "put a row with `role: warm-up` in front of it, or add `warm-up: self` to the session"
		if e := lib.warmUpFor(v.Programme); e != nil {
			found.Help = "put a row with `role: warm-up` in front of it, such as `" + e.ID + "`, or add `warm-up: self` to the session"
		}
		return
	}
}

// warmed reports whether something prepares for a row: a row that does not train, the
// same movement or muscle at a lighter load, or the row's own sets that rise.
func warmed(before []row, r row) bool {
	for _, b := range before {
		if !b.works() || b.Class < r.Class && suit.Shares(b.Of, r.Of) {
			return true
		}
	}
	return rises(r.Dose)
}

// rises reports whether the first sets of a row are lighter than its last.
func rises(d dose.Dose) bool {
	n := len(d.Groups)
	if n < 2 {
		return false
	}
	for _, first := range d.Groups[0].Load {
		for _, last := range d.Groups[n-1].Load {
			if first.Kind == last.Kind && first.Max < last.Max {
				return true
			}
		}
	}
	return false
}

// warmUpFor finds a mobility exercise that the programme could begin with.
func (l *library) warmUpFor(p *regimen.Programme) *regimen.Exercise {
	return l.offered(p, l.kin()["mobility"])
}

func stretchBefore(before, r row, longest float64, report reporter) {
	if r.Class < regimen.Heavy || !r.works() || r.Of == nil || !stretches(before) || !sameMuscles(before.Of, r.Of) {
		return
	}
	seconds := 0.0
	for _, g := range before.Dose.Groups {
		if g.Amount.Unit == dose.Seconds {
			seconds += g.Sets.Max * top(g.Amount)
		}
	}
	if seconds <= longest {
		return
	}
	found := report(r.Exercise.At, "%g s of stretching right before heavy work; more than %g s may cost strength", seconds, longest)
	found.Severity = diag.Info
	found.Related = []diag.Related{{At: before.Exercise.At, Message: "the stretch"}}
	found.Help = "move the stretch to the end of the session, or make it shorter"
}

func stretches(r row) bool {
	return r.Of != nil && r.Of.Category.Is("mobility") && r.Purpose != "conditioning"
}

// sameMuscles reports whether the muscles that an exercise names work in another one;
// one that names none counts as if they did.
func sameMuscles(a, b *regimen.Exercise) bool {
	named := false
	for _, list := range [2][]regimen.Word{a.Primary, a.Secondary} {
		for _, m := range list {
			if named = true; has(b.Primary, m.ID) || has(b.Secondary, m.ID) {
				return true
			}
		}
	}
	return !named
}
