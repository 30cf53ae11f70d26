package check

import (
	"fmt"
	"iter"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// visits walks each session as it stands in the weeks that change it.
func (l *library) visits() iter.Seq[*visit] {
	return func(yield func(*visit) bool) {
		for _, p := range l.plans() {
			for i := range p.Stretches {
				for _, v := range p.Stretches[i].Sessions {
					if v.first == i && !yield(v) {
						return
					}
				}
			}
		}
	}
}

// once passes on only the first finding at a place: the same fault in several weeks
// is told once.
func once(report reporter) reporter {
	told := map[diag.Span]bool{}
	return func(at diag.Span, format string, args ...any) *diag.Diagnostic {
		if told[at] {
			return &diag.Diagnostic{}
		}
		told[at] = true
		return report(at, format, args...)
	}
}

// grade is how much an exercise asks of a structure at a class of load.
func grade(e *regimen.Exercise, stressor string, class regimen.LoadClass) int {
	for i := range e.Stressors {
		if e.Stressors[i].Is(stressor) {
			return e.Stressors[i].Grades[class]
		}
	}
	return 0
}

// muscleInCommon is a primary muscle of both exercises, or nothing.
func muscleInCommon(a, b *regimen.Exercise) string {
	for _, m := range a.Primary {
		if has(b.Primary, m.ID) {
			return m.ID
		}
	}
	return ""
}

// weekly is a number of each session, summed over an average week.
func (s *stretch) weekly(of func(*visit) float64) float64 {
	sum := 0.0
	for i, v := range s.Sessions {
		sum += s.Times[i] * of(v)
	}
	return sum
}

// tips is the session that lifts a weekly sum above a limit, in the order in which
// they are written.
func (s *stretch) tips(limit float64, of func(*visit) float64) *visit {
	sum := 0.0
	for i, v := range s.Sessions {
		if sum += s.Times[i] * of(v); sum > limit {
			return v
		}
	}
	return nil
}

// inWeeks says in which weeks something holds, where that is not in all.
func (s *stretch) inWeeks() string {
	switch w := s.Weeks; {
	case w.Min == 0:
		return ""
	case w.Open:
		return fmt.Sprintf(" from week %d on", w.Min)
	case w.Min == w.Max:
		return fmt.Sprintf(" in week %d", w.Min)
	default:
		return fmt.Sprintf(" in weeks %d-%d", w.Min, w.Max)
	}
}

// when says in which weeks something holds, unless it holds in all.
func (p *plan) when(s *stretch, says func(*stretch) string) string {
	here := says(s)
	for i := range p.Stretches {
		if says(&p.Stretches[i]) != here {
			return s.inWeeks()
		}
	}
	return ""
}

// offered finds the first published exercise that may stand in a programme: its
// equipment is at hand, and it passes at every stage that the programme declares.
func (l *library) offered(p *regimen.Programme, from []*regimen.Exercise) *regimen.Exercise {
	for _, e := range from {
		if e.Status == regimen.StatusPublished && missing(p, e) == nil && l.passes(p, e, suit.Caution) {
			return e
		}
	}
	return nil
}

// passes reports whether an exercise, at its usual load, is judged no more strictly
// than the limit in each phase for each condition that a programme declares.
func (l *library) passes(p *regimen.Programme, e *regimen.Exercise, limit suit.Verdict) bool {
	for i := range p.Conditions {
		c := l.Condition(p.Conditions[i].Condition.ID)
		if c == nil {
			continue
		}
		start, _ := c.Stage(p.Conditions[i].Stage.ID)
		if start == nil {
			continue
		}
		for n, stage := range suit.InForce(p, c, start) {
			var ph *regimen.Phase
			if n < len(p.Phases) {
				ph = &p.Phases[n]
			}
			if suit.Judge(e, c, stage, suit.ClassOf(e, nil, ph)).Verdict > limit {
				return false
			}
		}
	}
	return true
}

// missing is the first piece of equipment that an exercise needs and a programme does
// not list; nil where all is at hand, or the programme lists nothing.
func missing(p *regimen.Programme, e *regimen.Exercise) regimen.AnyOf {
	if !p.Has("equipment") || p.Broken("equipment") {
		return nil
	}
	for _, need := range e.Equipment {
		if !atHand(p.Equipment, need) {
			return need
		}
	}
	return nil
}

// atHand reports whether one of the pieces is sure to be there: of a choice that the
// reader has, each must do.
func atHand(have []regimen.AnyOf, need regimen.AnyOf) bool {
	for _, choice := range have {
		all := true
		for _, piece := range choice {
			all = all && has(need, piece.ID)
		}
		if all {
			return true
		}
	}
	return false
}

// listed writes words as the author has them: `a`, `b` and `c`.
func listed(ids []string, last string) string {
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = "`" + id + "`"
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " " + last + " " + quoted[len(quoted)-1]
}

// plural counts things: 1 set, 2 sets, 2.5 sets.
func plural(n float64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%g %ss", n, noun)
}
