package content

import (
	"regexp"

	"regimen/internal/regimen"
	"regimen/internal/source"
	"regimen/internal/words"
)

var (
	siteID     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	regionForm = regexp.MustCompile(`^[A-Z]{2}$`)
)

func decodeSite(d *decoder) func(*regimen.Library) {
	m := d.top()
	s := regimen.Site{
		Page:        m.page(),
		Description: m.text("description"),
		Language:    m.text("language"),
		Region:      m.text("region"),
		Units:       m.word("units", "units"),
		URL:         m.address("url"),
		Author:      m.person("author"),
		Disclaimer:  m.text("disclaimer"),
		Commercial:  m.yes("commercial"),
		Sheets:      m.words("sheets", "sheet"),
		Settings:    m.settings("rules"),
	}
	s.SheetsStated = m.node("sheets") != nil
	m.checkLanguage(s)
	s.ID = m.text("id")
	if s.ID != "" && !siteID.MatchString(s.ID) {
		m.fail("id", unitsAndValues, m.At("id"), "`%s` is not an id", shorten(s.ID)).
			Help = "use lower-case letters and digits, words joined by hyphens"
	}
	m.need("id", "title")
	m.done()
	return func(lib *regimen.Library) { lib.Site = s }
}

// checkLanguage reports a language or region that no program knows by that name.
func (m *mapping) checkLanguage(s regimen.Site) {
	if s.Language != "" && !words.Known(s.Language) {
		m.fail("language", unitsAndValues, m.At("language"), "`%s` is not the code of a language", shorten(s.Language)).
			Help = "write it as `en`, `en-GB` or `de`"
	}
	if s.Region != "" && !regionForm.MatchString(s.Region) {
		m.fail("region", unitsAndValues, m.At("region"), "`%s` is not the code of a country", shorten(s.Region)).
			Help = "write its two letters, such as `GB` or `DE`"
	}
}

// settings reads thresholds of rules: `{P02: {most-sets: 10}}`. Which there are is known
// to package check.
func (m *mapping) settings(key string) []regimen.Setting {
	var out []regimen.Setting
	limit := Value{Form: Entries, Each: &Value{Form: Decimal}}
	for _, rule := range m.entriesOf(key, Value{Form: Name, Of: "rule"}, limit) {
		if rule.node.Kind != source.Mapping {
			m.wrong(key, rule.node, "thresholds for each rule, such as `{P02: {most-sets: 10}}`")
			continue
		}
		for _, limit := range m.d.named(rule.node) {
			value, ok := decimal(limit.node)
			if !ok {
				m.wrong(key, limit.node, "a number for each threshold")
				continue
			}
			if value < 0 {
				m.fail(key, unitsAndValues, m.d.Value(limit.node), "a threshold is 0 or more")
				continue
			}
			out = append(out, regimen.Setting{Rule: rule.Word, Limit: limit.Word, Value: value})
		}
	}
	return out
}
