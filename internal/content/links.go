package content

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/source"
)

// document is a read file's body with what is needed to check its links.
type document struct {
	*source.Source
	body    *markdown.Document
	targets []string // of its links: the path of a file each, or nothing
}

func newDocument(src *source.Source, body markdown.Document) document {
	d := document{Source: src, body: &body}
	for _, link := range body.Links {
		d.targets = append(d.targets, target(src.Path, link.Destination))
	}
	return d
}

// target is the path of the file that a link from another leads to; empty where it leads
// out of the site, or stays in its page.
func target(from, destination string) string {
	file, _, _ := strings.Cut(destination, "#")
	if scheme, _, ok := strings.Cut(destination, ":"); ok && isScheme(scheme) || file == "" {
		return ""
	}
	return path.Join(path.Dir(from), file)
}

// checkLinks follows the links and citations of every body whose own text, or what it
// leads to, is not as before, once all files are read.
func (l *loader) checkLinks() {
	t := l.targets()
	names := l.known[waves-1]
	cited := names.since(l.was.known[waves-1])
	for _, f := range l.read {
		if f.builtIn {
			continue
		}
		if len(f.links) > 0 || l.changed[f.path] || cited.cites(f) || slices.ContainsFunc(f.targets, func(to string) bool { return t.moved[to] }) {
			f.links = t.check(f, names)
		}
		l.found = append(l.found, f.links...)
	}
}

// cites reports whether a file cites a reference that came or went.
func (d *difference) cites(f *file) bool {
	return d != nil && slices.ContainsFunc(f.body.Citations, func(c markdown.Citation) bool { return d.more || d.ids[ask{"reference", c.ID}] })
}

func (t *targets) check(f *file, names *names) diag.List {
	var found diag.List
	for i, link := range f.body.Links {
		found = append(found, t.follow(f, link, f.targets[i])...)
	}
	known := known{names: names}
	for _, c := range f.body.Citations {
		if !known.knows("reference", c.ID) {
			problem := unresolvedReference.Report(f.InBody(int(c.Start), int(c.End)), "there is no reference `"+shorten(c.ID)+"` in references.md")
			suggest(&problem, c.ID, known.named("reference"))
			found = append(found, problem)
		}
	}
	return found
}

// targets is what a link may lead to: content files by path, and media.
type targets struct {
	files  map[string]*file
	paths  func() []string
	hidden map[string]string // path -> why it has no page
	media  map[string]string
	moved  map[string]bool // what is not as before
}

func (l *loader) targets() *targets {
	t := &targets{files: l.files, hidden: map[string]string{}, media: l.known[0].sets[mediaFile], moved: l.changed}
	t.paths = sync.OnceValue(func() []string { return ids(l.sorted.entries, func(e entry) string { return e.path }) })
	for _, o := range l.library.Omitted {
		if strings.HasPrefix(o.Reason, "status: draft") || strings.HasPrefix(o.Reason, "status: private") {
			t.hidden[o.Path] = o.Reason
		}
	}
	if since := l.known[0].since(l.was.known[0]); since != nil {
		for asked := range since.ids {
			if asked.what == mediaFile {
				t.moved["media/"+asked.id] = true
			}
		}
	}
	return t
}

// follow reports what is wrong with one link: at most one thing.
func (t *targets) follow(d *file, link markdown.Link, target string) diag.List {
	at := d.InBody(int(link.Start), int(link.End))
	dest := link.Destination
	if scheme, rest, ok := strings.Cut(dest, ":"); ok && isScheme(scheme) {
		return checkScheme(at, strings.ToLower(scheme), rest)
	}
	if dest == "" {
		found := unresolvedReference.Report(at, "this link leads nowhere")
		found.Help = "write the path of a content file or a web address into the brackets"
		return diag.List{found}
	}
	file, anchor, _ := strings.Cut(dest, "#")
	if file == "" {
		return t.checkAnchor(d, d, link, anchor)
	}
	name, inMedia := strings.CutPrefix(target, "media/")
	_, stored := t.media[name]
	switch {
	case inMedia && stored:
		return nil
	case t.hidden[target] != "":
		return diag.List{unresolvedReference.Report(at, fmt.Sprintf("`%s` has no page to link to (%s)", shorten(file), t.hidden[target]))}
	case t.files[target] != nil:
		return t.checkAnchor(d, t.files[target], link, anchor)
	}
	return diag.List{t.unknown(d, link, file, target)}
}

func (t *targets) unknown(d *file, link markdown.Link, file, target string) diag.Diagnostic {
	at := d.InBody(int(link.Start), int(link.Start)+len(file))
	found := unresolvedReference.Report(at, "there is no content file `"+shorten(target)+"`")
	if strings.HasPrefix(file, "www.") {
		suggestThese(&found, []string{"https://" + file})
		return found
	}
	near := t.named(path.Base(file))
	if len(near) == 0 {
		near = diag.Nearest(target, t.paths())
	}
	for i, n := range near {
		near[i] = relative(path.Dir(d.path), n)
		if folder, _ := path.Split(file); path.Dir(n) == path.Dir(target) {
			near[i] = folder + path.Base(n) // as the author writes it
		}
	}
	if suggestThese(&found, near); len(near) == 0 {
		found.Help = "link to a content file from this file's folder, such as `../exercises/plank.md`"
	}
	return found
}

// named finds the content files of a name, wherever they lie; a page's name stands for
// that of its file.
func (t *targets) named(name string) []string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".html"), ".md") + ".md"
	var out []string
	for _, p := range t.paths() {
		if path.Base(p) == name && len(out) < 3 {
			out = append(out, p)
		}
	}
	return out
}

func (t *targets) checkAnchor(d, to *file, link markdown.Link, anchor string) diag.List {
	if anchor == "" || to.body.Anchor(anchor) || to.owes(anchor) {
		return nil
	}
	end := int(link.End)
	found := unresolvedReference.Report(d.InBody(end-len(anchor), end), fmt.Sprintf("`%s` has no heading `#%s`", to.path, shorten(anchor)))
	var anchors []string
	for _, h := range to.body.Headings {
		anchors = append(anchors, h.ID)
	}
	suggest(&found, anchor, anchors)
	return diag.List{found}
}

// owes reports whether an anchor is that of a heading that the file must have, or that
// lacks its space: either is told there already.
func (d *file) owes(anchor string) bool {
	for _, title := range headings[d.kind] {
		if strings.ReplaceAll(strings.ToLower(title), " ", "-") == anchor {
			return true
		}
	}
	for row := range bytes.Lines(d.Body) {
		title := bytes.TrimLeft(row, "#")
		if n := len(row) - len(title); n > 0 && n < len(row) && title[0] != ' ' && diag.SameWord(string(bytes.TrimSpace(title)), anchor) {
			return true
		}
	}
	return false
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || !strings.ContainsRune("0123456789+-.", rune(s[i]))) {
			return false
		}
	}
	return s != ""
}

func checkScheme(at diag.Span, scheme, rest string) diag.List {
	switch scheme {
	case "https", "http":
		if strings.HasPrefix(rest, "//") && len(rest) > 2 {
			return nil
		}
	case "mailto", "tel":
		return nil
	}
	found := source.LinkScheme.Report(at, "a link may not begin with `"+shorten(scheme)+":`")
	found.Help = "use https, http, mailto or tel, or the path of a content file"
	return diag.List{found}
}

// relative is the path from a folder to a file, both below the content folder.
func relative(from, to string) string {
	if from == "." {
		return to
	}
	up := strings.Repeat("../", strings.Count(from, "/")+1)
	if rest, ok := strings.CutPrefix(to, from+"/"); ok {
		return rest
	}
	return up + to
}

func suggest(found *diag.Diagnostic, word string, candidates []string) {
	suggestThese(found, diag.Nearest(word, candidates))
}

func suggestThese(found *diag.Diagnostic, near []string) {
	if len(near) == 0 {
		return
	}
	found.Suggestions = near
	found.Help = "did you mean " + quoteList(near) + "?"
	found.Fixes = []diag.Fix{{Title: "write `" + near[0] + "`", Edits: []diag.Edit{{At: found.At, Text: near[0]}}}}
}
