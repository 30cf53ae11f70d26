package bench

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// productGOGC is the setting of the garbage collector that the program gives itself,
// read from the one call of debug.SetGCPercent in its source; 0 where there is none.
// The floor must run with the same.
func productGOGC(dir string) (int, error) {
	var found []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil || !bytes.Contains(text, []byte("debug.SetGCPercent(")) {
			return err
		}
		values, err := gcPercents(name, text)
		found = append(found, values...)
		return err
	})
	switch {
	case err != nil:
		return 0, err
	case len(found) == 0:
		return 0, nil
	case len(found) > 1:
		return 0, fmt.Errorf("debug.SetGCPercent is called %d times, and the floor can follow one", len(found))
	}
	return strconv.Atoi(strings.ReplaceAll(found[0], "_", ""))
}

// gcPercents lists what a file calls debug.SetGCPercent with: numbers, or constants of
// the file in their place.
func gcPercents(name string, text []byte) ([]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
	if err != nil {
		return nil, err
	}
	constants, out := map[string]string{}, []string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Names) == len(spec.Values) {
			for i, value := range spec.Values {
				if number, ok := value.(*ast.BasicLit); ok {
					constants[spec.Names[i].Name] = number.Value
				}
			}
		}
		return true
	})
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return true
		}
		if of, ok := call.Fun.(*ast.SelectorExpr); !ok || of.Sel.Name != "SetGCPercent" {
			return true
		}
		switch value := call.Args[0].(type) {
		case *ast.BasicLit:
			out = append(out, value.Value)
		case *ast.Ident:
			out = append(out, constants[value.Name])
		default:
			out = append(out, "")
		}
		return true
	})
	return out, nil
}

func TestProductGOGC(t *testing.T) {
	for _, c := range []struct {
		body string
		want int
		ok   bool
	}{
		{"", 0, true},
		{"func main() { debug.SetGCPercent(400) }", 400, true},
		{"const gcPercent = 1_200\nfunc main() { debug.SetGCPercent(gcPercent) }", 1200, true},
		{"func main() { debug.SetGCPercent(100); debug.SetGCPercent(200) }", 0, false},
		{"func main() { debug.SetGCPercent(setting()) }", 0, false},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte("package main\n"+c.body), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := productGOGC(dir); got != c.want || (err == nil) != c.ok {
			t.Errorf("%s: %d, %v", c.body, got, err)
		}
	}
	if _, err := productGOGC("../../cmd/regimen"); err != nil {
		t.Errorf("the program's own setting: %v", err)
	}
}
