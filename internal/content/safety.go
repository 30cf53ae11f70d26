package content

import (
	"strconv"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/source"
)

func decodeSafety(d *decoder) func(*regimen.Library) {
	m := d.top()
	s := &regimen.Safety{
		Page:            titled(m.page()),
		Region:          m.text("region"),
		Stop:            m.texts("stop"),
		NextDay:         m.text("next-day"),
		ClearanceNotice: m.text("clearance-notice"),
	}
	for _, c := range m.children("red-flags") {
		c.need("id", "text")
		s.RedFlags = append(s.RedFlags, regimen.RedFlag{
			ID: c.text("id"), Text: c.text("text"), Tier: c.word("tier", "tier"), Action: c.text("action"), Origin: c.Origin,
		})
		c.done()
	}
	if pain := m.child("pain"); pain != nil {
		for _, profile := range regimen.Words("pain-profile") {
			if c := pain.child(profile); c != nil {
				s.Pain = append(s.Pain, c.painBand(profile))
				c.done()
			}
		}
		pain.stricter(s.Pain)
		pain.done()
	}
	m.done()
	return func(lib *regimen.Library) { lib.Safety = append(lib.Safety, s) }
}

// stricter reports a strict profile that lets more pass than the standard one.
func (m *mapping) stricter(bands []regimen.PainBand) {
	if len(bands) != 2 {
		return
	}
	standard, strict := bands[0], bands[1]
	for _, band := range []struct {
		key          string
		strict, than regimen.Range
	}{{"green", strict.Green, standard.Green}, {"amber", strict.Amber, standard.Amber}} {
		if band.strict.Max > band.than.Max && !strict.Broken(band.key) && !standard.Broken(band.key) {
			found := m.d.report(unitsAndValues, strict.At(band.key), "%s ends at %d here, above %d in the standard profile", band.key, band.strict.Max, band.than.Max)
			found.Help = "the strict profile turns amber and red sooner, never later"
			found.Related = []diag.Related{{At: standard.At(band.key), Message: "the standard profile"}}
			return
		}
	}
}

// painBand reads green and amber, which must leave no point of the scale without a
// colour, and red its place.
func (m *mapping) painBand(profile string) regimen.PainBand {
	m.need("green", "amber")
	b := regimen.PainBand{Profile: profile, Green: m.points("green"), Amber: m.points("amber"), Origin: m.Origin}
	if m.Broken("green") || m.Broken("amber") || !m.Has("green") || !m.Has("amber") {
		return b
	}
	switch {
	case b.Green.Min != 0:
		m.fail("green", unitsAndValues, m.At("green"), "green begins at %d; the scale begins at 0", b.Green.Min)
	case b.Amber.Min != b.Green.Max+1:
		m.fail("amber", unitsAndValues, m.At("amber"), "amber begins at %d, and green ends at %d", b.Amber.Min, b.Green.Max).
			Help = "let amber begin one point above green"
	case b.Amber.Max > 9:
		m.fail("amber", unitsAndValues, m.At("amber"), "amber ends at %d, which leaves no point for red", b.Amber.Max)
	}
	return b
}

// points reads a band of the pain scale, 0 to 10.
func (m *mapping) points(key string) regimen.Range {
	m.takes(key, Value{Form: Points})
	n := m.node(key)
	if n == nil {
		return regimen.Range{}
	}
	parts := rangeForm.FindStringSubmatch(n.Value)
	if n.Kind != source.Scalar || parts == nil || parts[3] != "" {
		m.wrong(key, n, "points of the pain scale, such as `4-5`")
		return regimen.Range{}
	}
	low, _ := strconv.Atoi(parts[1])
	high := low
	if parts[2] != "" {
		high, _ = strconv.Atoi(parts[2])
	}
	switch {
	case high < low:
		m.fail(key, rangeOrder, m.d.Value(n), "`%s` runs downwards", n.Value).Suggestions = []string{parts[2] + "-" + parts[1]}
		return regimen.Range{}
	case high > 10:
		m.fail(key, unitsAndValues, m.d.Value(n), "the pain scale goes from 0 to 10")
		return regimen.Range{}
	}
	return regimen.Range{Min: low, Max: high}
}
