package diag

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestGitHubEscapes(t *testing.T) {
	got := printed(t, Printer{Root: "content"}, GitHub, mixed(t)[0])
	same(t, "::error file=content/programmes/a b%3A 50%25.md,line=1,endLine=1,col=7,endColumn=15,title=P03 descending-range"+
		"::`12-8` descends: {0} | \"quoted\" <b>%0Awrite 8-12%0Aa range goes up%0AHelp: did you mean `8-12`?\n", got)
	at, _ := marked(t, "a,b.md", "[[x\ny]]")
	got = printed(t, Printer{}, GitHub, Diagnostic{Code: "D02", Severity: Info, Message: "100%\r", At: at})
	same(t, "::notice file=a%2Cb.md,line=1,endLine=2,title=D02::100%25%0D\n", got)
	same(t, "::warning title=D01 encoding::no file at all\n", printed(t, Printer{}, GitHub, mixed(t)[4]))
}

func TestGitHubPrintsTheWorstTen(t *testing.T) {
	list := mixed(t)
	for i := range 12 {
		list = append(list, Diagnostic{Code: "W01", Severity: Warning, Message: fmt.Sprintf("warning %02d", i)})
	}
	var summary strings.Builder
	lines := strings.Split(printed(t, Printer{StepSummary: &summary}, GitHub, list...), "\n")
	same(t, 12, len(lines))
	for i, line := range lines[:10] {
		if strings.HasPrefix(line, "::error ") != (i < 2) || strings.HasPrefix(line, "::warning ") != (i >= 2) {
			t.Errorf("line %d: %s", i, line)
		}
	}
	same(t, "6 more findings not annotated: the step summary has them all", lines[10])
	same(t, 17, strings.Count(summary.String(), "\n| ")-2)
	if alone := printed(t, Printer{}, GitHub, list[:16]...); !strings.Contains(alone, "5 more findings not annotated: regimen check prints them all\n") {
		t.Error(alone)
	}
}

func TestStepSummary(t *testing.T) {
	var summary strings.Builder
	printed(t, Printer{StepSummary: &summary, Root: "content"}, GitHub, mixed(t)[0], mixed(t)[1])
	same(t, "### regimen: 1 error\n\n"+
		"| severity | place | code | message |\n| --- | --- | --- | --- |\n"+
		"| error | content/programmes/a b: 50%.md:1:7 | P03 | `12-8` descends: {0} \\| \"quoted\" \\<b\\><br>write 8-12<br>a range goes up<br>Help: did you mean `8-12`? |\n"+
		"| warning, silenced | content/programmes/a b: 50%.md:2:1 | P06 | no rest is stated<br>silenced at programmes/a b: 50%.md:2 by A. Nurse (physiotherapist) on 2026-11-01 until 2027-11-01: circuit |\n",
		summary.String())
	summary.Reset()
	printed(t, Printer{StepSummary: &summary, Root: "content", Edit: "https://github.com/ann/site/edit/main"}, GitHub, mixed(t)[0])
	if due := "[content/programmes/a b: 50%.md:1:7](https://github.com/ann/site/edit/main/content/programmes/a%20b:%2050%25.md#L1) |"; !strings.Contains(summary.String(), due) {
		t.Errorf("no %s in %s", due, summary.String())
	}
	summary.Reset()
	printed(t, Printer{StepSummary: &summary}, GitHub)
	same(t, "### regimen: no problems\n", summary.String())
}

func TestStepSummaryStaysBelowTheLimit(t *testing.T) {
	var summary strings.Builder
	list := make(List, 50)
	for i := range list {
		list[i].Message = strings.Repeat("x", 50_000)
	}
	printed(t, Printer{StepSummary: &summary}, GitHub, list...)
	if summary.Len() > 1<<20 || !strings.HasSuffix(summary.String(), "\n33 more findings: GitHub takes no longer summary.\n") {
		t.Errorf("%d bytes, ends with %q", summary.Len(), summary.String()[summary.Len()-60:])
	}
}

func TestMarkdownKeepsTheWords(t *testing.T) {
	for text, want := range map[string]string{
		"`a|b` | c":      "`a\\|b` \\| c",
		"one ` alone":    "one \\` alone",
		"`` nothing":     "\\`\\` nothing",
		"_x_ <b> [l](u)": "\\_x\\_ \\<b\\> \\[l\\](u)",
		"`<b>` \n x":     "`<b>`   x",
	} {
		same(t, want, markdown(text))
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWritersErrorsAreReturned(t *testing.T) {
	for _, format := range []Format{Text, Short, JSON, SARIF, GitHub} {
		if err := (Printer{}).Print(full{}, format, mixed(t)); err == nil {
			t.Errorf("%s: no error", format)
		}
	}
	if err := (Printer{StepSummary: full{}}).Print(&strings.Builder{}, GitHub, mixed(t)); err == nil {
		t.Error("step summary: no error")
	}
	if err := (Printer{}).Diff(full{}, Apply(mixed(t))); err == nil {
		t.Error("diff: no error")
	}
}
