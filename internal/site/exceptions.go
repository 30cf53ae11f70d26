package site

import (
	"slices"
	"strings"

	"regimen/internal/regimen"
)

// exceptionView is a finding that an author or reviewer lets stand.
type exceptionView struct {
	Page                            link
	Code, Finding, Reason, Who, End string
}

// exceptionsView is one page of a long list of exceptions.
type exceptionsView struct {
	Title, Count string
	Letters      []letterView
	Exceptions   []exceptionView
	Pager        pagerView
}

// exceptionVolume is the exceptions by the first letter of the page that they are made
// for; of few there is none.
func (b *builder) exceptionVolume() *volume[exceptionView] {
	v := &volume[exceptionView]{
		title: b.t("How this site is checked"), short: b.t("Findings that were let stand"), path: checkedPath, most: mostOnOnePage,
		name: func(e exceptionView) string { return e.Page.Title }, count: b.countExceptions,
	}
	v.leaf = func(dst []byte, l leaf[exceptionView]) ([]byte, error) {
		entries := slices.Clone(l.entries)
		for i := range entries {
			entries[i].Page.URL = relative(l.shell.Path, entries[i].Page.URL)
		}
		return b.render(dst, "exceptions", l.shell, exceptionsView{l.shell.Title, l.count, l.letters, entries, l.pager})
	}
	if allowed := b.allowed(); len(allowed) > v.most {
		v.chapters = byLetter(sorted(allowed, v.name), v.name, func(letter string) string { return "checked-" + letter + ".html" })
	}
	return v
}

func (b *builder) countExceptions(n int) string { return b.n(n, "1 exception", "{n} exceptions") }

// findAllowed lists the findings that are let stand in files that everybody may see.
func (b *builder) findAllowed() []exceptionView {
	titles := b.fileTitles()
	var out []exceptionView
	for i := range b.found {
		d := &b.found[i]
		name, public := titles[d.At.Path()]
		if d.Silenced == nil || !public {
			continue
		}
		v := exceptionView{
			Page: link{name, b.contentPath(d.At.Path())}, Code: d.Code, Finding: strings.ReplaceAll(d.Message, "`", ""), Reason: d.Silenced.Reason,
			Who: orElse(b.person(d.Silenced.By, d.Silenced.Role, d.Silenced.Date), b.t("the author")),
		}
		if d.Silenced.Until != "" {
			v.End = b.t("until {date}", "date", b.date(d.Silenced.Until))
		}
		out = append(out, v)
	}
	return out
}

// fileTitles is the title of each file that has a page which lists name.
func (b *builder) fileTitles() map[string]string {
	titles := map[string]string{"index.md": b.shared.SiteTitle, "references.md": b.t("References"), "vocabulary.md": b.t("Exercises")}
	add := func(p *regimen.Page) {
		if p.Listed() && p.File != nil {
			titles[p.File.Path] = p.Title
		}
	}
	for _, e := range b.lib.Exercises {
		add(&e.Page)
	}
	for _, p := range b.lib.Programmes {
		add(&p.Page)
	}
	for _, c := range b.lib.Conditions {
		add(&c.Page)
	}
	for _, g := range b.lib.Guides {
		add(&g.Page)
	}
	for _, s := range b.shownSafety() {
		add(&s.Page)
	}
	return titles
}
