package dose

import (
	"fmt"
	"strings"
)

// Words is the dose as a person would say it: "3 sets of 8 to 10 each side, 45
// seconds rest". There is no full stop.
func (d Dose) Words() string {
	var groups []string
	for _, g := range d.Groups {
		groups = append(groups, g.inWords())
	}
	said := []string{strings.Join(groups, ", then ")}
	for i, l := range d.Load {
		words := l.inWords()
		if i == 0 {
			words = "all " + words
		}
		said = append(said, words)
	}
	if d.Hold != nil {
		said = append(said, "each held for "+timeInWords(*d.Hold))
	}
	if d.Tempo != nil {
		said = append(said, d.Tempo.inWords())
	}
	if d.Rest != nil {
		said = append(said, restInWords(*d.Rest))
	}
	if d.Frequency != nil {
		said = append(said, d.Frequency.inWords())
	}
	return strings.Join(said, ", ")
}

// Advice is a remark on a dose that is well written but often meant otherwise:
// of "3 x 5+" every set is open. It is empty for most doses.
func (d Dose) Advice() string {
	for _, g := range d.Groups {
		if g.Amount.Open == AtLeast && g.Sets.Min == g.Sets.Max && g.Sets.Min > 1 {
			last, rest := g, g
			last.Sets = Range{1, 1}
			rest.Sets = Range{g.Sets.Min - 1, g.Sets.Max - 1}
			rest.Amount.Open, rest.Amount.Max = Closed, rest.Amount.Min
			return fmt.Sprintf("every set of `%s` is open; write `%s, %s` if only the last one is", g, rest, last)
		}
	}
	return ""
}

func (g Group) inWords() string {
	sets := g.Sets.inWords() + " sets"
	if g.Sets == (Range{1, 1}) {
		sets = "1 set"
	}
	words := sets + g.Amount.inWords()
	for i, l := range g.Load {
		if i > 0 {
			words += " and"
		}
		words += " " + l.inWords()
	}
	return words
}

func (a Amount) inWords() string {
	r, unit := a.written()
	words := ""
	switch a.Open {
	case Closed:
		words = " of " + counted(r, unitInWords(unit))
	case AtLeast:
		words = " of " + spokenNumber(r.Min) + " or more"
		if name := unitInWords(unit); name != "" {
			words = fmt.Sprintf(" of at least %s", counted(Range{r.Min, r.Min}, name))
		}
	case Failure:
		words = " to failure"
	default:
		words = a.asManyAsPossible()
	}
	if a.PerSide {
		words += " each side"
	}
	return words
}

func (a Amount) asManyAsPossible() string {
	switch a.Unit {
	case Seconds:
		return ", each as long as possible"
	case Metres:
		return ", each as far as possible"
	}
	return " of as many " + string(a.Unit) + " as possible"
}

// unitInWords is the plural of a unit as String writes it.
func unitInWords(unit string) string {
	switch unit {
	case "":
		return ""
	case "s":
		return "seconds"
	case "min":
		return "minutes"
	case "h":
		return "hours"
	case "m":
		return "metres"
	case "km":
		return "kilometres"
	case "yd":
		return "yards"
	case "cal":
		return "calories"
	}
	return strings.TrimSuffix(unit, "s") + "s"
}

func counted(r Range, plural string) string {
	switch {
	case plural == "":
		return r.inWords()
	case r.Max == 1 && r.Min == 1:
		return "1 " + strings.TrimSuffix(plural, "s")
	}
	return r.inWords() + " " + plural
}

func (r Range) inWords() string {
	if r.Max == r.Min {
		return spokenNumber(r.Min)
	}
	return spokenNumber(r.Min) + " to " + spokenNumber(r.Max)
}

func spokenNumber(v float64) string { return string(appendNumber(nil, v)) }

func timeInWords(r Range) string {
	r, unit := writtenSeconds(r)
	return counted(r, unitInWords(unit))
}

func restInWords(r Range) string {
	if r == (Range{}) {
		return "no rest"
	}
	return timeInWords(r) + " rest"
}
