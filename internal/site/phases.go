package site

import (
	"regimen/internal/regimen"
)

// The date columns of a printed sheet: a box that is narrower cannot be written in, and
// fewer would waste the paper.
const (
	leastDates = 4
	mostDates  = 6
)

// doseView is what a row is in some of the weeks, where phases change it.
type doseView struct {
	Weeks              string
	Exercise           link // where it differs from the row's
	Work, Details      string
	Note, Modification string
}

// doses is the row in each phase that uses the session, where the phases make it
// differ; phases in which it stays the same are joined.
func (b *builder) doses(p *regimen.Programme, s *regimen.Session, row *regimen.Prescription, page string) []doseView {
	if !changed(p, row) {
		return nil
	}
	first := b.row(row, page)
	var doses []doseView
	var last regimen.Range
	for i := range p.Phases {
		phase := &p.Phases[i]
		stands := row.InPhase(phase)
		weeks, meet := stands.Weeks.Meet(phase.Weeks)
		if !phase.Uses(s.ID) || !meet {
			continue
		}
		v := b.row(stands, page)
		d := doseView{Exercise: v.Exercise, Work: v.Work, Details: b.details(v), Note: v.Note, Modification: v.Modification}
		if d.Exercise == first.Exercise {
			d.Exercise = link{}
		}
		if n := len(doses); n > 0 && last.Max+1 == weeks.Min {
			before := doses[n-1]
			before.Weeks = ""
			if before == d {
				weeks.Min = last.Min
				doses = doses[:n-1]
			}
		}
		d.Weeks, last = b.weeks(weeks), weeks
		doses = append(doses, d)
	}
	if same(doses) {
		return nil
	}
	return doses
}

// same reports whether the doses differ in nothing but their weeks.
func same(doses []doseView) bool {
	for _, d := range doses {
		d.Weeks = doses[0].Weeks
		if d != doses[0] {
			return false
		}
	}
	return true
}

// details is what a row says beside its sets, and the rest: light load, hold 2 s, rest 45 s.
func (b *builder) details(row rowView) string {
	var parts []string
	if row.Extras != "" {
		parts = append(parts, row.Extras)
	}
	if row.Rest != "–" {
		parts = append(parts, b.t("rest {time}", "time", row.Rest))
	}
	return b.commas(parts)
}

// changed reports whether some phase says something of the row.
func changed(p *regimen.Programme, row *regimen.Prescription) bool {
	for i := range p.Phases {
		if row.ChangeIn(&p.Phases[i]) != nil {
			return true
		}
	}
	return false
}

// tick is a phase as a sheet names it. Rule is what it says of the load, as a sentence.
type tick struct{ Name, Weeks, Focus, Rule string }

// ticks are the phases that use a session; without one, all.
func (b *builder) ticks(p *regimen.Programme, session string) []tick {
	views := b.phases(p)
	var out []tick
	for i := range p.Phases {
		phase := &p.Phases[i]
		if session != "" && !phase.Uses(session) {
			continue
		}
		t := tick{Name: phase.Name, Weeks: b.weeks(phase.Weeks), Focus: phase.Focus}
		if views[i].Rule != "" {
			t.Rule = b.t("{phase}: {rule}.", "phase", phase.Name, "rule", views[i].Rule)
		}
		out = append(out, t)
	}
	return out
}

// dates is how many columns for dates a sheet of the session has: as many as the
// session has dates in a phase, within what paper allows.
func dates(p *regimen.Programme, s *regimen.Session) int {
	cycle := p.Schedule.Cycle()
	most := 0
	for i := range p.Phases {
		phase := &p.Phases[i]
		if !phase.Uses(s.ID) || phase.Weeks.Open || len(cycle) == 0 {
			continue
		}
		n := 0
		for week := phase.Weeks.Min; week <= phase.Weeks.Max && n < mostDates; week++ {
			n += count(cycle[(week-1)%len(cycle)], s.ID)
		}
		most = max(most, n)
	}
	if most == 0 {
		return mostDates
	}
	return min(max(most, leastDates), mostDates)
}

func count(slots []string, session string) (n int) {
	for _, id := range slots {
		if id == session {
			n++
		}
	}
	return n
}
