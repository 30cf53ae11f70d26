package site

import (
	"strconv"
	"strings"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// t is a phrase of the interface in the site's own words.
func (b *builder) t(phrase string, values ...any) string { return b.words.T(phrase, values...) }

// n is the phrase for a count of things.
func (b *builder) n(count int, one, other string) string { return b.words.N(count, one, other) }

// The narrow no-break space keeps a number and its unit on one line.
const thin = "\u202f"

// span writes a range with an en dash: 8–10.
func span(r dose.Range) string {
	if r.Min == r.Max {
		return number(r.Min)
	}
	return number(r.Min) + "–" + number(r.Max)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// whole writes a range of whole numbers: 30–40, 13+.
func whole(r regimen.Range) string {
	switch {
	case r.Open:
		return strconv.Itoa(r.Min) + "+"
	case r.Min == r.Max:
		return strconv.Itoa(r.Min)
	}
	return strconv.Itoa(r.Min) + "–" + strconv.Itoa(r.Max)
}

// amount writes what one set is: 8–10 each side, 20–45 s, 30–40 m.
func amount(a dose.Amount) string {
	out := span(a.Range)
	switch a.Open {
	case dose.AtLeast:
		out = number(a.Min) + " or more"
	case dose.AMRAP, dose.Max:
		out = "as many as you can"
	case dose.Failure:
		out = "until you cannot do another"
	}
	switch a.Unit {
	case dose.Reps:
	case dose.Seconds:
		out += thin + "s"
	case dose.Metres:
		out += thin + "m"
	default:
		out += " " + string(a.Unit)
	}
	if a.PerSide {
		out += " each side"
	}
	return out
}

// work writes sets and amount: 3 × 8–10 each side.
func work(d dose.Dose) string {
	parts := make([]string, len(d.Groups))
	for i, g := range d.Groups {
		parts[i] = span(g.Sets) + " × " + amount(g.Amount)
	}
	return strings.Join(parts, ", ")
}

// extras writes hold, tempo, load and effort, as far as they are stated.
func extras(d dose.Dose) string {
	var parts []string
	for load := range d.Loads() {
		parts = append(parts, load.String())
	}
	if d.Hold != nil {
		parts = append(parts, "hold "+seconds(*d.Hold))
	}
	if d.Tempo != nil {
		parts = append(parts, "tempo "+d.Tempo.String())
	}
	return strings.Join(parts, ", ")
}

// rest writes the rest between sets; a rest that is not stated is a dash.
func rest(d dose.Dose) string {
	switch {
	case d.Rest == nil:
		return "–"
	case d.Rest.Max == 0:
		return "none"
	}
	return seconds(*d.Rest)
}

// seconds writes seconds, and minutes from two of them: 45 s, 2 min.
func seconds(r dose.Range) string {
	whole := func(v float64) bool { return v >= 120 && int(v)%60 == 0 }
	if whole(r.Min) && whole(r.Max) {
		return span(dose.Range{Min: r.Min / 60, Max: r.Max / 60}) + thin + "min"
	}
	return span(r) + thin + "s"
}

// minutes writes an estimate in whole minutes.
func minutes(r dose.Range) string {
	low, high := int(r.Min/60+0.5), int(r.Max/60+0.5)
	return whole(regimen.Range{Min: low, Max: high}) + thin + "min"
}

// list joins words with commas and a last "and".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// title makes a word of the model fit for the start of a line: Core stability.
func title(id string) string {
	words := strings.ReplaceAll(id, "-", " ")
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// plural counts things: 1 exercise, 34 exercises.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
