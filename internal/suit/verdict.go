// Package suit judges whether an exercise suits a condition at a stage, and
// proves a programme against the conditions that it declares. An exercise makes
// demands, graded by load; a stage tolerates a grade of each; the verdict follows
// from comparing the two.
//
// In goes the typed library; out come verdicts with their causes, the proof of a
// programme, substitutes and the whole matrix. The package knows the shape of the
// thresholds and none of their values. It reports no findings, reads no files and
// reasons about movements, never about a person.
package suit

import (
	"strconv"

	"regimen/internal/regimen"
)

// Verdict is what a stage makes of an exercise as written, mildest first.
// Unknown lies beyond Avoid, so that `v <= Caution` never lets it pass.
type Verdict uint8

// The verdicts of the suitability model.
const (
	Suitable Verdict = iota
	Caution          // with a note to the reader
	Modify           // only when something about it is changed
	Avoid            // not for now
	Unknown          // the exercise is not tagged
)

var verdictWords = [...]string{"suitable", "caution", "modify", "avoid", "unknown"}

// String is the word of the verdict, as files and JSON have it.
func (v Verdict) String() string { return verdictWords[v] }

// Passes reports whether the exercise may stand as written: at most Caution.
func (v Verdict) Passes() bool { return v <= Caution }

// ParseVerdict reads the word that an override gives: suitable to avoid.
func ParseVerdict(word string) (Verdict, bool) {
	for v := Suitable; v <= Avoid; v++ {
		if verdictWords[v] == word {
			return v, true
		}
	}
	return Unknown, false
}

// Cause is a demand that led to a verdict: its grade, 0 to 3 at the class in
// force, and what the stage tolerates of it.
type Cause struct {
	Stressor string
	Grade    int
	Limit    regimen.Tolerance
}

// String is the cause in short, "axial-load 2", as the matrix has it.
func (c Cause) String() string { return c.Stressor + " " + strconv.Itoa(c.Grade) }

// Judgement is the verdict on an exercise at a stage with what led to it.
type Judgement struct {
	Verdict  Verdict
	Model    Verdict           // the verdict before any override
	ByLoad   bool              // Class lies over the stage's max-load
	ByStage  bool              // not-before names a later stage
	Class    regimen.LoadClass // the class judged: never under the exercise's floor
	Causes   []Cause           // what led to Model, in the exercise's own order
	Override *regimen.Override // whose verdict replaced the model's, be it guidance, or nil
}
