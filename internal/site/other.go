package site

import (
	"encoding/xml"
	"net/url"
	"slices"
	"strings"
)

func (b *builder) notFoundPage() ([]byte, error) {
	return b.render("404", shell{Title: "Page not found", Path: notFoundPath, Description: "This page is not here."}, nil)
}

// base is the folder part of the site's address: "/" or "/sub/". Only the page for
// what is not found needs it, since nobody knows how deep it will be shown.
func (b *builder) base() string {
	if u, err := url.Parse(b.url); err == nil && u.Path != "" {
		return strings.TrimSuffix(u.Path, "/") + "/"
	}
	return "/"
}

func (b *builder) robots() ([]byte, error) {
	out := "User-agent: *\nAllow: /\n"
	if b.url != "" {
		out += "Sitemap: " + b.url + "/sitemap.xml\n"
	}
	return []byte(out), nil
}

// sitemap lists the pages that search engines may name. It has no dates: a build
// gives the same bytes whenever it runs.
func (b *builder) sitemap(pages []page) []byte {
	hidden := b.unlisted()
	var urls []string
	for _, p := range pages {
		if strings.HasSuffix(p.path, ".html") && p.path != notFoundPath && !hidden[p.path] {
			urls = append(urls, b.url+"/"+canonicalPath(p.path))
		}
	}
	slices.Sort(urls)
	var out strings.Builder
	out.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, u := range urls {
		out.WriteString("<url><loc>")
		_ = xml.EscapeText(&out, []byte(u)) // a strings.Builder takes every write
		out.WriteString("</loc></url>\n")
	}
	out.WriteString("</urlset>\n")
	return []byte(out.String())
}

func (b *builder) unlisted() map[string]bool {
	hidden := map[string]bool{}
	for _, e := range b.lib.Exercises {
		hidden[exercisePath(e.ID)] = !e.Listed()
	}
	for _, p := range b.lib.Programmes {
		hidden[programmePath(p.ID)] = !p.Listed()
		for _, s := range p.Sessions {
			hidden[sessionPath(p.ID, s.ID)] = !p.Listed()
		}
	}
	for _, c := range b.lib.Conditions {
		hidden[conditionPath(c.ID)] = !c.Listed()
	}
	for _, g := range b.lib.Guides {
		hidden[guidePath(g.ID)] = !g.Listed()
	}
	return hidden
}
