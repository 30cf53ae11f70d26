package lsp

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"regimen/internal/content"
	"regimen/internal/regimen"
	"regimen/internal/schema"
)

// place is where a request points to: a document, its kind, the cursor in it.
type place struct {
	doc    *document
	kind   string
	id     string
	offset int
	keys   *content.Group
	cursor cursor
	front  bool // the cursor stands in the frontmatter
}

// placeOf finds what a request points to; nil where there is nothing to say.
func (s *server) placeOf(p placeParams) *place {
	doc := s.docs[pathOf(p.TextDocument.URI)]
	if doc == nil || doc.path == "" {
		return nil
	}
	at := &place{doc: doc, offset: doc.offset(p.Position)}
	if at.kind, at.id = content.KindOf(doc.path); at.kind == "" {
		return nil
	}
	at.keys = s.keysOf(at.kind)
	at.cursor, at.front = cursorAt(doc.bytes, at.offset)
	return at
}

func (s *server) keysOf(kind string) *content.Group {
	if s.keys[kind] == nil {
		s.keys[kind] = schema.Keys(kind)
	}
	return s.keys[kind]
}

func (s *server) complete(p placeParams) (any, error) {
	list := completionList{Items: []completionItem{}}
	at := s.placeOf(p)
	if at == nil || s.last.lib == nil {
		return list, nil
	}
	start := at.cursor.start
	switch {
	case !at.front:
		list.Items, start = s.inProse(at)
	case at.cursor.atKey:
		list.Items = s.offers(at, true)
	default:
		list.Items = s.offers(at, false)
	}
	edit := at.doc.span(start, at.offset)
	for i := range list.Items {
		item := &list.Items[i]
		item.TextEdit = &textEdit{edit, cmp.Or(item.FilterText, item.Label)}
		item.FilterText = item.Label
		item.SortText = fmt.Sprintf("%04d", i)
	}
	return list, nil
}

// offers lists what may be written at the cursor: keys of the group, or the words of a
// value. Where a list has just begun, either may stand.
func (s *server) offers(at *place, keysToo bool) []completionItem {
	var items []completionItem
	for v := at.cursor.value(at.keys); v != nil; v = v.Or {
		switch {
		case v.Form == content.Keys && keysToo:
			items = append(items, keyItems(v.Keys, at.cursor.beside)...)
		case v.Form == content.Entries && keysToo && v.Names != nil:
			for _, item := range s.words(at, v.Names) {
				if !slices.Contains(at.cursor.beside, item.Label) {
					item.FilterText = item.Label + ": "
					items = append(items, item)
				}
			}
		case v.Form == content.Keys || v.Form == content.Entries:
		case !keysToo || at.cursor.item && v.List:
			items = append(items, s.words(at, v)...)
		}
	}
	return items
}

func keyItems(g *content.Group, beside []string) []completionItem {
	var items []completionItem
	for _, required := range []bool{true, false} {
		for _, k := range g.Keys {
			if k.Required != required || slices.Contains(beside, k.Name) {
				continue
			}
			item := completionItem{Label: k.Name, Kind: fieldItem, FilterText: k.Name + ": "}
			if required {
				item.Detail = "required"
			}
			if k.Value.Meaning != "" {
				item.Documentation = &markup{"markdown", k.Value.Meaning}
			}
			items = append(items, item)
		}
	}
	return items
}

// words lists what a value may be.
func (s *server) words(at *place, v *content.Value) []completionItem {
	var items []completionItem
	add := func(word, detail string, kind int) {
		items = append(items, completionItem{Label: word, Detail: detail, Kind: kind})
	}
	switch v.Form {
	case content.Word, content.Weight:
		list := v.Of
		if v.Form == content.Weight {
			list = "load"
		}
		for _, word := range s.listOf(list, v.Words) {
			add(word.ID, word.Title, valueItem)
		}
	case content.Flag:
		add("true", "", valueItem)
		add("false", "", valueItem)
	case content.Ref:
		for _, thing := range s.things(v.Of) {
			add(thing.ID, thing.Title, refItem)
		}
	case content.Name:
		for _, id := range s.namesIn(at, v.Of) {
			add(id, "", refItem)
		}
	}
	for _, word := range v.Also {
		add(word, "", valueItem)
	}
	return items
}

// listOf is a closed list: of the vocabulary with titles, or of the model.
func (s *server) listOf(list string, fixed []string) []regimen.Term {
	v := s.last.lib.Vocabulary
	var out []regimen.Term
	switch list {
	case "muscle":
		for _, m := range v.Muscles {
			out = append(out, m.Term)
		}
	case "equipment":
		for _, e := range v.Equipment {
			out = append(out, e.Term)
		}
	case "pattern":
		out = v.Patterns
	case "category":
		out = v.Categories
	case "stressor":
		for _, t := range v.Stressors {
			out = append(out, t.Term)
		}
	default:
		for _, word := range append(fixed, regimen.Words(list)...) {
			out = append(out, regimen.Term{ID: word})
		}
	}
	return out
}

// things lists what a reference may name, with titles.
func (s *server) things(what string) []regimen.Term {
	var out []regimen.Term
	lib := s.last.lib
	switch what {
	case "exercise":
		out = pagesOf(lib.Exercises, func(e *regimen.Exercise) *regimen.Page { return &e.Page })
	case "programme":
		out = pagesOf(lib.Programmes, func(p *regimen.Programme) *regimen.Page { return &p.Page })
	case "condition":
		out = pagesOf(lib.Conditions, func(c *regimen.Condition) *regimen.Page { return &c.Page })
	case "guide":
		out = pagesOf(lib.Guides, func(g *regimen.Guide) *regimen.Page { return &g.Page })
	case "safety file":
		out = pagesOf(lib.Safety, func(f *regimen.Safety) *regimen.Page { return &f.Page })
	case "reference":
		for _, r := range lib.References {
			out = append(out, regimen.Term{ID: r.ID, Title: r.Title})
		}
	default:
		for _, file := range lib.Media {
			out = append(out, regimen.Term{ID: file})
		}
	}
	return out
}

func pagesOf[T any](list []T, page func(T) *regimen.Page) []regimen.Term {
	var out []regimen.Term
	for _, v := range list {
		out = append(out, regimen.Term{ID: page(v).ID, Title: page(v).Title})
	}
	return out
}

// namesIn lists the names of things that live inside a file.
func (s *server) namesIn(at *place, what string) []string {
	var out []string
	switch what {
	case "stage":
		if c := s.last.lib.Condition(at.condition()); c != nil {
			for _, stage := range c.Stages {
				out = append(out, stage.ID)
			}
		}
	case "session":
		if p := s.last.lib.Programme(at.id); p != nil {
			for _, session := range p.Sessions {
				out = append(out, session.ID)
			}
		}
	case "reference":
		for _, r := range s.last.lib.References {
			out = append(out, r.ID)
		}
	}
	return out
}

// condition is the one whose stages are spoken of at the cursor: this file's, the key
// before a colon, or the one named beside.
func (at *place) condition() string {
	if at.kind == "condition" {
		return at.id
	}
	path := at.cursor.path
	if n := len(path); n > 1 && path[n-1] != "stage" {
		return path[n-1]
	}
	const near = 200
	from := max(0, at.offset-near)
	text, named := at.doc.bytes[from:min(len(at.doc.bytes), at.offset+near)], ""
	for _, m := range conditionForm.FindAllSubmatchIndex(text, -1) {
		if named == "" || from+m[0] <= at.offset {
			named = string(text[m[2]:m[3]])
		}
	}
	return named
}

var (
	conditionForm = regexp.MustCompile(`condition:[ \t]*["']?([\p{L}\p{N}-]+)`)
	citing        = regexp.MustCompile(`\[@(?:[^\]\n]*[;, ]@)?([\p{L}\p{N}-]*)$`)
	linking       = regexp.MustCompile(`\]\(([^()\s]*)$`)
)

// inProse offers citations and the paths of content files.
func (s *server) inProse(at *place) (items []completionItem, start int) {
	items = []completionItem{}
	from := at.doc.lines[at.doc.position(at.offset).Line]
	before := at.doc.bytes[from:at.offset]
	if m := citing.FindSubmatchIndex(before); m != nil {
		for _, r := range s.things("reference") {
			items = append(items, completionItem{Label: r.ID, Detail: r.Title, Kind: refItem})
		}
		return items, from + m[2]
	}
	m := linking.FindSubmatchIndex(before)
	if m == nil {
		return items, at.offset
	}
	for _, what := range []string{"exercise", "programme", "condition", "guide", "safety file"} {
		for _, thing := range s.things(what) {
			if file := s.fileOf(what, thing.ID); file != "" {
				items = append(items, completionItem{Label: relative(path.Dir(at.doc.path), file), Detail: thing.Title, Kind: fileItem})
			}
		}
	}
	return items, from + m[2]
}

// relative is the path from a folder to a file, both in the content folder.
func relative(from, to string) string {
	if from == "." {
		return to
	}
	if rest, ok := strings.CutPrefix(to, from+"/"); ok {
		return rest
	}
	return strings.Repeat("../", strings.Count(from, "/")+1) + to
}
