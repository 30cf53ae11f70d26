package template

import (
	"slices"
	"strings"
)

// attribute is a kind of attribute: what a value in it may do.
type attribute uint8

const (
	plain attribute = iota
	address
	picture    // the address of a picture
	handler    // holds a script
	styles     // holds CSS
	sourceSet  // holds several addresses
	document   // holds a document
	scriptType // says what a script is
	content    // of meta
	refresh    // content of meta that has come to an address
	patched    // a name that is written in pieces
)

var addresses = []string{
	"action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon",
	"longdesc", "manifest", "poster", "profile", "src", "usemap", "xmlns",
}

// attributeOf is the kind of an attribute on an element. It takes an unknown name that
// looks as if it held an address for one that does, as html/template does.
func attributeOf(on element, name string) attribute {
	name = strings.ToLower(name)
	switch {
	case (on == script || on == data) && name == "type":
		return scriptType
	case on == meta && name == "content":
		return content
	case on == img && name == "src":
		return picture
	}
	if rest, ok := strings.CutPrefix(name, "data-"); ok {
		name = rest
	} else if space, rest, ok := strings.Cut(name, ":"); ok {
		if space == "xmlns" {
			return address
		}
		name = rest
	}
	switch {
	case name == "style":
		return styles
	case name == "srcset":
		return sourceSet
	case name == "srcdoc":
		return document
	case name == "srclang":
		return plain
	case slices.Contains(addresses, name):
		return address
	case strings.HasPrefix(name, "on"):
		return handler
	case strings.Contains(name, "src"), strings.Contains(name, "uri"), strings.Contains(name, "url"):
		return address
	}
	return plain
}

// refusal says why a value cannot stand in a quoted attribute, or nothing.
func (a attribute) refusal(name string) string {
	switch a {
	case handler:
		return "a value cannot stand in the attribute " + name + ": names that begin with on hold scripts"
	case styles, sourceSet, document, scriptType:
		return "a value cannot stand in the attribute " + name
	case refresh:
		return "a value cannot stand behind url= in the attribute content"
	case patched:
		return "a value cannot stand in an attribute whose name is written in pieces"
	}
	return ""
}
