package site

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
)

// plan lists every file of the site.
func (b *builder) plan() ([]page, error) {
	pages := []page{
		{homePath, b.homePage}, {libraryPath, b.libraryPage}, {programmesPath, b.programmesPage},
		{conditionsPath, b.conditionsPage}, {guidesPath, b.guidesPage}, {safetyPath, b.safetyPage},
		{matrixPath, b.matrixPage}, {referencesPath, b.referencesPage}, {notFoundPath, b.notFoundPage},
		{"data/library.json", b.libraryData}, {"data/library.schema.json", b.librarySchema},
		{"robots.txt", b.robots},
	}
	for i, e := range b.lib.Exercises {
		if e.Built() {
			pages = append(pages, page{exercisePath(e.ID), func() ([]byte, error) { return b.exercisePage(i) }})
		}
	}
	for _, p := range b.lib.Programmes {
		if !p.Built() {
			continue
		}
		pages = append(pages, page{programmePath(p.ID), func() ([]byte, error) { return b.programmePage(p) }})
		for _, s := range p.Sessions {
			pages = append(pages, page{sessionPath(p.ID, s.ID), func() ([]byte, error) { return b.sessionPage(p, s) }})
		}
	}
	for _, c := range b.lib.Conditions {
		if c.Built() {
			pages = append(pages, page{conditionPath(c.ID), func() ([]byte, error) { return b.conditionPage(c) }})
		}
	}
	for _, g := range b.lib.Guides {
		if g.Built() {
			pages = append(pages, page{guidePath(g.ID), func() ([]byte, error) { return b.guidePage(g) }})
		}
	}
	if b.url != "" {
		pages = append(pages, page{"sitemap.xml", func() ([]byte, error) { return b.sitemap(pages), nil }})
	}
	return b.assets(pages)
}

// assets adds the style sheet, the icons and the author's media.
func (b *builder) assets(pages []page) ([]page, error) {
	pages = append(pages, page{"css/site.css", b.styleSheet})
	err := fs.WalkDir(b.options.Static, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Dir(name) == "icons" {
			pages = append(pages, page{name, func() ([]byte, error) { return fs.ReadFile(b.options.Static, name) }})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, name := range b.lib.Media {
		file := "media/" + name
		pages = append(pages, page{file, func() ([]byte, error) { return fs.ReadFile(b.options.Media, file) }})
	}
	return pages, nil
}

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/\s*`)

// styleSheet joins the files of static/css in the order of their names, without their
// comments: readers on a phone pay for every byte.
func (b *builder) styleSheet() ([]byte, error) {
	names, err := fs.Glob(b.options.Static, "css/*.css")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []byte
	for _, name := range names {
		text, err := fs.ReadFile(b.options.Static, name)
		if err != nil {
			return nil, err
		}
		out = append(out, bytes.TrimSpace(cssComment.ReplaceAll(text, nil))...)
		out = append(out, '\n')
	}
	return out, nil
}
