package lsp

import (
	"regexp"

	"regimen/internal/content"
	"regimen/internal/regimen"
)

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

var conditionForm = regexp.MustCompile(`condition:[ \t]*["']?([\p{L}\p{N}-]+)`)
