package site

// besides plans what stands beside the pages: for hosts, search engines, feeds, link
// previews and browsers that install the site.
func (b *builder) besides(pages []page) []page {
	out := []page{
		{path: "robots.txt", render: whole(b.robots)},
		{path: "_headers", render: whole(b.headers)},
		{path: ".nojekyll", render: given(nil)}, // GitHub Pages would leave out what begins with _
		{path: webManifestPath, render: whole(func() ([]byte, error) { return b.webManifest(pages) })},
		{path: "sw.js", last: b.worker},
	}
	if b.url != "" {
		out = append(out, b.sitemapPages(pages, mostInSitemap)...)
	}
	if b.shared.Feed {
		out = append(out, page{path: feedPath, render: whole(b.feed)})
	}
	return out
}
