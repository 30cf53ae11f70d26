package dose

// The codes of the faults. A code never changes its meaning and is never reused.
const (
	empty           = "N01"
	missingPart     = "N02"
	unknownWord     = "N03"
	unknownChar     = "N04"
	letterForDigit  = "N05"
	missingUnit     = "N06"
	descendingRange = "N07"
	setCount        = "N08"
	amountLimit     = "N09"
	loadLimit       = "N10"
	timeLimit       = "N11"
	frequencyLimit  = "N12"
	weekNumber      = "N13"
	clockSeconds    = "N14"
	negativeNumber  = "N15"
	numberForm      = "N16"
	wrongUnit       = "N17"
	ambiguousNumber = "N18"
	wrongOrder      = "N19"
	listOfSets      = "N20"
	spreadsheetDate = "N21"
	primeMark       = "N22"
	sessionForm     = "N23"
	tempoForm       = "N24"
	repeatedPart    = "N25"
	leftAndRight    = "N26"
	openRange       = "N27"
	strayText       = "N28"
	rowCells        = "N29"
)

// Code is one kind of fault: its code and name, when it is reported, a text
// that has it and one that does not. Field is the column of the two texts,
// FieldFull for a whole dose.
type Code struct {
	Code, Name, Meaning, Wrong, Right string
	Field                             Field
}

// Codes lists every kind of fault, in order.
func Codes() []Code {
	table := codes()
	return table[:]
}

func nameOf(code string) string {
	for _, c := range codes() {
		if c.Code == code {
			return c.Name
		}
	}
	return ""
}

// codes is a function so that nobody can change the table.
func codes() [29]Code {
	return [...]Code{
		{empty, "empty-dose", "nothing is written", " ", "3 x 10", FieldFull},
		{missingPart, "missing-part", "a part is begun but not finished, or the amount is not there", "3 x", "3 x 10", FieldFull},
		{unknownWord, "unknown-word", "a word that the notation does not know", "3 x 10 with a band", "3 x 10", FieldFull},
		{unknownChar, "unknown-character", "a character that no dose holds, such as a look-alike letter of another alphabet", "3 х 10", "3 x 10", FieldFull},
		{letterForDigit, "letter-for-digit", "a letter O, l or I stands where a digit is due", "3 x 1O", "3 x 10", FieldFull},
		{missingUnit, "missing-unit", "a time or a weight without its unit", "3 x 10, rest 90", "3 x 10, rest 90 s", FieldFull},
		{descendingRange, "descending-range", "the first end of a range is above the second", "3 x 10-8", "3 x 8-10", FieldFull},
		{setCount, "sets-limit", "sets are a whole number from 1 to 100", "0 x 10", "1 x 10", FieldFull},
		{amountLimit, "amount-limit", "an amount is a whole number from 1 to 10,000", "3 x 0", "3 x 10", FieldFull},
		{loadLimit, "load-limit", "RPE is 1 to 10 in halves, RIR 0 to 10 and whole, a percentage 1 to 150, a weight above 0", "3 x 10 @ RPE 11", "3 x 10 @ RPE 10", FieldFull},
		{timeLimit, "time-limit", "a rest is at most 4 h, a hold 1 s to 1 h, a duration 1 s to 24 h", "3 x 10, rest 5 h", "3 x 10, rest 5 min", FieldFull},
		{frequencyLimit, "frequency-limit", "a frequency is 1 to 24 a day, 1 to 14 a week or every 1 to 30 days", "3 x 10, 30x/day", "3 x 10, 3x/day", FieldFull},
		{weekNumber, "week-number", "weeks are whole numbers that start at 1", "weeks 0-4", "weeks 1-4", FieldWeeks},
		{clockSeconds, "clock-seconds", "the seconds after minutes are two digits below 60", "3 x 1:75", "3 x 2:15", FieldFull},
		{negativeNumber, "negative-number", "a number has a minus sign", "3 x 10, rest -30 s", "3 x 10, rest 30 s", FieldFull},
		{numberForm, "number-form", "a comma inside a number, no digit before the point, or more than three decimals", "3 x 10 @ 2,5 kg", "3 x 10 @ 2.5 kg", FieldFull},
		{wrongUnit, "wrong-unit", "a unit that cannot stand in this place", "3 x 10, rest 90 yd", "3 x 10, rest 90 s", FieldFull},
		{ambiguousNumber, "ambiguous-number", "a number that can be read in more than one way", "3 x 10 @8", "3 x 10 @ RPE 8", FieldFull},
		{wrongOrder, "wrong-order", "the parts stand in an order that would be misread", "10 reps x 2", "2 x 10", FieldFull},
		{listOfSets, "list-of-sets", "several numbers in a row that seem to be one set each", "5-3-2", "1 x 5, 1 x 3, 1 x 2", FieldFull},
		{spreadsheetDate, "spreadsheet-date", "a range that a spreadsheet turned into a date", "3 x 10-Aug", "3 x 8-10", FieldFull},
		{primeMark, "prime-mark", "minutes or seconds written with a prime or a quotation mark", `3 x 45"`, "3 x 45 s", FieldFull},
		{sessionForm, "session-form", "a form of session (EMOM, Tabata, circuit), which belongs to a group of the session", "EMOM 10", "1 x 10", FieldFull},
		{tempoForm, "tempo-form", "a tempo is four digits, or three or four parts with dashes; only the third may be X", "3 x 10, tempo 301", "3 x 10, tempo 3-0-1-0", FieldFull},
		{repeatedPart, "repeated-part", "a part is stated twice", "3 x 10, rest 60 s, rest 90 s", "3 x 10, rest 60-90 s", FieldFull},
		{leftAndRight, "left-and-right", "the sides are counted apart", "2 x 10/10", "2 x 10 each side", FieldFull},
		{openRange, "open-range", "an open amount has an upper end, or a plus too many", "3 x 10+-12", "3 x 10-12", FieldFull},
		{strayText, "stray-text", "something that cannot stand where it does", "3 x 10 of each side", "3 x 10 each side", FieldFull},
		{rowCells, "row-cells", "a row has three cells: sets, amount and rest", "3 | 10", "3 | 10 |", FieldFull},
	}
}
