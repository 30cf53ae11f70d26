package check

import (
	"sync"
	"time"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// library is a Library with what several rules ask of it, computed once.
type library struct {
	*regimen.Library
	rows   []row
	proofs func() []proof
	dosed  func() []row                          // every dose that is written: see allDoses
	steps  func() map[string][]step              // from each exercise to the harder ones
	kin    func() map[string][]*regimen.Exercise // by pattern and primary muscle
	plans  func() []*plan
	today  time.Time
}

// row is one row of a session with what it stands for.
type row struct {
	*regimen.Prescription
	Programme *regimen.Programme
	Session   *regimen.Session
	Place     int               // in the session, from 0
	Of        *regimen.Exercise // nil when the exercise could not be read
	Purpose   string            // the role, as written or by default
	Class     regimen.LoadClass // apart from any phase
	Phase     *regimen.Phase    // nil unless a phase states the row anew
}

// proof is what the suitability model says of a programme for one declared condition.
type proof struct {
	suit.Proof
	Worst []suit.Row // each row once, where it is judged most strictly
}

func newLibrary(lib *regimen.Library) *library {
	l := &library{Library: lib}
	for _, p := range lib.Programmes {
		for _, s := range p.Sessions {
			for i, r := range s.Rows {
				l.rows = append(l.rows, row{
					Prescription: r, Programme: p, Session: s, Place: i,
					Of: lib.Exercise(r.Exercise.ID), Purpose: lib.Role(r), Class: lib.Class(r),
				})
			}
		}
	}
	l.dosed = sync.OnceValue(l.allDoses)
	l.steps = sync.OnceValue(func() map[string][]step { return stepsUp(lib) })
	l.proofs = sync.OnceValue(func() []proof {
		var out []proof
		for _, p := range lib.Programmes {
			for _, f := range suit.Prove(lib, p) {
				out = append(out, proof{f, f.Worst()})
			}
		}
		return out
	})
	l.kin = sync.OnceValue(func() map[string][]*regimen.Exercise { return kinOf(lib) })
	l.plans = sync.OnceValue(func() []*plan { return allPlans(l) })
	return l
}
