package check

import (
	"os"
	"testing"
	"time"

	reference "regimen/content"
	"regimen/internal/bench"
	"regimen/internal/content"
)

// BenchmarkRules times every rule over 10,000 exercises and 1,000 programmes, all at
// once and each by itself: `go test -run '^$' -bench Rules ./internal/check`.
func BenchmarkRules(b *testing.B) {
	dir := b.TempDir()
	if err := bench.Generate(dir, 10_000); err != nil {
		b.Fatal(err)
	}
	lib, _, err := content.Load(os.DirFS(dir), reference.FS)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			Run(lib, time.Time{})
		}
	})
	for _, rule := range Rules() {
		b.Run(rule.Code+" "+rule.Name, func(b *testing.B) {
			shared := newLibrary(lib)
			for b.Loop() {
				rule.run(shared)
			}
		})
	}
}
