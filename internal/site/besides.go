package site

// besides plans what stands beside the pages: for hosts, search engines, feeds, link
// previews and browsers that install the site.
func (b *builder) besides(pages []page) []page {
	out := []page{
		{path: "robots.txt", render: b.robots},
		{path: "_headers", render: b.headers},
		{path: ".nojekyll", render: func() ([]byte, error) { return nil, nil }}, // GitHub Pages would leave out what begins with _
		{path: webManifestPath, render: func() ([]byte, error) { return b.webManifest(pages) }},
		{path: "sw.js", last: b.worker},
	}
	if b.url != "" {
		out = append(out, page{path: "sitemap.xml", render: func() ([]byte, error) { return b.sitemap(pages) }})
	}
	if b.shared.Feed {
		out = append(out, page{path: feedPath, render: b.feed})
	}
	return out
}
