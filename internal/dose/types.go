// Package dose reads and writes the notation of a dose: what a prescription
// says about amount, such as "3 x 8-10 each side @ RPE 8, rest 45 s".
//
// In goes one line (Parse) or one column of a row (ParseField); out comes a
// plain value with the place of each part in the text, or an Error at the very
// characters to change. The value prints itself in one canonical form, in words
// and as JSON. Whether a dose is wise is not judged here, and nothing is known
// of exercises, programmes or files.
package dose

import "slices"

// Dose is what one prescription asks for. It has at least one group. A nil
// part is not stated, which differs from stated as none (Rest of 0 to 0).
type Dose struct {
	Groups    []Group
	Load      []Load // of every group; empty unless there are several groups
	Hold      *Range // seconds for which each repetition is held
	Tempo     *Tempo
	Rest      *Range // seconds between sets
	Frequency *Frequency
	Spans     Spans // where each part stands in the text; no part of the value
}

// Group is a run of equal sets: the "4 x 5" and the "1 x 5+" of "4 x 5, 1 x 5+".
type Group struct {
	Sets   Range
	Amount Amount
	Load   []Load
}

// Range runs from Min to Max, both included and equal for a single value.
type Range struct{ Min, Max float64 }

// Amount is the work of one set. Minutes and hours are held in seconds,
// kilometres and yards in metres. Where Open is not Closed there is no upper
// end: Max is 0, and so is Min unless Open is AtLeast.
type Amount struct {
	Range
	Unit    Unit
	Open    Open
	PerSide bool
}

// Unit is what an amount counts.
type Unit string

// The units of an amount, as JSON has them.
const (
	Reps     Unit = "reps"
	Seconds  Unit = "seconds"
	Metres   Unit = "metres"
	Cycles   Unit = "cycles"
	Breaths  Unit = "breaths"
	Steps    Unit = "steps"
	Calories Unit = "calories"
)

// Open is how an amount without an upper end is written.
type Open string

// The ways to leave an amount open. Failure names its own end, the others do not.
const (
	Closed  Open = ""
	AtLeast Open = "+"
	AMRAP   Open = "AMRAP"
	Max     Open = "max"
	Failure Open = "failure"
)

// Sets is the number of sets of all groups together.
func (d Dose) Sets() Range {
	var total Range
	for _, g := range d.Groups {
		total.Min += g.Sets.Min
		total.Max += g.Sets.Max
	}
	return total
}

// Measure is the unit of the first group; the rows of a session have only one.
func (d Dose) Measure() Unit {
	if len(d.Groups) == 0 {
		return ""
	}
	return d.Groups[0].Amount.Unit
}

// Equal reports whether two doses say the same. Where the parts stand in the
// text makes no difference.
func (d Dose) Equal(o Dose) bool {
	return slices.EqualFunc(d.Groups, o.Groups, Group.Equal) &&
		slices.Equal(d.Load, o.Load) &&
		same(d.Hold, o.Hold) && same(d.Tempo, o.Tempo) &&
		same(d.Rest, o.Rest) && same(d.Frequency, o.Frequency)
}

// Equal reports whether two groups say the same.
func (g Group) Equal(o Group) bool {
	return g.Sets == o.Sets && g.Amount == o.Amount && slices.Equal(g.Load, o.Load)
}

func same[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
