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

// room is what a run may take before garbage is collected at all, in bytes; mostLive is
// up to how much data that is in use this still leaves enough between two collections.
const (
	room     = 256 << 20
	mostLive = room * 3 / 4
)

// Short lets memory grow to 256 MiB before any garbage is collected, and collects as
// seldom as that allows. A run that holds more than three quarters of it goes on at the
// usual pace, with as much garbage as data. GOGC and GOMEMLIMIT in the environment come
// first.
func Short() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(room)
	debug.SetGCPercent(-1)
	afterEachCollection(func() bool {
		if inUse() < mostLive {
			return true
		}
		debug.SetGCPercent(100)
		debug.SetMemoryLimit(math.MaxInt64)
		return false
	})
}

// afterEachCollection calls look after every collection until it answers no.
func afterEachCollection(look func() bool) {
	type mark struct{ self *mark }
	runtime.SetFinalizer(&mark{}, func(*mark) {
		if look() {
			afterEachCollection(look)
		}
	})
}

// inUse is what the last collection left, in bytes.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}
