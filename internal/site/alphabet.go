package site

import (
	"strings"
	"unicode/utf8"
)

// plainLetters is each letter of the Latin alphabet with the forms that are filed
// under it.
var plainLetters = []string{
	"aàáâãäåāăąǎæ", "bḃ", "cçćĉċč", "dďđḋð", "eèéêëēĕėęěə", "fḟ", "gĝğġģǧ", "hĥħ", "iìíîïĩīĭįıǐ", "jĵ", "kķ",
	"lĺļľŀł", "mṁ", "nñńņňŋ", "oòóôõöøōŏőơǒœ", "pṗþ", "rŕŗř", "sśŝşšșßṡ", "tţťŧțṫ", "uùúûüũūŭůűųưǔ", "wŵẁẃẅ",
	"yýÿŷỳ", "zźżž",
}

var toPlain = func() *strings.Replacer {
	var pairs []string
	for _, forms := range plainLetters {
		for _, form := range forms[1:] {
			pairs = append(pairs, string(form), forms[:1])
		}
	}
	return strings.NewReplacer(pairs...)
}()

// sortKey is a title as an index files it: without capitals and accents.
func sortKey(title string) string {
	title = strings.ToLower(title)
	for i := range len(title) {
		if title[i] >= utf8.RuneSelf {
			return toPlain.Replace(title)
		}
	}
	return title
}

// otherLetter stands for whatever does not begin with a letter of the alphabet.
const otherLetter = "0"

// firstLetter is the letter under which an index files a title, a to z.
func firstLetter(title string) string {
	_, size := utf8.DecodeRuneInString(title)
	if key := sortKey(title[:size]); key != "" && key[0] >= 'a' && key[0] <= 'z' {
		return key[:1]
	}
	return otherLetter
}
