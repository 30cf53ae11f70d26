package site

import (
	"html/template"
	"slices"
	"strconv"

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
	for _, w := range r.SupersededBy {
		if newer := b.lib.Reference(w.ID); newer != nil {
			v.Newer = append(v.Newer, link{b.shortAuthor(newer) + " " + strconv.Itoa(newer.Year), "#" + newer.ID})
		}
	}
	return v
}

type referencesView struct {
	Body       template.HTML
	References []referenceView
}

func (b *builder) referencesPage(dst []byte) ([]byte, error) {
	var v referencesView
	if b.lib.Sources.File != nil {
		v.Body = b.sections(&b.lib.Sources, referencesPath, "")
	}
	for _, r := range b.lib.References {
		v.References = append(v.References, b.reference(r))
	}
	return b.render(dst, "references", shell{
		Title: b.t("References"), Section: "guides", Path: referencesPath,
		Description: b.t("Every source that this site cites."),
	}, v)
}
