package template

import "reflect"

// outlet is how values are written at a spot.
type outlet struct {
	plain  escaper // for text
	markup escaper // for HTML; nil where it cannot stand
	vouch  escaper // for URL
	whole  bool    // a phrase must be put together before it is escaped
}

// inPhrase collects a text that is escaped afterwards.
var inPhrase = outlet{plain: asItIs, vouch: asItIs}

// accepts is how text of a type is written, nil where it cannot be.
func (o outlet) accepts(t reflect.Type) escaper {
	switch t {
	case markupType:
		return o.markup
	case urlType:
		return o.vouch
	}
	return o.plain
}

// outlet is how values are written here, or why none can be.
func (s spot) outlet() (outlet, string) {
	switch s.state {
	case inText:
		return outlet{plain: appendText, markup: asItIs, vouch: appendText}, ""
	case inTitle:
		return outlet{plain: appendText, vouch: appendText}, ""
	case inRaw:
		if s.element == data {
			return outlet{markup: appendData}, ""
		}
	case beforeValue:
		return outlet{}, "put quotation marks around the value of the attribute " + s.name
	case inValue:
		return s.attributeOutlet()
	case inTag, inName, afterName:
		return outlet{}, "a value cannot stand inside a tag, but in the quotation marks of an attribute"
	}
	return outlet{}, "a value cannot stand " + s.String()
}

func (s spot) attributeOutlet() (outlet, string) {
	if s.quote == ' ' {
		return outlet{}, "put quotation marks around the value of the attribute " + s.name
	}
	if why := s.attr.refusal(s.name); why != "" {
		return outlet{}, why
	}
	if s.attr != address && s.attr != picture {
		return outlet{plain: appendText, vouch: appendText}, ""
	}
	switch s.address {
	case atStart:
		if s.attr == picture {
			return outlet{plain: appendAddress, vouch: appendPicture, whole: true}, ""
		}
		return outlet{plain: appendAddress, vouch: appendAddress, whole: true}, ""
	case inPath:
		return outlet{plain: appendPath, vouch: appendPath, whole: true}, ""
	case inQuery:
		return outlet{plain: appendQuery, vouch: appendPath, whole: true}, ""
	}
	return outlet{}, "an if before this value may or may not write the ? of the address: write the address whole in both branches"
}
