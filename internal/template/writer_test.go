package template

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// dot is what the dot stands for where a random template is being written.
type dot int

const (
	inRoom dot = iota
	inDoor
	inWord // a text
)

// writer writes random templates that make sense.
type writer struct {
	t       *rapid.T
	defined map[string]string
	names   int
}

func (w *writer) pick(words ...string) string { return rapid.SampledFrom(words).Draw(w.t, "word") }

func (w *writer) fresh() string {
	w.names++
	return fmt.Sprint("v", w.names)
}

// text is an expression that gives a text.
func (w *writer) text(d dot) string {
	switch d {
	case inDoor:
		return w.pick(".Name", ".URL", "$.Text", `(or .Name .URL "<")`)
	case inWord:
		return w.pick(".", "$.Address", "$.Door.Name", `(and . $.Text)`)
	}
	return w.pick("$.Text", "$.Other", "$.Address", "$.Deep", "$.Door.URL", "$.Way.Name", `(t "a {x}, {y}:" "x" $.Count "y" $.Text)`,
		`(n $.Count "1 <thing>" "{n} things")`, `(or $.Empty $.Address)`, `"lit'eral&"`, `(t "it's")`)
}

func (w *writer) number(d dot) string {
	switch d {
	case inDoor:
		return w.pick(".Width", "(len .Locks)", "(len .Name)")
	case inWord:
		return w.pick("(len .)", "$.Count")
	}
	return w.pick("$.Count", "(len $.Words)", "$.Door.Width", "7")
}

// value is an expression that can be written anywhere.
func (w *writer) value(d dot) string {
	if d == inRoom {
		return w.pick(w.text(d), w.number(d), "$.Yes", "$.Part", "$.Third", "$.Small", "$.Short", "$.Big", "$.Role", w.truth(d))
	}
	return w.pick(w.text(d), w.text(d), w.number(d))
}

func (w *writer) truth(d dot) string {
	return w.pick(
		"(eq "+w.text(d)+" "+w.text(d)+`)`, "(ne "+w.text(d)+` "a")`, "(lt "+w.number(d)+" 2)", "(ge "+w.number(d)+" "+w.number(d)+")",
		"(not "+w.text(d)+")", "(eq "+w.text(d)+` "a" "" `+w.text(d)+")", "(gt "+w.text(d)+` "b")`, "(le "+w.number(d)+" 1)",
	)
}

// condition is an expression that may be of any kind.
func (w *writer) condition(d dot) string {
	if d == inRoom {
		return w.pick(w.truth(d), w.value(d), ".Doors", ".NoWay", ".Door", "or .Words .Way", "and .NoWay .Doors .Text", ".Markup", "not .Ways", "and .Yes "+w.truth(d))
	}
	return w.pick(w.truth(d), w.value(d), "or "+w.truth(d)+" $.Doors")
}

// nodes writes text and actions between tags.
func (w *writer) nodes(d dot, depth int) string {
	var out strings.Builder
	for range rapid.IntRange(1, 4).Draw(w.t, "length") {
		out.WriteString(w.node(d, depth))
	}
	return out.String()
}

func (w *writer) node(d dot, depth int) string {
	most := 12
	if depth == 0 {
		most = 5
	}
	switch rapid.IntRange(0, most).Draw(w.t, "node") {
	case 0:
		return w.pick("text ", "<br/>", "a < b & c", "<!-- gone {{if $.Yes}}<{{end}} -->", "{{/* c */}}", "x {{- /* y */ -}} z", "<!doctype html>")
	case 1:
		return "{{" + w.value(d) + "}}"
	case 2:
		return "<p" + w.attributes(d) + ">{{" + w.value(d) + "}}</p>"
	case 3:
		return "<" + w.pick("title", "textarea") + ">a<b {{" + w.value(d) + "}}</" + w.pick("x>", "title> </textarea>", "textarea></title>") + "</title></textarea>"
	case 4:
		if d == inRoom {
			return "{{$.Markup}}"
		}
		return w.pick("-", "+")
	case 5:
		name := "$" + w.fresh()
		return "{{" + name + " := " + w.value(d) + "}}{{" + name + "}}{{if " + name + "}}!{{end}}"
	case 6:
		return "{{if " + w.condition(d) + "}}" + w.nodes(d, depth-1) + w.otherwise(d, depth)
	case 7:
		return "{{with " + w.text(d) + "}}" + w.nodes(inWord, depth-1) + w.otherwise(d, depth)
	case 8:
		return "{{with " + w.pick("$.Door", "$.Way", "$.NoWay", "or $.NoWay $.Way", "$.Way | and $.NoWay") + "}}{{.Width}}" + w.otherwise(d, depth)
	case 9:
		i, e := "$"+w.fresh(), "$"+w.fresh()
		return "{{range " + i + ", " + e + " := $.Words}}{{" + i + "}}" + w.jump(inWord) + "{{" + e + "}}" + w.nodes(inWord, depth-1) + w.otherwise(d, depth)
	case 10:
		return "{{range $.Doors}}" + w.nodes(inDoor, depth-1) + w.jump(inDoor) + "{{.Width}}{{range .Locks}}" + w.nodes(inWord, depth-1) + w.jump(inWord) + "{{.}}{{end}}" + w.otherwise(d, depth)
	case 11:
		return "{{range $.Ways}}{{if .}}{{.Name}}{{else}}{{continue}}{{end}}{{.Width}}" + w.otherwise(d, depth)
	}
	name := w.fresh()
	w.defined[name] = w.nodes(inRoom, depth-1)
	return `{{template "` + name + `" $}}`
}

func (w *writer) otherwise(d dot, depth int) string {
	if rapid.Bool().Draw(w.t, "else") {
		return "{{else}}" + w.nodes(d, depth-1) + "{{end}}"
	}
	return "{{end}}"
}

func (w *writer) jump(d dot) string {
	return w.pick("", "", "{{if "+w.truth(d)+"}}x{{break}}{{end}}", "{{if "+w.truth(d)+"}}{{continue}}{{else}}y{{end}}")
}

// attributes writes attributes with values in them.
func (w *writer) attributes(d dot) string {
	var out strings.Builder
	for range rapid.IntRange(0, 3).Draw(w.t, "attributes") {
		quote := w.pick(`"`, "'")
		name := w.pick("title", "class", "href", "src", "data-url", "xmlns:x", "svg:href", "alt")
		value := w.pick("", "", "a/", "?q=", "/p#", " ") + "{{" + w.value(d) + "}}" + w.pick("", "/b", "?c=d", "#", "&amp;e={{"+w.value(d)+"}}")
		attribute := " " + name + "=" + quote + value + quote
		switch w.pick("plain", "if", "with", "checked") {
		case "if":
			attribute = "{{if " + w.condition(d) + "}}" + attribute + "{{end}}"
		case "with":
			attribute = "{{with " + w.text(d) + "}} " + name + "=" + quote + "{{.}}" + quote + "{{else}} " + name + "='x'{{end}}"
		case "checked":
			attribute += "{{if " + w.condition(d) + "}} checked{{end}}"
		}
		out.WriteString(attribute)
	}
	return out.String()
}
