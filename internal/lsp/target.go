package lsp

import (
	"strings"

	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// target is a thing that a word stands for.
type target struct {
	what string // exercise, condition, stage, reference, muscle …
	in   string // the file that a stage or session lives in
	id   string
	at   span // the word
}

// targetAt finds what the word under the cursor names; nil for a word that names nothing.
func (s *server) targetAt(at *place) *target {
	if !at.front {
		return s.targetInProse(at)
	}
	c := at.cursor
	t := &target{id: string(at.doc.bytes[c.start:c.end]), at: at.doc.span(c.start, c.end)}
	if t.id == "" {
		return nil
	}
	for v := c.value(at.keys); v != nil; v = v.Or {
		named := v
		if v.Form == content.Entries && c.atKey && v.Names != nil {
			named = v.Names
		} else if c.atKey && !c.item {
			continue
		}
		if s.names(at, named, t) {
			return t
		}
	}
	return nil
}

func (s *server) names(at *place, v *content.Value, t *target) bool {
	switch v.Form {
	case content.Ref:
		t.what = v.Of
		if before := at.doc.bytes[:at.cursor.start]; v.Staged && len(before) > 0 && before[len(before)-1] == '/' {
			start, _ := wordAround(at.doc.bytes, at.cursor.start-1, row{start: 0, end: at.cursor.start - 1})
			t.what, t.in = "stage", string(before[start:at.cursor.start-1])
		}
	case content.Name:
		t.what, t.in = v.Of, at.id
		if v.Of == "stage" {
			t.in = at.condition()
		}
	case content.Word:
		t.what = v.Of
	default:
		return false
	}
	return true
}

// targetInProse finds the citation or link under the cursor.
func (s *server) targetInProse(at *place) *target {
	line := at.doc.position(at.offset).Line
	from, to := at.doc.lines[line], at.doc.lineEnd(line)
	text := string(at.doc.bytes[from:to])
	for _, m := range citeForm.FindAllStringSubmatchIndex(text, -1) {
		if at.offset >= from+m[2]-1 && at.offset <= from+m[3] && strings.LastIndex(text[:m[0]], "[") > strings.LastIndex(text[:m[0]], "]") {
			return &target{what: "reference", id: text[m[2]:m[3]], at: at.doc.span(from+m[2], from+m[3])}
		}
	}
	for _, m := range linkForm.FindAllStringSubmatchIndex(text, -1) {
		if at.offset < from+m[2] || at.offset > from+m[3] {
			continue
		}
		if what, id := thingOf(at.doc.path, text[m[2]:m[3]]); what != "" {
			return &target{what: what, id: id, at: at.doc.span(from+m[2], from+m[3])}
		}
	}
	return nil
}

// page is a thing's file as it was last read; nil for one that has none.
func (s *server) page(what, id string) *regimen.Page {
	lib := s.last.lib
	switch what {
	case "exercise":
		if e := lib.Exercise(id); e != nil {
			return &e.Page
		}
	case "programme":
		if p := lib.Programme(id); p != nil {
			return &p.Page
		}
	case "condition":
		if c := lib.Condition(id); c != nil {
			return &c.Page
		}
	case "guide":
		if g := lib.Guide(id); g != nil {
			return &g.Page
		}
	case "safety file":
		if f := lib.SafetyFile(id); f != nil {
			return &f.Page
		}
	}
	return nil
}

// fileOf is the path of a thing's file in this folder, empty where it has none.
func (s *server) fileOf(what, id string) string {
	if p := s.page(what, id); p != nil && !p.BuiltIn {
		return p.File.Path
	}
	return ""
}

// written is where a thing is described.
func (s *server) written(t *target) (diag.Span, bool) {
	lib := s.last.lib
	if p := s.page(t.what, t.id); p != nil {
		at := p.Where
		if p.Has("title") {
			at = p.At("title")
		}
		return at, !p.BuiltIn
	}
	switch t.what {
	case "reference":
		if r := lib.Reference(t.id); r != nil {
			return r.Where, !lib.Sources.BuiltIn
		}
	case "stage":
		if c := lib.Condition(t.in); c != nil {
			if stage, _ := c.Stage(t.id); stage != nil {
				return stage.Where, !c.BuiltIn
			}
		}
	case "session":
		if p := lib.Programme(t.in); p != nil {
			for _, session := range p.Sessions {
				if session.ID == t.id {
					return session.Where, true
				}
			}
		}
	default:
		return s.wordWritten(t)
	}
	return diag.Span{}, false
}

// lists are the keys of vocabulary.md, by the list that they hold.
var lists = map[string]string{
	"muscle": "muscles", "equipment": "equipment", "pattern": "patterns", "category": "categories", "stressor": "stressors",
}

// wordWritten finds a word in the site's own vocabulary.
func (s *server) wordWritten(t *target) (diag.Span, bool) {
	v := &s.last.lib.Vocabulary
	if key := lists[t.what]; key != "" && !v.BuiltIn && v.Has(key) {
		for _, m := range mentions(v.File, s.keysOf("vocabulary")) {
			if m.defined == key && m.id == t.id {
				return m.at, true
			}
		}
	}
	return diag.Span{}, false
}

func (s *server) definition(p placeParams) (any, error) {
	at := s.placeOf(p)
	if at == nil || s.last.lib == nil {
		return nil, nil
	}
	t := s.targetAt(at)
	if t == nil {
		return nil, nil
	}
	where, ok := s.written(t)
	if !ok || where.File == nil {
		return nil, nil
	}
	return s.locate(where), nil
}
