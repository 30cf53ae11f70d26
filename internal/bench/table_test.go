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

// The bars, from the project's design. Hugo's peak was measured once, on the same
// kind of corpus at 10,000 exercises.
const (
	barFloor  = 1.6
	barGrowth = 1.10
	barMemory = 940.0 / 3 // MiB
	barAgain  = 150 * time.Millisecond
	barCheck  = time.Second
)

// table is the figures with their bars, in the order of printing.
type table struct{ rows [][4]string }

func (t *table) add(figure, value, bar, pass string) {
	t.rows = append(t.rows, [4]string{figure, value, bar, pass})
}

func passed(ok bool) string {
	if ok {
		return "pass"
	}
	return "MISSED"
}

// cold has no bar of its own: how many times faster than Hugo a build is takes Hugo
// in the same run.
func (t *table) cold(r rounds) {
	wall, cpu := median(r.build, byWall), median(r.build, byCPU)
	of := fmt.Sprintf(", %d exercises", r.exercises)
	t.add("cold build, wall"+of, milliseconds(wall), "Hugo / 5", "not measured here")
	t.add("cold build, CPU"+of, milliseconds(cpu), "Hugo / 5", "not measured here")
	t.add("pages a second"+of, fmt.Sprintf("%.0f (%d files)", float64(r.pages)/wall.Seconds(), r.pages), "", "")
	ratio := float64(wall) / float64(median(r.floor, byWall))
	t.add("against the floor, wall"+of, fmt.Sprintf("%.2f (floor %s)", ratio, milliseconds(median(r.floor, byWall))),
		fmt.Sprint(barFloor), passed(ratio <= barFloor))
	t.add("against the floor, CPU"+of, fmt.Sprintf("%.2f (floor %s)", float64(cpu)/float64(median(r.floor, byCPU)), milliseconds(median(r.floor, byCPU))), "", "")
}

func (t *table) growth(small, large rounds) {
	each := func(r rounds, of func(spent) time.Duration) float64 {
		return float64(median(r.build, of)) / float64(r.exercises)
	}
	wall, cpu := each(large, byWall)/each(small, byWall), each(large, byCPU)/each(small, byCPU)
	figure := fmt.Sprintf("time an exercise, %d to %d", small.exercises, large.exercises)
	t.add(figure+", wall", fmt.Sprintf("x %.2f", wall), fmt.Sprintf("x %.2f", barGrowth), passed(wall <= barGrowth))
	t.add(figure+", CPU", fmt.Sprintf("x %.2f", cpu), fmt.Sprintf("x %.2f", barGrowth), passed(cpu <= barGrowth))
}

func (t *table) memory(r rounds) {
	peak := float64(r.peak) / (1 << 20)
	t.add(fmt.Sprintf("peak memory, %d exercises", r.exercises), fmt.Sprintf("%.0f MiB", peak), fmt.Sprintf("%.0f MiB", barMemory), passed(peak <= barMemory))
}

func (t *table) again(s site, all []spent) {
	wall := median(all, byWall)
	t.add(fmt.Sprintf("build again, nothing changed, %d exercises", s.exercises), milliseconds(wall), milliseconds(barAgain), passed(wall <= barAgain))
}

func (t *table) check(s site, all []spent) {
	wall := median(all, byWall)
	t.add(fmt.Sprintf("check only, %d files", s.files), milliseconds(wall), milliseconds(barCheck), passed(wall <= barCheck))
}

// print writes the table for people, with what it leaves out.
func (t *table) print(to io.Writer, dir string) {
	fmt.Fprintf(to, "\n%s, %d cores, in %s; medians\n\n", runtime.Version(), runtime.GOMAXPROCS(0), dir)
	w := tabwriter.NewWriter(to, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "figure\tvalue\tbar\tpass")
	for _, r := range t.rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r[0], r[1], r[2], r[3])
	}
	w.Flush()
	fmt.Fprint(to, `
Not measured here: a cold build five times faster than Hugo 0.165 (wall and CPU, at
1,000 and 10,000), which needs Hugo in the same run; growth to 100,000; one edit
while serving. The bar of memory is a third of the 940 MiB that Hugo once took.

`)
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.0f ms", float64(d)/1e6) }

func byWall(s spent) time.Duration { return s.Wall }

func byCPU(s spent) time.Duration { return s.CPU }

func median(all []spent, of func(spent) time.Duration) time.Duration {
	times := make([]time.Duration, len(all))
	for i, s := range all {
		times[i] = of(s)
	}
	slices.Sort(times)
	return times[len(times)/2]
}
