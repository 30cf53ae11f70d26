package parallel

import (
	"fmt"
	"sync/atomic"
	"testing"
)

func TestDoDoesEachOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		done := make([]atomic.Int32, n)
		if err := Do(n, func(i int) error {
			done[i].Add(1)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Errorf("%d of %d was done %d times", i, n, times)
			}
		}
	}
}

func TestDoGivesTheFirstFailureInOrder(t *testing.T) {
	for range 200 {
		err := Do(50, func(i int) error {
			if i%7 == 5 {
				return fmt.Errorf("page %d", i)
			}
			return nil
		})
		if err == nil || err.Error() != "page 5" {
			t.Fatalf("got %v", err)
		}
	}
}
