package lsp

import (
	"path"
	"regexp"
	"strings"

	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/markdown"
	"regimen/internal/source"
)

var (
	citeForm = regexp.MustCompile(`@([\p{L}\p{N}_-]+)`)
	linkForm = regexp.MustCompile(`\]\(([^()\s]+)\)`)
)

// mention is a place at which a file names a thing.
type mention struct {
	what    string
	id      string
	at      diag.Span
	link    bool   // the path of a file, in prose
	defined string // the key of the list in which the thing is described here
}

// mentions lists all that a file names, in its frontmatter and its prose.
func mentions(file *diag.File, keys *content.Group) []mention {
	src, _ := source.Read(file, true)
	w := walker{src: src}
	if src.Root != nil {
		w.walk(src.Root, &content.Value{Form: content.Keys, Keys: keys}, "")
	}
	body := markdown.NewReader().Read(src.Body)
	for _, c := range body.Citations {
		w.out = append(w.out, mention{what: "reference", id: c.ID, at: src.InBody(int(c.Start), int(c.End))})
	}
	for _, link := range body.Links {
		if what, id := thingOf(file.Path, link.Destination); what != "" {
			w.out = append(w.out, mention{what: what, id: id, at: src.InBody(int(link.Start), int(link.End)), link: true})
		}
	}
	return w.out
}

type walker struct {
	src *source.Source
	out []mention
}

// walk goes through a value, which stands behind a key.
func (w *walker) walk(n *source.Node, v *content.Value, key string) {
	if v == nil {
		return
	}
	switch n.Kind {
	case source.Mapping:
		for ; v != nil; v = v.Or {
			w.group(n, v, key)
		}
	case source.Sequence:
		for _, item := range n.Content {
			w.walk(item, v, key)
		}
	case source.Scalar:
		for ; v != nil; v = v.Or {
			w.scalar(n, v)
		}
	}
}

func (w *walker) group(n *source.Node, v *content.Value, in string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch v.Form {
		case content.Keys:
			if k := v.Keys.Find(key.Value); k != nil {
				w.walk(value, &k.Value, key.Value)
			}
		case content.Entries:
			if v.Names != nil {
				w.scalar(key, v.Names)
			} else {
				w.out = append(w.out, mention{id: key.Value, at: w.src.Key(key), defined: in})
			}
			w.walk(value, v.Each, "")
		}
	}
}

func (w *walker) scalar(n *source.Node, v *content.Value) {
	switch v.Form {
	case content.Ref, content.Word, content.Name:
	default:
		return
	}
	id, _, _ := strings.Cut(n.Value, "/")
	if !v.Staged {
		id = n.Value
	}
	w.out = append(w.out, mention{what: v.Of, id: id, at: w.src.Within(n, 0, len(id))})
}

// thingOf says what the path of a link names, seen from a file.
func thingOf(from, link string) (what, id string) {
	file, _, _ := strings.Cut(link, "#")
	if path.Ext(file) != ".md" || strings.Contains(file, ":") {
		return "", ""
	}
	kind, id := content.KindOf(path.Join(path.Dir(from), file))
	return whatOf(kind), id
}

// whatOf is how references call what a kind of file describes; empty for files that
// nothing refers to by id.
func whatOf(kind string) string {
	switch kind {
	case "exercise", "programme", "condition", "guide":
		return kind
	case "safety":
		return "safety file"
	}
	return ""
}
