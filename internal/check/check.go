// Package check holds the rules of the field. What comes in is a Library that was
// read without asking whether it is wise; what goes out is a list of findings,
// each at the word the author must change.
//
// A rule is one value in one file that bears its code; its text, with an example
// that fails and one that passes, is doc/CODE.md, and the examples run as tests.
// Rules never change the Library, never look at files and never print. A value that
// could not be read silences only the rules that would read it. A Checker applies them
// again where something changed, and only to what that reaches.
package check

import (
	"fmt"
	"slices"
	"time"

	"regimen/internal/diag"
	"regimen/internal/parallel"
	"regimen/internal/regimen"
)

// Rule is one check.
type Rule struct {
	diag.Rule
	Limits []Limit // its thresholds, which a site may set otherwise
	rests  footing
	about  topic // of sayings
	offers bool  // what it finds, it helps with exercises out of the whole library
	find   func(*library, limits, reporter)
}

// footing is what the findings of a rule rest on, besides what every rule may look at:
// settings, vocabulary, references, conditions and safety files.
type footing int

const (
	// Each finding stands in a file that the rule goes through, and rests on that file
	// and on what it reaches: see change.reached.
	onFiles footing = iota
	// The same, and all rest on the names of exercises.
	onNames
	// They rest on what all files say of each other: see saying.
	onSayings
	// They rest on more of all files.
	onAll
)

// Limit is a threshold of a rule. A site sets another one in index.md:
// `rules: {P02: {most-sets: 10}}`.
type Limit struct {
	Name    string
	Default float64
	Unit    string // what it counts
	Source  string // where the default comes from
}

// limits gives a rule's thresholds by name, as the site has them.
type limits func(name string) float64

// reporter takes a finding of the rule at hand, and gives it back for help,
// related places and suggestions to be added.
type reporter func(at diag.Span, format string, args ...any) *diag.Diagnostic

// Run applies every rule and sorts what they find. today decides what was reviewed too
// long ago.
func Run(lib *regimen.Library, today time.Time) diag.List {
	return listOf(new(Checker).run(lib, today))
}

// apply applies rules side by side, each to the library that is named for it; nil: not
// at all. What they find stands in the order of the rules.
func apply(rules []Rule, to []*library) []*finding {
	found := make([][]*finding, len(rules))
	_ = parallel.Do(len(rules), func(i int) error { // no rule can fail
		if to[i] != nil {
			found[i] = rules[i].run(to[i], i, nil)
		}
		return nil
	})
	return slices.Concat(found...)
}

// run adds to a list what the rule finds; place is its own in Rules.
func (r Rule) run(lib *library, place int, found []*finding) []*finding {
	r.find(lib, r.limits(lib.Site.Settings), func(at diag.Span, format string, args ...any) *diag.Diagnostic {
		one := &finding{r.Report(at, fmt.Sprintf(format, args...)), place}
		found = append(found, one)
		return &one.Diagnostic
	})
	return found
}
