package content

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"regimen/internal/source"

	"golang.org/x/text/language"

	"regimen/internal/regimen"
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
		Settings:    m.settings("rules"),
	}
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
	if _, err := language.Parse(s.Language); s.Language != "" && err != nil {
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
	for _, rule := range m.entries(key) {
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
			out = append(out, regimen.Setting{Rule: rule.Word, Limit: limit.Word, Value: value})
		}
	}
	return out
}

func decodeGuide(d *decoder) func(*regimen.Library) {
	m := d.top()
	g := &regimen.Guide{
		Page:        m.page(),
		Kind:        m.word("kind", "guide-kind"),
		Author:      m.person("author"),
		Date:        m.date("date"),
		Updated:     m.date("updated"),
		Topics:      m.texts("topics"),
		Related:     m.refs("related", "guide"),
		RenamedFrom: m.labels("renamed-from"),
	}
	if g.Kind == "" {
		g.Kind = "article"
	}
	m.need("title")
	m.done()
	return func(lib *regimen.Library) { lib.Guides = append(lib.Guides, g) }
}

func decodeSafety(d *decoder) func(*regimen.Library) {
	m := d.top()
	s := &regimen.Safety{
		Page:            titled(m.page()),
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
		pain.done()
	}
	m.done()
	return func(lib *regimen.Library) { lib.Safety = append(lib.Safety, s) }
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

func decodeReferences(d *decoder) func(*regimen.Library) {
	m := d.top()
	var refs []*regimen.Reference
	entries := m.entries("references")
	for _, e := range entries {
		c := m.group(e, "references")
		if c == nil {
			continue
		}
		r := &regimen.Reference{
			ID: e.ID, Authors: c.text("authors"), Title: c.text("title"), Container: c.text("container"),
			Volume: c.text("volume"), Pages: c.text("pages"), Year: c.number("year", 1000, 2999),
			DOI: c.text("doi"), PMID: c.text("pmid"), ISBN: c.text("isbn"), URL: c.address("url"),
			Body: c.text("body"), Version: c.text("version"), Origin: c.Origin,
		}
		for _, w := range c.labels("superseded-by") {
			if slices.ContainsFunc(entries, func(n named) bool { return n.ID == w.ID }) {
				r.SupersededBy = append(r.SupersededBy, w)
				continue
			}
			c.unresolved("superseded-by", w, "reference", ids(entries, func(n named) string { return n.ID }))
		}
		c.done()
		refs = append(refs, r)
	}
	page := titled(m.bare())
	m.done()
	return func(lib *regimen.Library) { lib.References, lib.Sources = refs, page }
}

func decodeVocabulary(d *decoder) func(*regimen.Library) {
	m := d.top()
	v := regimen.Vocabulary{Page: titled(m.page()), Version: m.text("version")}
	for _, e := range m.entries("muscles") {
		if c := m.group(e, "muscles"); c != nil {
			v.Muscles = append(v.Muscles, regimen.Muscle{Term: c.term(e.ID), View: c.word("view", "view")})
			c.done()
		}
	}
	for _, e := range m.entries("equipment") {
		if c := m.group(e, "equipment"); c != nil {
			v.Equipment = append(v.Equipment, c.equipment(e.ID))
			c.done()
		}
	}
	for _, e := range m.entries("stressors") {
		if c := m.group(e, "stressors"); c != nil {
			v.Stressors = append(v.Stressors, regimen.StressorTerm{Term: c.term(e.ID), Meaning: c.text("meaning"), Note: c.text("note")})
			c.done()
		}
	}
	v.Patterns, v.Categories = m.terms("patterns"), m.terms("categories")
	m.screening(&v)
	m.done()
	return func(lib *regimen.Library) { lib.Vocabulary = v }
}

// terms reads a list of words with titles; a plain list of words has none.
func (m *mapping) terms(key string) []regimen.Term {
	var out []regimen.Term
	if n := m.node(key); n != nil && n.Kind == source.Sequence {
		for _, w := range m.labels(key) {
			out = append(out, regimen.Term{ID: w.ID, Title: w.ID})
		}
		return out
	}
	for _, e := range m.entries(key) {
		if c := m.group(e, key); c != nil {
			out = append(out, c.term(e.ID))
			c.done()
		}
	}
	return out
}

func (m *mapping) term(id string) regimen.Term {
	return regimen.Term{ID: id, Title: cmp.Or(m.text("title"), id)}
}

func (m *mapping) equipment(id string) regimen.Equipment {
	e := regimen.Equipment{
		Term: m.term(id), Levels: m.texts("levels"), Step: m.byUnit("step"), StepUpper: m.byUnit("step-upper"),
		Grid: m.byUnit("grid"), Minimum: m.byUnit("minimum"),
	}
	e.Floor, e.HasFloor = m.loadClass("floor")
	return e
}

// byUnit reads `{kg: 5, lb: 10}`; an amount may depend on the load, `{kg: {0: 1, 10: 2}}`.
func (m *mapping) byUnit(key string) []regimen.UnitLoad {
	var out []regimen.UnitLoad
	for _, e := range m.entries(key) {
		if !contains(regimen.Words("units"), e.ID) {
			found := m.fail(key, unknownVocabulary, e.At, "`%s` is not a unit of load", shorten(e.ID))
			m.d.suggest(found, e.At, e.ID, regimen.Words("units"))
			continue
		}
		if e.node.Kind != source.Mapping {
			out = m.amount(key, out, regimen.UnitLoad{Unit: e.ID}, e.node)
			continue
		}
		for _, from := range m.d.named(e.node) {
			start, err := strconv.ParseFloat(from.ID, 64)
			if err != nil {
				m.fail(key, unitsAndValues, from.At, "`%s` is not a load from which a step holds", shorten(from.ID))
				continue
			}
			out = m.amount(key, out, regimen.UnitLoad{Unit: e.ID, From: start}, from.node)
		}
	}
	return out
}

func (m *mapping) amount(key string, out []regimen.UnitLoad, u regimen.UnitLoad, n *source.Node) []regimen.UnitLoad {
	v, ok := decimal(n)
	switch {
	case !ok:
		m.wrong(key, n, "a number")
		return out
	case v <= 0:
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` must be more than 0", key)
		return out
	}
	u.Amount = v
	return append(out, u)
}
