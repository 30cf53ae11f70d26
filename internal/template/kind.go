package template

import (
	"fmt"
	"html/template"
	"reflect"
	"regexp"
	"strings"
)

var (
	markupType   = reflect.TypeFor[template.HTML]()
	urlType      = reflect.TypeFor[template.URL]()
	stringType   = reflect.TypeFor[string]()
	boolType     = reflect.TypeFor[bool]()
	intType      = reflect.TypeFor[int]()
	floatType    = reflect.TypeFor[float64]()
	nothingType  = reflect.TypeFor[struct{}]() // what a template is given that is given nothing
	stringerType = reflect.TypeFor[fmt.Stringer]()
	errorType    = reflect.TypeFor[error]()
)

// kind is what a template can do with values of a type.
type kind uint8

const (
	unfit kind = iota
	textKind
	truthKind
	signedKind
	unsignedKind
	floatKind
	listKind
	structKind
	pointerKind // to a struct
)

func kindOf(t reflect.Type) kind {
	switch t.Kind() {
	case reflect.String:
		return textKind
	case reflect.Bool:
		return truthKind
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return signedKind
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return unsignedKind
	case reflect.Float32, reflect.Float64:
		return floatKind
	case reflect.Slice, reflect.Array:
		return listKind
	case reflect.Struct:
		return structKind
	case reflect.Pointer:
		if t.Elem().Kind() == reflect.Struct {
			return pointerKind
		}
	}
	return unfit
}

// speaksForItself reports whether printing asks the value for its text, which no
// template here can.
func speaksForItself(t reflect.Type) bool {
	return t.Implements(stringerType) || t.Implements(errorType)
}

// describe says to an author what a value is.
func describe(t reflect.Type) string {
	if t == nil {
		return "a value of several kinds"
	}
	switch kindOf(t) {
	case textKind:
		if t == markupType {
			return "markup"
		}
		return "text"
	case truthKind:
		return "a yes or no"
	case signedKind, unsignedKind, floatKind:
		return "a number"
	case listKind:
		return "a list"
	case pointerKind:
		return describe(t.Elem())
	case structKind:
		if t == nothingType {
			return "nothing"
		}
		return withArticle(spoken(t.Name()))
	}
	return "a value that templates cannot use (" + t.String() + ")"
}

var capital = regexp.MustCompile(`[a-z0-9][A-Z]`)

// spoken makes a name of a type fit for a sentence: rowView is "row", volumeBar is
// "volume bar".
func spoken(name string) string {
	if name == "" {
		return "group of values"
	}
	if rest := strings.TrimSuffix(name, "View"); rest != "" {
		name = rest
	}
	return strings.ToLower(capital.ReplaceAllStringFunc(name, func(pair string) string { return pair[:1] + " " + pair[1:] }))
}

func withArticle(noun string) string {
	if strings.IndexByte("aeiou", noun[0]) >= 0 {
		return "an " + noun
	}
	return "a " + noun
}
