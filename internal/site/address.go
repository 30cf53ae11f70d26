package site

import (
	"html"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// link is a title with an address relative to the page that shows it.
type link struct{ Title, URL string }

// The addresses of the site. A page is one file, named with its ending, so that it
// opens on any host, in any folder and from disk.
func exercisePath(id string) string  { return "exercises/" + id + ".html" }
func programmePath(id string) string { return "programmes/" + id + ".html" }
func conditionPath(id string) string { return "conditions/" + id + ".html" }
func guidePath(id string) string     { return "guides/" + id + ".html" }

func sessionPath(programme, session string) string {
	return "programmes/" + programme + "/" + session + ".html"
}

const (
	homePath       = "index.html"
	libraryPath    = "library.html"
	programmesPath = "programmes.html"
	conditionsPath = "conditions.html"
	guidesPath     = "guides.html"
	safetyPath     = "safety.html"
	matrixPath     = "suitability.html"
	referencesPath = "references.html"
	notFoundPath   = "404.html"
	checkedPath    = "checked.html"
	offlinePath    = "offline.html"
	logPath        = "log.html"

	feedPath        = "feed.xml"
	sitemapPath     = "sitemap.xml"
	webManifestPath = "manifest.webmanifest"
)

// rootFrom is the way from a page back to the top folder.
func rootFrom(page string) string {
	const up, deep = "../", "../../../" // as deep as most pages lie
	if way := len(up) * strings.Count(page, "/"); way <= len(deep) {
		return deep[:way]
	}
	return strings.Repeat(up, strings.Count(page, "/"))
}

// relative is the address of one page as another writes it.
func relative(from, to string) string { return rootFrom(from) + to }

// exerciseFrom is relative to an exercise, put together at once: thousands of rows say it.
func exerciseFrom(page, id string) string { return rootFrom(page) + "exercises/" + id + ".html" }

// canonicalPath leaves out the name of the home page.
func canonicalPath(page string) string {
	if page == homePath {
		return ""
	}
	return page
}

// contentPath is the page that a content file becomes.
func (b *builder) contentPath(file string) string {
	switch file {
	case "index.md":
		return homePath
	case "references.md":
		return referencesPath
	case "vocabulary.md":
		return libraryPath
	}
	folder, name := path.Split(file)
	if top, _, _ := strings.Cut(folder, "/"); top == "safety" {
		id := strings.TrimSuffix(name, ".md")
		if b.safetyPrefix(id) != "" && slices.ContainsFunc(b.shownSafety(), func(s *regimen.Safety) bool { return s.ID == id }) {
			return safetyPath + "#" + id
		}
		return safetyPath
	}
	top, _, _ := strings.Cut(folder, "/")
	return top + "/" + strings.TrimSuffix(name, ".md") + ".html"
}

// fill rewrites links between content files to addresses seen from a page, and
// turns citations into links to the list of references.
func (b *builder) fill(file, page string) markdown.Fill {
	return markdown.Fill{
		Link: func(dest string) string { return b.rewrite(file, page, dest) },
		Cite: func(ids []string) string { return b.cite(page, ids) },
	}
}

func (b *builder) rewrite(file, page, dest string) string {
	target, anchor, _ := strings.Cut(dest, "#")
	if target == "" || strings.Contains(target, ":") {
		return dest
	}
	full := path.Join(path.Dir(file), target)
	to := full
	if strings.HasSuffix(full, ".md") {
		to = b.contentPath(full)
	}
	if anchor != "" {
		to, _, _ = strings.Cut(to, "#")
		if strings.HasPrefix(full, "safety/") {
			anchor = b.safetyPrefix(strings.TrimSuffix(path.Base(full), ".md")) + anchor
		}
		if to == referencesPath {
			to = orElse(b.citedOn()[anchor], to)
		}
		to += "#" + anchor
	}
	return relative(page, to)
}

func (b *builder) cite(page string, ids []string) string {
	var out strings.Builder
	out.WriteString(`<span class="cite">(`)
	for i, id := range ids {
		if i > 0 {
			out.WriteString("; ")
		}
		out.WriteString(`<a href="` + html.EscapeString(b.sourceURL(id, page)) + `">`)
		out.WriteString(html.EscapeString(b.citationLabel(id)) + `</a>`)
	}
	return out.String() + `)</span>`
}

// citationLabel is the first author's family name and the year.
func (b *builder) citationLabel(id string) string {
	r := b.lib.Reference(id)
	if r == nil {
		return id
	}
	return b.shortAuthor(r) + " " + strconv.Itoa(r.Year)
}

func (b *builder) shortAuthor(r *regimen.Reference) string {
	authors := strings.Split(orElse(r.Authors, r.Body), ", ")
	family := func(name string) string {
		words := strings.Fields(name)
		for len(words) > 1 && initials(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		return strings.Join(words, " ")
	}
	switch {
	case len(authors) == 2:
		return b.list([]string{family(authors[0]), family(authors[1])})
	case len(authors) > 2:
		return b.t("{author} et al.", "author", family(authors[0]))
	}
	return family(authors[0])
}

// initials reports whether a word is only the initials of a first name.
func initials(word string) bool {
	word = strings.TrimSuffix(word, ".")
	return len(word) <= 3 && word == strings.ToUpper(word)
}

// prose renders a Text for a page.
func (b *builder) prose(t markdown.Text, file, page string) template.HTML {
	return asHTML(t.Append(nil, b.fill(file, page))) // markdown escapes what authors write
}

// section appends what stands under a heading, all of it, wherever it stands.
func (b *builder) section(out []byte, p *regimen.Page, page, heading string) []byte {
	fill := b.fill(p.File.Path, page)
	for i := range p.Body.Sections {
		if s := &p.Body.Sections[i]; strings.EqualFold(s.Title, heading) {
			out = s.Text.Append(out, fill)
		}
	}
	return out
}

// sections renders a body, headings included. The prefix keeps anchors apart where a page
// shows several bodies.
func (b *builder) sections(p *regimen.Page, page, prefix string) template.HTML {
	return asHTML(b.others(nil, p, page, prefix)) // titles and texts are escaped
}

// others appends a body's sections but for those named.
func (b *builder) others(out []byte, p *regimen.Page, page, prefix string, but ...string) []byte {
	fill := b.fill(p.File.Path, page)
	fill.Prefix = prefix
	for i := range p.Body.Sections {
		s := &p.Body.Sections[i]
		if named(but, s.Title) {
			continue
		}
		if s.Title != "" {
			out = append(out, `<h2 id="`+html.EscapeString(prefix+s.ID)+`">`+html.EscapeString(s.Title)+"</h2>\n"...)
		}
		out = s.Text.Append(out, fill)
	}
	return out
}

func named(titles []string, title string) bool {
	for _, t := range titles {
		if strings.EqualFold(t, title) {
			return true
		}
	}
	return false
}
