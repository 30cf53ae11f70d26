package site_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image/png"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regimen/internal/site"
)

// bases are addresses that a site may stand at: a host of its own, and a folder.
var bases = []string{"https://example.org", "https://example.org/sub/"}

// changed is the small site with some of its files put differently.
func changed(t *testing.T, replace map[string][2]string) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	err := fs.WalkDir(small(t), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(small(t), name)
		folder[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, pair := range replace {
		if folder[name] == nil || !strings.Contains(string(folder[name].Data), pair[0]) {
			t.Fatalf("%s does not hold %q", name, pair[0])
		}
		folder[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(folder[name].Data), pair[0], pair[1], 1))}
	}
	return folder
}

func decodeXML(t *testing.T, text string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

// known reports whether an address is that of a page of the site.
func known(t *testing.T, out *site.Output, base, address string) bool {
	t.Helper()
	name, ok := strings.CutPrefix(address, strings.TrimSuffix(base, "/")+"/")
	if name == "" {
		name = "index.html"
	}
	return ok && out.Has(name)
}

// TestFeed asks of feed.xml what RFC 4287 does.
func TestFeed(t *testing.T) {
	folder := changed(t, map[string][2]string{
		"index.md":           {"title: Small site\n", "title: Small site\nauthor: {name: Ann & Bob}\n"},
		"programmes/hold.md": {"title: Hold still\n", "title: Hold still\nreviewed: {by: Ann Example, role: physiotherapist, date: 2026-11-05}\n"},
		"guides/why.md":      {"date: 2026-11-01\n", "date: 2026-11-01\nupdated: 2026-11-03\nauthor: {name: Carl}\n"},
	})
	type link struct {
		Relation string `xml:"rel,attr"`
		Address  string `xml:"href,attr"`
	}
	for _, base := range bases {
		out := build(t, folder, base)
		var feed struct {
			XMLName struct{} `xml:"http://www.w3.org/2005/Atom feed"`
			ID      string   `xml:"id"`
			Title   string   `xml:"title"`
			Updated string   `xml:"updated"`
			Author  string   `xml:"author>name"`
			Links   []link   `xml:"link"`
			Entries []struct {
				ID      string `xml:"id"`
				Title   string `xml:"title"`
				Updated string `xml:"updated"`
				Link    link   `xml:"link"`
			} `xml:"entry"`
		}
		text := render(t, out, "feed.xml")
		decodeXML(t, text, &feed)
		if feed.ID != strings.TrimSuffix(base, "/")+"/" || feed.Title != "Small site" || feed.Author != "Ann & Bob" || feed.Updated != "2026-11-05T00:00:00Z" {
			t.Errorf("the head of the feed is %+v", feed)
		}
		if len(feed.Links) != 2 || feed.Links[0].Relation != "self" || feed.Links[0].Address != strings.TrimSuffix(base, "/")+"/feed.xml" {
			t.Errorf("the links of the feed are %+v", feed.Links)
		}
		if len(feed.Entries) != 2 {
			t.Fatalf("the feed has %d entries", len(feed.Entries))
		}
		for _, e := range feed.Entries {
			if e.ID == "" || e.Title == "" || e.Updated == "" || !known(t, out, base, e.Link.Address) {
				t.Errorf("an entry is %+v", e)
			}
		}
		for _, want := range []string{
			"<published>2026-11-01T00:00:00Z</published><updated>2026-11-03T00:00:00Z</updated><author><name>Carl</name></author>",
			"<updated>2026-11-05T00:00:00Z</updated><summary>Two short sessions a week.</summary>",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the feed lacks %s", want)
			}
		}
		if !strings.Contains(render(t, out, "guides/why.html"), `type="application/atom+xml" title="Small site" href="../feed.xml"`) {
			t.Error("pages do not lead to the feed")
		}
	}
}

// TestNoFeed asks that nothing leads to a feed that has nothing to tell.
func TestNoFeed(t *testing.T) {
	undated := changed(t, map[string][2]string{"guides/why.md": {"date: 2026-11-01\n", ""}})
	for name, out := range map[string]*site.Output{"no address": build(t, small(t), ""), "no date": build(t, undated, bases[0])} {
		if out.Has("feed.xml") || strings.Contains(render(t, out, "index.html"), "feed.xml") {
			t.Errorf("%s: there is a feed", name)
		}
	}
}

// TestSitemap asks that every page that search engines may name stands in it once, with
// the day of its last change where the author says it.
func TestSitemap(t *testing.T) {
	for _, base := range bases {
		out := build(t, small(t), base)
		var sitemap struct {
			XMLName struct{} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
			URLs    []struct {
				Loc     string `xml:"loc"`
				LastMod string `xml:"lastmod"`
			} `xml:"url"`
		}
		decodeXML(t, render(t, out, "sitemap.xml"), &sitemap)
		seen := map[string]string{}
		for _, u := range sitemap.URLs {
			if _, twice := seen[u.Loc]; twice || !known(t, out, base, u.Loc) {
				t.Errorf("%s is twice in the sitemap, or no page", u.Loc)
			}
			seen[u.Loc] = u.LastMod
		}
		for _, name := range out.Paths() {
			address := strings.TrimSuffix(base, "/") + "/" + strings.TrimSuffix(name, "index.html")
			_, listed := seen[address]
			hidden := strings.Contains(pageText(t, out, name), `<meta name="robots" content="noindex">`)
			if want := path.Ext(name) == ".html" && !hidden; listed != want {
				t.Errorf("%s is in the sitemap: %v", name, listed)
			}
		}
		if day := seen[strings.TrimSuffix(base, "/")+"/guides/why.html"]; day != "2026-11-01" {
			t.Errorf("the guide was changed on %q", day)
		}
		if !strings.Contains(render(t, out, "robots.txt"), "Sitemap: "+strings.TrimSuffix(base, "/")+"/sitemap.xml\n") {
			t.Error("robots.txt does not name the sitemap")
		}
	}
}

// TestWebManifest asks what browsers ask before they install a site, and that its
// pictures have the sizes that it states.
func TestWebManifest(t *testing.T) {
	out := build(t, small(t), "")
	var m struct {
		Name       string
		ShortName  string `json:"short_name"`
		StartURL   string `json:"start_url"`
		Display    string
		Background string `json:"background_color"`
		Theme      string `json:"theme_color"`
		Icons      []struct{ Src, Sizes, Type, Purpose string }
		Shortcuts  []struct{ Name, URL string }
	}
	if err := json.Unmarshal([]byte(render(t, out, "manifest.webmanifest")), &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != "Small site" || m.ShortName == "" || m.Display != "standalone" || m.Background == "" || !out.Has(m.StartURL) {
		t.Errorf("the manifest says %+v", m)
	}
	if !strings.Contains(render(t, out, "index.html"), `<meta name="theme-color" content="`+m.Theme+`">`) {
		t.Errorf("the colour %s is not that of the pages", m.Theme)
	}
	var sizes []string
	for _, icon := range m.Icons {
		sizes = append(sizes, icon.Sizes+icon.Purpose)
		if icon.Type == "image/png" {
			checkPNG(t, render(t, out, icon.Src), icon.Sizes)
		} else if !out.Has(icon.Src) {
			t.Errorf("there is no %s", icon.Src)
		}
	}
	for _, want := range []string{"192x192", "512x512", "512x512maskable"} {
		if !slices.Contains(sizes, want) {
			t.Errorf("no icon of %s", want)
		}
	}
	checkPNG(t, render(t, out, "icons/icon-180.png"), "180x180")
	checkPNG(t, render(t, out, "icons/og.png"), "1200x630")
	for _, s := range m.Shortcuts {
		if s.Name == "" || !out.Has(s.URL) {
			t.Errorf("a shortcut %q leads to %s", s.Name, s.URL)
		}
	}
}

func checkPNG(t *testing.T, text, size string) {
	t.Helper()
	c, err := png.DecodeConfig(strings.NewReader(text))
	if got := fmt.Sprintf("%dx%d", c.Width, c.Height); err != nil || got != size || len(text) > 15_000 {
		t.Errorf("a picture of %s is %s in %d bytes, %v", size, got, len(text), err)
	}
}

// TestHeaders asks that hosts and pages state the same policy.
func TestHeaders(t *testing.T) {
	out := build(t, small(t), "")
	_, stated, _ := strings.Cut(render(t, out, "_headers"), "Content-Security-Policy: ")
	stated, _, _ = strings.Cut(stated, "\n")
	same, framed := strings.CutSuffix(stated, "; frame-ancestors 'none'")
	if !framed || !strings.Contains(render(t, out, "index.html"), `http-equiv="Content-Security-Policy" content="`+same+`">`) {
		t.Errorf("the policy of _headers is %s", stated)
	}
}

// TestCards asks that each page says what previews of links need.
func TestCards(t *testing.T) {
	picture := changed(t, nil)
	picture["media/og.png"] = &fstest.MapFile{Data: []byte("drawn")}
	for _, base := range bases {
		out := build(t, picture, base)
		for _, name := range out.Paths() {
			text := pageText(t, out, name)
			if text == "" || name == "404.html" || name == "offline.html" {
				continue
			}
			for _, property := range []string{"og:title", "og:type", "og:url", "og:image", "og:site_name", "og:locale"} {
				m := regexp.MustCompile(`<meta property="` + property + `" content="([^"]+)">`).FindStringSubmatch(text)
				if m == nil {
					t.Errorf("%s has no %s", name, property)
				} else if property == "og:url" && !known(t, out, base, m[1]) || property == "og:image" && !strings.HasSuffix(m[1], "/media/og.png") {
					t.Errorf("%s: %s is %s", name, property, m[1])
				}
			}
		}
	}
	if text := render(t, build(t, small(t), bases[0]), "guides/why.html"); !strings.Contains(text, `content="article"`) ||
		!strings.Contains(text, `content="https://example.org/icons/og.png"`) {
		t.Error("a guide is no article with the built-in picture")
	}
	if strings.Contains(render(t, build(t, small(t), ""), "index.html"), "og:") {
		t.Error("a site without an address speaks of one")
	}
}

// An address with a blank is written as programs read it.
func TestEscapedBaseURL(t *testing.T) {
	out := build(t, small(t), "https://example.org/a b/é/")
	for _, name := range []string{"sitemap.xml", "robots.txt", "index.html"} {
		text := render(t, out, name)
		if !strings.Contains(strings.ToLower(text), "https://example.org/a%20b/%c3%a9/") || strings.Contains(text, "a b/") {
			t.Errorf("%s does not escape the site's address", name)
		}
	}
}
