package site_test

import (
	"html"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"regimen/internal/markdown"
	"regimen/internal/regimen"
	"regimen/internal/words"
)

// bracketed is a language in which every phrase of the interface stands in ⟦⟧, but for
// the values in it.
func bracketed() map[string]words.Phrase {
	out := maps.Clone(words.Catalogue())
	for english, phrase := range out {
		own := words.Phrase{}
		for form, text := range phrase {
			own[form] = values.ReplaceAllString("⟦"+text+"⟧", "⟧$0⟦")
		}
		out[english] = own
	}
	return out
}

var (
	values     = regexp.MustCompile(`\{\w+\}`)
	brackets   = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	webAddress = regexp.MustCompile(`\bhttps://[^\s<"]+`)
	unseen     = regexp.MustCompile(`(?s)<(script|style)\b.*?</(?:script|style)>|<!--.*?-->|<!doctype html>`)
	element    = regexp.MustCompile(`<(\w+)((?:[^<>"]|"[^"]*")*)>|</\w+>`)
	spoken     = regexp.MustCompile(`(?:^|\s)(?:aria-label|title|alt|placeholder|label)="([^"]*)"`)
	pageName   = regexp.MustCompile(`name="description" content="([^"]*)"`)
	marks      = regexp.MustCompile(`[·–,;:()/×+%?!…"“”&]|\.(?:\s|$)| - `)
	letters    = regexp.MustCompile(`\pL`)
	inUnits    = regexp.MustCompile(`^(?:kg|lb|RPE|RIR|\d*RM|doi|PMID(?: \d+)?|ISBN|L|R|[A-Z]\d?|v?[\d.]+\w*)$`)
)

// said lists what a page says: its texts, and the attributes that are read out.
func said(page string) []string {
	page = unseen.ReplaceAllString(page, " ")
	var out []string
	for _, m := range element.FindAllStringSubmatch(page, -1) {
		for _, attribute := range spoken.FindAllStringSubmatch(m[2], -1) {
			out = append(out, html.UnescapeString(attribute[1]))
		}
		if about := pageName.FindStringSubmatch(m[2]); about != nil {
			out = append(out, html.UnescapeString(about[1]))
		}
	}
	for _, text := range strings.Split(element.ReplaceAllString(page, "\x00"), "\x00") {
		out = append(out, html.UnescapeString(text))
	}
	return out
}

// author is all that the author of a site has written, each text by itself.
type author map[string]bool

func writtenIn(lib *regimen.Library) author {
	a := author{}
	a.read(reflect.ValueOf(lib), map[uintptr]bool{})
	return a
}

// write notes a text, its parts between marks, and an id in words.
func (a author) write(text string) {
	a[bare(text)] = true
	a[bare(strings.ReplaceAll(text, "-", " "))] = true
	for _, part := range append(marks.Split(text, -1), telephone.Split(text, -1)...) {
		a[bare(part)] = true
		a[bare(initialsAfter.ReplaceAllString(part, ""))] = true
	}
}

// telephone is a number that a page may make a link of, between two texts.
var telephone = regexp.MustCompile(`\d[\d ]+`)

// initialsAfter are those behind a family name, which citations leave out.
var initialsAfter = regexp.MustCompile(`(?: \p{Lu}{1,4})+$`)

// bare is a text without case, outer marks and numbers behind it.
func bare(text string) string {
	return strings.Trim(folded(text), " .:,;–·()&0123456789")
}

func folded(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == '\u00a0' || r == '\u202f' {
			return ' '
		}
		return r
	}, text)), " "))
}

func (a author) read(v reflect.Value, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		a.read(v.Elem(), seen)
	case reflect.Struct:
		if text, ok := markdownText(v); ok {
			for _, t := range said(string(text.Append(nil, markdown.Fill{
				Link: func(to string) string { return to },
				Cite: func([]string) string { return "<b></b>" },
			}))) {
				a.write(t)
			}
			return
		}
		for i := range v.NumField() {
			a.read(v.Field(i), seen)
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			a.read(v.Index(i), seen)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			a.read(v.MapIndex(key), seen)
		}
	case reflect.Interface:
		if !v.IsNil() {
			a.read(v.Elem(), seen)
		}
	case reflect.String:
		a.write(v.String())
	}
}

func markdownText(v reflect.Value) (markdown.Text, bool) {
	if !v.CanInterface() {
		return markdown.Text{}, false
	}
	text, ok := v.Interface().(markdown.Text)
	return text, ok
}

// alsoWritten are the phrases that the authors of the two sites use as well.
var alsoWritten = []string{
	"A", "Amber", "Book an appointment", "Exercise", "Friday", "Front", "Green", "History", "Mobility", "Monday", "Red", "Sides", "Standing", "Start",
	"Stop signals", "Strength", "Wednesday", "Week", "What you need", "When to get help", "When to stop", "Who it is for",
}

// A browser writes dates as the language does, without our phrases.
var ownDate = regexp.MustCompile(`\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?)?(?: ?\b\d+ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?)?\b`)

// english lists what a text says that is neither the author's nor a phrase in brackets.
func (a author) english(text string) []string {
	var out []string
	text = webAddress.ReplaceAllString(text, "")
	for _, part := range brackets.Split(text, -1) {
		if a.wrote(part) {
			continue
		}
		for _, piece := range marks.Split(ownDate.ReplaceAllString(part, ""), -1) {
			if !a.wrote(piece) {
				out = append(out, strings.TrimSpace(piece))
			}
		}
	}
	return out
}

func (a author) wrote(text string) bool {
	if _, phrase := words.Catalogue()[strings.TrimSpace(text)]; phrase && letters.MatchString(text) && !slices.Contains(alsoWritten, strings.TrimSpace(text)) {
		return false
	}
	return !letters.MatchString(text) || a[bare(text)] || inUnits.MatchString(strings.TrimSpace(text))
}
