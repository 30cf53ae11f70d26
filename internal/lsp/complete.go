package lsp

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"regimen/internal/content"
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
	default:
		list.Items = append(list.Items, s.offers(at, at.cursor.atKey)...)
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
			due := k.Required || k.Unless != "" && !slices.Contains(beside, k.Unless)
			if due != required || slices.Contains(beside, k.Name) {
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

var (
	citing  = regexp.MustCompile(`\[@(?:[^\]\n]*[;, ]@)?([\p{L}\p{N}-]*)$`)
	linking = regexp.MustCompile(`\]\(([^()\s]*)$`)
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
