package site

import (
	"cmp"
	"encoding/xml"
	"slices"
)

// The shape of feed.xml, RFC 4287.
type (
	feedXML struct {
		XMLName  xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
		Language string     `xml:"xml:lang,attr"`
		ID       string     `xml:"id"`
		Title    string     `xml:"title"`
		Subtitle string     `xml:"subtitle,omitempty"`
		Updated  string     `xml:"updated"`
		Author   feedPerson `xml:"author"`
		Links    []feedLink `xml:"link"`
		Entries  []feedItem `xml:"entry"`
	}
	feedPerson struct {
		Name string `xml:"name"`
		URL  string `xml:"uri,omitempty"`
	}
	feedLink struct {
		Relation string `xml:"rel,attr"`
		Type     string `xml:"type,attr"`
		Address  string `xml:"href,attr"`
	}
	feedItem struct {
		ID        string      `xml:"id"`
		Title     string      `xml:"title"`
		Link      feedLink    `xml:"link"`
		Published string      `xml:"published,omitempty"`
		Updated   string      `xml:"updated"`
		Author    *feedPerson `xml:"author"`
		Summary   string      `xml:"summary,omitempty"`
	}
)

// mostNews is how much the feed tells of: readers of feeds ask for all of it each time.
const mostNews = 100

// news is what the feed tells of, newest first: guides with a date, and programmes by
// the day of their review. What has no date cannot stand in a feed.
func (b *builder) news() []feedItem {
	var out []feedItem
	add := func(title, summary, path, published, updated string) {
		if updated == "" || b.url == "" {
			return
		}
		address := b.url + "/" + path
		out = append(out, feedItem{
			ID: address, Title: title, Link: feedLink{"alternate", "text/html", address},
			Published: instant(published), Updated: instant(updated), Summary: summary,
		})
	}
	for _, g := range b.lib.Guides {
		if g.Listed() {
			n := len(out)
			add(g.Title, g.Summary, guidePath(g.ID), g.Date, orElse(g.Updated, g.Date))
			if g.Author != nil && len(out) > n {
				out[n].Author = &feedPerson{g.Author.Name, g.Author.URL}
			}
		}
	}
	for _, p := range b.lib.Programmes {
		if p.Listed() && p.Reviewed != nil {
			add(p.Title, p.Summary, programmePath(p.ID), "", p.Reviewed.Date)
		}
	}
	slices.SortStableFunc(out, func(a, b feedItem) int {
		return cmp.Or(cmp.Compare(b.Updated, a.Updated), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), mostNews)]
}

// instant is the beginning of a day, as feeds write it.
func instant(day string) string {
	if day == "" {
		return ""
	}
	return day + "T00:00:00Z"
}

func (b *builder) feed() ([]byte, error) {
	news := b.news()
	out := feedXML{
		Language: b.shared.Language, ID: b.url + "/", Title: b.shared.SiteTitle, Subtitle: b.lib.Site.Description,
		Updated: news[0].Updated, Author: feedPerson{Name: b.shared.SiteTitle}, Entries: news,
		Links: []feedLink{{"self", "application/atom+xml", b.url + "/" + feedPath}, {"alternate", "text/html", b.url + "/"}},
	}
	if a := b.lib.Site.Author; a != nil {
		out.Author = feedPerson{a.Name, a.URL}
	}
	return encodeXML(out)
}
