package site_test

import (
	"strings"
	"testing"
)

// TestMoved asks that every former address leads to the page of today, a programme's
// sessions and sheets among them, and that no list names those addresses.
func TestMoved(t *testing.T) {
	folder := changed(t, map[string][2]string{
		"programmes/hold.md": {"title: Hold still\n", "title: Hold still\nrenamed-from: [keep-still, früher]\n"},
		"guides/why.md":      {"date: 2026-11-01\n", "date: 2026-11-01\nrenamed-from: reasons\nstatus: unlisted\n"},
	})
	for _, base := range bases {
		out := build(t, folder, base)
		root := "/"
		if strings.Contains(base, "sub") {
			root = "/sub/"
		}
		redirects := render(t, out, "_redirects")
		for _, name := range out.Paths() {
			rest, ok := strings.CutPrefix(name, "programmes/hold")
			if !ok || !strings.HasSuffix(name, ".html") {
				continue
			}
			page := render(t, out, "programmes/keep-still"+rest)
			up := strings.Repeat("../", strings.Count(name, "/"))
			for _, due := range []string{
				`<meta http-equiv="refresh" content="0; url=` + up + name + `">`, `<a href="` + up + name + `">Hold still</a>`,
				`<meta name="robots" content="noindex">`, `<link rel="canonical" href="` + strings.TrimSuffix(base, "/") + "/" + name + `">`,
			} {
				if !strings.Contains(page, due) {
					t.Errorf("%s: no %s in %s", name, due, page)
				}
			}
			if line := root + "programmes/keep-still" + rest + " " + root + name + " 301\n"; !strings.Contains(redirects, line) {
				t.Errorf("_redirects lacks %s", line)
			}
		}
		if !strings.Contains(redirects, root+"programmes/fr%C3%BCher.html ") {
			t.Errorf("an address is not escaped: %s", redirects)
		}
		if strings.Contains(redirects, "reasons") || !out.Has("guides/reasons.html") {
			t.Error("the former address of an unlisted guide has no page, or is named")
		}
		if strings.Contains(render(t, out, "sitemap.xml"), "keep-still") {
			t.Error("the sitemap names a former address")
		}
	}
	plain := build(t, small(t), "")
	if plain.Has("_redirects") || !plain.Has(".nojekyll") {
		t.Error("without former ids there are redirects, or GitHub Pages is not told to leave the files as they are")
	}
}
