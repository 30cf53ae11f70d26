package template

// spot is a place in HTML, as far as it matters to what may be written there. The
// zero spot is text between tags.
type spot struct {
	state   state
	quote   byte        // of an attribute's value; a space where it has none
	attr    attribute   // what kind of attribute is being written
	name    string      // and its name, for messages alone
	address addressPart // how far an address has come
	element element
}

type state uint8

const (
	inText state = iota
	inTag
	inName      // of an attribute, which may go on
	afterName   // of an attribute, before "=" or the next
	beforeValue // after "="
	inValue
	inComment
	inTitle // text without tags, in title and textarea
	inRaw   // script and style
	unreachable
)

// element is what a tag opens, if it reads its attributes or its text differently.
type element uint8

const (
	anyElement element = iota
	script
	data // a script that holds JSON
	style
	titleElement
	textarea
	meta
	img
)

var elements = map[string]element{
	"script": script, "style": style, "title": titleElement, "textarea": textarea, "meta": meta, "img": img,
}

// tag is the name of an element whose text ends at its end tag alone.
func (e element) tag() string {
	switch e {
	case script, data:
		return "script"
	case style:
		return "style"
	case titleElement:
		return "title"
	case textarea:
		return "textarea"
	}
	return ""
}

// addressPart is how far an address has come: what may follow depends on it.
type addressPart uint8

const (
	atStart addressPart = iota
	inPath
	inQuery
	unclear // one branch of an if wrote "?", the other did not
)

// same reports whether the same may be written at both spots.
func (s spot) same(other spot) bool { return s.key() == other.key() }

// key leaves out what serves messages alone.
func (s spot) key() spot {
	s.name = ""
	return s
}

// join is where two branches meet, if they may.
func join(a, b spot) (spot, bool) {
	switch {
	case a.state == unreachable:
		return b, true
	case b.state == unreachable || a.same(b):
		return a, true
	}
	c := a
	c.address = b.address
	if c.same(b) {
		a.address = unclear
		return a, true
	}
	// <input{{if .Set}} checked{{end}}> leaves one branch in the name of an
	// attribute, which the other may begin.
	if x, y := a.begun(), b.begun(); !x.same(a) || !y.same(b) {
		return join(x, y)
	}
	return spot{}, false
}

// begun is the spot after an empty beginning of what comes next.
func (s spot) begun() spot {
	switch s.state {
	case inTag:
		s.state = inName
	case afterName:
		s.state, s.attr = inName, plain
	case beforeValue:
		s.state, s.quote = inValue, ' '
	}
	return s
}

// String says where a spot is: "inside a comment".
func (s spot) String() string {
	switch s.state {
	case inText:
		return "between tags"
	case inComment:
		return "inside a comment"
	case inTitle, inRaw:
		return "inside <" + s.element.tag() + ">"
	case inValue, beforeValue:
		if s.name != "" {
			return "inside the attribute " + s.name
		}
		return "inside an attribute"
	case inName, afterName:
		switch {
		case s.attr == patched:
			return "in a name that is written in pieces"
		case s.name != "":
			return "in the name of the attribute " + s.name
		}
	}
	return "inside a tag"
}
