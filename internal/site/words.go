package site

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"regimen/internal/dose"
	"regimen/internal/regimen"
)

// t is a phrase of the interface in the site's own words.
func (b *builder) t(phrase string, values ...any) string { return b.words.T(phrase, values...) }

// n is the phrase for a count of things.
func (b *builder) n(count int, one, other string, values ...any) string {
	return b.words.N(count, one, other, values...)
}

// number writes a number as the site's language does; attributes take plain ones.
func (b *builder) number(v float64) string { return b.words.Number(v) }

// span writes a range with an en dash: 8–10.
func (b *builder) span(r dose.Range) string {
	if r.Min == r.Max {
		return b.number(r.Min)
	}
	return b.number(r.Min) + "–" + b.number(r.Max)
}

// whole writes a range of whole numbers: 30–40, 13+.
func (b *builder) whole(r regimen.Range) string {
	if r.Open {
		return b.number(float64(r.Min)) + "+"
	}
	return b.span(dose.Range{Min: float64(r.Min), Max: float64(r.Max)})
}

// seconds writes seconds, and minutes from two of them: 45 s, 2 min.
func (b *builder) seconds(r dose.Range) string {
	whole := func(v float64) bool { return v >= 120 && int(v)%60 == 0 }
	if whole(r.Min) && whole(r.Max) {
		return measured(b.t("{n} min"), b.span(dose.Range{Min: r.Min / 60, Max: r.Max / 60}))
	}
	return measured(b.t("{n} s"), b.span(r))
}

// minutes writes an estimate in whole minutes.
func (b *builder) minutes(r dose.Range) string {
	low, high := int(r.Min/60+0.5), int(r.Max/60+0.5)
	return measured(b.t("{n} min"), b.whole(regimen.Range{Min: low, Max: high}))
}

// measured sets a number into a phrase such as "{n} s". The narrow no-break space keeps
// it and its unit on one line.
func measured(phrase, n string) string {
	return strings.ReplaceAll(strings.ReplaceAll(phrase, " ", thin), "{n}", n)
}

const thin = "\u202f"

// date writes YYYY-MM-DD as words: 1 November 2026.
func (b *builder) date(iso string) string {
	parts := strings.Split(iso, "-")
	if len(parts) != 3 {
		return iso
	}
	day, err := strconv.Atoi(parts[2])
	if err != nil {
		return iso
	}
	return b.t("{day} {month} {year}", "day", day, "month", b.month(parts[1]), "year", parts[0])
}

// list joins words with commas and a last "and".
func (b *builder) list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return b.t("{list} and {last}", "list", b.commas(words[:last]), "last", words[last])
}

// commas joins words with commas alone.
func (b *builder) commas(words []string) string { return strings.Join(words, b.t(", ")) }

// either joins words with commas and a last "or".
func (b *builder) either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return b.t("{list} or {last}", "list", b.commas(words[:last]), "last", words[last])
}

// inline is a title as it stands inside a sentence.
func (b *builder) inline(title string) string { return b.words.Inline(title) }

func (b *builder) inlines(titles []string) []string {
	out := make([]string, len(titles))
	for i, t := range titles {
		out[i] = b.inline(t)
	}
	return out
}

// title makes an id fit for the start of a line: Core stability.
func title(id string) string {
	words := strings.ReplaceAll(id, "-", " ")
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + words[size:]
}
