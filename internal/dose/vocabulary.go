package dose

import (
	"slices"
	"strings"
)

// isSession reports whether the word names a form of session.
func isSession(word string) bool {
	switch word {
	case "emom", "tabata", "circuit", "circuits", "superset", "supersets", "round", "rounds",
		"ladder", "pyramid", "interval", "intervals", "cluster", "wod", "amraps", "giant":
		return true
	}
	return false
}

func isOneSide(word string) bool {
	switch word {
	case "left", "right", "lt", "rt", "lhs", "rhs":
		return true
	}
	return false
}

// advice says what to do about a word that many people write.
func advice(word string) string {
	switch word {
	case "about", "approx", "approximately", "around", "ca", "circa", "roughly":
		return "a dose is exact, or a range such as `8-10`"
	case "up":
		return "write a range such as `8-10` instead of an upper limit"
	case "light", "moderate", "heavy", "easy", "hard", "medium":
		return "how heavy in words is no part of a dose; write it under `load`"
	case "as":
		return "leave out what is up to the reader"
	case "or":
		return "two possibilities are a range such as `8-10`"
	case "stone", "stones", "st":
		return "a weight is in kg or lb"
	case "month", "months":
		return "count in weeks"
	case "warm", "warmup", "slow", "slowly", "quick", "quickly", "lowering", "controlled":
		return "how it is done belongs in a `note`, a speed in a `tempo`"
	}
	return ""
}

// otherName is how the notation writes a word for which it has another.
func otherName(word string) string {
	for _, name := range [...][2]string{
		{",", "and plus then"},
		{"1", "one an single"}, {"2", "two"}, {"3", "three"}, {"4", "four"}, {"5", "five"},
		{"6", "six"}, {"7", "seven"}, {"8", "eight"}, {"9", "nine"}, {"10", "ten"},
		{"12", "twelve"}, {"15", "fifteen"}, {"20", "twenty"}, {"30", "thirty"},
		{"h", "hr hrs"},
		{"yd", "yard yards yds"},
		{"km", "kilometre kilometres kilometer kilometers kms"},
		{"kg", "kilo kilos kilogram kilograms kilogramme kilogrammes"},
		{"lb", "pound pounds"},
		{"cal", "cals calorie calories kcal"},
		{"side", "sides knee ankle hip shoulder elbow wrist heel"}, {"leg", "legs"}, {"arm", "arms"},
		{"failure", "until till fail"},
		{"rest", "recovery pause"},
		{"times", "time"},
		{"week", "wk wks"},
	} {
		if slices.Contains(strings.Fields(name[1]), word) {
			return name[0]
		}
	}
	return ""
}
