package bench

import (
	"io/fs"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	builtin "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
)

const small = 60

func TestGenerateIsDeterministic(t *testing.T) {
	first, second := files(t, generate(t)), files(t, generate(t))
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
}

func TestGenerateIsClean(t *testing.T) {
	lib, found, err := content.Load(os.DirFS(generate(t)), builtin.FS)
	if err != nil {
		t.Fatal(err)
	}
	found = append(found, check.Run(lib, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))...)
	for _, d := range found {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s: %s", d.At.File.Path, d.Code, d.Message)
		}
	}
	if len(lib.Exercises) != small || len(lib.Programmes) != small/10 {
		t.Errorf("%d exercises and %d programmes", len(lib.Exercises), len(lib.Programmes))
	}
}

// TestNamesAreDistinct makes the names of the largest corpus, without its files.
func TestNamesAreDistinct(t *testing.T) {
	for kind, name := range map[string]func(int) string{
		"exercises":  func(i int) string { return exerciseAt(i).id() },
		"programmes": programmeTitle,
		"guides":     guideTitle,
	} {
		taken := map[string]int{}
		for i := range map[string]int{"exercises": most, "programmes": most / 10, "guides": most / 50}[kind] {
			if first, ok := taken[name(i)]; ok {
				t.Fatalf("%s: %d and %d are both called %s", kind, first, i, name(i))
			}
			taken[name(i)] = i
		}
	}
}

func TestGenerateRefusesSizes(t *testing.T) {
	for _, n := range []int{0, fewest - 1, most + 1} {
		if err := Generate(t.TempDir(), n); err == nil {
			t.Errorf("%d exercises were generated", n)
		}
	}
}

func generate(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := Generate(dir, small); err != nil {
		t.Fatal(err)
	}
	return dir
}

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	folder := os.DirFS(dir)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(folder, name)
		out[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
