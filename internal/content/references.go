package content

import (
	"slices"

	"regimen/internal/regimen"
)

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
		for _, w := range c.labelsOf("superseded-by", "reference") {
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
