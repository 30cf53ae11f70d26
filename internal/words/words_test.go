package words_test

import (
	"encoding/json"
	"slices"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
	"pgregory.net/rapid"

	"regimen/internal/words"
)

func TestPhrases(t *testing.T) {
	german := map[string]words.Phrase{
		"Weeks {from} to {to}": {"other": "Woche {from} bis {to}, bis {to}"},
		"{n} exercises":        {"one": "eine Übung", "other": "{n} Übungen"},
		"{n} kg":               {"other": "{n} kg"},
	}
	en, de := words.In("en-GB", nil), words.In("de", german)
	for _, test := range []struct{ got, want string }{
		{en.T("Weeks {from} to {to}", "from", 1, "to", 4), "Weeks 1 to 4"},
		{de.T("Weeks {from} to {to}", "from", 1, "to", "{from}"), "Woche 1 bis {from}, bis {from}"},
		{de.T("{n} kg", "n", 2.5), "2,5 kg"},
		{en.T("{open and {unknown} {a}", "a", 1.25), "{open and {unknown} 1.25"},
		{en.T("no values {n}"), "no values {n}"},
		{en.N(1, "1 exercise", "{n} exercises"), "1 exercise"},
		{en.N(0, "1 exercise", "{n} exercises"), "0 exercises"},
		{de.N(1, "1 exercise", "{n} exercises"), "eine Übung"},
		{de.N(34, "1 exercise", "{n} exercises"), "34 Übungen"},
		{en.N(10, "{n} step", "{n} steps", "n", "8–10"), "8–10 steps"},
		{de.Phrase("other"), "other"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

// TestPlurals picks among the forms of languages that tell apart more than one and many.
func TestPlurals(t *testing.T) {
	forms := words.Phrase{"zero": "0", "one": "1", "two": "2", "few": "few", "many": "many", "other": "other"}
	for code, want := range map[string][]string{
		"pl": {"1", "few", "many"}, "ar": {"1", "2", "few"}, "ja": {"other", "other", "other"},
	} {
		w := words.In(code, map[string]words.Phrase{"{n} x": forms})
		got := []string{w.N(1, "x", "{n} x"), w.N(2, "x", "{n} x"), w.N(5, "x", "{n} x")}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
	for code, want := range map[string][]string{
		"de": {"one", "other"}, "ja": {"other"}, "pl": {"one", "few", "many", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"},
	} {
		if got := words.Categories(code); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}

// TestNumbers compares with the tables of the languages, which are slow to ask.
func TestNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.SampledFrom([]string{"en-GB", "de", "de-CH", "fr", "sv", "ar", "fa", "hi", "ru", "pt-BR", "tr"}).Draw(t, "language")
		v := float64(rapid.IntRange(0, 10_000_000).Draw(t, "n")) / rapid.SampledFrom([]float64{1, 10, 100, 4, 16}).Draw(t, "part")
		want := message.NewPrinter(language.Make(code)).Sprint(number.Decimal(v, number.MaxFractionDigits(6), number.NoSeparator()))
		if got := words.In(code, nil).Number(v); got != want {
			t.Fatalf("%s: %q, want %q", code, got, want)
		}
	})
}

func TestLanguages(t *testing.T) {
	for code, want := range map[string]bool{"ar": true, "he": true, "fa-IR": true, "ur": true, "en-GB": false, "az": false, "az-Arab": true} {
		if got := words.In(code, nil).RightToLeft(); got != want {
			t.Errorf("%s is written from right to left: %v", code, got)
		}
	}
	for _, test := range [][3]string{
		{"en-GB", "Glute bridge", "glute bridge"}, {"en-GB", "RDL", "RDL"}, {"en-GB", "T-bar", "T-bar"}, {"de", "Langhantel", "Langhantel"},
		{"fr", "Élastique", "élastique"}, {"tr", "Isınma", "ısınma"}, {"en-GB", "", ""}, {"en-GB", "90/90", "90/90"},
	} {
		if got := words.In(test[0], nil).Inline(test[1]); got != test[2] {
			t.Errorf("%s in %s: %q, want %q", test[1], test[0], got, test[2])
		}
	}
}

func TestStored(t *testing.T) {
	const text = `{"a":"<b>","{n} c":{"one":"1","other":"{n}"}}`
	var phrases map[string]words.Phrase
	if err := json.Unmarshal([]byte(text), &phrases); err != nil {
		t.Fatal(err)
	}
	if phrases["a"].Counts() || !phrases["{n} c"].Counts() || phrases["a"]["other"] != "<b>" {
		t.Errorf("read %v", phrases)
	}
	again, err := json.Marshal(phrases)
	var back map[string]words.Phrase
	if err != nil || json.Unmarshal(again, &back) != nil || back["a"]["other"] != "<b>" || back["{n} c"]["one"] != "1" {
		t.Errorf("wrote %s, %v", again, err)
	}
	if got := words.Values("{a} {b} {a} {"); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("values %v", got)
	}
}
