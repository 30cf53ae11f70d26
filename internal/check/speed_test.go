package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	reference "regimen/content"
	"regimen/internal/bench"
	"regimen/internal/content"
)

// BenchmarkRules times every rule over 10,000 exercises and 1,000 programmes, all at
// once and each by itself: `go test -run '^$' -bench Rules ./internal/check`.
func BenchmarkRules(b *testing.B) {
	lib, _, err := content.Load(os.DirFS(large(b)), reference.FS)
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
			shared := newLibrary(lib, newLookup(lib), easyNames(lib), time.Time{})
			for b.Loop() {
				rule.run(shared, 0, nil)
			}
		})
	}
}

// BenchmarkEdit times reading and checking after one edit of the same library.
func BenchmarkEdit(b *testing.B) {
	dir := large(b)
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	reader, checker := content.NewReader(reference.FS), &Checker{}
	lib, found, err := reader.Load(root.FS())
	if err != nil {
		b.Fatal(err)
	}
	checker.Check(lib, found, time.Time{})
	exercise, programme := lib.Exercises[700].File.Path, lib.Programmes[700].File.Path
	for _, edit := range []struct {
		name, path string
		change     func(text string, i int) string
	}{
		{"the text of an exercise", exercise, func(text string, i int) string { return text + "\n- Breathe.\n" }},
		{"the title of an exercise", exercise, func(text string, i int) string {
			return strings.Replace(text, "title: ", fmt.Sprintf("title: N%d ", i), 1)
		}},
		{"the demands of an exercise", exercise, func(text string, i int) string {
			return strings.Replace(text, "stressors: {", fmt.Sprintf("stressors: {grip: %d, ", i%3), 1)
		}},
		{"a dose of a programme", programme, func(text string, i int) string {
			return strings.Replace(text, "dose: ", fmt.Sprintf("dose: %d", i%2+1), 1)
		}},
		{"a new exercise", "exercises/new.md", func(text string, i int) string { return fmt.Sprintf("---\ntitle: N%d\n---\n", i) }},
	} {
		b.Run(edit.name, func(b *testing.B) {
			name := filepath.Join(dir, edit.path)
			text, _ := os.ReadFile(name)
			var reading, checking time.Duration
			for i := range b.N {
				if err := os.WriteFile(name, []byte(edit.change(string(text), i)), 0o644); err != nil {
					b.Fatal(err)
				}
				began := time.Now()
				lib, found, err := reader.Reload(root.FS(), []string{edit.path})
				if err != nil {
					b.Fatal(err)
				}
				read := time.Now()
				checker.Check(lib, found, time.Time{})
				reading, checking = reading+read.Sub(began), checking+time.Since(read)
			}
			b.ReportMetric(float64(reading.Microseconds())/float64(b.N)/1000, "ms-reading")
			b.ReportMetric(float64(checking.Microseconds())/float64(b.N)/1000, "ms-checking")
		})
	}
}

// large is a folder of 10,000 exercises.
func large(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	if err := bench.Generate(dir, 10_000); err != nil {
		b.Fatal(err)
	}
	return dir
}
