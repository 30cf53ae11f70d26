package check

import (
	"fmt"
	"math"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// progressionMethod asks that the log can carry out the way in which load rises.
var progressionMethod = Rule{
	Rule: diag.Rule{Code: "W11", Name: "progression-method-complete", Severity: diag.Error},
	find: func(lib *library, _ limits, report reporter) {
		for _, p := range lib.Programmes {
			o := p.Overload
			if o.Where.File == nil || o.Broken("method") {
				continue
			}
			switch o.Method {
			case "linear":
				incomplete(o, report, part{"step", o.Step, "`step: 2.5 kg` for how much is added"},
					part{"stall", o.Stall, "`stall: take off 10 %` for what to do when it no longer goes up"})
			case "percent":
				incomplete(o, report, part{"base", o.Base, "`base: 1rm` for what the percentages are taken of"})
			}
		}
		report = once(report)
		for v := range lib.visits() {
			if o := v.Programme.Overload; o.Method != "double" || o.Broken("method") {
				continue
			}
			for _, r := range v.Work {
				checkDouble(lib, v, r, report)
			}
		}
	},
}

// part is what a method needs, with what to write.
type part struct{ key, value, help string }

func incomplete(o regimen.Overload, report reporter, needs ...part) {
	var absent, help []string
	for _, need := range needs {
		if need.value == "" && !o.Broken(need.key) {
			absent = append(absent, need.key)
			help = append(help, need.help)
		}
	}
	if len(absent) > 0 {
		report(o.At("method"), "`%s` needs %s", o.Method, listed(absent, "and")).Help = "write " + strings.Join(help, ", and ")
	}
}

// checkDouble reports a row with nothing to go up by: a fixed amount, no weight to add
// and no harder exercise.
func checkDouble(lib *library, v *visit, r row, report reporter) {
	if r.Of == nil || !r.works() || len(r.Dose.Groups) == 0 || r.Broken("dose") || r.Broken("reps") || r.Broken("role") {
		return
	}
	if g := v.Group(r.Group); g != nil && clocked(g.Kind) || grows(r.Dose) {
		return
	}
	if e := r.Of; len(e.Progressions) > 0 || loadable(lib, e) || brokenAny(e.Origin, "progressions", "equipment", "optional-equipment") {
		return
	}
	found := report(fixedAt(r), "`%s` has a fixed amount, no weight to add and no harder exercise", r.Of.ID)
	found.Related = []diag.Related{{At: v.Programme.Overload.At("method"), Message: "double progression goes up by these"}}
	found.Help = "write a range, such as `" + widened(r.Dose.Groups[0].Amount) + "`, or name a harder exercise in its `progressions`"
}

// grows reports whether an amount has room upwards.
func grows(d dose.Dose) bool {
	for _, g := range d.Groups {
		if g.Amount.Open != dose.Closed || g.Amount.Max > g.Amount.Min {
			return true
		}
	}
	return false
}

// loadable reports whether weight or a stronger band can be added.
func loadable(lib *library, e *regimen.Exercise) bool {
	k := kitOf(lib, e)
	return len(k.weights)+len(k.bands) > 0
}

// fixedAt is where the amount was written: in the phase that states it anew, or in the
// session.
func fixedAt(r row) diag.Span {
	if change := r.ChangeIn(r.Phase); change != nil && len(change.Dose.Groups) > 0 {
		return amountAt(change.Origin, change.Dose, 0)
	}
	return amountAt(r.Origin, r.Dose, 0)
}

// widened is a range that begins with a fixed amount.
func widened(a dose.Amount) string {
	unit := map[dose.Unit]string{dose.Reps: "", dose.Seconds: " s", dose.Metres: " m"}
	suffix, short := unit[a.Unit]
	if !short {
		suffix = " " + string(a.Unit)
	}
	return fmt.Sprintf("%g-%g%s", a.Min, a.Min+max(2, math.Floor(a.Min/4)), suffix)
}
