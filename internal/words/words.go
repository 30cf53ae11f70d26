// Package words holds the interface's text: the English phrases that pages and
// scripts are written in, and what a site's theme/words.json says instead of them.
//
// The English phrase is the key. It may hold values in braces, "Weeks {from} to
// {to}", which an other language may put elsewhere.
package words

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// Words speaks one language. The zero value is not usable; see In.
type Words struct {
	tag     language.Tag
	base    string // without script and region: de
	phrases map[string]Phrase
	digits  string            // zero to nine and the decimal mark
	writing *strings.Replacer // nil: those are Go's own
}

// Phrase is what stands instead of an English phrase: one text, or one for each
// plural category of the language ("one", "few", "other" …).
type Phrase map[string]string

// Known reports whether this is a code of a language, such as "en-GB".
func Known(code string) bool {
	_, err := language.Parse(code)
	return err == nil
}

// In makes the words of a language from the phrases that replace English ones.
func In(code string, phrases map[string]Phrase) *Words {
	tag := language.Make(code)
	base, _ := tag.Base()
	w := &Words{tag: tag, base: base.String(), phrases: phrases, digits: digits(tag)}
	if w.digits != ours {
		var pairs []string
		own := []rune(w.digits)
		for i, r := range ours {
			pairs = append(pairs, string(r), string(own[i]))
		}
		w.writing = strings.NewReplacer(pairs...)
	}
	return w
}

// T is a phrase with its values filled in: T("Weeks {from} to {to}", "from", 1, "to", 4).
func (w *Words) T(phrase string, values ...any) string {
	return w.fill(w.Phrase(phrase), values)
}

// Phrase is what the site says for an English phrase, values not yet filled in.
func (w *Words) Phrase(phrase string) string {
	if p, ok := w.phrases[phrase]; ok {
		return p["other"]
	}
	return phrase
}

// N is the phrase for a count: N(3, "1 exercise", "{n} exercises"). The count stands
// for {n}, unless the values say otherwise.
func (w *Words) N(count int, one, other string, values ...any) string {
	return w.fill(w.Plural(count, one, other), append(values, "n", count))
}

// Plural picks the form for a count. The forms of other languages are found under
// the English plural.
func (w *Words) Plural(count int, one, other string) string {
	if p, ok := w.phrases[other]; ok {
		if form, ok := p[category(w.tag, count)]; ok {
			return form
		}
		return p["other"]
	}
	if count == 1 {
		return one
	}
	return other
}

// usualValue is about what a value is longer than its name, in bytes.
const usualValue = 8

// fill puts values into the braces of a phrase. Of two with one name the first counts;
// braces without a value stay.
func (w *Words) fill(phrase string, values []any) string {
	if len(values) == 0 || !strings.Contains(phrase, "{") {
		return phrase
	}
	var out strings.Builder
	out.Grow(len(phrase) + len(values)*usualValue)
	for {
		before, rest, opened := strings.Cut(phrase, "{")
		out.WriteString(before)
		if !opened {
			return out.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if value, known := w.value(name, values); closed && known {
			out.WriteString(value)
			phrase = after
		} else {
			out.WriteByte('{')
			phrase = rest
		}
	}
}

func (w *Words) value(name string, values []any) (string, bool) {
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] != name {
			continue
		}
		switch v := values[i+1].(type) {
		case string:
			return v, true
		case int:
			return w.Number(float64(v)), true
		case float64:
			return w.Number(v), true
		default:
			return fmt.Sprint(v), true
		}
	}
	return "", false
}
