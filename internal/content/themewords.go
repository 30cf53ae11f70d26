package content

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"regimen/internal/diag"
	"regimen/internal/words"
)

// phrases reads words.json: what the site says instead of the English phrases.
func (t *themed) phrases(language string) map[string]words.Phrase {
	if !words.Known(language) {
		language = defaultLanguage
	}
	r := jsonReader{text: string(t.Text), at: t.start()}
	entries := r.file()
	if s := r.slip; s != nil {
		t.report(unreadableWords, s.start, s.end, "%s", s.message).Help = s.help
	}
	out := map[string]words.Phrase{}
	first := map[string]jsonText{}
	for _, e := range entries {
		if earlier, twice := first[e.name.text]; twice {
			found := t.report(themeWord, e.name.start, e.name.end, "the phrase `%s` is given twice", shorten(e.name.text))
			found.Related = []diag.Related{{At: t.File.Span(earlier.start, earlier.end), Message: "the first time"}}
			continue
		}
		first[e.name.text] = e.name
		english, known := words.Catalogue()[e.name.text]
		if !known {
			t.unknownPhrase(e.name)
			continue
		}
		p := phrase{themed: t, english: english, language: language}
		out[e.name.text] = p.read(e)
	}
	return out
}

func (t *themed) unknownPhrase(name jsonText) {
	found := t.report(themeWord, name.start, name.end, "the interface has no phrase `%s`", shorten(name.text))
	for other, english := range words.Catalogue() {
		if english.Counts() && english["one"] == name.text {
			found.Suggestions = []string{other}
			found.Help = "it stands under `" + other + "`, as the form `one`"
			return
		}
	}
	suggest(found, name.text, slices.Sorted(maps.Keys(words.Catalogue())))
	if len(found.Suggestions) == 0 {
		found.Help = "`regimen words` lists every phrase"
		return
	}
	inside, _ := json.Marshal(found.Suggestions[0]) // a text can always be written
	found.Fixes[0].Edits[0].Text = strings.Trim(string(inside), `"`)
}

// phrase is one phrase while what stands instead of it is read.
type phrase struct {
	*themed
	english  words.Phrase
	language string
}

func (p phrase) read(e jsonEntry) words.Phrase {
	if e.text != nil {
		p.check(*e.text, "other")
		return words.Phrase{"other": e.text.text}
	}
	if !p.english.Counts() {
		p.report(themeWord, e.name.start, e.name.end, "`%s` counts nothing, and has several forms here", shorten(e.name.text)).Help = "write one text"
		return nil
	}
	forms := words.Categories(p.language)
	out := words.Phrase{}
	for _, f := range e.forms {
		if !slices.Contains(forms, f.name.text) {
			p.unknownForm(f.name, forms)
		} else if f.text != nil {
			p.check(*f.text, f.name.text)
			out[f.name.text] = f.text.text
		}
	}
	if _, ok := out["other"]; !ok && !slices.ContainsFunc(e.forms, func(f jsonEntry) bool { return near(f.name.text, "other") }) {
		p.report(themeWord, e.name.start, e.name.end, "`%s` lacks the form `other`", shorten(e.name.text))
	}
	return out
}

func near(word, of string) bool { return len(diag.Nearest(word, []string{of})) > 0 }

func (p phrase) unknownForm(name jsonText, forms []string) {
	found := p.report(themeWord, name.start, name.end, "the language `%s` has no form `%s`", p.language, shorten(name.text))
	if suggest(found, name.text, forms); len(found.Suggestions) == 0 {
		found.Help = "its forms are " + quoteList(forms)
	}
}

// check asks for the values of the English phrase, each at least once and no other. A
// form for one thing, or none, or two, may do without the count.
func (p phrase) check(t jsonText, form string) {
	if strings.TrimSpace(t.text) == "" {
		p.report(themeWord, t.start, t.end, "this phrase would be empty").Help = "what nobody should read can be left out of a template of your own"
		return
	}
	due, has := words.Values(p.english["other"]), words.Values(t.text)
	missing := slices.DeleteFunc(slices.Clone(due), func(v string) bool {
		return slices.Contains(has, v) || v == "n" && p.english.Counts() && form != "other"
	})
	extra := slices.DeleteFunc(has, func(v string) bool { return slices.Contains(due, v) })
	for _, v := range extra {
		found := p.report(themeWord, t.start, t.end, "this phrase has no value `{%s}`", shorten(v))
		if at := strings.Index(string(p.Text[t.start:t.end]), "{"+v+"}"); at >= 0 {
			found.At = p.File.Span(t.start+at, t.start+at+len(v)+2)
		}
		meant := diag.Nearest(v, missing)
		if len(extra) == 1 && len(missing) == 1 {
			meant = missing
		}
		if len(meant) > 0 {
			suggestThese(found, braced(meant))
			missing = slices.DeleteFunc(missing, func(m string) bool { return m == meant[0] })
		} else if len(due) > 0 {
			found.Help = "its values are " + quoteList(braced(due))
		}
	}
	for _, v := range missing {
		p.report(themeWord, t.start, t.end, "the value `{%s}` is missing here", v)
	}
}

func braced(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = "{" + n + "}"
	}
	return out
}
