package check

import (
	"iter"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// fault is a row that a rule of suitability finds against, under the first condition
// of its programme where that is so.
type fault struct {
	*suit.Row
	proof  *proof
	also   []*fault // the same row under the programme's other conditions
	proofs []proof  // all of the programme
}

// faults gathers the rows that a rule finds against. A row that several conditions of
// its programme speak against is one fault.
func (l *library) faults(against func(*suit.Row) bool) []*fault {
	var out []*fault
	for proofs := range programmes(l.proofs()) {
		seen := map[*regimen.Prescription]*fault{}
		for i := range proofs {
			for k := range proofs[i].Worst {
				r := &proofs[i].Worst[k]
				if !against(r) || unsure(proofs[i].Programme, r) {
					continue
				}
				f := &fault{Row: r, proof: &proofs[i], proofs: proofs}
				if first := seen[r.Written]; first != nil {
					first.also = append(first.also, f)
					continue
				}
				seen[r.Written] = f
				out = append(out, f)
			}
		}
	}
	return out
}

// programmes parts the proofs by programme; those of one stand together.
func programmes(all []proof) iter.Seq[[]proof] {
	return func(yield func([]proof) bool) {
		for start := 0; start < len(all); {
			end := start + 1
			for end < len(all) && all[end].Programme == all[start].Programme {
				end++
			}
			if !yield(all[start:end:end]) {
				return
			}
			start = end
		}
	}
}

// unsure reports whether something that a row's verdict rests on could not be read.
func unsure(p *regimen.Programme, r *suit.Row) bool {
	for _, row := range written(r) {
		if brokenAny(row.Origin, "exercise", "variant", "load", "weeks") {
			return true
		}
	}
	for i := range p.Phases {
		if brokenAny(p.Phases[i].Origin, "stage", "max-load", "rows") {
			return true
		}
	}
	for i := range r.Condition.Overrides {
		o := &r.Condition.Overrides[i]
		if o.Exercise.Is(r.Exercise.ID) && brokenAny(o.Origin, "stage", "verdict", "by", "role", "date") {
			return true
		}
	}
	return false
}

// written is what the author wrote of a row: in its session, and in the phase.
func written(r *suit.Row) []*regimen.Prescription {
	if change := r.Change(); change != nil {
		return []*regimen.Prescription{change, r.Written}
	}
	return []*regimen.Prescription{r.Written}
}

// brokenIn reports whether a key of a row was written, there or in its phase, and
// could not be read.
func brokenIn(r *suit.Row, key string) bool {
	for _, row := range written(r) {
		if row.Broken(key) {
			return true
		}
	}
	return false
}

func brokenAny(o regimen.Origin, keys ...string) bool {
	for _, key := range keys {
		if o.Broken(key) {
			return true
		}
	}
	return false
}

// exerciseAt is where a row names the exercise that it is judged by.
func exerciseAt(r *suit.Row) diag.Span {
	if r.Prescription.Variant.ID != "" {
		return r.Prescription.Variant.At
	}
	return r.Prescription.Exercise.At
}

// loadAt is where a row says how heavy it is, in its load or in its dose; where it does
// not, its exercise.
func loadAt(r *suit.Row) diag.Span {
	for _, row := range written(r) {
		if row.Has("load") {
			return row.At("load")
		}
	}
	if r.Assumed {
		return exerciseAt(r)
	}
	for _, row := range written(r) {
		for _, part := range row.Dose.Loads() {
			return partAt(row.Origin, row.Dose, "reps", func(dose.Spans) dose.Span { return part })
		}
	}
	return exerciseAt(r)
}

// related points at what a row was judged by: the conditions, the phase if the row is
// judged otherwise in another, and what the exercise demands.
func (f *fault) related() []diag.Related {
	out := []diag.Related{{At: f.proof.Declared.Condition.At, Message: "the programme is for this condition"}}
	for _, other := range f.also {
		out = append(out, diag.Related{At: other.proof.Declared.Condition.At, Message: "and for this one, with the same result"})
	}
	if f.Stage != f.proof.Stage {
		out = append(out, diag.Related{At: f.stageAt(), Message: "from this phase on, at this stage"})
	} else if f.Phase != nil && f.differs() {
		out = append(out, diag.Related{At: f.Phase.At("weeks"), Message: "judged in these weeks"})
	}
	return append(out, judgedBy(&f.Judgement, f.Exercise, f.Condition, f.Stage)...)
}

// differs reports whether the row has another verdict in another phase.
func (f *fault) differs() bool {
	for i := range f.proof.Rows {
		if r := &f.proof.Rows[i]; r.Written == f.Written && r.Verdict != f.Verdict {
			return true
		}
	}
	return false
}

// stageAt is where a phase up to the row's own last changed the stage.
func (f *fault) stageAt() diag.Span {
	at := f.proof.Declared.Stage.At
	for i := range f.proof.Programme.Phases {
		ph := &f.proof.Programme.Phases[i]
		for _, change := range ph.Stages {
			if change.Condition.Is(f.Condition.ID) {
				at = change.Stage.At
			}
		}
		if ph == f.Phase {
			break
		}
	}
	return at
}
