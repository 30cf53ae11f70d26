package content

import (
	"slices"
	"strings"

	"regimen/internal/source"

	"regimen/internal/regimen"
)

func decodeExercise(d *decoder) func(*regimen.Library) {
	m := d.top()
	e := &regimen.Exercise{
		Page:              m.page(),
		Aliases:           m.labels("aliases"),
		Category:          m.placed("category", "category"),
		Pattern:           m.placed("pattern", "pattern"),
		Equipment:         m.pieces("equipment"),
		OptionalEquipment: m.pieces("optional-equipment"),
		Measures:          m.words("measure", "measure"),
		Sides:             m.word("sides", "sides"),
		Position:          m.placed("position", "position"),
		Dose:              m.dose(),
		NotBefore:         m.stageLimits("not-before"),
		Regressions:       m.refs("regressions", "exercise"),
		Progressions:      m.refs("progressions", "exercise"),
		Substitutes:       m.substitutes("substitutes"),
		EndWhen:           m.text("end-when"),
		Media:             m.media("media"),
		Video:             m.video("video"),
		RenamedFrom:       m.formerIDs("renamed-from"),
	}
	e.Primary, e.Secondary = m.muscles("muscles")
	e.UsualLoad, _ = m.loadClass("usual-load")
	e.LoadFloor, _ = m.loadClass("load-floor")
	e.Stressors, e.Tagged = m.stressors("stressors")
	if e.Sides == "" {
		e.Sides = regimen.SidesBoth
	}
	if len(e.Measures) == 0 && !m.Broken("measure") {
		e.Measures = []regimen.Word{{ID: "reps", At: m.Where}}
	}
	e.Figure = m.figure("figure", e.Title)
	m.need("title", "category", "pattern", "equipment", "measure", "sides", "dose")
	m.done()
	return func(lib *regimen.Library) { lib.Exercises = append(lib.Exercises, e) }
}

// labelsOf reads names of things that are checked elsewhere.
func (m *mapping) labelsOf(key, what string) []regimen.Word {
	out := m.labels(key)
	m.takes(key, Value{Form: Name, Of: what, List: true})
	return out
}

// formerIDs reads what a file was called before.
func (m *mapping) formerIDs(key string) []regimen.Word {
	var out []regimen.Word
	for _, w := range m.labels(key) {
		if !idForm.MatchString(w.ID) {
			m.fail(key, unitsAndValues, w.At, "`%s` is not an id", shorten(w.ID)).
				Help = "write the file name that it had, without `.md`"
			continue
		}
		out = append(out, w)
	}
	return out
}

// labels reads free words with their places: other names, old ids.
func (m *mapping) labels(key string) []regimen.Word {
	m.takes(key, Value{Form: Text, List: true})
	nodes := m.items(key, "a list of names")
	out := slices.Grow([]regimen.Word(nil), len(nodes))
	for _, n := range nodes {
		if n.Kind != source.Scalar {
			m.wrong(key, n, "a list of names")
			continue
		}
		w := m.d.wordAt(n)
		w.ID = strings.TrimSpace(w.ID)
		out = append(out, w)
	}
	return out
}

func (m *mapping) muscles(key string) (primary, secondary []regimen.Word) {
	c := m.child(key)
	if c == nil {
		return nil, nil
	}
	primary, secondary = c.words("primary", "muscle"), c.words("secondary", "muscle")
	if c.done(); c.Broken("primary") || c.Broken("secondary") {
		m.Break(key)
	}
	return primary, secondary
}

// The forms of a grade, and of one for every load or four.
var (
	gradeForm  = Value{Form: Number, Max: 3}
	gradesForm = Value{Form: Number, Max: 3, Or: &Value{Form: Tuple, Each: &gradeForm, Min: 4}}
)

// stressors reads grades by stressor: one for every load, or four for none, light,
// moderate and heavy. An absent key leaves the exercise untagged.
func (m *mapping) stressors(key string) ([]regimen.Stressor, bool) {
	var out []regimen.Stressor
	allowed := m.d.known.words("stressor")
	entries := m.entriesOf(key, Value{Form: Word, Of: "stressor"}, gradesForm)
	out = slices.Grow(out, len(entries))
	for _, e := range entries {
		known := slices.Index(allowed, e.ID)
		if len(allowed) > 0 && known < 0 {
			found := m.fail(key, unknownVocabulary, e.At, "`%s` is not a stressor in vocabulary.md", shorten(e.ID))
			m.d.suggest(found, e.At, e.ID, allowed)
			continue
		}
		s := regimen.Stressor{Word: e.Word}
		if known >= 0 {
			s.ID = allowed[known] // one string for all exercises
		}
		if m.grades(key, e.node, &s) {
			out = append(out, s)
		}
	}
	return out, m.Has(key) && !m.Broken(key)
}

func (m *mapping) grades(key string, n *source.Node, s *regimen.Stressor) bool {
	nodes := []*source.Node{n, n, n, n}
	if n.Kind == source.Sequence {
		nodes, s.Scaled = n.Content, true
	}
	if len(nodes) != 4 {
		m.fail(key, unitsAndValues, m.d.Value(n), "`%s` has %d grades", s.ID, len(nodes)).
			Help = "write one grade, or four for none, light, moderate and heavy load"
		return false
	}
	for i, g := range nodes {
		v, ok := whole(g)
		if !ok {
			m.wrong(key, g, "grades from 0 to 3")
			return false
		}
		if v < 0 || v > 3 {
			m.fail(key, unitsAndValues, m.d.Value(g), "a grade goes from 0 to 3, and this is %d", v)
			return false
		}
		if i > 0 && v < s.Grades[i-1] {
			m.fail(key, rangeOrder, m.d.Value(n), "the grades of `%s` fall as the load rises", s.ID).
				Help = "the order is none, light, moderate, heavy: each at least the one before"
			return false
		}
		s.Grades[i] = v
	}
	return true
}

func (m *mapping) media(key string) []regimen.Media {
	var out []regimen.Media
	for _, c := range m.children(key) {
		c.need("file")
		out = append(out, regimen.Media{
			File: c.ref("file", mediaFile), Alt: c.text("alt"), Licence: c.text("licence"),
			By: c.text("by"), Source: c.text("source"), Decorative: c.yes("decorative"), Origin: c.Origin,
		})
		c.done()
	}
	return out
}

func (m *mapping) video(key string) *regimen.Video {
	c := m.child(key)
	if c == nil {
		return nil
	}
	defer c.done()
	c.needUnless("file", "url")
	return &regimen.Video{
		File: c.ref("file", mediaFile), Captions: c.ref("captions", mediaFile),
		URL: c.address("url"), Title: c.text("title"), Audio: c.text("audio"),
		Licence: c.text("licence"), By: c.text("by"), Origin: c.Origin,
	}
}
