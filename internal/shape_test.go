package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors says how high each package stands. A package imports only from lower
// floors; packages of one floor never import each other.
var floors = map[string]int{
	"diag": 0, "dose": 0, "words": 0, "browser": 0, "memory": 0, "parallel": 0,
	"markdown": 1, "source": 1, "figure": 1, "template": 1, "muscle": 1,
	"regimen": 2,
	"suit":    3, "content": 3,
	"check": 4, "site": 4, "schema": 4,
	"serve": 5, "lsp": 5,
	"bench": 6,
}

// contents are packages that hold files and no logic: any package may embed them,
// except those that must not know the reference site's values.
var contents = map[string]bool{"regimen/content": true, "regimen/templates": true, "regimen/static": true, "regimen/docs": true, "regimen/starters": true}

func TestFloors(t *testing.T) {
	for file, imports := range sources(t, "..") {
		from, internal := packageOf(file)
		for _, imported := range imports {
			to, ok := strings.CutPrefix(imported, "regimen/internal/")
			if !ok || !internal {
				continue
			}
			low, known := floors[to]
			if !known {
				t.Errorf("%s imports %s, which stands on no floor: add it to floors", file, imported)
			}
			if high, known := floors[from]; !known {
				t.Errorf("%s: package %s stands on no floor", file, from)
			} else if low >= high {
				t.Errorf("%s: %s (floor %d) imports %s (floor %d)", file, from, high, to, low)
			}
		}
	}
}

// TestOneImporter asks that each third-party package is imported, outside tests, by
// one package of ours.
func TestOneImporter(t *testing.T) {
	importers := map[string]map[string]bool{}
	for file, imports := range sources(t, "..") {
		for _, imported := range imports {
			first, _, _ := strings.Cut(imported, "/")
			if !strings.Contains(first, ".") {
				continue
			}
			if importers[imported] == nil {
				importers[imported] = map[string]bool{}
			}
			importers[imported][path.Dir(file)] = true
		}
	}
	for imported, by := range importers {
		if len(by) > 1 {
			t.Errorf("%s is imported by %v: one package should own it", imported, by)
		}
	}
}

// TestRootsHoldFiles asks that content, templates and static know nothing of the code.
func TestRootsHoldFiles(t *testing.T) {
	for file, imports := range sources(t, "..") {
		top, _, _ := strings.Cut(file, "/")
		if !contents["regimen/"+top] {
			continue
		}
		for _, imported := range imports {
			if imported != "embed" {
				t.Errorf("%s imports %s", file, imported)
			}
		}
	}
}

func packageOf(file string) (name string, internal bool) {
	rest, ok := strings.CutPrefix(file, "internal/")
	if !ok {
		return "", false
	}
	return path.Dir(rest), true
}

// sources lists the imports of every Go file by path from the module's root.
func sources(t *testing.T, root string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	set := token.NewFileSet()
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != root || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(set, name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		key := filepath.ToSlash(rel)
		out[key] = nil
		for _, spec := range parsed.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			out[key] = append(out[key], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("no Go files found")
	}
	return out
}
