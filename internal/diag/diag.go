// Package diag holds what authors are told: a Diagnostic says what is wrong, at
// which characters, and how to mend it. Every stage of the compiler returns a
// List of them; the printers turn a List into text for a terminal, or into
// JSON, SARIF or GitHub annotations for other programs.
//
// A Diagnostic is always the author's mistake. A failure of the machine is a Go
// error and never comes here. The package knows nothing of exercise.
package diag

import (
	"cmp"
	"slices"
)

// Severity says how bad a finding is: an Error stops the build, a Warning does
// with --strict, an Info is shown only where it is asked for.
type Severity int

// The severities, mildest first.
const (
	Info Severity = iota
	Warning
	Error
)

// String gives the word that is printed: info, warning or error.
func (s Severity) String() string {
	return [...]string{"info", "warning", "error"}[s]
}

// Diagnostic is one finding. At stands at the characters the author must change.
type Diagnostic struct {
	Code     string // the stable code, C01
	Name     string // the same in words, avoid-in-programme
	Severity Severity
	Message  string // one sentence, the author's own words in backticks
	Cause    string // the notation's code, where a domain code stands for it
	At       Span
	Label    string // a few words under the caret
	Related  []Related
	Notes    []string
	Help     string
	// Suggestions are the nearest known words, best first, at most three.
	Suggestions []string
	Fixes       []Fix
	Silenced    *Silence
}

// Related is another place that a diagnostic speaks of.
type Related struct {
	At      Span
	Message string
}

// Fix is a change that mends a diagnostic. A Safe one keeps the author's meaning
// and may be applied without asking.
type Fix struct {
	Title string
	Safe  bool
	Edits []Edit
}

// Edit replaces the text of a span. An empty span inserts.
type Edit struct {
	At   Span
	Text string
}

// Silence is the author's stated reason for not acting on a diagnostic.
type Silence struct {
	Reason string
	By     string
	Role   string
	Date   string
	Until  string
	At     Span
}

// List is the findings of one run.
type List []Diagnostic

// Failed reports whether an error stands that nobody silenced.
func (l List) Failed() bool { return l.Count(Error) > 0 }

// Count says how many findings of a severity stand unsilenced.
func (l List) Count(s Severity) int {
	n := 0
	for i := range l {
		if l[i].Severity == s && l[i].Silenced == nil {
			n++
		}
	}
	return n
}

// Sort orders by path, line, column, code and message, so that output never
// depends on the order of work.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int { return Compare(&a, &b) })
}

// Compare is the order of Sort.
func Compare(a, b *Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.At.Path(), b.At.Path()),
		cmp.Compare(a.At.Start, b.At.Start),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}

// Rule names a kind of finding: its stable code, its name, and how bad it is
// unless the finding itself says otherwise.
type Rule struct {
	Code     string
	Name     string
	Severity Severity
}

// Report makes a finding of the rule.
func (r Rule) Report(at Span, message string) Diagnostic {
	return Diagnostic{Code: r.Code, Name: r.Name, Severity: r.Severity, At: at, Message: message}
}
