package check_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
)

// A text's examples are txtar archives in fenced blocks. One under "## Fails" begins
// with the findings it must give, a line each: CODE PATH LINE:COLUMN-COLUMN, the
// columns being the first and the one behind the last character. Everything that is
// found must be listed. One under "## Passes" gives nothing.
var block = regexp.MustCompile("(?s)\n```txtar\n(.*?)\n```")

func TestExamples(t *testing.T) {
	for _, doc := range check.Docs() {
		t.Run(doc.Code, func(t *testing.T) {
			fails, passes := examples(doc.Text, "Fails"), examples(doc.Text, "Passes")
			if len(fails) == 0 || len(passes) == 0 {
				t.Fatalf("%s needs an example that fails and one that passes", doc.Code)
			}
			for _, example := range fails {
				want := strings.Split(strings.TrimSpace(string(example.Comment)), "\n")
				if !slices.ContainsFunc(want, func(line string) bool { return strings.HasPrefix(line, doc.Code+" ") }) {
					t.Errorf("the failing example of %s does not expect %s", doc.Code, doc.Code)
				}
				compare(t, findings(t, example, nil), want)
				compare(t, findings(t, example, crlf), want)
				compare(t, findings(t, example, byteOrderMark), want)
			}
			for _, example := range passes {
				compare(t, findings(t, example, nil), nil)
			}
		})
	}
}

// TestEveryRuleHasText asks that code and name agree between rule and text, and that
// no text is left without a rule.
func TestEveryRuleHasText(t *testing.T) {
	want := map[string]string{}
	for _, r := range content.Rules() {
		want[r.Code] = r.Name
	}
	for _, r := range check.Rules() {
		want[r.Code] = r.Name
	}
	for _, doc := range check.Docs() {
		if want[doc.Code] != doc.Name {
			t.Errorf("doc/%s.md calls it %q; the rule is %q", doc.Code, doc.Name, want[doc.Code])
		}
		delete(want, doc.Code)
	}
	for code := range want {
		t.Errorf("there is no doc/%s.md", code)
	}
}

func examples(text, heading string) []*txtar.Archive {
	_, part, found := strings.Cut(text, "\n## "+heading+"\n")
	if !found {
		return nil
	}
	part, _, _ = strings.Cut(part, "\n## ")
	var out []*txtar.Archive
	for _, m := range block.FindAllStringSubmatch("\n"+part, -1) {
		out = append(out, txtar.Parse([]byte(m[1]+"\n")))
	}
	return out
}

func crlf(text []byte) []byte {
	return []byte(strings.ReplaceAll(string(text), "\n", "\r\n"))
}

func byteOrderMark(text []byte) []byte { return append([]byte("\ufeff"), text...) }

// findings reads an example over the small library of testdata/base.txtar.
func findings(t *testing.T, example *txtar.Archive, change func([]byte) []byte) []string {
	t.Helper()
	folder := fstest.MapFS{}
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, archive := range []*txtar.Archive{base, example} {
		for _, f := range archive.Files {
			text := f.Data
			if change != nil && strings.HasSuffix(f.Name, ".md") {
				text = change(text)
			}
			folder[f.Name] = &fstest.MapFile{Data: text}
		}
	}
	lib, found, err := content.Load(fs.FS(folder), reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	found = append(found, check.Run(lib)...)
	found.Sort()
	var lines []string
	for _, d := range found {
		lines = append(lines, line(d))
	}
	return lines
}

func line(d diag.Diagnostic) string {
	start, end := diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}
	if d.At.File != nil {
		start, end = d.At.File.Position(d.At.Start), d.At.File.Position(d.At.End)
	}
	if start.Line != end.Line {
		return fmt.Sprintf("%s %s %d:%d-%d:%d", d.Code, d.At.Path(), start.Line, start.Column, end.Line, end.Column)
	}
	return fmt.Sprintf("%s %s %d:%d-%d", d.Code, d.At.Path(), start.Line, start.Column, end.Column)
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("found:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}
