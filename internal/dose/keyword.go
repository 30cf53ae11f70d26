package dose

// kind is what a token is: a number, a sign, or a word of the notation with
// all its spellings.
type kind uint8

const (
	kEnd kind = iota
	kNumber
	kWord // any word that the notation does not know

	kComma
	kSemicolon
	kStop
	kDash
	kSlash
	kPlus
	kPercent
	kAt
	kColon
	kOpen
	kClose
	kBar

	kX
	kSet
	kOf
	kTo
	kRep
	kSecond
	kMinute
	kHour
	kM
	kMetre
	kKilometre
	kYard
	kCycle
	kBreath
	kStep
	kCalorie
	kEach
	kPer
	kPlace
	kHold
	kFor
	kRepeat
	kTimes
	kRest
	kNo
	kNone
	kBetween
	kTempo
	kDaily
	kWeekly
	kOnce
	kTwice
	kA
	kDay
	kWeek
	kEvery
	kOther
	kRPE
	kRIR
	kRM
	kMVIC
	kKilogram
	kPound
	kBodyweight
	kAMRAP
	kMax
	kFailure
)

// longestWord is the length of "repetitions".
const longestWord = 11

// keyword finds the word of the notation that is spelt s, in lower case.
func keyword(s []byte) kind {
	switch string(s) {
	case "x":
		return kX
	case "set", "sets":
		return kSet
	case "of":
		return kOf
	case "to":
		return kTo
	case "each":
		return kEach
	case "per":
		return kPer
	case "side", "leg", "arm", "foot", "hand", "way", "direction":
		return kPlace
	case "hold", "holds":
		return kHold
	case "for":
		return kFor
	case "repeat":
		return kRepeat
	case "rest":
		return kRest
	case "no":
		return kNo
	case "none":
		return kNone
	case "between":
		return kBetween
	case "tempo":
		return kTempo
	case "amrap":
		return kAMRAP
	case "max":
		return kMax
	case "failure":
		return kFailure
	}
	if k := unitWord(s); k != kWord {
		return k
	}
	if k := loadWord(s); k != kWord {
		return k
	}
	return frequencyWord(s)
}

func unitWord(s []byte) kind {
	switch string(s) {
	case "r", "rep", "reps", "repetition", "repetitions":
		return kRep
	case "s", "sec", "secs", "second", "seconds":
		return kSecond
	case "min", "mins", "minute", "minutes":
		return kMinute
	case "h", "hour", "hours":
		return kHour
	case "m":
		return kM
	case "metre", "metres", "meter", "meters":
		return kMetre
	case "km":
		return kKilometre
	case "yd":
		return kYard
	case "cycle", "cycles":
		return kCycle
	case "breath", "breaths":
		return kBreath
	case "step", "steps":
		return kStep
	case "cal":
		return kCalorie
	}
	return kWord
}

func loadWord(s []byte) kind {
	switch string(s) {
	case "at":
		return kAt
	case "rpe":
		return kRPE
	case "rir":
		return kRIR
	case "rm":
		return kRM
	case "mvic":
		return kMVIC
	case "kg", "kgs":
		return kKilogram
	case "lb", "lbs":
		return kPound
	case "bodyweight", "bw":
		return kBodyweight
	}
	return kWord
}

func frequencyWord(s []byte) kind {
	switch string(s) {
	case "times":
		return kTimes
	case "daily":
		return kDaily
	case "weekly":
		return kWeekly
	case "once":
		return kOnce
	case "twice":
		return kTwice
	case "a":
		return kA
	case "day", "days":
		return kDay
	case "week", "weeks":
		return kWeek
	case "every":
		return kEvery
	case "other":
		return kOther
	}
	return kWord
}
