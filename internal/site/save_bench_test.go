package site

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const benchFiles = 14_000

// manyPages is a site of small files in nested folders; version changes the
// bytes of one page alone.
func manyPages(b *testing.B, version int) *Output {
	b.Helper()
	body := bytes.Repeat([]byte("<p>Lie on your back and lift one leg.</p>\n"), 110)
	pages := make([]page, benchFiles)
	for i := range pages {
		pages[i] = page{path: fmt.Sprintf("programmes/%04d/%d.html", i/10, i%10), render: func(dst []byte) ([]byte, error) {
			if i == benchFiles/2 {
				return fmt.Appendf(dst, "%d %d %s", i, version, body), nil
			}
			return fmt.Appendf(dst, "%d %s", i, body), nil
		}}
	}
	o, err := newOutput(pages)
	if err != nil {
		b.Fatal(err)
	}
	return o
}

func BenchmarkSave(b *testing.B) {
	root := os.Getenv("REGIMEN_BENCH_DIR")
	if root == "" {
		root = b.TempDir()
	}
	dir := filepath.Join(root, "public")
	save := func(b *testing.B, o *Output) Saved {
		saved, err := o.Save(dir, false, Basis{})
		if err != nil {
			b.Fatal(err)
		}
		return saved
	}
	version := 0
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			save(b, manyPages(b, version))
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			if saved := save(b, manyPages(b, version)); saved.Unchanged != benchFiles {
				b.Fatal(saved)
			}
		}
	})
	b.Run("one changed", func(b *testing.B) {
		for b.Loop() {
			version++
			if saved := save(b, manyPages(b, version)); saved.Written != 1 {
				b.Fatal(saved)
			}
		}
	})
}
