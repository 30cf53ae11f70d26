package lsp

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/source"
)

// used is a mention with the file as the editor shows it.
type used struct {
	mention
	file *diag.File
}

// usesOf lists every place that names a thing, and where it is described in a list.
func (s *server) usesOf(t *target) ([]used, error) {
	var out []used
	err := s.eachFile(func(file *diag.File, kind, id string) {
		for _, m := range mentions(file, s.keysOf(kind)) {
			if m.id == t.id && m.what == t.what && t.in == "" {
				out = append(out, used{m, file})
			}
			if m.defined != "" && m.id == t.id && m.defined == definedUnder(t.what, kind) {
				out = append(out, used{m, file})
			}
		}
	})
	return out, err
}

// definedUnder is the key under which a file of a kind describes things of a sort.
func definedUnder(what, kind string) string {
	switch kind {
	case "references":
		if what == "reference" {
			return "references"
		}
	case "vocabulary":
		return lists[what]
	case "programme":
		if what == "exercise" {
			return "rows" // of a phase, by the exercise of the row
		}
	}
	return ""
}

// eachFile walks the content files as the editor shows them.
func (s *server) eachFile(visit func(file *diag.File, kind, id string)) error {
	folder, err := os.OpenRoot(s.root)
	if err != nil {
		return err
	}
	defer folder.Close()
	shown := overlay{folder.FS(), s.texts()}
	return fs.WalkDir(shown, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") && name != "." {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		kind, id := content.KindOf(name)
		if d.IsDir() || kind == "" || d.Type()&fs.ModeSymlink != 0 {
			return nil
		}
		body, err := fs.ReadFile(shown, name)
		if err != nil || len(body) > source.MaxSize {
			return err
		}
		visit(diag.NewFile(name, body), kind, id)
		return nil
	})
}

// texts is what the open documents of the folder hold.
func (s *server) texts() map[string][]byte {
	open := map[string][]byte{}
	for _, doc := range s.docs {
		if doc.path != "" {
			open[doc.path] = doc.bytes
		}
	}
	return open
}

func (s *server) references(p placeParams) (any, error) {
	out := []location{}
	at := s.placeOf(p)
	if at == nil || s.last.lib == nil {
		return out, nil
	}
	t := s.thingAt(at)
	if t == nil {
		return out, nil
	}
	uses, err := s.usesOf(t)
	for _, u := range uses {
		out = append(out, s.locate(u.at))
	}
	return out, err
}

// thingAt is what the cursor names; the title of a file, and the key under which a
// reference or a word is described, name it too.
func (s *server) thingAt(at *place) *target {
	if t := s.targetAt(at); t != nil || !at.front {
		return t
	}
	c := &at.cursor
	what := whatOf(at.kind)
	if what != "" && !c.atKey && slices.Equal(c.path, []string{"title"}) {
		return &target{what: what, id: at.id, at: at.doc.span(c.start, c.end)}
	}
	id := string(at.doc.bytes[c.start:c.end])
	if !c.atKey || len(c.path) != 1 || id == "" {
		return nil
	}
	if at.kind == "references" && c.path[0] == "references" {
		return &target{what: "reference", id: id, at: at.doc.span(c.start, c.end)}
	}
	for what, key := range lists {
		if at.kind == "vocabulary" && key == c.path[0] {
			return &target{what: what, id: id, at: at.doc.span(c.start, c.end)}
		}
	}
	return nil
}

// renamable finds what can be renamed at a place: a thing with a file of its own in this
// folder, or a reference.
func (s *server) renamable(p placeParams) (*place, *target, error) {
	at := s.placeOf(p)
	if at == nil || s.last.lib == nil {
		return nil, nil, refuse(requestFailed, "this is no file of the content folder")
	}
	t := s.thingAt(at)
	switch {
	case t == nil:
		return nil, nil, refuse(requestFailed, "put the cursor on the id of an exercise, programme, condition, guide, safety file or reference")
	case t.what == "reference" && s.last.lib.Reference(t.id) != nil && !s.last.lib.Sources.BuiltIn:
	case t.what != "reference" && s.fileOf(t.what, t.id) != "":
		if !s.renames {
			return nil, nil, refuse(requestFailed, "this editor cannot rename files, and the file name is the id")
		}
	default:
		return nil, nil, refuse(requestFailed, "`%s` is not described in this folder", t.id)
	}
	return at, t, nil
}

func (s *server) prepareRename(p placeParams) (any, error) {
	_, t, err := s.renamable(p)
	if err != nil {
		return nil, err
	}
	return map[string]any{"range": t.at, "placeholder": t.id}, nil
}

// rename gives every place that names a thing its new id, and the file its new name.
func (s *server) rename(p placeParams) (any, error) {
	_, t, err := s.renamable(p)
	if err != nil {
		return nil, err
	}
	name := strings.TrimSpace(p.NewName)
	switch {
	case !content.IsID(name):
		return nil, refuse(requestFailed, "`%s` is no id: write lower-case words joined by hyphens", name)
	case s.page(t.what, name) != nil || t.what == "reference" && s.last.lib.Reference(name) != nil:
		return nil, refuse(requestFailed, "there is a %s `%s` already", t.what, name)
	}
	uses, err := s.usesOf(t)
	if err != nil {
		return nil, err
	}
	edits := map[string][]textEdit{}
	for _, u := range uses {
		with := name
		if u.link {
			with = renamedLink(u.at.Text(), name)
		}
		edits[u.at.Path()] = append(edits[u.at.Path()], textEdit{s.spanOf(u.at), with})
	}
	old := s.fileOf(t.what, t.id)
	if old == "" {
		return s.workspaceEdit(edits), nil
	}
	if edit, ok := s.formerName(old, t); ok {
		edits[old] = append(edits[old], edit)
	}
	out := s.workspaceEdit(edits)
	out.DocumentChanges = append(out.DocumentChanges, renameFile{"rename", s.uri(old), s.uri(path.Join(path.Dir(old), name+".md"))})
	return out, nil
}

// renamedLink puts an id in place of the file name in the path of a link.
func renamedLink(link, id string) string {
	file, anchor, anchored := strings.Cut(link, "#")
	file = file[:strings.LastIndex(file, "/")+1] + id + ".md"
	if anchored {
		file += "#" + anchor
	}
	return file
}

// formerName keeps the old id in the file, so that old addresses and the reader's log
// still lead to it.
func (s *server) formerName(file string, t *target) (textEdit, bool) {
	kind, _ := content.KindOf(file)
	if s.keysOf(kind).Find("renamed-from") == nil {
		return textEdit{}, false
	}
	body, err := s.textOf(file)
	if err != nil {
		return textEdit{}, false
	}
	src, _ := source.Read(diag.NewFile(file, body), true)
	if src.Root == nil {
		return textEdit{}, false
	}
	view := newText(body, s.utf8)
	for i := 0; i+1 < len(src.Root.Content); i += 2 {
		if src.Root.Content[i].Value != "renamed-from" {
			continue
		}
		at, value := src.Value(src.Root.Content[i+1]), src.Root.Content[i+1]
		if value.Kind == source.Sequence && value.Style&source.Flow != 0 {
			with := t.id
			if len(value.Content) > 0 {
				with += ", "
			}
			inside := int(at.Start) + 1
			return textEdit{view.span(inside, inside), with}, true
		}
		return textEdit{}, false
	}
	end := int(src.Front().End)
	return textEdit{view.span(end, end), "renamed-from: [" + t.id + "]\n"}, true
}

// textOf is a file of the folder as the editor shows it.
func (s *server) textOf(file string) ([]byte, error) {
	if doc := s.opened(file); doc != nil {
		return doc.bytes, nil
	}
	if !filepath.IsLocal(filepath.FromSlash(file)) {
		return nil, errors.New("a file outside of the folder")
	}
	return os.ReadFile(filepath.Join(s.root, filepath.FromSlash(file)))
}

// workspaceEdit puts edits by path into the protocol's terms.
func (s *server) workspaceEdit(edits map[string][]textEdit) *workspaceEdit {
	out := &workspaceEdit{DocumentChanges: []any{}}
	for _, path := range slices.Sorted(maps.Keys(edits)) {
		change := documentEdit{TextDocument: versioned{URI: s.uri(path)}, Edits: edits[path]}
		if doc := s.opened(path); doc != nil {
			change.TextDocument.Version = &doc.version
		}
		out.DocumentChanges = append(out.DocumentChanges, change)
	}
	return out
}
