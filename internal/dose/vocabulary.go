package dose

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
	switch word {
	case "and", "plus", "then":
		return ","
	case "one", "an", "single":
		return "1"
	case "two":
		return "2"
	case "three":
		return "3"
	case "four":
		return "4"
	case "five":
		return "5"
	case "six":
		return "6"
	case "seven":
		return "7"
	case "eight":
		return "8"
	case "nine":
		return "9"
	case "ten":
		return "10"
	case "twelve":
		return "12"
	case "fifteen":
		return "15"
	case "twenty":
		return "20"
	case "thirty":
		return "30"
	case "hr", "hrs":
		return "h"
	case "yard", "yards", "yds":
		return "yd"
	case "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes":
		return "kg"
	case "pound", "pounds":
		return "lb"
	case "cals", "calorie", "calories", "kcal":
		return "cal"
	case "kilometre", "kilometres", "kilometer", "kilometers", "kms":
		return "km"
	case "sides", "knee", "ankle", "hip", "shoulder", "elbow", "wrist", "heel":
		return "side"
	case "legs":
		return "leg"
	case "arms":
		return "arm"
	case "until", "till", "fail":
		return "failure"
	case "recovery", "pause":
		return "rest"
	case "time":
		return "times"
	case "wk", "wks":
		return "week"
	}
	return ""
}
