package diag

// The cost of a slip of typing. Two letters that changed places cost less than
// half of what a letter too many, too few or wrong does.
const (
	transposed = 1
	edited     = 3
)

// osa measures the optimal string alignment distance to one word: the Levenshtein
// distance with transpositions, no part of the word being changed twice.
type osa struct {
	word []rune
	rows [3][]int
}

// distance is the cost of turning the word into another one; not ok where it is
// above the limit.
func (o *osa) distance(other []rune, limit int) (cost int, ok bool) {
	if edited*abs(len(o.word)-len(other)) > limit {
		return 0, false
	}
	before, last, row := o.start(len(other) + 1)
	for i := range o.word {
		row[0] = edited * (i + 1)
		least := row[0]
		for j := range other {
			row[j+1] = min(last[j]+differs(o.word[i], other[j]), last[j+1]+edited, row[j]+edited)
			if i > 0 && j > 0 && o.word[i] == other[j-1] && o.word[i-1] == other[j] {
				row[j+1] = min(row[j+1], before[j-1]+transposed)
			}
			least = min(least, row[j+1])
		}
		if least > limit+edited {
			return 0, false
		}
		before, last, row = last, row, before
	}
	return last[len(other)], last[len(other)] <= limit
}

// start gives three rows of a length, the middle one holding the cost of writing
// the other word from nothing.
func (o *osa) start(length int) (before, last, row []int) {
	for i := range o.rows {
		if cap(o.rows[i]) < length {
			o.rows[i] = make([]int, 2*length)
		}
		o.rows[i] = o.rows[i][:length]
	}
	for j := range o.rows[1] {
		o.rows[1][j] = edited * j
	}
	return o.rows[0], o.rows[1], o.rows[2]
}

func differs(a, b rune) int {
	if a == b {
		return 0
	}
	return edited
}
