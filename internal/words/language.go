package words

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Categories lists the plural categories that a language tells apart, "other" last.
func Categories(code string) []string {
	tag := language.Make(code)
	seen := map[string]bool{}
	for n := range 201 {
		seen[category(tag, n)] = true
	}
	seen[category(tag, 1_000_000)] = true
	var out []string
	for _, c := range []string{"zero", "one", "two", "few", "many"} {
		if seen[c] {
			out = append(out, c)
		}
	}
	return append(out, "other")
}

func category(tag language.Tag, count int) string {
	switch plural.Cardinal.MatchPlural(tag, count, 0, 0, 0, 0) {
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

// Number writes a number as the language does, with at most six decimals: 2.5, 2,5.
func (w *Words) Number(v float64) string {
	text := strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
	if w.digits == nil {
		return text
	}
	return w.digits.Replace(text)
}

// digits turns digits and point as Go writes them into those of a language.
func digits(tag language.Tag) *strings.Replacer {
	printer := message.NewPrinter(tag)
	var pairs []string
	write := func(ours string, value float64, theirs func(string) string) {
		text := theirs(printer.Sprint(number.Decimal(value, number.NoSeparator())))
		if text != ours {
			pairs = append(pairs, ours, text)
		}
	}
	for d := range 10 {
		write(strconv.Itoa(d), float64(d), func(s string) string { return s })
	}
	write(".", 1.5, func(s string) string {
		_, first := utf8.DecodeRuneInString(s)
		_, last := utf8.DecodeLastRuneInString(s)
		return s[first : len(s)-last]
	})
	if len(pairs) == 0 {
		return nil
	}
	return strings.NewReplacer(pairs...)
}

// RightToLeft reports whether the language is written from right to left.
func (w *Words) RightToLeft() bool {
	script, _ := w.tag.Script()
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return true
	}
	return false
}

// Inline is a title as it stands inside a sentence: with a small letter, but for the
// languages that give every noun a capital, and for words such as RPE and T-bar.
func (w *Words) Inline(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	second, _ := utf8.DecodeRuneInString(title[size:])
	if !unicode.IsUpper(first) || unicode.IsUpper(second) || second == '-' {
		return title
	}
	switch base, _ := w.tag.Base(); base.String() {
	case "de", "lb":
		return title
	case "tr", "az":
		return strings.ToLowerSpecial(unicode.TurkishCase, title[:size]) + title[size:]
	}
	return strings.ToLower(title[:size]) + title[size:]
}
