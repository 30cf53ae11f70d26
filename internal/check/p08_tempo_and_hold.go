package check

import (
	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/suit"
)

// tempoWarnings is what P08 says of a tempo or hold that can be read; its form is
// checked while reading.
var tempoWarnings = Rule{
	Rule: diag.Rule{Code: "P08", Name: "tempo-and-hold", Severity: diag.Warning},
	Limits: []Limit{
		{"shortest-rep", 1.5, "seconds of one repetition", "ACSM position stand 2009: 1-2 s each way"},
		{"longest-rep", 15, "seconds of one repetition", "general practice"},
		{"longest-tension", 120, "seconds of one set of still work", "general practice"},
		{"explosive-stage", 4, "the stage after an operation from which speed is usual", "general practice"},
	},
	find: func(lib *library, limit limits, report reporter) {
		for _, r := range lib.dosed() {
			checkRepetition(r, limit, report)
			checkTension(r, limit, report)
		}
		checkExplosive(lib, limit, report)
	},
}

func checkRepetition(r row, limit limits, report reporter) {
	if r.Dose.Tempo == nil || !r.states("tempo", r.Dose.Spans.Tempo) {
		return
	}
	at, long := tempoAt(r), seconds(r.Dose.Tempo)
	if long > limit("longest-rep") {
		report(at, "one repetition takes %g s; more than %g s is rarely meant", long, limit("longest-rep")).
			Help = "check the four numbers: down, pause, up, pause, each in seconds"
	} else if long < limit("shortest-rep") && r.Purpose != "power" {
		report(at, "one repetition takes %g s; less than %g s cannot be controlled", long, limit("shortest-rep")).
			Help = "give the way down at least 2 s, such as `tempo 2-0-1-0`; for jumps and throws add `role: power`"
	}
}

func tempoAt(r row) diag.Span { return besideAt(r.Origin, r.Dose, "tempo", r.Dose.Spans.Tempo) }

// seconds is the length of one repetition; as fast as possible counts as one second.
func seconds(t *dose.Tempo) float64 {
	s := t.Lower + t.Bottom + t.Lift + t.Top
	if t.Explosive {
		s++
	}
	return float64(s)
}

// checkTension adds up a set of still work from its stated tempo and hold. A row that
// takes both from its exercise, and asks for no more, was told of there.
func checkTension(r row, limit limits, report reporter) {
	if r.Of == nil || !heldStill(r.Of) || r.Purpose == "conditioning" || !r.statesDose() {
		return
	}
	inherits := r.Programme != nil && r.Dose.Hold == nil && r.Dose.Tempo == nil
	for i, g := range r.Dose.Groups {
		if g.Amount.Unit != dose.Reps || inherits && top(g.Amount) <= mostReps(r.Of.Dose) {
			continue
		}
		if under := top(g.Amount) * tension(r); under > limit("longest-tension") {
			report(amountAt(r.Origin, r.Dose, i), "one set holds the tension for %g s; more than %g s is rarely meant", under, limit("longest-tension")).
				Help = "ask for fewer repetitions, or a shorter hold"
			return
		}
	}
}

// tension is how long a repetition is held or moved, as far as it is stated.
func tension(r row) float64 {
	under := 0.0
	if h := r.hold(); h != nil {
		under += (h.Min + h.Max) / 2
	}
	if t := r.tempo(); t != nil {
		under += seconds(t)
	}
	return under
}

func mostReps(d dose.Dose) float64 {
	most := 0.0
	for _, g := range d.Groups {
		most = max(most, top(g.Amount))
	}
	return most
}

// checkExplosive looks for speed where a declared stage is a flare, or comes early
// after an operation.
func checkExplosive(lib *library, limit limits, report reporter) {
	told := map[diag.Span]bool{}
	for _, f := range lib.proofs() {
		for i := range f.Rows {
			r := &f.Rows[i]
			t := r.Prescription.Dose.Tempo
			inherited := t == nil
			if inherited {
				t = r.Exercise.Dose.Tempo
			}
			if t == nil || !t.Explosive || !early(r, int(limit("explosive-stage"))) {
				continue
			}
			at := explosiveAt(r, inherited)
			if told[at] {
				continue
			}
			told[at] = true
			found := report(at, "as fast as possible comes too early for `%s` %s", r.Exercise.ID, within(r.Condition, r.Stage))
			found.Related = []diag.Related{{At: f.Declared.Where, Message: "the programme is for this condition"}}
			found.Help = "write seconds for the way up, such as `tempo 2-0-2-0`, until a later stage"
		}
	}
}

// early reports whether a stage comes before speed is usual. The last stage of a
// condition never does.
func early(r *suit.Row, from int) bool {
	if r.Stage.Flare {
		return true
	}
	_, at := r.Condition.Stage(r.Stage.ID)
	return r.Condition.PostOperative && at+1 < from && at+1 < len(r.Condition.Stages)
}

// explosiveAt is where the speed comes from: the tempo, or the exercise that brings it.
func explosiveAt(r *suit.Row, inherited bool) diag.Span {
	if inherited {
		if r.Prescription.Variant.ID != "" {
			return r.Prescription.Variant.At
		}
		return r.Prescription.Exercise.At
	}
	stated := r.Written
	if c := r.Change(); c != nil && c.Dose.Tempo != nil {
		stated = c
	}
	return tempoAt(row{Prescription: stated})
}
