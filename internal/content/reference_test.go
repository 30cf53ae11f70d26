package content

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regimen/internal/figure"
	"regimen/internal/regimen"
)

// asking is a call that asks a mapping for a key, with the list of its words behind it
// where it has one; need takes several keys.
var asking = regexp.MustCompile(`\b[mco]\.(\w+)\("([a-z0-9-]+)"((?:, "[a-z0-9-]+")*)`)

// TestDocumentedKeys asks that docs/content.md name every key that decoding asks for, and
// every word of a closed list. The keys are read from the code, where each is named
// once: an empty file would not reach those of entries.
func TestDocumentedKeys(t *testing.T) {
	doc, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	due := append(keysInCode(t), keysOfFigures()...)
	slices.Sort(due)
	due = slices.Compact(due)
	if len(due) < 200 || !slices.Contains(due, "superseded-by") || !slices.Contains(due, "thursday") {
		t.Errorf("only %d keys and words were found in the code: %q", len(due), due)
	}
	for _, word := range due {
		if !strings.Contains(string(doc), "`"+word+"`") {
			t.Errorf("docs/content.md does not name `%s`", word)
		}
	}
}

func keysInCode(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	due := []string{"hold", "tempo", "effort"} // dose() walks them in a loop
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range asking.FindAllStringSubmatch(string(text), -1) {
			due = append(due, call[2])
			for _, word := range strings.Fields(strings.NewReplacer(",", " ", `"`, "").Replace(call[3])) {
				if call[1] == "need" {
					due = append(due, word)
				} else {
					due = append(due, regimen.Words(word)...)
				}
			}
		}
	}
	return due
}

func keysOfFigures() []string {
	words := figure.Words()
	keys := slices.Concat(words.Figure, words.Pose, words.Limb, words.View, words.Arrow)
	for _, thing := range words.Props {
		keys = append(keys, thing.Settings...)
	}
	var due []string
	for _, key := range keys {
		due = append(due, key.Name)
	}
	return due
}
