package template

import (
	"regexp"
	"slices"
	"strings"
	"text/template/parse"
)

// Phrase is a text of the interface as a template says it.
type Phrase struct {
	English string
	One     string // the form for one, where it counts things
	File    string
	Line    int
}

// speak takes the site's language, and English for what it leaves out.
func (s *Set) speak(funcs Funcs) {
	s.phrase, s.plural, s.numbers.write = funcs.Phrase, funcs.Plural, funcs.Number
	if s.phrase == nil {
		s.phrase = func(string) (string, bool) { return "", false }
	}
	if s.plural == nil {
		s.plural = func(one, other string, n int) string {
			if n == 1 {
				return one
			}
			return other
		}
	}
	if s.numbers.write == nil {
		s.numbers.write = english
	}
}

// blank is where a value stands in a phrase: "{from}".
var blank = regexp.MustCompile(`\{[A-Za-z]\w*\}`)

// filling is a value with the name of its blank.
type filling struct {
	name  string
	value value
}

// translate compiles {{t "Weeks {from} to {to}" "from" .From "to" .To}}. What the
// site says for it is looked up now; each value is escaped as if it stood alone.
func (c *compiler) translate(n *parse.IdentifierNode, values []value) value {
	phrase := c.literal(n, values, 0, "t needs a phrase in quotation marks")
	given := c.fillings(n, values[1:], phrase)
	said := phrase
	if own, ok := c.set.phrase(phrase); ok {
		said = own
	}
	if len(given) == 0 {
		return value{typ: stringType, known: said}
	}
	return value{typ: stringType, phrase: func(b *builder, o outlet) {
		pieces(said, given, func(text string) { b.text = o.plain(b.text, text) }, func(i int) { c.write(b, given[i].value, o) })
	}}
}

// translateCount compiles {{n .Count "1 exercise" "{n} exercises"}}. The count stands
// for {n}; values may follow as for t.
func (c *compiler) translateCount(n *parse.IdentifierNode, values []value) value {
	const both = "n needs a number and two phrases in quotation marks: n .Count \"1 exercise\" \"{n} exercises\""
	one, other := c.literal(n, values, 1, both), c.literal(n, values, 2, both)
	count := values[0]
	if count.typ == nil || kindOf(count.typ) != signedKind {
		c.fail(n, "n needs a whole number first, and this is %s", describe(count.typ))
	}
	given := append(c.fillings(n, values[3:], one+other+"{n}"), filling{"n", c.inWords(count)})
	read, plural := c.signed(count), c.set.plural
	return value{typ: stringType, phrase: func(b *builder, o outlet) {
		written := make([]sequence, len(given))
		for i := range given {
			var alone builder
			c.write(&alone, given[i].value, o)
			written[i] = alone.sequence()
		}
		b.add(func(dst []byte, f *frame) []byte {
			form := plural(one, other, int(read(f)))
			pieces(form, given, func(text string) { dst = o.plain(dst, text) }, func(i int) { dst = written[i].run(dst, f) })
			return dst
		})
	}}
}

// pieces takes a phrase apart: the texts and the values that stand between them, in
// order. Braces without a value stay.
func pieces(phrase string, given []filling, text func(string), value func(i int)) {
	for {
		opened := strings.IndexByte(phrase, '{')
		if opened < 0 {
			text(phrase)
			return
		}
		name, _, closed := strings.Cut(phrase[opened+1:], "}")
		i := slices.IndexFunc(given, func(f filling) bool { return f.name == name })
		if !closed || i < 0 {
			text(phrase[:opened+1])
			phrase = phrase[opened+1:]
			continue
		}
		text(phrase[:opened])
		value(i)
		phrase = phrase[opened+len(name)+2:]
	}
}

// fillings are the values given to a phrase: one for each of its blanks.
func (c *compiler) fillings(n *parse.IdentifierNode, values []value, phrase string) []filling {
	if len(values)%2 != 0 {
		c.fail(n, "a phrase needs a value for each name: t \"Weeks {from} to {to}\" \"from\" .From \"to\" .To")
	}
	var given []filling
	for i := 0; i < len(values); i += 2 {
		name := c.literal(n, values, i, "the name of a value stands in quotation marks")
		if !strings.Contains(phrase, "{"+name+"}") {
			c.fail(n, "the phrase does not say where {%s} stands", name)
		}
		given = append(given, filling{name, c.inWords(values[i+1])})
	}
	for _, name := range blank.FindAllString(phrase, -1) {
		if name != "{n}" || n.Ident == "t" {
			c.need(n, name, given)
		}
	}
	return given
}

func (c *compiler) need(n *parse.IdentifierNode, name string, given []filling) {
	if !slices.ContainsFunc(given, func(f filling) bool { return "{"+f.name+"}" == name }) {
		c.fail(n, "the phrase holds %s, and no value is given for it", name)
	}
}

// literal is a value that has to be written in the template.
func (c *compiler) literal(n *parse.IdentifierNode, values []value, i int, otherwise string) string {
	if i < len(values) {
		if word, ok := values[i].known.(string); ok {
			return word
		}
	}
	c.fail(n, "%s", otherwise)
	return ""
}

// inWords is a value as it stands in a phrase: numbers are written as the language
// writes them.
func (c *compiler) inWords(v value) value {
	if v.typ == nil {
		return v
	}
	var n func(f *frame) float64
	switch kindOf(v.typ) {
	case signedKind:
		read := c.signed(v)
		n = func(f *frame) float64 { return float64(read(f)) }
	case unsignedKind:
		read := c.unsigned(v)
		n = func(f *frame) float64 { return float64(read(f)) }
	case floatKind:
		n = c.fraction(v)
	default:
		return v
	}
	numbers := &c.set.numbers
	return value{typ: stringType, node: v.node, phrase: func(b *builder, o outlet) {
		b.add(func(dst []byte, f *frame) []byte { return o.plain(dst, numbers.word(n(f))) })
	}}
}
