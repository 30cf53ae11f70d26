//go:build linux || darwin

package bench

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"
)

// results is what one run measured.
type results struct {
	few, many    rounds // 1,000 and 10,000 exercises
	most         rounds // 100,000
	leftOut      string // why there are none of the most
	again, check timed
	edits        []edits
}

// table is the figures with their bars, in the order of printing.
type table struct{ rows [][5]string }

func (t *table) add(figure, value string, judged ...string) {
	row := [5]string{figure, value}
	copy(row[2:], judged)
	t.rows = append(t.rows, row)
}

// print writes the table for people, with what it leaves out, and the row for the log.
func (r *results) print(to io.Writer, dir string) {
	fmt.Fprintf(to, "\n%s, %d cores, in %s; medians\n\n", runtime.Version(), runtime.GOMAXPROCS(0), dir)
	w := tabwriter.NewWriter(to, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "figure\tvalue\tbar\tstretch\tpass")
	for _, row := range r.table().rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", row[0], row[1], row[2], row[3], row[4])
	}
	w.Flush()
	fmt.Fprintf(to, `
Not measured here: a cold build five times faster than Hugo 0.165 (wall and CPU, at
1,000 and 10,000), which needs Hugo in the same run. The bar of memory at 10,000 is a
third of the 940 MiB that Hugo once took.

For the log in docs/speed.md:
%s

`, r.row(time.Now()))
}

func (r *results) table() *table {
	t := &table{}
	t.cold(r.few)
	t.cold(r.many)
	t.growth(r.few, r.many)
	if r.leftOut == "" {
		t.built(r.most)
		t.growth(r.many, r.most)
	} else {
		t.add("100,000 exercises", "left out: "+r.leftOut)
	}
	t.memory(r.many, memoryBar)
	if r.leftOut == "" {
		t.memory(r.most, mostMemoryBar)
	}
	t.time("build again, nothing changed, %d exercises", r.again.exercises, r.again.took, againBar)
	for _, e := range r.edits {
		b := editBar
		if e.site.exercises != r.many.exercises {
			b = bar{} // it stands here to be compared
		}
		t.time("one edit while serving, an exercise of %d", e.site.exercises, e.exercises, b)
		t.time("one edit while serving, a programme of %d exercises", e.site.exercises, e.programmes, b)
	}
	t.time("check only, %d files", r.check.files, r.check.took, checkBar)
	return t
}

// built has no bar of its own: how many times faster than Hugo a build is takes Hugo
// in the same run.
func (t *table) built(r rounds, judged ...string) {
	of := fmt.Sprintf(", %d exercises", r.exercises)
	t.add("cold build, wall"+of, milliseconds(median(r.build, byWall)), judged...)
	t.add("cold build, CPU"+of, milliseconds(median(r.build, byCPU)), judged...)
	t.add("pages a second"+of, fmt.Sprintf("%.0f (%d files, %.1f MB)", float64(r.pages)/median(r.build, byWall).Seconds(), r.pages, float64(r.bytes)/1e6))
}

func (t *table) cold(r rounds) {
	t.built(r, "Hugo / 5", "Hugo / 7", "not measured here")
	for _, by := range []struct {
		name string
		of   func(spent) time.Duration
		bar  bar
	}{{"wall", byWall, floorBar}, {"CPU", byCPU, bar{}}} {
		floor := median(r.floor, by.of)
		ratio := float64(median(r.build, by.of)) / float64(floor)
		value := fmt.Sprintf("%.2f (floor %s)", ratio, milliseconds(floor))
		t.add(fmt.Sprintf("against the floor, %s, %d exercises", by.name, r.exercises), value, by.bar.judge(ratio, "%.1f")...)
	}
}

func (t *table) growth(small, large rounds) {
	for _, by := range []struct {
		name string
		of   func(spent) time.Duration
	}{{"wall", byWall}, {"CPU", byCPU}} {
		times := growth(small, large, by.of)
		figure := fmt.Sprintf("time an exercise, %d to %d, %s", small.exercises, large.exercises, by.name)
		t.add(figure, fmt.Sprintf("x %.2f", times), growthBar.judge(times, "x %.2f")...)
	}
}

// growth is how many times longer an exercise takes in the larger site.
func growth(small, large rounds, of func(spent) time.Duration) float64 {
	each := func(r rounds) float64 { return float64(median(r.build, of)) / float64(r.exercises) }
	return each(large) / each(small)
}

func (t *table) memory(r rounds, b bar) {
	t.add(fmt.Sprintf("peak memory, %d exercises", r.exercises), fmt.Sprintf("%.0f MiB", mebibytes(r.peak)), b.judge(mebibytes(r.peak), "%.0f MiB")...)
}

func (t *table) time(figure string, size int, took []spent, b bar) {
	wall := median(took, byWall)
	t.add(fmt.Sprintf(figure, size), milliseconds(wall), b.judge(float64(wall)/1e6, "%.0f ms")...)
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.0f ms", float64(d)/1e6) }

func mebibytes(n int64) float64 { return float64(n) / (1 << 20) }

func byWall(s spent) time.Duration { return s.Wall }

func byCPU(s spent) time.Duration { return s.CPU }

func median(all []spent, of func(spent) time.Duration) time.Duration {
	times := make([]time.Duration, len(all))
	for i, s := range all {
		times[i] = of(s)
	}
	slices.Sort(times)
	return (times[(len(times)-1)/2] + times[len(times)/2]) / 2
}
