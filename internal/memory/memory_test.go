package memory

import (
	"runtime"
	"runtime/metrics"
	"testing"
)

// A program with little data collects nothing before its heap has grown to the room; one
// with much data goes on as usual.
func TestShort(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	Short()
	if goal := collected(); goal < room*9/10 || goal > room*3/2 {
		t.Errorf("with no data the next collection is due at %d MiB", goal>>20)
	}
	data := make([][]byte, 300)
	for i := range data {
		data[i] = make([]byte, 1<<20)
	}
	// The pace is set behind a collection, and holds from the one after it.
	want := uint64(300 << 20 * (100 + usual) / 100)
	for range 100 {
		if goal := collected(); goal > want*9/10 && goal < want*11/10 {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("with 300 MiB of data the next collection is due at %d MiB", collected()>>20)
	runtime.KeepAlive(data)
}

// collected is the size of the heap at which the next collection is due, after one now.
func collected() uint64 {
	runtime.GC()
	goal := []metrics.Sample{{Name: "/gc/heap/goal:bytes"}}
	metrics.Read(goal)
	return goal[0].Value.Uint64()
}
