package content

import (
	"bytes"
	"strings"

	"regimen/internal/source"

	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// page decodes the keys that every kind shares.
func (m *mapping) page() regimen.Page {
	p := m.bare()
	p.Sources = m.refs("references", "reference")
	return p
}

// bare is page without citations: references.md has its list under that key.
func (m *mapping) bare() regimen.Page {
	d := m.d
	p := regimen.Page{
		Origin:   m.Origin,
		ID:       d.entry.id,
		File:     d.File,
		Title:    m.text("title"),
		Summary:  m.text("summary"),
		Status:   m.word("status", "status"),
		Body:     d.body,
		BodyAt:   int(d.InBody(0, 0).Start),
		BuiltIn:  d.entry.builtIn,
		Slipped:  d.slipped,
		Reviewed: m.review("reviewed"),
		Extra:    m.extra(),
	}
	if p.Status == "" {
		p.Status = regimen.StatusPublished
	}
	return p
}

// titled gives a page without a title its id in words.
func titled(p regimen.Page) regimen.Page {
	if p.Title == "" {
		p.Title = strings.ReplaceAll(p.ID, "-", " ")
	}
	return p
}

func (m *mapping) review(key string) *regimen.Review {
	c := m.child(key)
	if c == nil {
		return nil
	}
	defer c.done()
	c.need("by", "role", "date")
	return &regimen.Review{By: c.text("by"), Role: c.text("role"), Date: c.date("date"), Origin: c.Origin}
}

func (m *mapping) person(key string) *regimen.Person {
	c := m.child(key)
	if c == nil {
		return nil
	}
	defer c.done()
	c.need("name")
	return &regimen.Person{Name: c.text("name"), Credentials: c.text("credentials"), URL: c.address("url"), Origin: c.Origin}
}

// address reads a web address.
func (m *mapping) address(key string) string {
	v := m.text(key)
	m.takes(key, Value{Form: Address})
	if v != "" && !strings.HasPrefix(v, "https://") && !strings.HasPrefix(v, "http://") {
		m.fail(key, unitsAndValues, m.At(key), "`%s` is not a web address", shorten(v)).Help = "write it with `https://` in front"
		return ""
	}
	return v
}

// substitutes decodes who may stand in for an exercise.
func (m *mapping) substitutes(key string) []regimen.Substitute {
	var out []regimen.Substitute
	if m.sketch != nil {
		inner := m.inner(key, Value{Form: Keys, List: true, Or: &Value{Form: Ref, Of: "exercise", Also: []string{none}}})
		inner.substitute()
		return nil
	}
	for _, n := range m.items(key, "a list of substitutes") {
		if n.Kind != source.Mapping {
			if w := m.oneRef(key, n, "exercise", none); w.ID != "" {
				out = append(out, regimen.Substitute{Origin: regimen.NewOrigin(w.At, 0), Exercise: w})
			}
			continue
		}
		out = append(out, m.d.mapping(n).substitute())
	}
	return out
}

func (m *mapping) substitute() regimen.Substitute {
	defer m.done()
	m.need("exercise")
	return regimen.Substitute{
		Exercise: m.refOr("exercise", "exercise", none),
		For:      m.circumstances("for"),
		Because:  m.text("because"),
		Origin:   m.Origin,
	}
}

// none says that no exercise stands in.
const none = "none"

func (m *mapping) refOr(key, what string, also ...string) regimen.Word {
	m.takes(key, Value{Form: Ref, Of: what, Also: also})
	if n := m.node(key); n != nil {
		return m.oneRef(key, n, what, also...)
	}
	return regimen.Word{}
}

// circumstances reads conditions, each with or without a stage behind a slash.
func (m *mapping) circumstances(key string) []regimen.Word {
	m.takes(key, Value{Form: Ref, Of: "condition", Staged: true, List: true})
	var out []regimen.Word
	for _, n := range m.items(key, "a condition, or a condition with its stage") {
		if n.Kind != source.Scalar {
			m.wrong(key, n, "a condition, or a condition with its stage")
			continue
		}
		w := m.d.wordAt(n)
		condition, stage, staged := strings.Cut(w.ID, "/")
		head := m.d.Within(n, 0, len(condition))
		if !m.d.known.knows("condition", condition) {
			m.unresolved(key, regimen.Word{ID: condition, At: head}, "condition", m.d.known.named("condition"))
			continue
		}
		if staged && !m.stageOf(key, condition, regimen.Word{ID: stage, At: m.d.Within(n, len(condition)+1, len(w.ID))}) {
			continue
		}
		out = append(out, w)
	}
	return out
}

// stageOf checks that a condition has a stage. A condition that could not be read
// has none that are known, and is not blamed twice.
func (m *mapping) stageOf(key, condition string, stage regimen.Word) bool {
	stages, read := m.d.known.stages[condition]
	if !read || contains(stages, stage.ID) {
		return true
	}
	found := m.fail(key, unresolvedReference, stage.At, "`%s` has no stage `%s`", condition, shorten(stage.ID))
	m.d.suggest(found, stage.At, stage.ID, stages)
	if len(found.Suggestions) == 0 && len(stages) > 0 {
		found.Help = "its stages are " + quoteList(stages)
	}
	return false
}

// stageLimits reads `{condition: stage}`.
func (m *mapping) stageLimits(key string) []regimen.StageLimit {
	var out []regimen.StageLimit
	for _, e := range m.entriesOf(key, Value{Form: Ref, Of: "condition"}, Value{Form: Name, Of: "stage"}) {
		if !m.d.known.knows("condition", e.ID) {
			m.unresolved(key, e.Word, "condition", m.d.known.named("condition"))
			continue
		}
		if e.node.Kind != source.Scalar {
			m.wrong(key, e.node, "a stage for each condition")
			continue
		}
		stage := regimen.Word{ID: e.node.Value, At: m.d.Value(e.node)}
		if m.stageOf(key, e.ID, stage) {
			out = append(out, regimen.StageLimit{Condition: e.Word, Stage: stage})
		}
	}
	return out
}

// loadClass reads none, light, moderate or heavy.
func (m *mapping) loadClass(key string) (regimen.LoadClass, bool) {
	return regimen.ParseLoadClass(m.word(key, "load"))
}

// marks is where the `#` of a heading stand; nowhere, where it is underlined instead.
func (d *decoder) marks(h markdown.Heading) markdown.Place {
	before := bytes.TrimRight(d.Body[:h.Start], " \t")
	start := len(bytes.TrimRight(before, "#"))
	return markdown.Place{Start: int32(start), End: int32(len(before))}
}
