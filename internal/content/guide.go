package content

import "regimen/internal/regimen"

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
		RenamedFrom: m.formerIDs("renamed-from"),
	}
	if g.Kind == "" {
		g.Kind = "article"
	}
	m.need("title")
	m.done()
	return func(lib *regimen.Library) { lib.Guides = append(lib.Guides, g) }
}
