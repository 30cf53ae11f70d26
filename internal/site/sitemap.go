package site

import (
	"encoding/xml"
	"slices"
	"strings"
)

func (b *builder) robots() ([]byte, error) {
	out := "User-agent: *\nAllow: /\n"
	if b.url != "" {
		out += "Sitemap: " + b.url + "/sitemap.xml\n"
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

// sitemap lists the pages that search engines may name. Only an author's own dates
// stand in it: a build gives the same bytes whenever it runs.
func (b *builder) sitemap(pages []page) ([]byte, error) {
	hidden, changed := b.unlisted(), b.changes()
	var out sitemapXML
	for _, p := range pages {
		if strings.HasSuffix(p.path, ".html") && !hidden[p.path] {
			out.URLs = append(out.URLs, sitemapURL{b.url + "/" + canonicalPath(p.path), changed[p.path]})
		}
	}
	slices.SortFunc(out.URLs, func(a, b sitemapURL) int { return strings.Compare(a.Address, b.Address) })
	return encodeXML(out)
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
