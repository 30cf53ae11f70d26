package diag

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func TestSARIFConformsToTheStandard(t *testing.T) {
	text, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := compiled(t, string(text))
	help := func(code string) (string, string) { return "about " + code, "# " + code + "\n\nMore." }
	conforms(t, schema, printed(t, Printer{}, SARIF))
	conforms(t, schema, printed(t, Printer{}, SARIF, mixed(t)...))
	conforms(t, schema, printed(t, Printer{Root: "content", Help: help}, SARIF, append(mixed(t), mixed(t)...)...))
}

func TestSARIFSaysAll(t *testing.T) {
	help := func(code string) (string, string) { return "about " + code, "# " + code }
	text := printed(t, Printer{Root: "content", Help: help}, SARIF, mixed(t)...)
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	same(t, "unicodeCodePoints", run.ColumnKind)
	var ids []string
	for i, r := range run.Tool.Driver.Rules {
		ids = append(ids, r.ID)
		same(t, "about "+r.ID, r.ShortDescription.Text)
		same(t, &sarifMessage{Text: "# " + r.ID, Markdown: "# " + r.ID}, r.Help)
		for _, result := range run.Results {
			same(t, result.RuleID == r.ID, result.RuleIndex == i)
		}
	}
	same(t, []string{"C01", "D01", "E02", "P03", "P06"}, ids)

	found := run.Results[1]
	same(t, sarifMessage{Text: "`12-8` descends: {{0}} | \"quoted\" <b>\nwrite 8-12\na range goes up\nHelp: did you mean `8-12`?"}, found.Message)
	where := sarifPlace{
		Artifact: sarifArtifact{URI: "content/programmes/a%20b%3A%2050%25.md"},
		Region:   sarifRegion{StartLine: 1, StartColumn: 7, EndLine: 1, EndColumn: 15, ByteOffset: 9, ByteLength: 8},
	}
	same(t, []sarifLocation{{Physical: &where, Message: &sarifMessage{Text: "write 8-12"}}}, found.Locations)
	same(t, []int{1, 2}, []int{found.Related[0].ID, found.Related[1].ID})
	same(t, 1, len(found.Fixes))
	same(t, []sarifReplacement{{
		Deleted:  sarifRegion{StartLine: 1, StartColumn: 11, EndLine: 1, EndColumn: 15, ByteOffset: 13, ByteLength: 4},
		Inserted: sarifContent{Text: "8-12"},
	}}, found.Fixes[0].Changes[0].Replacements)
	same(t, []sarifSuppression{}, found.Suppressions)
	same(t, "circuit", run.Results[3].Suppressions[0].Justification)
	same(t, []string{"warning", "error", "note", "warning", "error"}, levels(run.Results))
	if strings.Contains(text, "null") {
		t.Error("a null in SARIF")
	}
}

func TestSARIFRegionOfSeveralLines(t *testing.T) {
	at, _ := marked(t, "a.md", "é[[\nb]]")
	same(t, sarifRegion{StartLine: 1, StartColumn: 2, EndLine: 2, EndColumn: 2, ByteOffset: 2, ByteLength: 2}, region(at))
}

func levels(results []sarifResult) []string {
	return mapped(results, func(r sarifResult) string { return r.Level })
}

func TestURIs(t *testing.T) {
	for path, want := range map[string]string{
		"a/b.md": "content/a/b.md", "a b#c?.md": "content/a%20b%23c%3F.md", "名.md": "content/%E5%90%8D.md", "c:d": "content/c%3Ad",
	} {
		same(t, want, Printer{Root: `content\`}.uri(Span{File: NewFile(path, nil)}))
	}
	same(t, "c%3Ad.md", Printer{}.uri(Span{File: NewFile("c:d.md", nil)}))
}
