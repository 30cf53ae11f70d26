package dose

// nearest is the word of the notation that word is a slip of, empty if none is
// near enough: one slip in a word of four letters, two in a longer one. Shorter
// words are too easily taken for each other.
func nearest(word string) string {
	if len(word) < 4 || len(word) > longestWord+2 {
		return ""
	}
	allowed := 1
	if len(word) > 5 {
		allowed = 2
	}
	best, distance := "", allowed+1
	for _, known := range [...]string{
		"sets", "reps", "repetitions", "rest", "hold", "tempo", "seconds", "minutes", "hours",
		"metres", "cycles", "breaths", "steps", "each", "side", "direction", "times", "daily",
		"twice", "every", "other", "days", "week", "bodyweight", "failure", "amrap", "between", "repeat",
	} {
		if d := slips(word, known); d < distance {
			best, distance = known, d
		}
	}
	return best
}

// slips counts the letters put in, left out, changed or exchanged with their
// neighbour (optimal string alignment).
func slips(a, b string) int {
	var before, last, row [longestWord + 3]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		before, last = last, row
		row[0] = i + 1
		for j := range len(b) {
			d := last[j]
			if a[i] != b[j] {
				d++
			}
			d = min(d, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
		}
	}
	return row[len(b)]
}
