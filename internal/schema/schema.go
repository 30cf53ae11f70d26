// Package schema says what an author may write in the frontmatter of each kind of file:
// as the decoder's own table of keys, with the meanings of docs/content.md, and as JSON
// Schema, draft 2020-12, for editors and other programs.
//
// The table comes from package content, which writes down what it reads; nothing here
// names a key twice. A schema holds form only: whether an id names anything, and whether
// a dose can be read, `regimen check` says.
package schema

import (
	"encoding/json"
	"slices"

	"regimen/internal/content"
	"regimen/internal/regimen"
)

// node is a piece of a JSON Schema.
type node = map[string]any

// The forms of texts that are more than text.
const (
	idForm      = `^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$`
	stagedForm  = `^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*(/.+)?$`
	dateForm    = `^\d{4}-\d{2}-\d{2}$`
	addressForm = `^https?://`
	minutesForm = `^\d+(\s*(-|–|to)\s*\d+)?(\s*(min|mins|minutes?))?$`
	pointsForm  = `^\d+(\s*(-|–|to)\s*\d+)?$`
	shareForm   = `^\d+(\.\d+)?\s*%$`
	numberForm  = `^\d+$`
)

// JSON is the schema of a kind, with the words of a library's vocabulary; nil for a kind
// that there is none of.
func JSON(kind string, lib *regimen.Library) ([]byte, error) {
	keys := Keys(kind)
	if keys == nil {
		return nil, nil
	}
	w := writer{lib}
	out := w.group(keys)
	out["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	out["title"] = "Frontmatter of a regimen file: " + kind
	text, err := json.MarshalIndent(out, "", "  ")
	return append(text, '\n'), err
}

type writer struct{ lib *regimen.Library }

func (w writer) group(g *content.Group) node {
	properties, required, either := node{}, []string{}, []node{}
	for _, k := range g.Keys {
		value := w.value(&k.Value)
		if k.Required {
			required = append(required, k.Name)
		} else {
			value = orEmpty(value)
		}
		if k.Unless != "" {
			either = append(either, node{"anyOf": []node{{"required": []string{k.Name}}, {"required": []string{k.Unless}}}})
		}
		if k.Value.Meaning != "" {
			value["description"] = k.Value.Meaning
		}
		properties[k.Name] = value
	}
	out := node{
		"type": "object", "properties": properties, "additionalProperties": false,
		"patternProperties": node{"^x-": node{}},
	}
	if len(required) > 0 {
		out["required"] = required
	}
	if len(either) > 0 {
		out["allOf"] = either
	}
	return out
}

// orEmpty lets a key be left empty, which counts as not written.
func orEmpty(n node) node {
	switch {
	case n["enum"] != nil:
		n["enum"] = append(slices.Clone(n["enum"].([]any)), nil)
	case n["anyOf"] != nil:
		n["anyOf"] = append(n["anyOf"].([]node), node{"type": "null"})
	case n["type"] != nil:
		if types, many := n["type"].([]string); many {
			n["type"] = append(slices.Clone(types), "null")
		} else {
			n["type"] = []string{n["type"].(string), "null"}
		}
	}
	return n
}

// value is the schema of what a key takes.
func (w writer) value(v *content.Value) node {
	one := w.one(v)
	if len(one) == 0 {
		return node{}
	}
	choices := []node{one}
	if v.List {
		items := one
		if v.Or != nil {
			items = anyOf(one, w.value(v.Or))
		}
		if v.Nested {
			items = anyOf(items, node{"type": "array", "items": one})
		}
		choices = append(choices, node{"type": "array", "items": items})
	}
	if v.Or != nil {
		choices = append(choices, w.value(v.Or))
	}
	return anyOf(choices...)
}

func anyOf(choices ...node) node {
	if len(choices) == 1 {
		return choices[0]
	}
	return node{"anyOf": choices}
}

// one is the schema of a single value, out of any list.
func (w writer) one(v *content.Value) node {
	switch v.Form {
	case content.Text, content.Name:
		return node{"type": []string{"string", "number", "boolean"}}
	case content.Word:
		return w.words(v)
	case content.Ref:
		return ref(v)
	case content.Number:
		return node{"type": "integer", "minimum": v.Min, "maximum": v.Max}
	case content.Decimal:
		if v.Min < v.Max {
			return node{"type": "number", "minimum": v.Min, "maximum": v.Max}
		}
		return node{"type": "number"}
	case content.Flag:
		return node{"type": "boolean"}
	case content.Keys:
		return w.group(v.Keys)
	case content.Entries:
		return w.entries(v)
	case content.Tuple:
		return node{"type": "array", "items": w.value(v.Each), "minItems": v.Min, "maxItems": v.Min}
	}
	return written(v)
}

// written is the schema of texts with a form of their own.
func written(v *content.Value) node {
	switch v.Form {
	case content.Date:
		return node{"type": "string", "pattern": dateForm}
	case content.Address:
		return node{"type": "string", "pattern": addressForm}
	case content.Minutes:
		return node{"type": []string{"string", "integer"}, "pattern": minutesForm, "minimum": 1}
	case content.Points:
		return node{"type": []string{"string", "integer"}, "pattern": pointsForm, "minimum": 0, "maximum": 10}
	case content.Share:
		return node{"type": "string", "pattern": shareForm}
	case content.Notation, content.Weight:
		return node{"type": []string{"string", "number"}}
	}
	return node{}
}

func ref(v *content.Value) node {
	switch {
	case v.Staged:
		return node{"type": "string", "pattern": stagedForm}
	case v.Of == "reference" || v.Of == "file in media/":
		return node{"type": "string", "minLength": 1}
	}
	return node{"type": []string{"string", "integer"}, "pattern": idForm}
}

// words is a closed list; of one that the library lacks nothing is known.
func (w writer) words(v *content.Value) node {
	words := append(v.Words[:len(v.Words):len(v.Words)], w.list(v.Of)...)
	words = append(words, v.Also...)
	if len(words) == 0 {
		return node{"type": "string"}
	}
	enum := make([]any, len(words))
	for i, word := range words {
		enum[i] = word
	}
	return node{"enum": enum}
}

func (w writer) list(name string) []string {
	if words := regimen.Words(name); words != nil || w.lib == nil {
		return words
	}
	v := w.lib.Vocabulary
	switch name {
	case "muscle":
		return ids(v.Muscles, func(m regimen.Muscle) string { return m.ID })
	case "equipment":
		return ids(v.Equipment, func(e regimen.Equipment) string { return e.ID })
	case "pattern":
		return ids(v.Patterns, func(t regimen.Term) string { return t.ID })
	case "category":
		return ids(v.Categories, func(t regimen.Term) string { return t.ID })
	case "stressor":
		return ids(v.Stressors, func(s regimen.StressorTerm) string { return s.ID })
	}
	return nil
}

func ids[T any](list []T, of func(T) string) []string {
	var out []string
	for _, v := range list {
		out = append(out, of(v))
	}
	return out
}

// entries is a group whose keys are the author's. Keys are texts, whatever they look like.
func (w writer) entries(v *content.Value) node {
	out := node{"type": "object", "additionalProperties": orEmpty(w.value(v.Each))}
	switch {
	case v.Names == nil:
	case v.Names.Form == content.Word:
		out["propertyNames"] = w.words(v.Names)
	case v.Names.Form == content.Ref:
		out["propertyNames"] = node{"pattern": idForm}
	case v.Names.Form == content.Number:
		out["propertyNames"] = node{"pattern": numberForm}
	}
	return out
}
