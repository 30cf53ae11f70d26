//go:build linux || darwin

package bench

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"syscall"
)

// slack is how much more than its share a larger site may need.
const slack = 1.25

// largest builds a corpus far larger than one already built, and without the floor, which
// would hold all pages in memory and write them again. It is left out, and says why,
// where there is no room for it.
func (l *lab) largest(exercises int, from rounds) (rounds, string) {
	l.b.Helper()
	factor := slack * float64(exercises) / float64(from.exercises)
	pages, memory := factor*float64(from.bytes+from.written), factor*float64(from.peak)
	if room := float64(l.room()); room < pages {
		return rounds{}, fmt.Sprintf("the site needs %s, and %s has %s", gigabytes(pages), l.dir, gigabytes(room))
	}
	if l.inMemory {
		memory += pages
	}
	free, known := freeMemory()
	switch {
	case !known:
		return rounds{}, "the system does not tell how much memory is free"
	case free < memory:
		return rounds{}, fmt.Sprintf("it needs %s of memory, and %s are free", gigabytes(memory), gigabytes(free))
	}
	r := rounds{site: l.corpus(exercises)}
	for range 3 { // the first takes memory that a virtual machine may not have held before, which costs more
		l.round(&r)
	}
	r.pages, r.bytes = l.size(r.out)
	l.clear(r.site)
	return r, ""
}

// room is the free bytes of the place.
func (l *lab) room() uint64 {
	l.b.Helper()
	var place syscall.Statfs_t
	if err := syscall.Statfs(l.dir, &place); err != nil {
		l.b.Fatal(err)
	}
	return place.Bavail * uint64(place.Bsize)
}

// freeMemory is the bytes of memory that Linux could give now.
func freeMemory() (bytes float64, known bool) {
	text, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0, false
	}
	m := regexp.MustCompile(`(?m)^MemAvailable: +(\d+) kB$`).FindSubmatch(text)
	if m == nil {
		return 0, false
	}
	kilobytes, err := strconv.ParseFloat(string(m[1]), 64)
	return kilobytes * 1024, err == nil
}

func gigabytes(n float64) string { return fmt.Sprintf("%.1f GB", n/1e9) }
