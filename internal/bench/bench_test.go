//go:build linux || darwin

package bench

import (
	"os"
	"testing"
)

// BenchmarkBars measures regimen against the bars of speed and prints them in one
// table. A missed bar is printed as missed; only a build that fails fails here, since
// figures are for people.
func BenchmarkBars(b *testing.B) {
	for b.Loop() {
		l := newLab(b)
		few, many := l.corpus(1_000), l.corpus(10_000)
		built := l.cold(9, few, many)
		var t table
		for _, r := range built {
			t.cold(r)
		}
		t.growth(built[0], built[1])
		t.memory(built[1])
		t.again(l.again(many, 9))
		t.check(l.check(5_000, 9))
		t.print(os.Stdout, l.dir)
	}
}
