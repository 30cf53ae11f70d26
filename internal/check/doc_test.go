package check_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	reference "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/diag"
)

// A text's examples are txtar archives in fenced blocks, read over the small library
// of testdata/base.txtar. One under "## Fails" begins with the findings it must give,
// a line each:
//
//	CODE PATH LINE:COLUMN-COLUMN
//	CODE(CAUSE) PATH LINE:COLUMN-COLUMN
//
// The columns are the first character and the one behind the last; an end on another
// line is LINE:COLUMN too. Every error and warning must be
// listed, and of the infos those of the text's own code. One under
// "## Passes" gives nothing. In a block marked "txtar escaped" odd characters are
// written as in Go: \x00, \u00a0, \r, \t.
var (
	block   = regexp.MustCompile("(?ms)^```txtar( escaped)?\n(.*?)^```$")
	escapes = regexp.MustCompile(`\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|[rt])`)
)

// parts are the headings of a text, in order.
var parts = []string{"Why", "How to mend it", "Fails", "Passes"}

func TestExamples(t *testing.T) {
	for _, doc := range check.Docs() {
		t.Run(doc.Code, func(t *testing.T) {
			part := sections(doc.Text)
			fails, passes := examples(t, part["Fails"]), examples(t, part["Passes"])
			if len(fails) == 0 || len(passes) == 0 {
				t.Fatalf("%s needs an example that fails and one that passes", doc.Code)
			}
			for _, example := range fails {
				want := strings.Split(strings.TrimSpace(string(example.Comment)), "\n")
				if !slices.ContainsFunc(want, func(line string) bool { return speaksOf(line, doc.Code) }) {
					t.Errorf("the failing example of %s does not expect %s", doc.Code, doc.Code)
				}
				compare(t, doc.Code, example, want)
			}
			for _, example := range passes {
				compare(t, doc.Code, example, nil)
			}
		})
	}
}

// TestEveryRuleHasText asks that code and name agree between rule and text, and that
// no text is left without a rule.
func TestEveryRuleHasText(t *testing.T) {
	want := map[string]string{}
	for _, r := range check.Findings() {
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

// TestTextsHaveEveryPart asks for the same parts in the same order in every text, none
// of them empty.
func TestTextsHaveEveryPart(t *testing.T) {
	for _, doc := range check.Docs() {
		part := sections(doc.Text)
		if !slices.Equal(headings(doc.Text), append([]string{doc.Code + " " + doc.Name}, parts...)) {
			t.Errorf("doc/%s.md has the headings %q", doc.Code, headings(doc.Text))
		}
		for _, title := range append([]string{doc.Code + " " + doc.Name}, parts...) {
			if strings.TrimSpace(part[title]) == "" {
				t.Errorf("doc/%s.md says nothing under %q", doc.Code, title)
			}
		}
	}
}

// leaked are words of Go and YAML that no author should have to know, and words that
// regimen never uses: nothing is called invalid, and nothing is called safe.
var leaked = regexp.MustCompile(`(?i)!!|\b(?:structs?|unmarshal\w*|scalars?|mappings?|nil|null|yaml|invalid|safe|safer|safely)\b`)

func TestTextsLeakNothing(t *testing.T) {
	for _, doc := range check.Docs() {
		if word := leaked.FindString(doc.Text); word != "" {
			t.Errorf("doc/%s.md says %q", doc.Code, word)
		}
	}
}

// speaksOf reports whether a line lists the code, as the finding's own or its cause.
func speaksOf(line, code string) bool {
	listed, _, _ := strings.Cut(line, " ")
	own, cause, _ := strings.Cut(strings.TrimSuffix(listed, ")"), "(")
	return own == code || cause == code
}

// lines walks the lines of a text and tells whether each stands in a fenced block.
func lines(text string, visit func(line string, fenced bool)) {
	fenced := false
	for line := range strings.Lines(text) {
		fence := strings.HasPrefix(line, "```")
		visit(line, fenced || fence)
		if fence {
			fenced = !fenced
		}
	}
}

// heading is the title of a level-1 or level-2 heading outside the examples.
func heading(line string, fenced bool) (string, bool) {
	mark, title, _ := strings.Cut(strings.TrimSpace(line), " ")
	return title, !fenced && (mark == "#" || mark == "##")
}

func headings(text string) []string {
	var titles []string
	lines(text, func(line string, fenced bool) {
		if title, ok := heading(line, fenced); ok {
			titles = append(titles, title)
		}
	})
	return titles
}

// sections is the text under each heading.
func sections(text string) map[string]string {
	part, under := map[string]string{}, ""
	lines(text, func(line string, fenced bool) {
		if title, ok := heading(line, fenced); ok {
			under = title
		} else {
			part[under] += line
		}
	})
	return part
}

func examples(t *testing.T, section string) []*txtar.Archive {
	t.Helper()
	var out []*txtar.Archive
	for _, m := range block.FindAllStringSubmatch(section, -1) {
		archive := txtar.Parse([]byte(m[2]))
		for i := range archive.Files {
			if m[1] != "" {
				archive.Files[i].Data = escapes.ReplaceAllFunc(archive.Files[i].Data, func(escape []byte) []byte {
					meant, err := strconv.Unquote(`"` + string(escape) + `"`)
					if err != nil {
						t.Fatal(err)
					}
					return []byte(meant)
				})
			}
		}
		out = append(out, archive)
	}
	return out
}

// twins are the ways in which a file may be stored; none of them moves a finding.
var twins = map[string]func([]byte) []byte{
	"as it stands": func(text []byte) []byte { return text },
	"CRLF": func(text []byte) []byte {
		return []byte(strings.ReplaceAll(string(text), "\n", "\r\n"))
	},
	"byte-order mark": func(text []byte) []byte { return append([]byte("\ufeff"), text...) },
}

// compare runs an example, stored in each way, against the findings that it lists.
func compare(t *testing.T, code string, example *txtar.Archive, want []string) {
	t.Helper()
	for stored, change := range twins {
		var got []string
		for _, d := range findings(t, example, change) {
			if d.Severity == diag.Info && d.Code != code {
				continue
			}
			got = append(got, line(d))
			if word := leaked.FindString(d.Message + d.Help); word != "" {
				t.Errorf("%s says %q: %s", d.Code, word, d.Message)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s, found:\n  %s\nwant:\n  %s", stored, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
		}
	}
}

// findings reads an example over the small library.
func findings(t *testing.T, example *txtar.Archive, change func([]byte) []byte) diag.List {
	t.Helper()
	folder := fstest.MapFS{}
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, archive := range []*txtar.Archive{base, example} {
		for _, f := range archive.Files {
			folder[f.Name] = &fstest.MapFile{Data: change(f.Data)}
		}
	}
	lib, found, err := content.Load(fs.FS(folder), reference.FS)
	if err != nil {
		t.Fatal(err)
	}
	found = check.Silence(lib, append(found, check.Run(lib, examplesDay)...), examplesDay)
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Silenced != nil })
}

// examplesDay is the day on which the examples are read, for what expires.
var examplesDay = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

func line(d diag.Diagnostic) string {
	code := d.Code
	if d.Cause != "" {
		code += "(" + d.Cause + ")"
	}
	start, end := diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}
	if d.At.File != nil {
		start, end = d.At.File.Position(int(d.At.Start)), d.At.File.Position(int(d.At.End))
	}
	if start.Line != end.Line {
		return fmt.Sprintf("%s %s %d:%d-%d:%d", code, d.At.Path(), start.Line, start.Column, end.Line, end.Column)
	}
	return fmt.Sprintf("%s %s %d:%d-%d", code, d.At.Path(), start.Line, start.Column, end.Column)
}
