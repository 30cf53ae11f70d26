package diag

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// annotations is how many of a kind GitHub shows for one step.
const annotations = 10

func (p Printer) github(w *bufio.Writer, list List) error {
	var worst List
	for i := range list {
		if list[i].Silenced == nil || p.ShowSilenced {
			worst = append(worst, list[i])
		}
	}
	slices.SortStableFunc(worst, func(a, b Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	for i := range worst[:min(annotations, len(worst))] {
		p.annotation(w, &worst[i])
	}
	if left := len(worst) - annotations; left > 0 {
		where := "the step summary has them all"
		if p.StepSummary == nil {
			where = "regimen check prints them all"
		}
		fmt.Fprintf(w, "%s not annotated: %s\n", count(left, "more finding"), where)
	}
	if p.StepSummary == nil {
		return nil
	}
	return p.stepSummary(list)
}

// annotation prints one workflow command. GitHub takes columns only for a span
// inside one line.
func (p Printer) annotation(w *bufio.Writer, d *Diagnostic) {
	command := [...]string{"notice", "warning", "error"}[d.Severity]
	var properties []string
	set := func(key, value string) {
		properties = append(properties, key+"="+escapeProperty(value))
	}
	if d.At.File != nil {
		start, end := d.At.start(), d.At.end()
		set("file", p.rooted(d.At.Path()))
		set("line", fmt.Sprint(start.Line))
		set("endLine", fmt.Sprint(end.Line))
		if start.Line == end.Line {
			set("col", fmt.Sprint(start.Column))
			set("endColumn", fmt.Sprint(end.Column))
		}
	}
	set("title", strings.TrimSpace(d.Code+" "+d.Name))
	text := strings.Join(d.sentences(), "\n")
	fmt.Fprintf(w, "::%s %s::%s\n", command, strings.Join(properties, ","), escapeData(text))
}

// escapeData and escapeProperty follow @actions/core, which GitHub's runner reads.
func escapeData(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

func escapeProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(text))
}
