//go:build linux || darwin

package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"go.yaml.in/yaml/v4"

	"regimen/internal/memory"
	"regimen/internal/parallel"
)

// floorJob is in the environment of the process that does the floor's work.
const floorJob = "REGIMEN_BENCH_FLOOR"

// job is what the floor is told: the sources, the site that regimen made of them, and
// where to write it again.
type job struct{ Content, Site, Out string }

// spent is what a stretch of work took.
type spent struct{ Wall, CPU time.Duration }

func TestMain(m *testing.M) {
	if task := os.Getenv(floorJob); task != "" {
		if err := floor(task); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// floor does the least that any generator must: it reads each source, decodes its
// YAML to nodes, converts its Markdown, and writes the very bytes regimen wrote. Those
// are loaded before the clock starts. It prints what it spent.
func floor(task string) error {
	var j job
	if err := json.Unmarshal([]byte(task), &j); err != nil {
		return err
	}
	memory.Short()
	sources, err := walk(j.Content)
	if err != nil {
		return err
	}
	pages, err := load(j.Site)
	if err != nil {
		return err
	}
	runtime.GC()
	wall, cpu := time.Now(), processor()
	if err := work(sources, pages, j.Out); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(spent{time.Since(wall), processor() - cpu})
}

type page struct {
	name string
	body []byte
}

func work(sources []string, pages []page, out string) error {
	md := goldmark.New(goldmark.WithExtensions(extension.Table))
	err := parallel.Do(len(sources), func(i int) error { return convert(md, sources[i]) })
	if err != nil {
		return err
	}
	made := map[string]bool{}
	for _, p := range pages {
		if dir := filepath.Join(out, filepath.Dir(p.name)); !made[dir] {
			made[dir] = true
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
		}
	}
	return parallel.Do(len(pages), func(i int) error {
		return os.WriteFile(filepath.Join(out, pages[i].name), pages[i].body, 0o644)
	})
}

func convert(md goldmark.Markdown, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	facts, body, found := bytes.Cut(bytes.TrimPrefix(text, []byte("---\n")), []byte("\n---\n"))
	if !found {
		return fmt.Errorf("%s: no frontmatter", name)
	}
	var node yaml.Node
	if err := yaml.Load(facts, &node); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var html bytes.Buffer
	return md.Convert(body, &html)
}

func walk(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(name) == ".md" {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

func load(dir string) ([]page, error) {
	var pages []page
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		pages = append(pages, page{rel, body})
		return err
	})
	return pages, err
}

// processor is the processor time of this process so far.
func processor() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
