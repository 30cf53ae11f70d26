package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
)

// mostOnOnePage is how many entries a list shows on one page. A longer one is an index
// by first letter, or by kind, with a page for each and further pages where one alone
// is too long.
const mostOnOnePage = 300

// volume is a list that is too long for one page.
type volume[T any] struct {
	title    string // of its index
	short    string // before the title of a page; empty: the same
	path     string // of its index
	section  string // of the navigation
	above    []link // the way to its index, from the top folder
	most     int    // entries on one page
	chapters []chapter[T]
	name     func(entry T) string
	count    func(entries int) string
	leaf     func(dst []byte, l leaf[T]) ([]byte, error) // renders a page of entries
}

// chapter is one letter or kind of a volume.
type chapter[T any] struct {
	title   string
	path    string
	letter  bool
	entries []T
}

// leaf is one page of entries.
type leaf[T any] struct {
	shell   shell
	count   string // how many entries it has, and from which to which
	letters []letterView
	pager   pagerView
	entries []T
}

// letterView is one entry of the index by first letter.
type letterView struct {
	link
	Count   string
	Words   string // the count in words
	Current bool
}

// partView leads to one of the pages that a long list is parted into.
type partView struct {
	link
	Count string
}

// pagerView leads to the pages before and after; an address is empty at the ends.
type pagerView struct{ Previous, Next link }

// indexView is a page that leads to the pages of a long list.
type indexView struct {
	Title, Lead string
	Count       string
	Letters     []letterView
	Parts       []partView
	SearchURL   string        // of the page that searches the list; may be empty
	Body        template.HTML // what the author says of the list
	Verdicts    bool          // the list is one of verdicts
	Reviewed    bool          // a clinician reviewed the limits behind them
}

// byLetter puts sorted entries under their first letters. Whatever does not begin with a
// letter of the alphabet comes last.
func byLetter[T any](entries []T, name func(T) string, at func(letter string) string) []chapter[T] {
	under := map[string][]T{}
	for _, e := range entries {
		letter := firstLetter(name(e))
		under[letter] = append(under[letter], e)
	}
	var out []chapter[T]
	for _, letter := range strings.Split("a b c d e f g h i j k l m n o p q r s t u v w x y z "+otherLetter, " ") {
		if len(under[letter]) > 0 {
			out = append(out, chapter[T]{letterTitle(letter), at(letter), true, under[letter]})
		}
	}
	return out
}

// sorted puts entries in the order of their names, as an index has them.
func sorted[T any](entries []T, name func(T) string) []T {
	type filed struct {
		key   string
		entry T
	}
	all := make([]filed, len(entries))
	for i, e := range entries {
		all[i] = filed{sortKey(name(e)), e}
	}
	slices.SortStableFunc(all, func(x, y filed) int { return strings.Compare(x.key, y.key) })
	out := make([]T, len(all))
	for i, f := range all {
		out[i] = f.entry
	}
	return out
}

// pages is how many pages the entries of a chapter take.
func (c *chapter[T]) pages(most int) int { return (len(c.entries) + most - 1) / most }

// page is the address of one of several pages; a single one is the chapter's own.
func (c *chapter[T]) page(i, of int) string {
	if of == 1 {
		return c.path
	}
	return strings.TrimSuffix(c.path, ".html") + "/" + strconv.Itoa(i+1) + ".html"
}

// on is the entries of one of several pages, which are all about equally long.
func (c *chapter[T]) on(i, of int) []T {
	return c.entries[len(c.entries)*i/of : len(c.entries)*(i+1)/of]
}

// pages plans everything but the index of the whole.
func (v *volume[T]) pages(b *builder) []page {
	var out []page
	for n := range v.chapters {
		c := &v.chapters[n]
		of := c.pages(v.most)
		if of > 1 {
			out = append(out, page{path: c.path, render: func(dst []byte) ([]byte, error) { return v.chapterPage(b, dst, c) }})
		}
		for i := range of {
			out = append(out, page{path: c.page(i, of), render: func(dst []byte) ([]byte, error) { return v.leaf(dst, v.leafAt(b, n, i)) }})
		}
	}
	return out
}

// letters is the alphabet, as a page shows it; a volume by kind has none.
func (v *volume[T]) letters(b *builder, page string) []letterView {
	var out []letterView
	for i := range v.chapters {
		if c := &v.chapters[i]; c.letter {
			n := len(c.entries)
			out = append(out, letterView{link{c.title, relative(page, c.path)}, b.number(float64(n)), v.count(n), c.path == page})
		}
	}
	return out
}

// kinds is the chapters of a volume by kind.
func (v *volume[T]) kinds() []partView {
	var out []partView
	for i := range v.chapters {
		if c := &v.chapters[i]; !c.letter {
			out = append(out, partView{link{c.title, relative(v.path, c.path)}, v.count(len(c.entries))})
		}
	}
	return out
}

// chapterPage leads to the pages of a chapter that is too long for one.
func (v *volume[T]) chapterPage(b *builder, dst []byte, c *chapter[T]) ([]byte, error) {
	view := indexView{
		Title: b.t("{list}: {part}", "list", orElse(v.short, v.title), "part", c.title), Count: v.count(len(c.entries)),
		Letters: v.letters(b, c.path),
	}
	of := c.pages(v.most)
	for i := range of {
		entries := c.on(i, of)
		view.Parts = append(view.Parts, partView{link{v.span(b, entries), relative(c.path, c.page(i, of))}, v.count(len(entries))})
	}
	return b.render(dst, "index", shell{
		Title: view.Title, Section: v.section, Path: c.path, Description: view.Count, Crumbs: v.crumbs(b, c.path),
	}, view)
}

// leafAt is a page of entries with the pages around it.
func (v *volume[T]) leafAt(b *builder, n, i int) leaf[T] {
	c := &v.chapters[n]
	of := c.pages(v.most)
	page := c.page(i, of)
	l := leaf[T]{entries: c.on(i, of), pager: v.pager(b, n, i, page)}
	l.count = v.count(len(l.entries))
	l.shell = shell{
		Title:   b.t("{list}: {part}", "list", orElse(v.short, v.title), "part", v.leafTitle(b, n, i)),
		Section: v.section, Path: page, Crumbs: v.crumbs(b, page),
	}
	if of == 1 {
		l.letters = v.letters(b, page)
	} else {
		l.count = b.t("{count}: {span}", "count", l.count, "span", v.span(b, l.entries))
		l.shell.Crumbs = append(l.shell.Crumbs, link{c.title, relative(page, c.path)})
	}
	l.shell.Description = l.count
	return l
}

func (v *volume[T]) crumbs(b *builder, page string) []link {
	return append(relativeLinks(v.above, page), link{v.title, relative(page, v.path)})
}

// leafTitle is the letter or kind, and which of its pages.
func (v *volume[T]) leafTitle(b *builder, n, i int) string {
	c := &v.chapters[n]
	of := c.pages(v.most)
	if of == 1 {
		return c.title
	}
	return b.t("{part}, {number} of {all}", "part", c.title, "number", i+1, "all", of)
}

// span says from which to which entry a page goes, as the head of a dictionary's page does.
func (v *volume[T]) span(b *builder, entries []T) string {
	first, last := v.name(entries[0]), v.name(entries[len(entries)-1])
	return b.t("{first} – {last}", "first", first, "last", last)
}

// pager leads on from one page of entries to the next, over the ends of chapters.
func (v *volume[T]) pager(b *builder, n, i int, from string) pagerView {
	to := func(n, i int) link {
		c := &v.chapters[n]
		return link{v.leafTitle(b, n, i), relative(from, c.page(i, c.pages(v.most)))}
	}
	var out pagerView
	switch {
	case i > 0:
		out.Previous = to(n, i-1)
	case n > 0:
		out.Previous = to(n-1, v.chapters[n-1].pages(v.most)-1)
	}
	switch {
	case i+1 < v.chapters[n].pages(v.most):
		out.Next = to(n, i+1)
	case n+1 < len(v.chapters):
		out.Next = to(n+1, 0)
	}
	return out
}

func letterTitle(letter string) string {
	if letter == otherLetter {
		return "#"
	}
	return strings.ToUpper(letter)
}

func relativeLinks(links []link, page string) []link {
	out := make([]link, len(links))
	for i, l := range links {
		out[i] = link{l.Title, relative(page, l.URL)}
	}
	return out
}
