package site

import (
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// TestSitemapParts lowers what a sitemap may hold: the index leads to parts that are no
// longer than that and together list what one list would.
func TestSitemapParts(t *testing.T) {
	b := referenceBuilder(t)
	b.url = "https://example.org"
	pages, err := b.plan()
	if err != nil {
		t.Fatal(err)
	}
	files := func(most int) (names []string, text map[string][]byte) {
		text = map[string][]byte{}
		for _, p := range b.sitemapPages(pages, most) {
			if text[p.path], err = p.render(nil); err != nil {
				t.Fatal(err)
			}
			names = append(names, p.path)
		}
		return names, text
	}
	type sitemap struct {
		XMLName xml.Name
		URLs    []sitemapURL `xml:"url"`
		Parts   []sitemapURL `xml:"sitemap"`
	}
	read := func(text []byte) (out sitemap) {
		if err := xml.Unmarshal(text, &out); err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		return out
	}
	names, text := files(mostInSitemap)
	if len(names) != 1 {
		t.Fatalf("the files are %v", names)
	}
	want := read(text["sitemap.xml"]).URLs
	most := len(want)/2 - 1
	_, text = files(most)
	index := read(text["sitemap.xml"])
	if index.XMLName.Local != "sitemapindex" || len(index.Parts) != 3 || len(text) != 4 {
		t.Errorf("%s leads to %v", index.XMLName.Local, index.Parts)
	}
	var got []sitemapURL
	for _, part := range index.Parts {
		urls := read(text[path.Base(part.Address)]).URLs
		if len(urls) == 0 || len(urls) > most || !strings.HasPrefix(part.Address, b.url+"/sitemap-") {
			t.Errorf("%s has %d addresses", part.Address, len(urls))
		}
		got = append(got, urls...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the parts list %d addresses, want %d", len(got), len(want))
	}
}

// TestHiddenPagesNeedNoPart asks for no empty part where pages are hidden.
func TestHiddenPagesNeedNoPart(t *testing.T) {
	b := referenceBuilder(t)
	var pages []page
	for i := range 5 {
		pages = append(pages, page{path: fmt.Sprintf("guides/%d.html", i)})
	}
	pages = append(pages, page{path: notFoundPath}, page{path: offlinePath})
	if out := b.sitemapPages(pages, 6); len(out) != 2 || out[1].path != "sitemap.xml" {
		t.Errorf("%d files", len(out))
	}
}
