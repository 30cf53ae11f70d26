package diag

import (
	"bufio"
	"fmt"
	"net/url"
	"strings"
)

// summaryBytes keeps a step summary below GitHub's limit of 1 MiB, beyond which
// it would be refused whole.
const summaryBytes = 900_000

// stepSummary writes the list as a Markdown table.
func (p Printer) stepSummary(list List) error {
	w := bufio.NewWriter(p.StepSummary)
	fmt.Fprintf(w, "### regimen: %s\n", list.tally())
	if len(list) > 0 {
		w.WriteString("\n| severity | place | code | message |\n| --- | --- | --- | --- |\n")
	}
	written := 0
	for i := range list {
		row := p.summaryRow(&list[i])
		if written += len(row); written > summaryBytes {
			fmt.Fprintf(w, "\n%s: GitHub takes no longer summary.\n", count(len(list)-i, "more finding"))
			break
		}
		w.WriteString(row)
	}
	return w.Flush()
}

func (p Printer) summaryRow(d *Diagnostic) string {
	severity, where := d.Severity.String(), ""
	text := d.sentences()
	if d.Silenced != nil {
		severity += ", silenced"
		text = append(text, d.Silenced.String())
	}
	if d.At.File != nil {
		start := d.At.start()
		where = markdown(fmt.Sprintf("%s:%d:%d", p.rooted(d.At.Path()), start.Line, start.Column))
		if p.Edit != "" {
			file := (&url.URL{Path: p.rooted(d.At.Path())}).EscapedPath()
			where = fmt.Sprintf("[%s](%s/%s#L%d)", where, p.Edit, strings.NewReplacer("(", "%28", ")", "%29", "|", "%7C").Replace(file), start.Line)
		}
	}
	for i := range text {
		text[i] = markdown(text[i])
	}
	return fmt.Sprintf("| %s | %s | %s | %s |\n",
		severity, where, markdown(d.Code), strings.Join(text, "<br>"))
}

// markdown makes a text stand in a table cell as it is, the parts in backticks as
// code. A backtick without its fellow is an ordinary character.
func markdown(text string) string {
	parts := strings.Split(plain(text), "`")
	var b strings.Builder
	for i, part := range parts {
		switch {
		case i%2 == 0:
			b.WriteString(escapeProse(part))
		case i == len(parts)-1:
			b.WriteString("\\`" + escapeProse(part))
		case part == "":
			b.WriteString("\\`\\`")
		default:
			b.WriteString("`" + strings.ReplaceAll(part, "|", "\\|") + "`")
		}
	}
	return b.String()
}

// escapeProse puts a backslash before what Markdown or HTML would act upon.
func escapeProse(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\*_[]<>&#~|", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
