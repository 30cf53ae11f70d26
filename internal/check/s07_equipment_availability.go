package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/dose"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// equipmentAvailability compares what the rows need with what a programme says that
// the reader has.
var equipmentAvailability = Rule{
	Rule:   diag.Rule{Code: "S07", Name: "equipment-availability", Severity: diag.Error},
	offers: true,
	find: func(lib *library, _ limits, report reporter) {
		search := &shelf{library: lib}
		report = once(report)
		told := map[lack]bool{}
		for v := range lib.visits() {
			for i, r := range v.Work {
				if r.Of == nil || r.Of.Broken("equipment") {
					continue
				}
				need := missing(v.Programme, r.Of)
				if key := (lack{v.Programme, r.Of}); need != nil && !told[key] {
					told[key] = true
					search.unavailable(v.Programme, r, need, report)
				}
				if r.Letter() == "" || need != nil {
					continue
				}
				for _, first := range v.Work[:i] {
					if twoStations(v, first, r) {
						apart(first, r, report)
						break
					}
				}
			}
		}
		for _, r := range lib.dosed() {
			checkLoadAtHand(lib, r, report)
		}
	},
}

// checkLoadAtHand asks, where the exercise itself can be done, for something to load it
// with: an optional weight or band that the row's load calls for.
func checkLoadAtHand(lib *library, r row, report reporter) {
	p := r.Programme
	if p == nil || r.Of == nil || !p.Has("equipment") || p.Broken("equipment") || brokenAny(r.Of.Origin, "equipment", "optional-equipment") ||
		r.Variant.ID != "" || missing(p, r.Of) != nil {
		return
	}
	loads := statedLoads(r)
	if len(loads) == 0 {
		return
	}
	k := kitOf(lib, r.Of)
	for _, load := range loads {
		var with regimen.AnyOf
		for _, q := range k.bands {
			if load.Level != "" && slices.Contains(q.Levels, load.Level) {
				with = append(with, regimen.Word{ID: q.ID})
			}
		}
		for _, q := range k.weights {
			if load.Level == "" && load.Kind == dose.Mass {
				with = append(with, regimen.Word{ID: q.ID})
			}
		}
		if len(with) == 0 || atHand(p.Equipment, with) {
			continue
		}
		pieces := listed(regimen.IDs(with), "or")
		found := report(load.At, "`%s` needs %s, which the programme's `equipment` does not have", load.At.Text(), pieces)
		found.Severity = diag.Warning
		found.Related = []diag.Related{{At: p.At("equipment"), Message: "what the reader has"}}
		found.Help = "add " + pieces + " to `equipment`, or leave the load out"
		return
	}
}

// lack is an exercise that a programme cannot be done with: one fault, however often
// it stands there.
type lack struct {
	programme *regimen.Programme
	exercise  *regimen.Exercise
}

// shelf finds what can stand in with the equipment at hand.
type shelf struct {
	*library
	all map[string][]*regimen.Exercise // published, by pattern and by primary muscle
}

func (s *shelf) unavailable(p *regimen.Programme, r row, need regimen.AnyOf, report reporter) {
	pieces := regimen.IDs(need)
	found := report(r.Exercise.At, "`%s` needs %s, which the programme's `equipment` does not have", r.Of.ID, listed(pieces, "or"))
	found.Related = []diag.Related{{At: p.At("equipment"), Message: "what the reader has"}, {At: r.Of.At("equipment"), Message: "what `" + r.Of.ID + "` needs"}}
	found.Help = "add " + listed(pieces, "or") + " to `equipment`, or take another exercise"
	if e := s.standIn(p, r); e != nil {
		found.Severity = diag.Warning
		found.Suggestions = []string{e.ID}
		found.Help = "add " + listed(pieces, "or") + " to `equipment`, or do `" + e.ID + "` in its place"
	}
}

// standIn finds what can be done in a row's place with the equipment at hand and is
// judged no more strictly: what the author names, then its kin.
func (s *shelf) standIn(p *regimen.Programme, r row) *regimen.Exercise {
	var from []*regimen.Exercise
	for _, id := range namedFor(r) {
		if e := s.Exercise(id); e != nil {
			from = append(from, e)
		}
	}
	s.fill()
	from = append(from, s.all[r.Of.Pattern.ID]...)
	for _, m := range r.Of.Primary {
		from = append(from, s.all[m.ID]...)
	}
	limit := suit.Caution
	if !s.library.passes(p, r.Of, limit) {
		limit = suit.Modify
	}
	for _, e := range from {
		if e != r.Of && e.Status == regimen.StatusPublished && missing(p, e) == nil && s.library.passes(p, e, limit) {
			return e
		}
	}
	return nil
}

// namedFor lists the exercises that the author names as easier or as substitutes.
func namedFor(r row) []string {
	var out []string
	for _, list := range [][]regimen.Substitute{r.Substitutes, r.Of.Substitutes} {
		for _, sub := range list {
			out = append(out, sub.Exercise.ID)
		}
	}
	return append(out, regimen.IDs(r.Of.Regressions)...)
}

func (s *shelf) fill() {
	if s.all != nil {
		return
	}
	s.all = map[string][]*regimen.Exercise{}
	for _, e := range s.Library.Exercises {
		if e.Pattern.ID != "" {
			s.all[e.Pattern.ID] = append(s.all[e.Pattern.ID], e)
		}
		for _, m := range e.Primary {
			s.all[m.ID] = append(s.all[m.ID], e)
		}
	}
}

// twoStations reports whether a superset sends the reader from one fixed place to
// another.
func twoStations(v *visit, a, b row) bool {
	g := v.Group(b.Group)
	if !together(a, b) || a.Of == nil || a.Of == b.Of || g != nil && g.Kind != "superset" {
		return false
	}
	from, to := station(a.Of), station(b.Of)
	return from != "" && to != "" && (from != to || from == "machine")
}

// station is the fixed place that an exercise is done at; none if there is a choice.
func station(e *regimen.Exercise) string {
	for _, need := range e.Equipment {
		if len(need) != 1 {
			continue
		}
		switch need[0].ID {
		case "barbell", "trap-bar", "cable", "machine":
			return need[0].ID
		}
	}
	return ""
}

func apart(first, r row, report reporter) {
	found := report(r.Exercise.At, "`%s` and `%s` are done in turn at two places: %s and %s", first.Of.ID, r.Of.ID, station(first.Of), station(r.Of))
	found.Severity = diag.Info
	found.Related = []diag.Related{{At: first.Exercise.At, Message: "the other row"}}
	found.Help = "if the two do not stand side by side, pair one of them with a dumbbell or floor exercise"
}
