package check

import (
	"sync"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// library is a Library with what several rules ask of it, computed once.
type library struct {
	*regimen.Library
	rows   []row
	proofs func() []proof
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
	l.proofs = sync.OnceValue(func() []proof {
		var out []proof
		for _, p := range lib.Programmes {
			for _, f := range suit.Prove(lib, p) {
				out = append(out, proof{f, f.Worst()})
			}
		}
		return out
	})
	return l
}
