package dose

import (
	"math"
	"strconv"
	"strings"
)

// String is the dose in its one canonical form, which Parse reads back to an
// equal dose.
func (d Dose) String() string {
	b := make([]byte, 0, 64)
	for i, g := range d.Groups {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = g.append(b)
	}
	for i, l := range d.Load {
		if i == 0 {
			b = append(b, ',')
		}
		b = append(b, " @ "...)
		b = l.append(b)
	}
	if d.Hold != nil {
		b = appendSeconds(append(b, ", hold "...), *d.Hold)
	}
	if d.Tempo != nil {
		b = d.Tempo.append(append(b, ", tempo "...))
	}
	if d.Rest != nil {
		b = append(b, ", "...)
		b = appendRest(b, *d.Rest)
	}
	if d.Frequency != nil {
		b = d.Frequency.append(append(b, ", "...))
	}
	return strings.TrimPrefix(string(b), ", ")
}

// String is the group in its canonical form.
func (g Group) String() string { return string(g.append(nil)) }

func (g Group) append(b []byte) []byte {
	b = g.Sets.append(b)
	return g.appendWork(append(b, " x "...))
}

// appendWork writes the amount and the loads. A load of as many RM as there are
// reps is one word with them: "15RM".
func (g Group) appendWork(b []byte) []byte {
	loads := g.Load
	if len(loads) > 0 && loads[0] == (Load{Kind: RepMax, Range: g.Amount.Range}) && g.Amount.Open == Closed && g.Amount.Unit == Reps {
		b = loads[0].append(b)
		b = g.Amount.appendSide(b)
		loads = loads[1:]
	} else {
		b = g.Amount.append(b)
	}
	if g.Amount.Open == AtLeast && g.Sets.Max > 1 {
		b = append(b, " (every set)"...)
	}
	for _, l := range loads {
		b = append(b, " @ "...)
		b = l.append(b)
	}
	return b
}

// String is the amount in its canonical form.
func (a Amount) String() string { return string(a.append(nil)) }

func (a Amount) append(b []byte) []byte {
	r, unit := a.written()
	switch a.Open {
	case Closed:
		b = r.append(b)
	case AtLeast:
		b = append(appendNumber(b, r.Min), '+')
	default:
		b = append(b, a.Open...)
		if a.Unit == Seconds {
			unit = "hold"
		}
	}
	if unit != "" {
		b = append(b, ' ')
		b = append(b, unit...)
	}
	return a.appendSide(b)
}

func (a Amount) appendSide(b []byte) []byte {
	if a.PerSide {
		b = append(b, " each side"...)
	}
	return b
}

// written is the amount in the unit that its canonical form uses.
func (a Amount) written() (Range, string) {
	switch a.Unit {
	case Seconds:
		return writtenSeconds(a.Range)
	case Metres:
		return writtenMetres(a.Range)
	case Calories:
		return a.Range, "cal"
	case Reps:
		return a.Range, ""
	}
	if a.Open == Closed && a.Max == 1 || a.Open == AtLeast && a.Min == 1 {
		return a.Range, strings.TrimSuffix(string(a.Unit), "s")
	}
	return a.Range, string(a.Unit)
}

// mostWritten is the largest number of an amount, whatever its unit. Only a
// larger unit brings an amount above it.
const mostWritten = 10_000

// writtenSeconds uses minutes from two whole ones on, hours likewise.
func writtenSeconds(r Range) (Range, string) {
	switch most := max(r.Min, r.Max); {
	case most >= 7200 && multiple(r, 3600):
		return Range{r.Min / 3600, r.Max / 3600}, "h"
	case most >= 120 && multiple(r, 60):
		return Range{r.Min / 60, r.Max / 60}, "min"
	}
	return r, "s"
}

// writtenMetres uses kilometres from two whole ones on, and yards where the
// metres are not whole, which only yards bring about.
func writtenMetres(r Range) (Range, string) {
	switch most := max(r.Min, r.Max); {
	case most >= 2000 && multiple(r, 1000):
		return Range{r.Min / 1000, r.Max / 1000}, "km"
	case multiple(r, 1):
		return r, "m"
	}
	return Range{math.Round(r.Min * one / yard), math.Round(r.Max * one / yard)}, "yd"
}

func multiple(r Range, of float64) bool {
	return math.Mod(r.Min, of) == 0 && math.Mod(r.Max, of) == 0
}

func (r Range) append(b []byte) []byte {
	b = appendNumber(b, r.Min)
	if r.Max != r.Min {
		b = append(b, '-')
		b = appendNumber(b, r.Max)
	}
	return b
}

func appendNumber(b []byte, v float64) []byte { return strconv.AppendFloat(b, v, 'f', -1, 64) }

func appendSeconds(b []byte, r Range) []byte {
	r, unit := writtenSeconds(r)
	b = append(r.append(b), ' ')
	return append(b, unit...)
}

func appendRest(b []byte, r Range) []byte {
	if r == (Range{}) {
		return append(b, "no rest"...)
	}
	return appendSeconds(append(b, "rest "...), r)
}
