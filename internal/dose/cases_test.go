package dose

import (
	"cmp"
	"os"
	"strconv"
	"strings"
	"testing"
)

// row is a line of a conformance file by column name.
type row map[string]string

// cases reads both conformance files. Any implementation can read them: the
// columns are described in docs/notation.md.
func cases(t testing.TB) []row {
	t.Helper()
	return append(readCases(t, "testdata/dose-cases.tsv"), readCases(t, "testdata/more-cases.tsv")...)
}

func readCases(t testing.TB, path string) []row {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	names := strings.Split(lines[0], "\t")
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, cell := range strings.Split(line, "\t") {
			r[names[i]] = cell
		}
		rows = append(rows, r)
	}
	return rows
}

// read parses the text of a case, whole or as a column.
func (r row) read() (Column, error) {
	if r["field"] != "full" {
		return ParseField(Field(r["field"]), r["raw"])
	}
	d, err := Parse(r["raw"])
	return Column{Dose: d}, err
}

// meaning is what a case says of its text, as one line that can be compared.
func (r row) meaning() string {
	factor := 1.0
	unit := r["unit"]
	switch unit {
	case "minutes":
		unit, factor = "seconds", 60
	case "yards":
		unit, factor = "metres", 0.9144
	}
	notes := map[string]string{}
	for _, part := range strings.FieldsFunc(r["notes"], func(c rune) bool { return c == ',' || c == ' ' }) {
		if key, value, ok := strings.Cut(part, "="); ok {
			notes[key] = strings.TrimRight(value, ";")
		}
	}
	amount := ends2(r["amount_min"], r["amount_max"], factor)
	if r["amrap"] == "1" {
		amount = ends2(r["amount_min"], "", factor) + "+"
	}
	return strings.Join([]string{
		"sets " + ends2(r["sets_min"], r["sets_max"], 1), "amount " + amount, unit,
		"side " + cmp.Or(r["per_side"], "0"), "load " + cmp.Or(r["load"], r.groupLoads()),
		"rest " + ends2(r["rest_s_min"], r["rest_s_max"], 1), "tempo " + r["tempo"],
		"hold " + span2(notes["hold_s"]), "day " + span2(notes["per_day"]), "week " + span2(notes["per_week"]),
		"days " + span2(notes["every_days"]), "duration " + span2(notes["duration_s"]),
	}, "|")
}

func ends2(lo, hi string, factor float64) string {
	return scaled(lo, factor) + ".." + scaled(hi, factor)
}

func scaled(s string, factor float64) string {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(v*factor, 'g', 10, 64)
}

func span2(s string) string {
	lo, hi, ok := strings.Cut(s, "-")
	if !ok {
		hi = lo
	}
	return ends2(lo, hi, 1)
}

// understood is what was read, in the form of meaning.
func understood(c Column) string {
	d := c.Dose
	var sets, amount, unit string
	side := "0"
	if n := d.Sets(); n.Max > 0 {
		sets = text(n.Min) + ".." + text(n.Max)
	} else {
		sets = ".."
	}
	amount = ".."
	if len(d.Groups) > 0 && d.Groups[0].Amount.Unit != "" {
		amount, unit = amounts(d), string(d.Measure())
		if d.Groups[0].Amount.PerSide {
			side = "1"
		}
	}
	if w := c.Weeks; w != nil {
		unit, amount = "weeks", strconv.Itoa(w.From)+".."+strconv.Itoa(w.To)
		if w.To == 0 {
			amount = strconv.Itoa(w.From) + ".."
		}
	}
	tempo := ""
	if d.Tempo != nil {
		tempo = d.Tempo.String()
	}
	per := map[Period]string{Day: "..", Week: "..", Days: ".."}
	if d.Frequency != nil {
		per[d.Frequency.Per] = both(&d.Frequency.Range)
	}
	return strings.Join([]string{
		"sets " + sets, "amount " + amount, unit, "side " + side, "load " + loadsOf(d),
		"rest " + both(d.Rest), "tempo " + tempo, "hold " + both(d.Hold),
		"day " + per[Day], "week " + per[Week], "days " + per[Days], "duration " + both(c.Duration),
	}, "|")
}

// amounts is the lowest and the highest amount of all groups.
func amounts(d Dose) string {
	lo, hi, open := "", "", false
	for i, g := range d.Groups {
		a := g.Amount
		open = open || a.Open != Closed
		if v := text(a.Min); a.Min > 0 && (i == 0 || lo == "" || a.Min < number64(lo)) {
			lo = v
		}
		if v := text(a.Max); a.Max > 0 && (hi == "" || a.Max > number64(hi)) {
			hi = v
		}
	}
	if open {
		return lo + "..+"
	}
	return lo + ".." + hi
}

func number64(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }

func text(v float64) string { return strconv.FormatFloat(v, 'g', 10, 64) }

func both(r *Range) string {
	if r == nil {
		return ".."
	}
	return text(r.Min) + ".." + text(r.Max)
}

// groups is the note groups= of a case, in the notation itself.
func (r row) groups() string {
	_, list, ok := strings.Cut(r["notes"], "groups=")
	if !ok {
		return ""
	}
	d, err := Parse(strings.ReplaceAll(list, ";", ", "))
	if err != nil {
		return "unreadable: " + list
	}
	return groupsOf(d)
}

// groupLoads is the loads that only the note groups= of a case states.
func (r row) groupLoads() string {
	_, list, _ := strings.Cut(r["notes"], "groups=")
	d, err := Parse(strings.ReplaceAll(list, ";", ", "))
	if err != nil {
		return ""
	}
	return loadsOf(d)
}

func loadsOf(d Dose) string {
	var loads []string
	for l := range d.Loads() {
		loads = append(loads, l.String())
	}
	return strings.Join(loads, "; ")
}

func groupsOf(d Dose) string {
	var all []string
	for _, g := range d.Groups {
		if len(d.Load) > 0 {
			g.Load = nil
		}
		all = append(all, g.String())
	}
	return strings.Join(all, "; ")
}
