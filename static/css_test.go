package static_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	comment     = regexp.MustCompile(`(?s)/\*.*?\*/`)
	declaration = regexp.MustCompile(`([\w-]+)\s*:\s*([^;{}]+)[;}]`)
	side        = regexp.MustCompile(`(?:^|-)(?:left|right)(?:-|$)`)
	bySide      = regexp.MustCompile(`^(?:text-align|float|clear)$`)
	fourSides   = regexp.MustCompile(`^(?:inset|margin|padding|scroll-margin|scroll-padding)$`)
)

// TestDirections asks that no style sheet knows left from right: languages that are
// written from right to left read the same sheets.
func TestDirections(t *testing.T) {
	declarations := 0
	err := fs.WalkDir(os.DirFS("css"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".css" {
			return err
		}
		text, err := os.ReadFile(path.Join("css", name))
		for _, m := range declaration.FindAllStringSubmatch(comment.ReplaceAllString(string(text), ""), -1) {
			declarations++
			if physical(m[1], strings.TrimSpace(m[2])) {
				t.Errorf("css/%s: `%s: %s` has a left and a right; say inline-start and inline-end", name, m[1], m[2])
			}
		}
		return err
	})
	if err != nil || declarations < 500 {
		t.Errorf("%d declarations, %v", declarations, err)
	}
	for _, wrong := range [][2]string{{"margin-left", "0"}, {"left", "0"}, {"text-align", "right"}, {"inset", "0 auto auto calc(1px + 2px)"}} {
		if !physical(wrong[0], wrong[1]) {
			t.Errorf("%v passes", wrong)
		}
	}
}

func physical(property, value string) bool {
	if side.MatchString(property) || bySide.MatchString(property) && side.MatchString(value) {
		return true
	}
	sides := parts(value)
	return fourSides.MatchString(property) && len(sides) == 4 && sides[1] != sides[3]
}

// parts splits a value at the spaces outside of brackets.
func parts(value string) []string {
	var out []string
	depth, start := 0, 0
	for i, r := range value + " " {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ' ' && depth == 0:
			if i > start {
				out = append(out, value[start:i])
			}
			start = i + 1
		}
	}
	return out
}
