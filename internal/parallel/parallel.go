// Package parallel does many like pieces of work side by side. It knows nothing of them.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Do does the work for 0 to n-1, as many at a time as there are cores. After a failure no
// more is begun; whatever the timing, the first failure in order is returned.
func Do(n int, work func(i int) error) error {
	var next atomic.Int64
	var mutex sync.Mutex
	var group sync.WaitGroup
	first, failure := n, error(nil)
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				err := work(i)
				if err == nil {
					continue
				}
				next.Store(int64(n))
				mutex.Lock()
				if i < first {
					first, failure = i, err
				}
				mutex.Unlock()
			}
		})
	}
	group.Wait()
	return failure
}
