package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// within names a condition and stage in a phrase: "in disc-related pain (irritable)".
func within(c *regimen.Condition, s *regimen.Stage) string {
	title := c.ID
	if c.Title != "" {
		title = lowerFirst(c.Title)
	}
	switch first, _, _ := strings.Cut(title, " "); first {
	case "after", "before", "during", "in", "with", "without":
	default:
		title = "in " + title
	}
	return title + " (" + s.ID + ")"
}

// lowerFirst makes a title part of a sentence. It leaves COPD and Parkinson's alone.
func lowerFirst(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	word, _, _ := strings.Cut(title, " ")
	second, _ := utf8.DecodeRuneInString(title[size:])
	if unicode.IsUpper(second) || strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// reason says in a few words what makes a verdict what it is, for a label.
func reason(j *suit.Judgement, s *regimen.Stage) string {
	switch {
	case j.Override != nil:
		return "the condition decides this by name"
	case j.ByStage:
		return "the exercise says that it begins at a later stage"
	case j.ByLoad:
		return j.Class.String() + " load; this stage allows " + s.MaxLoad.String()
	case j.Verdict == suit.Unknown:
		return "its `stressors` are not written down"
	case len(j.Causes) == 0:
		return ""
	}
	return demand(greatest(j), j.Verdict)
}

// demand is a cause beside the most that the stage would take one step more mildly:
// "forward-lean-load 2; this stage tolerates 1, with a note".
func demand(c suit.Cause, v suit.Verdict) string {
	most, how := bound(c, v), ""
	switch {
	case v == suit.Caution:
		how = " without a note"
	case v == suit.Modify:
		how = " without a modification"
	case most > c.Limit.Caution:
		how = ", with a modification"
	case most > c.Limit.OK:
		how = ", with a note"
	}
	amount := fmt.Sprint(most)
	if most == 0 {
		amount = "none"
	}
	return fmt.Sprintf("%s; this stage tolerates %s%s", c, amount, how)
}

// bound is the greatest grade that would have had a milder verdict.
func bound(c suit.Cause, v suit.Verdict) int {
	switch v {
	case suit.Caution:
		return c.Limit.OK
	case suit.Modify:
		return c.Limit.Caution
	}
	return c.Limit.Modify
}

// greatest is the cause that goes furthest beyond its bound.
func greatest(j *suit.Judgement) suit.Cause {
	out := j.Causes[0]
	for _, c := range j.Causes[1:] {
		if c.Grade-bound(c, j.Model) > out.Grade-bound(out, j.Model) {
			out = c
		}
	}
	return out
}

// judgedBy points at the lines that a verdict comes from.
func judgedBy(j *suit.Judgement, e *regimen.Exercise, c *regimen.Condition, s *regimen.Stage) []diag.Related {
	if j.Override != nil {
		return []diag.Related{{At: decidedAt(j), Message: "decided here"}}
	}
	if j.Verdict == suit.Unknown {
		return []diag.Related{{At: e.At("title"), Message: "there are no `stressors` in this file"}}
	}
	var out []diag.Related
	if j.ByStage {
		for _, limit := range e.NotBefore {
			if limit.Condition.Is(c.ID) {
				out = append(out, diag.Related{At: limit.Stage.At, Message: "not before this stage"})
			}
		}
	}
	if j.ByLoad {
		out = append(out, diag.Related{At: s.At("max-load"), Message: "the most load of this stage"})
	}
	if len(out) > 0 || len(j.Causes) == 0 {
		return out
	}
	first := greatest(j)
	out = append(out, diag.Related{At: tagAt(e, first.Stressor), Message: "tagged here"})
	for _, cause := range j.Causes {
		if cause.Stressor != first.Stressor && len(out) < 3 {
			out = append(out, diag.Related{At: tagAt(e, cause.Stressor), Message: "and " + demand(cause, j.Verdict)})
		}
	}
	return out
}

// decidedAt is where a condition decides by name.
func decidedAt(j *suit.Judgement) diag.Span {
	if guided(j) {
		return j.Override.At("action")
	}
	return j.Override.At("verdict")
}

// guided reports whether a condition decides in its guidance, not in an override.
func guided(j *suit.Judgement) bool { return j.Override != nil && j.Override.Has("action") }

// tagAt is where an exercise names a stressor.
func tagAt(e *regimen.Exercise, stressor string) diag.Span {
	for _, s := range e.Stressors {
		if s.ID == stressor {
			return s.At
		}
	}
	return e.At("stressors")
}
