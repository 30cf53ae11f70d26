package check

import (
	"iter"
	"runtime"
	"slices"
	"sync"

	"regimen/internal/markdown"
	"regimen/internal/regimen"
)

// spoken tells quickly of most exercises that their instructions do not mention a name.
type spoken map[*regimen.Exercise]*sieve

// learn takes up the instructions of those exercises that it does not know yet, and
// forgets all others.
func (m *spoken) learn(exercises []*regimen.Exercise) {
	next := make(spoken, len(exercises))
	var fresh []*regimen.Exercise
	for _, e := range exercises {
		if next[e] = (*m)[e]; next[e] == nil {
			next[e] = &sieve{}
			fresh = append(fresh, e)
		}
	}
	*m = next
	var group sync.WaitGroup
	for part := range slices.Chunk(fresh, 1+len(fresh)/runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			var terms []term
			for _, e := range part {
				for b := range instructing(e) {
					terms = scan(b.Text, terms[:0])
					for _, t := range terms {
						next[e].add(t.hash)
					}
				}
			}
		})
	}
	group.Wait()
}

// of lists the exercises that may mention one of some names.
func (m spoken) of(names []string) map[*regimen.Exercise]bool {
	out := map[*regimen.Exercise]bool{}
	for _, name := range names {
		words := scan(name, nil)
		if len(words) == 0 {
			continue
		}
		for e, has := range m {
			if !slices.ContainsFunc(words, func(t term) bool { return !has.maybe(t.hash) }) {
				out[e] = true
			}
		}
	}
	return out
}

// instructing walks the blocks of an exercise that tell how to do it.
func instructing(e *regimen.Exercise) iter.Seq[markdown.Block] {
	return func(yield func(markdown.Block) bool) {
		for b := range e.Body.Blocks() {
			if instructs(b.Section) && b.Kind != markdown.HeadingLine && !yield(b) {
				return
			}
		}
	}
}
