package check

import (
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// checkCap is the part of W10 that compares each row with the cap of its phase.
func checkCap(lib *library, s *stretch, report reporter) {
	if s.Phase == nil || !s.Phase.HasMaxLoad || s.Phase.Broken("max-load") {
		return
	}
	for _, v := range s.Sessions {
		for _, r := range v.Work {
			if r.Of == nil || r.Broken("load") {
				continue
			}
			most := s.Phase.MaxLoad
			switch floor := lib.floor(r.Of); {
			case floor > most:
				found := report(r.Exercise.At, "`%s` begins at %s load, and this phase is capped at %s", r.Of.ID, floor, most)
				found.Related = capped(s)
				found.Help = "in this phase use an exercise that can be lighter, or let the row begin later with `weeks`"
				if e := lib.lighter(v.Programme, r.Of, most); e != nil {
					found.Help = "in this phase use `" + e.ID + "`, as in `rows: {" + r.ID + ": {exercise: " + e.ID + "}}`, or let the row begin later with `weeks`"
				}
			case r.Class > most:
				found := report(loadWritten(r), "`%s` is planned at %s load, and this phase is capped at %s", r.Of.ID, r.Class, most)
				found.Related = capped(s)
				found.Help = "lower it in this phase: `rows: {" + r.ID + ": {load: " + most.String() + "}}`, or raise `max-load`"
			}
		}
	}
}

// lighter finds an exercise of the same movement that can be done under a cap.
func (l *library) lighter(p *regimen.Programme, e *regimen.Exercise, most regimen.LoadClass) *regimen.Exercise {
	var from []*regimen.Exercise
	for _, other := range l.kin()[e.Pattern.ID] {
		if other != e && l.floor(other) <= most && other.UsualLoad <= most {
			from = append(from, other)
		}
	}
	return l.offered(p, from)
}

func capped(s *stretch) []diag.Related {
	return []diag.Related{{At: s.Phase.At("max-load"), Message: "the cap of this phase"}}
}

// loadWritten is where the load of a row was written: in its phase, in its session, or
// as part of the dose.
func loadWritten(r row) diag.Span {
	if change := r.ChangeIn(r.Phase); change != nil && change.Has("load") {
		return change.At("load")
	}
	if r.Has("load") {
		return r.At("load")
	}
	return r.Exercise.At
}

// floor is the least load of an exercise: its own word, or that of the equipment.
func (l *library) floor(e *regimen.Exercise) regimen.LoadClass {
	if e.Has("load-floor") {
		return e.LoadFloor
	}
	least := regimen.NoLoad
	for _, choice := range e.Equipment {
		lightest := regimen.Heavy
		for _, piece := range choice {
			lightest = min(lightest, l.pieceFloor(piece.ID))
		}
		least = max(least, lightest)
	}
	return least
}

func (l *library) pieceFloor(id string) regimen.LoadClass {
	for i := range l.Vocabulary.Equipment {
		if q := &l.Vocabulary.Equipment[i]; q.ID == id && q.HasFloor {
			return q.Floor
		}
	}
	return regimen.NoLoad
}
