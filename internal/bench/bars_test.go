//go:build linux || darwin

package bench

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// bar is the most that a figure may be, and the most that it should be; 0 for neither.
type bar struct{ must, stretch float64 }

// The bars, from the project's design. Hugo's peak was measured once, on the same kind
// of corpus at 10,000 exercises.
var (
	floorBar      = bar{1.6, 1.3}
	growthBar     = bar{must: 1.10}
	memoryBar     = bar{must: 940.0 / 3} // MiB
	mostMemoryBar = bar{must: 24 * 1024} // MiB
	againBar      = bar{150, 100}        // milliseconds
	editBar       = bar{100, 30}         // milliseconds
	checkBar      = bar{1000, 400}       // milliseconds
)

// judge gives the bar, the stretch and whether a figure passes them, for the table.
func (b bar) judge(figure float64, format string) []string {
	if b.must == 0 {
		return nil
	}
	out := []string{fmt.Sprintf(format, b.must), "", "pass"}
	if b.stretch > 0 {
		out[1] = fmt.Sprintf(format, b.stretch)
	}
	switch {
	case figure > b.must:
		out[2] = "MISSED"
	case b.stretch > 0 && figure <= b.stretch:
		out[2] = "pass, stretch too"
	}
	return out
}

// row is a line of the log in docs/speed.md.
func (r *results) row(day time.Time) string {
	seconds := func(r rounds) string { return fmt.Sprintf("%.2f s", median(r.build, byWall).Seconds()) }
	ratio := func(r rounds) float64 { return float64(median(r.build, byWall)) / float64(median(r.floor, byWall)) }
	most, mostPeak, grown := "left out", "", ""
	if r.leftOut == "" {
		most, mostPeak = seconds(r.most), fmt.Sprintf(", %.0f", mebibytes(r.most.peak))
		grown = fmt.Sprintf(", %.2f", growth(r.many, r.most, byCPU))
	}
	var edited []string
	for _, e := range r.edits {
		edited = append(edited, milliseconds(median(slices.Concat(e.exercises, e.programmes), byWall)))
	}
	return "| " + strings.Join([]string{
		day.Format(time.DateOnly), seconds(r.few), seconds(r.many), most,
		fmt.Sprintf("%.2f, %.2f", ratio(r.few), ratio(r.many)),
		fmt.Sprintf("%.2f%s", growth(r.few, r.many, byCPU), grown),
		fmt.Sprintf("%.0f%s MiB", mebibytes(r.many.peak), mostPeak),
		milliseconds(median(r.again.took, byWall)), strings.Join(edited, ", "), milliseconds(median(r.check.took, byWall)),
	}, " | ") + " |"
}

func TestBars(t *testing.T) {
	for _, c := range []struct {
		bar    bar
		figure float64
		want   string
	}{
		{editBar, 30, "100 ms, 30 ms, pass, stretch too"},
		{editBar, 100, "100 ms, 30 ms, pass"},
		{editBar, 101, "100 ms, 30 ms, MISSED"},
		{bar{must: 5}, 1, "5 ms, , pass"},
		{bar{}, 1, ""},
	} {
		if got := strings.Join(c.bar.judge(c.figure, "%.0f ms"), ", "); got != c.want {
			t.Errorf("%v of %v: %q, want %q", c.figure, c.bar, got, c.want)
		}
	}
}

// someResults is a run in round figures.
func someResults() results {
	took := func(wall, cpu time.Duration) []spent { return []spent{{wall, cpu}, {wall, cpu}, {9 * wall, 9 * cpu}} }
	at := func(n int, wall time.Duration) rounds {
		return rounds{site: site{exercises: n, files: n}, pages: n, peak: int64(n) << 15, build: took(wall, 2*wall), floor: took(wall/2, wall)}
	}
	edited := func(n int, wall time.Duration) edits {
		return edits{site: site{exercises: n}, exercises: took(wall, 0), programmes: took(wall, 0)}
	}
	return results{
		few: at(1_000, 500*time.Millisecond), many: at(10_000, 5*time.Second), most: at(100_000, time.Minute),
		again: timed{site{exercises: 10_000}, took(90*time.Millisecond, 0)}, check: timed{site{files: 5_000}, took(2*time.Second, 0)},
		edits: []edits{edited(1_000, 20*time.Millisecond), edited(10_000, 40*time.Millisecond)},
	}
}

func TestRow(t *testing.T) {
	r := someResults()
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	const want = "| 2026-11-24 | 0.50 s | 5.00 s | 60.00 s | 2.00, 2.00 | 1.00, 1.20 | 312, 3125 MiB | 90 ms | 20 ms, 40 ms | 2000 ms |"
	if got := r.row(day); got != want {
		t.Errorf("%s", got)
	}
	r.leftOut = "there is no room"
	const less = "| 2026-11-24 | 0.50 s | 5.00 s | left out | 2.00, 2.00 | 1.00 | 312 MiB | 90 ms | 20 ms, 40 ms | 2000 ms |"
	if got := r.row(day); got != less {
		t.Errorf("%s", got)
	}
}

func TestTable(t *testing.T) {
	r := someResults()
	var out strings.Builder
	r.print(&out, "/dev/shm")
	for _, line := range []string{
		"against the floor, wall, 10000 exercises 2.00 (floor 2500 ms) 1.6 1.3 MISSED",
		"time an exercise, 10000 to 100000, CPU x 1.20 x 1.10 MISSED",
		"peak memory, 100000 exercises 3125 MiB 24576 MiB pass",
		"build again, nothing changed, 10000 exercises 90 ms 150 ms 100 ms pass, stretch too",
		"one edit while serving, an exercise of 1000 20 ms one edit while serving, a programme of 1000 exercises 20 ms one edit",
		"one edit while serving, a programme of 10000 exercises 40 ms 100 ms 30 ms pass",
		"check only, 5000 files 2000 ms 1000 ms 400 ms MISSED",
	} {
		if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), line) {
			t.Errorf("not in the table: %s", line)
		}
	}
	if t.Failed() {
		t.Log(out.String())
	}
}
