// Package memory sets the pace of the garbage collector for programs that do one thing
// and end. It knows nothing of what they do.
package memory

import (
	"math"
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
	// meant. A limit on all memory holds it, as long as that leaves room for garbage.
	limit = 280 << 20
	held  = 175 << 20 // of data in use
)

// Short lets the heap grow to 200 MiB before garbage is collected, and beyond that to
// twice of what is in use. As long as that is up to 175 MiB, all memory is held to 280.
// GOGC and GOMEMLIMIT in the environment come first.
func Short() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		pace(least)
	}
}

// pace sets when garbage is collected next, and sets it anew whenever that was done.
func pace(inUse uint64) {
	debug.SetGCPercent(max(usual, int(room*100/max(inUse, least))-100))
	if inUse <= held {
		debug.SetMemoryLimit(limit)
	} else {
		debug.SetMemoryLimit(math.MaxInt64)
	}
	type mark struct{ _ *byte } // a pointer keeps it out of blocks that it would share
	runtime.SetFinalizer(&mark{}, func(*mark) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		pace(live[0].Value.Uint64())
	})
}
