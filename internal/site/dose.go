package site

import (
	"strings"

	"regimen/internal/dose"
)

// work writes sets and amount: 3 × 8–10 each side.
func (b *builder) work(d dose.Dose) string {
	if len(d.Groups) == 1 {
		return b.group(d.Groups[0])
	}
	parts := make([]string, len(d.Groups))
	for i, g := range d.Groups {
		parts[i] = b.group(g)
	}
	return b.commas(parts)
}

// group writes equal sets. Thousands of rows share few of them, so each is put into words
// once a site.
func (b *builder) group(g dose.Group) string {
	type done struct {
		sets   dose.Range
		amount dose.Amount
	}
	as := any(done{g.Sets, g.Amount})
	words, known := b.groups.Load(as)
	if !known {
		words, _ = b.groups.LoadOrStore(as, b.t("{sets} × {amount}", "sets", b.span(g.Sets), "amount", b.amount(g.Amount)))
	}
	return words.(string)
}

// amount writes what one set is: 8–10 each side, 20–45 s, 30–40 m.
func (b *builder) amount(a dose.Amount) string {
	var out string
	switch a.Open {
	case dose.AMRAP, dose.Max:
		out = b.most(a.Unit)
	case dose.Failure:
		out = b.t("until you cannot do another")
	case dose.AtLeast:
		out = b.counted(a.Unit, a.Min, b.t("{n} or more", "n", a.Min))
	default:
		out = b.counted(a.Unit, a.Max, b.span(a.Range))
	}
	if a.PerSide {
		return b.t("{amount} each side", "amount", out)
	}
	return out
}

// counted writes a number, or what stands for one, with its unit; count decides the
// plural.
func (b *builder) counted(unit dose.Unit, count float64, text string) string {
	n := int(count)
	switch unit {
	case dose.Seconds:
		return measured(b.t("{n} s"), text)
	case dose.Metres:
		return measured(b.t("{n} m"), text)
	case dose.Cycles:
		return b.n(n, "{n} cycle", "{n} cycles", "n", text)
	case dose.Breaths:
		return b.n(n, "{n} breath", "{n} breaths", "n", text)
	case dose.Steps:
		return b.n(n, "{n} step", "{n} steps", "n", text)
	case dose.Calories:
		return b.n(n, "{n} calorie", "{n} calories", "n", text)
	}
	return text
}

// most writes an amount that the reader finds out.
func (b *builder) most(unit dose.Unit) string {
	switch unit {
	case dose.Seconds:
		return b.t("as long as you can")
	case dose.Metres:
		return b.t("as far as you can")
	}
	return b.t("as many as you can")
}

// extras writes load, effort, hold, tempo and how often, as far as they are stated.
func (b *builder) extras(d dose.Dose) string {
	var parts []string
	for load := range d.Loads() {
		parts = append(parts, b.load(load))
	}
	if d.Hold != nil {
		parts = append(parts, b.t("hold {time}", "time", b.seconds(*d.Hold)))
	}
	if d.Tempo != nil {
		parts = append(parts, b.t("tempo {tempo}", "tempo", d.Tempo.String()))
	}
	if d.Frequency != nil {
		parts = append(parts, b.howOften(*d.Frequency))
	}
	return b.commas(parts)
}

// howOften writes the frequency of a dose: twice a day, 3–4 times a week, every 2 days.
func (b *builder) howOften(f dose.Frequency) string {
	n, text := int(f.Max), b.span(f.Range)
	twice := f.Range == dose.Range{Min: 2, Max: 2}
	switch {
	case f.Per == dose.Day && twice:
		return b.t("twice a day")
	case f.Per == dose.Day:
		return b.n(n, "once a day", "{n} times a day", "n", text)
	case f.Per == dose.Week && twice:
		return b.t("twice a week")
	case f.Per == dose.Week:
		return b.n(n, "once a week", "{n} times a week", "n", text)
	}
	return b.t("every {n} days", "n", text)
}

// load writes how heavy a set is, or how hard: 20 kg, 70 % 1RM, RPE 8.
func (b *builder) load(l dose.Load) string {
	n := b.span(l.Range)
	switch l.Kind {
	case dose.Mass:
		return n + thin + string(l.Unit)
	case dose.Percent:
		return strings.TrimSuffix(n+thin+"% "+string(l.Unit), " ")
	case dose.RepMax:
		return n + "RM"
	case dose.Bodyweight:
		if l.Range == (dose.Range{}) {
			return b.t("bodyweight")
		}
		return b.t("bodyweight and {load}", "load", n+thin+string(l.Unit))
	}
	return string(l.Kind) + thin + n
}

// stated writes a row's own load: a weight or an effort, else the level of a band.
func (b *builder) stated(load string) string {
	column, err := dose.ParseField(dose.FieldLoad, load)
	if err != nil {
		return load
	}
	var parts []string
	for l := range column.Dose.Loads() {
		parts = append(parts, b.load(l))
	}
	return b.commas(parts)
}

// rest writes the rest between sets; a rest that is not stated is a dash.
func (b *builder) rest(d dose.Dose) string {
	switch {
	case d.Rest == nil:
		return "–"
	case d.Rest.Max == 0:
		return b.t("none")
	}
	return b.seconds(*d.Rest)
}

// dose is the whole dose on one line.
func (b *builder) dose(d dose.Dose) string {
	parts := []string{b.work(d)}
	if x := b.extras(d); x != "" {
		parts = append(parts, x)
	}
	if d.Rest != nil {
		parts = append(parts, b.t("rest {time}", "time", b.rest(d)))
	}
	return b.commas(parts)
}
