//go:build linux || darwin

package bench

import (
	"os"
	"testing"
)

// BenchmarkBars measures regimen against the bars of speed and prints them in one
// table, then the row for the log in docs/speed.md. A missed bar is printed as missed;
// only a build that fails fails here, since figures are for people.
func BenchmarkBars(b *testing.B) {
	for b.Loop() {
		l := newLab(b)
		few, many := l.corpus(1_000), l.corpus(10_000)
		built := l.cold(9, few, many)
		r := results{few: built[0], many: built[1], again: l.again(many, 9), check: l.check(5_000, 9)}
		// These change the corpora, and come after all that builds them.
		r.edits = []edits{l.edits(few, 9), l.edits(many, 9)}
		l.clear(few)
		l.clear(many)
		r.most, r.leftOut = l.largest(most, r.many)
		r.print(os.Stdout, l.dir)
	}
}
