package site

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

func (b *builder) robots() ([]byte, error) {
	out := "User-agent: *\nAllow: /\n"
	if b.url != "" {
		out += "Sitemap: " + b.url + "/" + sitemapPath + "\n"
	}
	return []byte(out), nil
}

type sitemapXML struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Address string `xml:"loc"`
	Changed string `xml:"lastmod,omitempty"`
}

// sitemapIndexXML leads to the sitemaps of a site that has too many pages for one.
type sitemapIndexXML struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []sitemapURL `xml:"sitemap"`
}

// mostInSitemap is how many addresses the protocol of sitemaps.org allows in a file.
const mostInSitemap = 50_000

// sitemapPages plans sitemap.xml, which lists the pages that search engines may name,
// or the files that do so where they are more than most.
func (b *builder) sitemapPages(pages []page, most int) []page {
	html := 0
	for _, p := range pages {
		if isHTML(p.path) {
			html++
		}
	}
	if html <= most { // no need to know yet which of them are hidden
		return []page{{path: sitemapPath, render: whole(func() ([]byte, error) { return encodeXML(sitemapXML{URLs: b.addresses(pages)}) })}}
	}
	var index sitemapIndexXML
	var out []page
	for part := range slices.Chunk(b.addresses(pages), most) {
		name := "sitemap-" + strconv.Itoa(len(out)+1) + ".xml"
		index.Parts = append(index.Parts, sitemapURL{Address: b.url + "/" + name})
		out = append(out, page{path: name, render: whole(func() ([]byte, error) { return encodeXML(sitemapXML{URLs: part}) })})
	}
	return append(out, page{path: sitemapPath, render: whole(func() ([]byte, error) { return encodeXML(index) })})
}

func isHTML(name string) bool { return strings.HasSuffix(name, ".html") }

// addresses lists the pages that search engines may name. Only an author's own dates
// stand with them: a build gives the same bytes whenever it runs.
func (b *builder) addresses(pages []page) []sitemapURL {
	hidden, changed := b.unlisted(), b.changes()
	var out []sitemapURL
	for _, p := range pages {
		if isHTML(p.path) && !hidden[p.path] {
			out = append(out, sitemapURL{b.url + "/" + canonicalPath(p.path), changed[p.path]})
		}
	}
	slices.SortFunc(out, func(a, b sitemapURL) int { return strings.Compare(a.Address, b.Address) })
	return out
}

func encodeXML(v any) ([]byte, error) {
	text, err := xml.Marshal(v)
	return append([]byte(xml.Header), append(text, '\n')...), err
}

// changes is the day, by page, on which its author last changed it, where it is known.
func (b *builder) changes() map[string]string {
	days := map[string]string{}
	for _, g := range b.lib.Guides {
		days[guidePath(g.ID)] = orElse(g.Updated, g.Date)
	}
	return days
}

func (b *builder) unlisted() map[string]bool {
	hidden := map[string]bool{notFoundPath: true, offlinePath: true}
	for _, e := range b.lib.Exercises {
		hidden[exercisePath(e.ID)] = !e.Listed()
	}
	for _, p := range b.lib.Programmes {
		hidden[programmePath(p.ID)] = !p.Listed()
		for _, s := range p.Sessions {
			hidden[sessionPath(p.ID, s.ID)] = !p.Listed()
		}
		for _, sheet := range b.sheets {
			hidden[sheetPath(p.ID, sheet)] = !p.Listed()
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
