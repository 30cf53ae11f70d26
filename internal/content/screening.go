package content

import "regimen/internal/regimen"

// screening reads the lists by which safety files are measured.
func (m *mapping) screening(v *regimen.Vocabulary) {
	for _, e := range m.entries("regions") {
		if c := m.group(e, "regions"); c != nil {
			v.Regions = append(v.Regions, regimen.Region{Term: c.term(e.ID), Emergency: c.texts("emergency"), Advice: c.texts("advice")})
			c.done()
		}
	}
	for _, e := range m.entries("red-flags") {
		if c := m.group(e, "red-flags"); c != nil {
			v.RedFlags = append(v.RedFlags, regimen.FlagTerm{Term: c.term(e.ID), AskedBy: c.texts("asked-by"), Tiers: c.words("tiers", "tier")})
			c.done()
		}
	}
	for _, e := range m.entries("stop-signals") {
		if c := m.group(e, "stop-signals"); c != nil {
			v.StopSignals = append(v.StopSignals, regimen.SignalTerm{Term: c.term(e.ID), Words: c.texts("words")})
			c.done()
		}
	}
}
