package content

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"regimen/internal/figure"
	"regimen/internal/regimen"
)

// TestReference asks that docs/content.md name every key that decoding asks for, and
// every word of a closed list. The keys are read from the code, where each is a literal
// and named once: an empty file would not reach those of entries.
func TestReference(t *testing.T) {
	doc, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	due := []string{"hold", "tempo", "effort"} // dose() walks them in a loop
	for key := range literals(t, "key", "keys") {
		due = append(due, key)
	}
	if len(due) < 150 || !slices.Contains(due, "tolerates") || !slices.Contains(due, "superseded-by") {
		t.Errorf("only %d keys were found in the code: %q", len(due), due)
	}
	for list := range literals(t, "list") {
		due = append(due, regimen.Words(list)...)
	}
	notation := figure.Words()
	groups := [][]figure.Key{notation.Figure, notation.Pose, notation.Limb, notation.View, notation.Arrow}
	for _, thing := range notation.Props {
		groups = append(groups, thing.Settings)
	}
	for _, key := range slices.Concat(groups...) {
		due = append(due, key.Name)
	}
	slices.Sort(due)
	for _, word := range slices.Compact(due) {
		if !strings.Contains(string(doc), "`"+word+"`") {
			t.Errorf("docs/content.md does not name `%s`", word)
		}
	}
}

// literals collects the texts that a mapping's methods are given for a parameter.
func literals(t *testing.T, parameters ...string) map[string]bool {
	t.Helper()
	packages, err := parser.ParseDir(token.NewFileSet(), ".", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	place, found := map[string]int{}, map[string]bool{} // place: of the parameter, by method
	note := func(n ast.Node) bool {
		if f, ok := n.(*ast.FuncDecl); ok && f.Recv != nil && f.Recv.List[0].Names[0].Name == "m" {
			at := 0
			for _, field := range f.Type.Params.List {
				for _, name := range field.Names {
					if slices.Contains(parameters, name.Name) {
						place[f.Name.Name] = at
					}
					at++
				}
			}
		}
		return true
	}
	gather := func(n ast.Node) bool {
		call, _ := n.(*ast.CallExpr)
		if call == nil {
			return true
		}
		method, _ := call.Fun.(*ast.SelectorExpr)
		if method == nil {
			return true
		}
		on, _ := method.X.(*ast.Ident)
		at, takes := place[method.Sel.Name]
		if on == nil || on.Name == "d" || on.Name == "r" || !takes || at >= len(call.Args) {
			return true
		}
		last := at + 1
		if method.Sel.Name == "need" {
			last = len(call.Args)
		}
		for _, arg := range call.Args[at:last] {
			if text, ok := arg.(*ast.BasicLit); ok {
				found[strings.Trim(text.Value, `"`)] = true
			}
		}
		return true
	}
	ast.Inspect(packages["content"], note)
	ast.Inspect(packages["content"], gather)
	return found
}
