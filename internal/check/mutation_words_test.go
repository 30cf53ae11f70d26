package check_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode"
)

// A typo changes a word; "" where it cannot.
type typo func(word string, random *rand.Rand) string

// within is a place between the first and the last letter of a word.
func within(word string, random *rand.Rand) int { return 1 + random.IntN(len(word)-2) }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func swapped(word string, random *rand.Rand) string {
	for range 8 {
		if i := within(word, random); i+2 < len(word) && word[i] != word[i+1] && isLetter(word[i]) && isLetter(word[i+1]) {
			return word[:i] + string(word[i+1]) + string(word[i]) + word[i+2:]
		}
	}
	return ""
}

func dropped(word string, random *rand.Rand) string {
	for range 8 {
		if i := within(word, random); isLetter(word[i]) {
			return word[:i] + word[i+1:]
		}
	}
	return ""
}

func doubled(word string, random *rand.Rand) string {
	for range 8 {
		if i := within(word, random); isLetter(word[i]) && word[i] != word[i-1] {
			return word[:i] + string(word[i]) + word[i:]
		}
	}
	return ""
}

func anyTypo(word string, random *rand.Rand) string {
	return []typo{swapped, dropped, doubled}[random.IntN(3)](word, random)
}

func snaked(word string, _ *rand.Rand) string { return strings.ReplaceAll(word, "-", "_") }

func cameled(word string, _ *rand.Rand) string {
	parts := strings.Split(word, "-")
	for i := 1; i < len(parts); i++ {
		parts[i] = capital(parts[i], nil)
	}
	return strings.Join(parts, "")
}

func capital(word string, _ *rand.Rand) string {
	if word == "" || !unicode.IsLower(rune(word[0])) {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

func plural(word string, _ *rand.Rand) string {
	if single, ok := strings.CutSuffix(word, "s"); ok {
		return single
	}
	return word + "s"
}

func (f *subject) replaced(c stretch, with string) string {
	return f.text[:c.start] + with + f.text[c.end:]
}

func (f *subject) inserted(at int, words string) string { return f.text[:at] + words + f.text[at:] }

// misspelt plants a typo in the words at some places of a file.
func (f *subject) misspelt(places []stretch, code string, change typo, certain bool, random *rand.Rand) []planted {
	var out []planted
	for _, at := range places {
		word := f.get(at)
		if len(word) < 4 {
			continue
		}
		if wrong := change(word, random); wrong != "" && wrong != word && !f.known[wrong] {
			out = append(out, planted{text: f.replaced(at, wrong), code: code, at: at.start, word: word, certain: certain})
		}
	}
	return out
}

// keys are the places of the keys that the model names.
func (f *subject) keys() []stretch {
	var out []stretch
	for _, s := range f.spots {
		if s.what != "" && !s.free {
			out = append(out, s.key)
		}
	}
	return out
}

// words are the places of the words of keys that hold something.
func (f *subject) words(holds ...string) []stretch {
	var out []stretch
	for _, s := range f.spots {
		for _, what := range holds {
			switch {
			case s.what != what:
			case len(s.items) > 0:
				out = append(out, s.items...)
			case f.plain(s):
				out = append(out, s.value)
			}
		}
	}
	return out
}

// vocabularyWords are the words of closed lists, those too that stand as keys.
func (f *subject) vocabularyWords() []stretch {
	out := f.words("word", "words")
	for _, s := range f.spots {
		if s.what == "vocabulary" {
			out = append(out, s.key)
		}
	}
	return out
}

// circumstances are the conditions, or the stages, of `condition/stage`.
func (f *subject) circumstances(stages bool) []stretch {
	var out []stretch
	for _, at := range f.words("circumstances") {
		slash := strings.IndexByte(f.get(at), '/')
		switch {
		case stages && slash > 0:
			out = append(out, stretch{at.start + slash + 1, at.end})
		case !stages && slash > 0:
			out = append(out, stretch{at.start, at.start + slash})
		case !stages:
			out = append(out, at)
		}
	}
	return out
}

func keyTypo(name string, change typo, certain bool) slip {
	return slip{"key: " + name, func(f *subject, r *rand.Rand) []planted {
		return f.misspelt(f.keys(), "R08", change, certain, r)
	}}
}

func wordTypo(name, code string, change typo, certain bool, places func(*subject) []stretch) slip {
	return slip{name, func(f *subject, r *rand.Rand) []planted {
		return f.misspelt(places(f), code, change, certain, r)
	}}
}

func holders(holds ...string) func(*subject) []stretch {
	return func(f *subject) []stretch { return f.words(holds...) }
}

func wordSlips() []slip {
	return []slip{
		keyTypo("letters that changed places", swapped, false),
		keyTypo("a letter missing", dropped, false),
		keyTypo("a letter doubled", doubled, false),
		keyTypo("snake_case", snaked, true),
		keyTypo("camelCase", cameled, true),
		keyTypo("capitalised", capital, true),
		keyTypo("singular or plural", plural, false),
		wordTypo("word of a list: misspelt", "R03", anyTypo, false, (*subject).vocabularyWords),
		wordTypo("word of a list: capitalised", "R03", capital, true, (*subject).vocabularyWords),
		wordTypo("word of a list: snake_case", "R03", snaked, true, (*subject).vocabularyWords),
		wordTypo("exercise misspelt", "R01", anyTypo, false, holders("exercise", "exercises")),
		wordTypo("condition misspelt", "R01", anyTypo, false, func(f *subject) []stretch {
			return append(f.words("condition"), f.circumstances(false)...)
		}),
		wordTypo("stage misspelt", "R01", anyTypo, false, func(f *subject) []stretch {
			return append(f.words("stage"), f.circumstances(true)...)
		}),
		wordTypo("reference misspelt", "R01", anyTypo, false, holders("references")),
		wordTypo("safety file misspelt", "R01", anyTypo, false, holders("safety")),
		wordTypo("guide misspelt", "R01", anyTypo, false, holders("guides")),
		{"session that does not exist", noSession},
		{"equipment: none", noneForEquipment},
		{"alias that is another exercise", takenAlias},
	}
}

func noSession(f *subject, _ *rand.Rand) []planted {
	var out []planted
	for _, at := range f.words("sessions") {
		out = append(out, planted{text: f.replaced(at, "q"), code: "R01", at: at.start})
	}
	return out
}

func noneForEquipment(f *subject, _ *rand.Rand) []planted {
	var out []planted
	for _, s := range f.spots {
		if f.kind == "exercise" && s.name() == "equipment" && f.get(s.value) == "[]" {
			out = append(out, planted{text: f.replaced(s.value, "none"), code: "R03", at: s.value.start, word: "[]"})
		}
	}
	return out
}

// takenAlias gives an exercise the name of another one. Only the alias can be at
// fault, since the other is a file's own name.
func takenAlias(f *subject, random *rand.Rand) []planted {
	var out []planted
	for _, s := range f.spots {
		if s.what != "names" || s.name() != "aliases" || len(s.items) == 0 {
			continue
		}
		at := s.items[random.IntN(len(s.items))]
		for _, other := range f.names["exercises"] {
			if !strings.HasSuffix(f.path, "/"+other+".md") && regexp.MustCompile(`^[a-z]`).MatchString(other) {
				out = append(out, planted{text: f.replaced(at, other), code: "R02", at: at.start})
				break
			}
		}
	}
	return out
}
