package content

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// lettersOf are what some letters become in an id, where losing their mark would not do.
var lettersOf = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ı", "i",
	"'", "", "’", "", `"`, "")

// IDOf makes the id of a file from a name as people write it: "Farmer's Carry" gives
// farmers-carry. Accents of Latin letters go; other scripts stay as they are. It is empty
// where the name has neither letter nor digit.
func IDOf(name string) string {
	name = lettersOf.Replace(norm.NFC.String(strings.ToLower(name)))
	var plain []rune
	for _, r := range norm.NFD.String(name) {
		mark := r >= 0x300 && r <= 0x36f
		if mark && len(plain) > 0 && plain[len(plain)-1] < 0x80 {
			continue
		}
		plain = append(plain, r)
	}
	return strings.Trim(notInIDs.ReplaceAllString(norm.NFC.String(string(plain)), "-"), "-")
}
