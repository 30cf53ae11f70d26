// Package memory sets the pace of the garbage collector for programs that do one thing
// and end. It knows nothing of what they do.
package memory

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	room  = 200 << 20 // bytes: up to here there is no need to collect
	usual = 100       // per cent of the data in use: how much garbage may lie beside it beyond that
	least = 4 << 20   // bytes: what the runtime takes for the data of a program that begins

	// Where all threads are busy a collection ends late, and the heap outgrows what was
	// meant. A limit on all memory holds it; one that lies close to the data in use would
	// have it collect at every few megabytes, so it rises with them.
	limit  = 280 << 20 // bytes
	spread = 175       // per cent of the data in use
)

// Short lets the heap grow to 200 MiB before garbage is collected, and beyond that to
// twice of what is in use, but all memory to 280 MiB, or 1.75 times of what is in use
// where that is more. GOGC and GOMEMLIMIT in the environment come first.
func Short() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		pace(least)
	}
}

// pace sets when garbage is collected next, and sets it anew whenever that was done.
func pace(inUse uint64) {
	debug.SetGCPercent(max(usual, int(room*100/max(inUse, least))-100))
	debug.SetMemoryLimit(int64(max(limit, inUse*spread/100)))
	type mark struct{ _ *byte } // a pointer keeps it out of blocks that it would share
	runtime.SetFinalizer(&mark{}, func(*mark) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		pace(live[0].Value.Uint64())
	})
}
