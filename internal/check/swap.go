package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// swap is an exercise that is named in the place of another, with the worst verdict
// on it there.
type swap struct {
	suit.Judgement
	at     diag.Span
	of, by *regimen.Exercise
	place  suit.Place // without a condition where none was judged
	proof  *proof     // the programme in which the original stands, or nil
}

// swaps collects each one once, by the word that names it.
type swaps struct {
	lib   *library
	list  []*swap
	known map[diag.Span]*swap
}

// named finds the swap of a word, or nil where it names no exercise.
func (s *swaps) named(of *regimen.Exercise, word regimen.Word) *swap {
	by := s.lib.Exercise(word.ID)
	if by == nil || by == of {
		return nil
	}
	one := s.known[word.At]
	if one == nil {
		one = &swap{at: word.At, of: of, by: by}
		s.known[word.At] = one
		s.list = append(s.list, one)
	}
	return one
}

// judge keeps the worst verdict. What could not be read is not held against it.
func (s *swap) judge(at suit.Place, p *proof) {
	if s.by.Broken("stressors") {
		return
	}
	j := suit.Judge(s.by, at.Condition, at.Stage, suit.ClassOf(s.by, nil, at.Phase))
	if s.place.Condition == nil || j.Verdict > s.Verdict {
		s.Judgement, s.place, s.proof = j, at, p
	}
}

func (s *swap) tell(lib *library, report reporter) {
	if s.Verdict.Passes() || s.Verdict == suit.Modify && guided(&s.Judgement) {
		s.compare(report)
		return
	}
	found := report(s.at, "the substitute `%s` %s %s", s.by.ID, itself(s.Verdict), within(s.place.Condition, s.place.Stage))
	if s.Verdict == suit.Modify {
		found.Severity = diag.Warning
	}
	found.Label = reason(&s.Judgement, s.place.Stage)
	if s.proof != nil {
		found.Related = append(found.Related, diag.Related{At: s.proof.Declared.Condition.At, Message: "`" + s.of.ID + "` stands in this programme"})
	}
	found.Related = append(found.Related, judgedBy(&s.Judgement, s.by, s.place.Condition, s.place.Stage)...)
	found.Help = "name another, or `none` with the reason"
	if c, ok := lib.instead(s.of, s.place); ok {
		found.Help = praise(s.of, c)
	}
}

// itself says of a substitute what is wrong with it.
func itself(v suit.Verdict) string {
	switch v {
	case suit.Modify:
		return "itself needs a modification"
	case suit.Unknown:
		return "has no `stressors` to be judged by"
	}
	return "is itself to be avoided"
}

// compare asks that the substitute does some of the same work. An exercise that names
// no muscles at all cannot be compared.
func (s *swap) compare(report reporter) {
	if suit.Shares(s.of, s.by) || unlisted(s.of) || unlisted(s.by) {
		return
	}
	found := report(s.at, "`%s` has neither the pattern nor a primary muscle of `%s`", s.by.ID, s.of.ID)
	found.Severity = diag.Warning
	found.Label = "trains " + work(s.by)
	found.Related = []diag.Related{{At: s.of.At("pattern"), Message: "`" + s.of.ID + "` trains " + work(s.of)}}
	found.Help = "name one that does some of the same work, or correct `pattern` or `muscles` of either"
}

func unlisted(e *regimen.Exercise) bool {
	return !e.Has("muscles") || brokenAny(e.Origin, "muscles", "pattern")
}

// work is the pattern and the primary muscles of an exercise.
func work(e *regimen.Exercise) string {
	if len(e.Primary) == 0 {
		return e.Pattern.ID
	}
	return e.Pattern.ID + ": " + strings.Join(regimen.IDs(e.Primary), ", ")
}

// splitCircumstance parts a condition from the stage behind its slash.
func splitCircumstance(word string) (condition, stage string) {
	condition, stage, _ = strings.Cut(word, "/")
	return condition, stage
}
