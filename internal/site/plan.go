package site

import (
	"io/fs"
	"slices"
)

// plan lists every file of the site.
func (b *builder) plan() ([]page, error) {
	pages := []page{
		{path: homePath, render: b.homePage}, {path: programmesPath, render: b.programmesPage},
		{path: conditionsPath, render: b.conditionsPage}, {path: guidesPath, render: b.guidesPage}, {path: safetyPath, render: b.safetyPage},
		{path: matrixPath, render: b.matrixPage}, {path: referencesPath, render: b.referencesPage}, {path: notFoundPath, render: b.notFoundPage},
		{path: "data/library.json", render: b.libraryData}, {path: "data/library.schema.json", render: given(librarySchemaText)},
		{path: "data/log-backup.schema.json", render: given(logBackupSchemaText)},
		{path: checkedPath, render: b.checkedPage}, {path: offlinePath, render: b.offlinePage}, {path: logPath, render: b.logPage},
	}
	pages = append(pages, b.libraryPages()...)
	pages = append(pages, b.longLists()...)
	for i, e := range b.lib.Exercises {
		if e.Built() {
			pages = append(pages, page{path: exercisePath(e.ID), render: func(dst []byte) ([]byte, error) { return b.exercisePage(dst, i) }})
		}
	}
	for _, p := range b.lib.Programmes {
		if !b.shown(p) {
			continue
		}
		pages = append(pages, b.sheetPages(p)...)
		pages = append(pages, page{path: programmePath(p.ID), render: func(dst []byte) ([]byte, error) { return b.programmePage(dst, p) }})
		for _, s := range p.Sessions {
			pages = append(pages, page{path: sessionPath(p.ID, s.ID), render: func(dst []byte) ([]byte, error) { return b.sessionPage(dst, p, s) }})
		}
	}
	for _, c := range b.lib.Conditions {
		if c.Built() {
			pages = append(pages, page{path: conditionPath(c.ID), render: func(dst []byte) ([]byte, error) { return b.conditionPage(dst, c) }})
		}
	}
	for _, g := range b.lib.Guides {
		if g.Built() {
			pages = append(pages, page{path: guidePath(g.ID), render: func(dst []byte) ([]byte, error) { return b.guidePage(dst, g) }})
		}
	}
	pages = append(pages, b.besides(pages)...)
	pages = append(pages, b.moved(pages)...)
	return b.assets(pages)
}

// assets adds the style sheet, the icons, the scripts and the author's media.
func (b *builder) assets(pages []page) ([]page, error) {
	pages = append(pages, page{path: "css/site.css", render: whole(b.styleSheet)},
		page{path: logStylesPath, render: b.joined("css/log/*.css")},
		page{path: sessionLogStylesPath, render: b.joined("css/session-log/*.css")})
	if len(b.sheets) > 0 {
		pages = append(pages, page{path: sheetStylesPath, render: b.joined("css/sheets/*.css")})
	}
	icons, err := fs.Glob(b.options.Static, "icons/*")
	if err != nil {
		return nil, err
	}
	for _, name := range append(icons, phrasesPath) {
		pages = append(pages, page{path: name, render: whole(func() ([]byte, error) { return b.asset(name) })})
	}
	scripts, err := b.scripts()
	if err != nil {
		return nil, err
	}
	for _, s := range scripts {
		pages = append(pages, page{path: s.path, render: given(s.body)})
	}
	for _, name := range b.lib.Media {
		file := "media/" + name
		pages = append(pages, page{path: file, render: whole(func() ([]byte, error) { return fs.ReadFile(b.options.Media, file) })})
	}
	return pages, nil
}

// styleSheet is what all pages share.
func (b *builder) styleSheet() ([]byte, error) {
	out, err := b.join("css/*.css")
	if err != nil {
		return nil, err
	}
	own, err := b.tokens()
	return slices.Concat(out, []byte(b.pageCount()), own), err
}

// joined is a file of style sheets.
func (b *builder) joined(pattern string) func(dst []byte) ([]byte, error) {
	return whole(func() ([]byte, error) { return b.join(pattern) })
}

// join joins style sheets in the order of their names.
func (b *builder) join(pattern string) ([]byte, error) {
	names, err := fs.Glob(b.options.Static, pattern)
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
		out = append(out, text...)
	}
	return smallStyles(out)
}
