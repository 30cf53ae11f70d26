package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

type referenceView struct {
	ID, Authors, Title, Source string
	Year                       int
	URL, Label                 string
	Newer                      []link
}

// references lists what a page cites, in its text and in its frontmatter.
func (b *builder) references(named []regimen.Word, cited []markdown.Citation) []referenceView {
	ids := regimen.IDs(named)
	for _, c := range cited {
		ids = append(ids, c.ID)
	}
	slices.Sort(ids)
	var out []referenceView
	for _, id := range slices.Compact(ids) {
		if r := b.lib.Reference(id); r != nil {
			out = append(out, b.reference(r))
		}
	}
	return out
}

func (b *builder) reference(r *regimen.Reference) referenceView {
	v := referenceView{ID: r.ID, Authors: orElse(r.Authors, r.Body), Title: r.Title, Year: r.Year, Source: r.Container}
	if r.Volume != "" {
		v.Source += " " + r.Volume
	}
	if r.Pages != "" {
		v.Source += ": " + r.Pages
	}
	switch {
	case r.DOI != "":
		v.URL, v.Label = "https://doi.org/"+r.DOI, "doi:"+r.DOI
	case r.PMID != "":
		v.URL, v.Label = "https://pubmed.ncbi.nlm.nih.gov/"+r.PMID+"/", "PMID "+r.PMID
	case r.URL != "":
		v.URL, v.Label = r.URL, r.URL
	case r.ISBN != "":
		v.Label = "ISBN " + r.ISBN
	}
	return v
}

type referencesView struct {
	Title      string
	Count      string // on a page of a long list
	Letters    []letterView
	Body       template.HTML
	References []referenceView
	Pager      pagerView
}

func (b *builder) referencesPage(dst []byte) ([]byte, error) {
	s := shell{
		Title: b.t("References"), Section: "guides", Path: referencesPath,
		Description: b.t("Every source that this site cites."),
	}
	var body template.HTML
	if b.lib.Sources.File != nil {
		body = b.sections(&b.lib.Sources, referencesPath, "")
	}
	if letters := b.volumes.references().letters(b, referencesPath); len(letters) > 0 {
		return b.render(dst, "index", s, indexView{
			Title: s.Title, Lead: s.Description, Count: b.countReferences(len(b.lib.References)), Letters: letters, Body: body,
		})
	}
	return b.render(dst, "references", s, referencesView{Title: s.Title, Body: body, References: b.cited(b.lib.References, referencesPath)})
}

// cited is references as a page of the list shows them, with the newer ones.
func (b *builder) cited(references []*regimen.Reference, page string) []referenceView {
	var out []referenceView
	for _, r := range references {
		v := b.reference(r)
		for _, w := range r.SupersededBy {
			if newer := b.lib.Reference(w.ID); newer != nil {
				v.Newer = append(v.Newer, link{b.shortAuthor(newer) + " " + strconv.Itoa(newer.Year), strings.TrimPrefix(b.sourceURL(newer.ID, page), page)})
			}
		}
		out = append(out, v)
	}
	return out
}

// referenceVolume is the references by the first letter of their authors; of few there
// is none.
func (b *builder) referenceVolume() *volume[*regimen.Reference] {
	v := &volume[*regimen.Reference]{
		title: b.t("References"), path: referencesPath, section: "guides", most: mostOnOnePage,
		name: func(r *regimen.Reference) string { return b.citationLabel(r.ID) }, count: b.countReferences,
	}
	v.leaf = func(dst []byte, l leaf[*regimen.Reference]) ([]byte, error) {
		return b.render(dst, "references", l.shell, referencesView{
			Title: l.shell.Title, Count: l.count, Letters: l.letters, References: b.cited(l.entries, l.shell.Path), Pager: l.pager,
		})
	}
	if len(b.lib.References) > v.most {
		v.chapters = byLetter(sorted(b.lib.References, v.name), v.name, func(letter string) string { return "references-" + letter + ".html" })
	}
	return v
}

func (b *builder) countReferences(n int) string { return b.n(n, "1 source", "{n} sources") }

// findReferences notes the page of each reference of a long list.
func (b *builder) findReferences() map[string]string {
	v := b.volumes.references()
	pages := map[string]string{}
	for n := range v.chapters {
		c := &v.chapters[n]
		of := c.pages(v.most)
		for i := range of {
			for _, r := range c.on(i, of) {
				pages[r.ID] = c.page(i, of)
			}
		}
	}
	return pages
}

// sourceURL leads to a reference in the list of all.
func (b *builder) sourceURL(id, page string) string {
	return relative(page, orElse(b.citedOn()[id], referencesPath)) + "#" + id
}
