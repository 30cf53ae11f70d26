package site_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/site"
	"regimen/static"
	"regimen/templates"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// build plans the site of a content folder that must be clean.
func build(t *testing.T, folder fs.FS, base string) *site.Output {
	t.Helper()
	lib, found, err := content.Load(folder, reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	if found = append(found, check.Run(lib, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))...); found.Failed() {
		for _, d := range found {
			t.Errorf("%s: %s %s", d.At.Path(), d.Code, d.Message)
		}
		t.FailNow()
	}
	out, err := site.Build(lib, found, site.Options{BaseURL: base, Templates: templates.FS, Static: static.FS, Media: folder})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// small is a site with one of each kind of page.
func small(t *testing.T) fs.FS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/small.txtar")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func render(t *testing.T, out *site.Output, name string) string {
	t.Helper()
	text, err := out.Render(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestGolden compares every page of a small site with how it was when somebody last
// looked at it. `go test ./internal/site -update` writes them anew.
func TestGolden(t *testing.T) {
	out := build(t, small(t), "https://example.org/small/")
	seen := map[string]bool{}
	for _, name := range out.Paths() {
		if slices.Contains([]string{".css", ".js", ".svg", ".png"}, path.Ext(name)) || strings.HasSuffix(name, ".schema.json") || name == "sw.js" {
			continue
		}
		seen[name] = true
		got := render(t, out, name)
		file := filepath.Join("testdata", "golden", filepath.FromSlash(name))
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%v (run with -update, then look at the page)", err)
			continue
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for _, name := range goldenFiles(t) {
		if !seen[name] {
			t.Errorf("testdata/golden/%s is no page any more", name)
		}
	}
}

func goldenFiles(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS("testdata/golden"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

var (
	address = regexp.MustCompile(`(?:href|src)="([^"]+)"`)
	anchor  = regexp.MustCompile(`\bid="([^"]+)"`)
)

// TestLinks follows every link: each must lead to a page of the site and to an anchor
// that the page has once, and only the page for what is not found may lead from the top.
func TestLinks(t *testing.T) {
	if n := followLinks(t, build(t, reference.FS, "")); n < 1000 {
		t.Errorf("only %d links of the reference site were followed", n)
	}
	if n := followLinks(t, build(t, small(t), "")); n < 100 {
		t.Errorf("only %d links of the small site were followed", n)
	}
}

func followLinks(t *testing.T, out *site.Output) (followed int) {
	t.Helper()
	anchors := map[string]map[string]bool{}
	for _, name := range out.Paths() {
		anchors[name] = map[string]bool{}
		for _, m := range anchor.FindAllStringSubmatch(pageText(t, out, name), -1) {
			if anchors[name][m[1]] {
				t.Errorf("%s has the id %s twice", name, m[1])
			}
			anchors[name][m[1]] = true
		}
	}
	for name := range anchors {
		for _, m := range address.FindAllStringSubmatch(pageText(t, out, name), -1) {
			to := m[1]
			if strings.Contains(to, ":") {
				continue
			}
			followed++
			file, id, _ := strings.Cut(to, "#")
			file, _, _ = strings.Cut(file, "?")
			target := name
			if strings.HasPrefix(file, "/") {
				if target = file[1:]; name != "404.html" {
					t.Errorf("%s leads to %s from the top", name, to)
				}
			} else if file != "" {
				target = path.Join(path.Dir(name), file)
			}
			if known, ok := anchors[target]; !ok {
				t.Errorf("%s leads to %s, which is no page", name, to)
			} else if id != "" && !known[id] {
				t.Errorf("%s leads to %s, which has no such anchor", name, to)
			}
		}
	}
	return followed
}

func pageText(t *testing.T, out *site.Output, name string) string {
	t.Helper()
	if path.Ext(name) != ".html" {
		return ""
	}
	return render(t, out, name)
}

// TestLibraryData validates the published data against the published schema.
func TestLibraryData(t *testing.T) {
	for name, folder := range map[string]fs.FS{"the reference site": reference.FS, "a small site": small(t)} {
		out := build(t, folder, "https://example.org")
		schemaText, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, out, "data/library.schema.json")))
		if err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource("library.schema.json", schemaText); err != nil {
			t.Fatal(err)
		}
		schema, err := compiler.Compile("library.schema.json")
		if err != nil {
			t.Fatal(err)
		}
		data, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, out, "data/library.json")))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReferenceSessions compares every row of sessions A and B, and the estimates,
// with the facts.
func TestReferenceSessions(t *testing.T) {
	var library struct {
		Exercises  []struct{ ID string }
		Programmes []struct {
			ID       string
			Schedule struct{ Cycle [][]string }
			Sessions []struct {
				ID       string
				Estimate struct{ Min, Max float64 } `json:"estimate_s"`
				Rows     []struct {
					Exercise, Role string
					Dose           struct{ Canonical string }
				} `json:"exercises"`
			}
		}
	}
	text := render(t, build(t, reference.FS, ""), "data/library.json")
	if err := json.NewDecoder(bytes.NewReader([]byte(text))).Decode(&library); err != nil {
		t.Fatal(err)
	}
	if len(library.Exercises) != 34 {
		t.Errorf("%d exercises, want 34", len(library.Exercises))
	}
	p := library.Programmes[0]
	if diff := cmp.Diff([][]string{{"a", "b", "a"}, {"b", "a", "b"}}, p.Schedule.Cycle); diff != "" {
		t.Errorf("the calendar: %s", diff)
	}
	var got []string
	for _, s := range p.Sessions {
		got = append(got, strings.Join([]string{"session", s.ID, number(s.Estimate.Min), number(s.Estimate.Max)}, " "))
		for _, r := range s.Rows {
			got = append(got, r.Exercise+" | "+r.Role+" | "+r.Dose.Canonical)
		}
	}
	want := []string{
		"session a 1887 2088",
		"cat-cow | warm-up | 2 x 10 cycles",
		"dead-bug | core | 3 x 8-10 each side, rest 45 s",
		"glute-bridge | main | 3 x 12-15, rest 60 s",
		"goblet-squat | main | 3 x 10-12, rest 90 s",
		"bird-dog | core | 3 x 8-10 each side, rest 45 s",
		"clamshell | main | 2 x 15 each side, rest 45 s",
		"90-90-hip-stretch | mobility | 2 x 30-45 s each side",
		"session b 2122 2328",
		"thoracic-rotation | warm-up | 2 x 10 each side",
		"pallof-press | activation | 3 x 10 each side, rest 60 s",
		"hip-thrust | main | 3 x 10-12, rest 90 s",
		"trap-bar-deadlift | main | 3 x 8-10, rest 2 min",
		"face-pull | main | 3 x 15, rest 60 s",
		"farmer-carry | carry | 3 x 30-40 m, rest 90 s",
		"plank | core | 2-3 x 20-45 s, rest 45 s",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func number(v float64) string {
	text, _ := json.Marshal(v)
	return string(text)
}
