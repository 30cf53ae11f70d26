package diag

import (
	"fmt"
	"strings"
)

// String says who silenced a finding, where and why.
func (s *Silence) String() string {
	var b strings.Builder
	b.WriteString("silenced")
	if s.At.File != nil {
		fmt.Fprintf(&b, " at %s:%d", s.At.Path(), s.At.start().Line)
	}
	if s.By != "" {
		fmt.Fprintf(&b, " by %s", s.By)
	}
	if s.Role != "" {
		fmt.Fprintf(&b, " (%s)", s.Role)
	}
	if s.Date != "" {
		fmt.Fprintf(&b, " on %s", s.Date)
	}
	if s.Until != "" {
		fmt.Fprintf(&b, " until %s", s.Until)
	}
	if s.Reason != "" {
		fmt.Fprintf(&b, ": %s", s.Reason)
	}
	return b.String()
}

// namesSuggestions reports whether the finding's text offers its suggestions.
func (d *Diagnostic) namesSuggestions() bool {
	if len(d.Suggestions) == 0 {
		return true
	}
	first := "`" + d.Suggestions[0] + "`"
	for _, text := range append([]string{d.Message, d.Label, d.Help}, d.Notes...) {
		if strings.Contains(text, first) {
			return true
		}
	}
	return false
}

// suggestions are the best three of the finding's suggestions, never nil.
func (d *Diagnostic) suggestions() []string {
	return append([]string{}, d.Suggestions[:min(mostSuggestions, len(d.Suggestions))]...)
}

// didYouMean asks for the first of some words, or the second, or the third.
func didYouMean(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = "`" + word + "`"
	}
	return "did you mean " + either(quoted) + "?"
}

// either joins alternatives: a, b or c.
func either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// count is a number with its noun in the right form.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// allNotes are the notes after the label, for formats that draw no caret.
func (d *Diagnostic) allNotes() []string {
	notes := []string{}
	if d.Label != "" {
		notes = append(notes, d.Label)
	}
	return append(notes, d.Notes...)
}

// sentences is all that a finding says about its own place, the message first.
func (d *Diagnostic) sentences() []string {
	out := append([]string{d.Message}, d.allNotes()...)
	if d.Help != "" {
		out = append(out, "Help: "+d.Help)
	}
	if !d.namesSuggestions() {
		out = append(out, "Help: "+didYouMean(d.suggestions()))
	}
	return out
}
