package site

import (
	"html"
	"net/url"
	"strings"

	"regimen/internal/regimen"
)

// redirectsPath is what hosts that answer with a redirect read.
const redirectsPath = "_redirects"

// move is an address of the past and the page that stands for it now.
type move struct {
	from, to, title string
	listed          bool
}

// moved plans a page at each former address that leads on, and the file of redirects. An
// unlisted page is left out of that file, which some hosts show to anybody.
func (b *builder) moved(pages []page) []page {
	moves := b.moves()
	if len(moves) == 0 {
		return nil
	}
	var out []page
	var lines strings.Builder
	taken := make(map[string]bool, len(pages))
	for _, p := range pages {
		taken[p.path] = true
	}
	for _, m := range moves {
		if taken[m.from] {
			continue // R02 says so, unless somebody has allowed it
		}
		taken[m.from] = true
		out = append(out, page{path: m.from, render: whole(func() ([]byte, error) { return b.movedPage(m), nil })})
		if m.listed {
			lines.WriteString(b.base() + escaped(m.from) + " " + b.base() + escaped(m.to) + " 301\n")
		}
	}
	if lines.Len() > 0 {
		out = append(out, page{path: redirectsPath, render: given([]byte(lines.String()))})
	}
	return out
}

// moves lists every former address, the sessions and sheets of a programme among them.
func (b *builder) moves() []move {
	var out []move
	add := func(p *regimen.Page, former []regimen.Word, at func(id string) string) {
		for _, old := range former {
			out = append(out, move{at(old.ID), at(p.ID), p.Title, p.Listed()})
		}
	}
	for _, e := range b.lib.Exercises {
		if e.Built() {
			add(&e.Page, e.RenamedFrom, exercisePath)
		}
	}
	for _, g := range b.lib.Guides {
		if g.Built() {
			add(&g.Page, g.RenamedFrom, guidePath)
		}
	}
	for _, p := range b.lib.Programmes {
		if !b.shown(p) || len(p.RenamedFrom) == 0 {
			continue
		}
		add(&p.Page, p.RenamedFrom, programmePath)
		for _, sheet := range b.sheets {
			add(&p.Page, p.RenamedFrom, func(id string) string { return sheetPath(id, sheet) })
		}
		for _, s := range p.Sessions {
			add(&p.Page, p.RenamedFrom, func(id string) string { return sessionPath(id, s.ID) })
		}
	}
	return out
}

// movedPage leads on without a script, for readers and for search engines.
func (b *builder) movedPage(m move) []byte {
	to := html.EscapeString(rootFrom(m.from) + escaped(m.to))
	canonical := to
	if b.url != "" {
		canonical = html.EscapeString(b.url + "/" + escaped(m.to))
	}
	direction := ""
	if b.shared.RightToLeft {
		direction = ` dir="rtl"`
	}
	title := html.EscapeString(m.title)
	return []byte("<!doctype html>\n<html lang=\"" + html.EscapeString(b.shared.Language) + "\"" + direction + ">\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<title>" + title + "</title>\n<meta name=\"robots\" content=\"noindex\">\n" +
		"<meta http-equiv=\"refresh\" content=\"0; url=" + to + "\">\n<link rel=\"canonical\" href=\"" + canonical + "\">\n" +
		"<p>" + html.EscapeString(b.t("This page has moved:")) + " <a href=\"" + to + "\">" + title + "</a></p>\n")
}

// escaped is a path as an address writes it.
func escaped(name string) string { return (&url.URL{Path: name}).EscapedPath() }
