package figure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Severity says what a problem means for the picture.
type Severity uint8

// An Error leaves no picture. A Warning is a picture that is probably not meant. An
// Info is a matter of taste.
const (
	Info Severity = iota
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// Fault is what sort of mistake a problem is.
type Fault uint8

// A Value does not do; a Word is none of those known; something is Missing; a Shape is
// a word or a list where something else is due.
const (
	Value Fault = iota
	Word
	Missing
	Shape
)

// Problem is an author's mistake. Where is the path of a key, such as "start.knee" or
// "props[0].bench.height"; it names a key that was written, or the nearest one above.
type Problem struct {
	Where    string
	Severity Severity
	Fault    Fault
	Message  string
	Instead  string // the word to write, where one is near
}

func failed(found []Problem) bool {
	return slices.ContainsFunc(found, func(p Problem) bool { return p.Severity == Error })
}

// Unknown is the problem of a word that is no what, such as a joint or a place.
func Unknown(where, word, what string, known []string) Problem {
	p := Problem{Where: where, Severity: Error, Fault: Word, Message: fmt.Sprintf("%q is not %s", word, what)}
	if p.Instead = nearest(word, known); p.Instead != "" {
		p.Message += fmt.Sprintf("; did you mean %q?", p.Instead)
	} else {
		p.Message += "; write one of " + strings.Join(known, ", ")
	}
	return p
}

// nearest is the known word within a third of the letters, or none.
func nearest(word string, known []string) string {
	best, limit := "", max(1, len(word)/3)+1
	for _, k := range known {
		if d := distance(strings.ToLower(word), k, limit); d < limit {
			best, limit = k, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or exchange with the next one. It
// gives up at the limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	two, one := []int(nil), make([]int, len(b)+1)
	for j := range one {
		one[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			change := one[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, one[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], two[j-1]+1)
			}
		}
		two, one = one, row
	}
	return one[len(b)]
}

// plain writes a number as an author would, with at most one decimal.
func plain(x float64) string {
	if r := math.Round(x*10) / 10; math.Abs(r) < 1e6 {
		x = r + 0 // no minus zero
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}
