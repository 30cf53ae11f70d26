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

// ours is how Go writes digits and the decimal mark.
const ours = "0123456789."

// Number writes a number as the language does, with at most six decimals: 2.5, 2,5.
func (w *Words) Number(v float64) string {
	var text string
	if whole := int(v); float64(whole) == v { // as nearly all are
		text = strconv.Itoa(whole)
	} else {
		text = strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
	}
	if w.writing == nil {
		return text
	}
	return w.writing.Replace(text)
}

// Digits is how the language writes zero to nine and the decimal mark; empty where that
// is as in English.
func (w *Words) Digits() string {
	if w.digits == ours {
		return ""
	}
	return w.digits
}

func digits(tag language.Tag) string {
	printer := message.NewPrinter(tag)
	write := func(v float64) string { return printer.Sprint(number.Decimal(v, number.NoSeparator())) }
	var out strings.Builder
	for d := range 10 {
		out.WriteString(write(float64(d)))
	}
	half := []rune(write(1.5))
	out.WriteRune(half[len(half)/2])
	return out.String()
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
	switch w.base {
	case "de", "lb":
		return title
	case "tr", "az":
		return strings.ToLowerSpecial(unicode.TurkishCase, title[:size]) + title[size:]
	}
	return string(unicode.ToLower(first)) + title[size:]
}
