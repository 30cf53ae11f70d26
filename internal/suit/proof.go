package suit

import (
	"regimen/internal/regimen"
)

// Result is what a proof comes to, best first.
type Result int

// The results of a proof, after the suitability model.
const (
	Proven          Result = iota
	ProvenWithNotes        // a row needs a note, or a change that it has
	Unproven               // an exercise is not tagged or not known
	Refuted                // a row is to be avoided, or lacks the change it needs
)

var resultWords = [...]string{"proven", "proven-with-notes", "unproven", "refuted"}

// String is the word of the result.
func (r Result) String() string { return resultWords[r] }

// Proof is what the model finds of a programme at a stage of a condition.
type Proof struct {
	Programme *regimen.Programme
	Condition *regimen.Condition
	Stage     *regimen.Stage    // at the start; a phase may change it
	Declared  *regimen.Declared // nil when asked for from outside
	Result    Result
	Rows      []Row // by session and row, then by phase
	Unread    int   // rows that name no exercise of the library; they leave it Unproven
}

// Prove judges a programme against each condition that it declares, in its order.
// A condition or stage that the library does not hold has no proof.
func Prove(lib *regimen.Library, p *regimen.Programme) []Proof {
	proofs := make([]Proof, 0, len(p.Conditions))
	for i := range p.Conditions {
		d := &p.Conditions[i]
		c := lib.Condition(d.Condition.ID)
		if c == nil {
			continue
		}
		if s, _ := c.Stage(d.Stage.ID); s != nil {
			proof := Proof{Programme: p, Condition: c, Stage: s, Declared: d}
			proof.run(lib, InForce(p, c, s))
			proofs = append(proofs, proof)
		}
	}
	return proofs
}

// ProveFor judges a programme for a condition asked for from outside. What the
// programme does not itself declare is held at one stage throughout.
func ProveFor(lib *regimen.Library, p *regimen.Programme, c *regimen.Condition, stage *regimen.Stage) Proof {
	proof := Proof{Programme: p, Condition: c, Stage: stage}
	for i := range p.Conditions {
		if d := &p.Conditions[i]; d.Condition.Is(c.ID) && d.Stage.Is(stage.ID) {
			proof.Declared = d
		}
	}
	stages := InForce(p, c, stage)
	if proof.Declared == nil {
		for i := range stages {
			stages[i] = stage
		}
	}
	proof.run(lib, stages)
	return proof
}

// run judges every row in every phase that uses it.
func (f *Proof) run(lib *regimen.Library, stages []*regimen.Stage) {
	f.Rows = make([]Row, 0, f.most(len(stages)))
	for _, session := range f.Programme.Sessions {
		for _, row := range session.Rows {
			for i, stage := range stages {
				phase := phaseAt(f.Programme, i)
				if phase.Uses(session.ID) {
					f.add(lib, Row{Session: session, Written: row, Phase: phase, Condition: f.Condition, Stage: stage})
				}
			}
		}
	}
	if f.Unread > 0 {
		f.Result = max(f.Result, Unproven)
	}
}

// most is how many rows there are to judge, each in every phase that uses it.
func (f *Proof) most(phases int) int {
	n := 0
	for _, session := range f.Programme.Sessions {
		for i := range phases {
			if phaseAt(f.Programme, i).Uses(session.ID) {
				n += len(session.Rows)
			}
		}
	}
	return n
}

// add completes a row and takes it in, unless its weeks lie outside the phase. What the
// row before it, of the phase before, has in common with it is not worked out again.
func (f *Proof) add(lib *regimen.Library, r Row) {
	r.Prescription = r.Written.InPhase(r.Phase)
	var meet bool
	if r.Weeks, meet = r.Prescription.Weeks.Meet(weeksOf(r.Phase)); !meet {
		return
	}
	before := f.before(r.Prescription)
	if before != nil {
		r.Exercise = before.Exercise
	} else if r.Exercise = judged(lib, r.Prescription); r.Exercise == nil {
		f.Unread++
		return
	}
	r.Assumed = Assumed(r.Prescription, r.Phase)
	class := ClassOf(r.Exercise, r.Prescription, r.Phase)
	if before != nil && before.Stage == r.Stage && before.Class == class {
		r.Judgement, r.Met, r.Later, r.Gated = before.Judgement, before.Met, before.Later, before.Gated
	} else {
		r.judge(lib, class)
	}
	f.Rows = append(f.Rows, r)
	f.Result = max(f.Result, r.Result())
}

// before is the last row, if it is the same one in a phase before; nil where either phase
// changes it.
func (f *Proof) before(as *regimen.Prescription) *Row {
	if n := len(f.Rows); n > 0 && f.Rows[n-1].Prescription == as {
		return &f.Rows[n-1]
	}
	return nil
}

// judged is the exercise that a row is judged by, or nil.
func judged(lib *regimen.Library, row *regimen.Prescription) *regimen.Exercise {
	if row.Variant.ID != "" {
		return lib.Exercise(row.Variant.ID)
	}
	return lib.Exercise(row.Exercise.ID)
}

// phaseAt is nil for the one stretch of a programme without phases.
func phaseAt(p *regimen.Programme, i int) *regimen.Phase {
	if i < len(p.Phases) {
		return &p.Phases[i]
	}
	return nil
}

func weeksOf(phase *regimen.Phase) regimen.Range {
	if phase == nil {
		return regimen.Range{}
	}
	return phase.Weeks
}
