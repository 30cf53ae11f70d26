package check

import (
	"strings"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// stepsRule asks that an exercise can be done from its text alone.
var stepsRule = Rule{
	Rule: diag.Rule{Code: "Q02", Name: "steps", Severity: diag.Warning},
	Limits: []Limit{
		{"fewest-steps", 3, "steps", "a start, a movement and a way back"},
		{"most-steps", 10, "steps", "more cannot be kept in mind"},
		{"most-words", 35, "words in a step", "the NHS service manual asks for short sentences"},
		{"breathing-grade", 2, "grade", "from here on people tend to hold their breath"},
	},
	find: func(lib *library, limit limits, report reporter) {
		s := instructions{english: lib.english(), limit: limit, report: report, sides: newSideWords()}
		for _, e := range lib.Exercises {
			if e.Status == regimen.StatusStub {
				continue
			}
			if section := e.Body.Section("How to perform"); section != nil {
				s.check(e, section)
			}
		}
	},
}

type instructions struct {
	english bool
	limit   limits
	report  reporter
	sides   sideWords
}

func (s *instructions) check(e *regimen.Exercise, section *markdown.Section) {
	heading := e.InBody(section.Place)
	if !numbered(section) {
		found := s.report(heading, "`%s` has no numbered steps", e.ID)
		found.Severity = diag.Error
		found.Help = "write what to do as a list: `1. Lie on your back.`"
		return
	}
	steps := section.Lists[0].Items
	switch n := float64(len(steps)); {
	case n < s.limit("fewest-steps"):
		s.report(heading, "only %s; %g make a start, a movement and a way back", plural(n, "step"), s.limit("fewest-steps")).
			Help = "say how to begin, how to move, and how to come back"
	case n > s.limit("most-steps"):
		s.report(e.InBody(steps[max(0, int(s.limit("most-steps")))].Place), "%d steps are many; nobody keeps more than %g in mind", len(steps), s.limit("most-steps")).
			Help = "join what belongs together, or move advice to the key points"
	}
	for _, step := range steps {
		if n := countWords(step.Plain()); float64(n) > s.limit("most-words") {
			s.report(e.InBody(step.Place), "this step has %d words, and %g are enough", n, s.limit("most-words")).
				Help = "make two steps of it, or move advice to the key points"
		}
	}
	if s.english {
		s.checkSides(e, steps)
		s.checkBreathing(e)
	}
}

func countWords(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

func numbered(section *markdown.Section) bool {
	return len(section.Lists) > 0 && section.Lists[0].Numbered && len(section.Lists[0].Items) > 0
}

// checkSides asks that one side at a time says when to change.
func (s *instructions) checkSides(e *regimen.Exercise, steps []markdown.Item) {
	if e.Sides != regimen.SidesEach || e.Broken("sides") {
		return
	}
	for _, step := range steps {
		if s.sides.change(step.Plain()) {
			return
		}
	}
	found := s.report(e.InBody(steps[len(steps)-1].Place), "no step of `%s` says when to change sides", e.ID)
	found.Help = "end the last step with `When the set is done, change sides.`"
	found.Related = []diag.Related{{At: e.At("sides"), Message: "one side at a time"}}
}

// checkBreathing asks for a cue to breathe where the effort invites to hold it.
func (s *instructions) checkBreathing(e *regimen.Exercise) {
	for _, stressor := range e.Stressors {
		switch stressor.ID {
		case "anti-extension", "sustained-isometric", "strain":
		default:
			continue
		}
		if float64(stressor.Grades[e.UsualLoad]) < s.limit("breathing-grade") || e.Broken("usual-load") || breathes(e) {
			continue
		}
		found := s.report(stressor.At, "`%s` invites to hold the breath, and nothing here says how to breathe", e.ID)
		found.Severity = diag.Info
		found.Help = "add a key point that begins `Breathe:`"
		return
	}
}

func breathes(e *regimen.Exercise) bool {
	for b := range e.Body.Blocks() {
		if strings.Contains(b.Text, "reath") {
			return true
		}
	}
	return false
}
