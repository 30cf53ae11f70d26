// Package words holds the interface's text: the English phrases that pages and
// scripts are written in, and what a site's theme/words.json says instead of them.
//
// The English phrase is the key. It may hold values in braces, "Weeks {from} to
// {to}", which an other language may put elsewhere.
package words

import (
	"fmt"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Words speaks one language. The zero value is not usable; see In.
type Words struct {
	tag     language.Tag
	printer *message.Printer
	phrases map[string]Phrase
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
	return &Words{tag, message.NewPrinter(tag), phrases}
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

// N is the phrase for a count: N(3, "1 exercise", "{n} exercises").
func (w *Words) N(count int, one, other string) string {
	return w.fill(w.Plural(count, one, other), []any{"n", count})
}

// Plural picks the form for a count. The forms of other languages are found under
// the English plural.
func (w *Words) Plural(count int, one, other string) string {
	if p, ok := w.phrases[other]; ok {
		if form, ok := p[w.category(count)]; ok {
			return form
		}
		return p["other"]
	}
	if count == 1 {
		return one
	}
	return other
}

func (w *Words) category(count int) string {
	switch plural.Cardinal.MatchPlural(w.tag, count, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// Number writes a number as the language does: 2.5, 2,5.
func (w *Words) Number(v float64) string {
	return w.printer.Sprint(number.Decimal(v, number.MaxFractionDigits(6), number.NoSeparator()))
}

func (w *Words) fill(phrase string, values []any) string {
	if len(values) == 0 {
		return phrase
	}
	pairs := make([]string, 0, len(values))
	for i := 0; i+1 < len(values); i += 2 {
		pairs = append(pairs, "{"+values[i].(string)+"}", w.value(values[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(phrase)
}

func (w *Words) value(v any) string {
	switch v := v.(type) {
	case int:
		return w.Number(float64(v))
	case float64:
		return w.Number(v)
	}
	return fmt.Sprint(v)
}
