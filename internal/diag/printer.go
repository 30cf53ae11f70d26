package diag

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Format names one way to print a List.
type Format string

// The formats: the first two are for people, the others for programs.
const (
	Text   Format = "text"   // with excerpts of the source
	Short  Format = "short"  // one line each
	JSON   Format = "json"   // version 1; Schema describes it
	SARIF  Format = "sarif"  // 2.1.0
	GitHub Format = "github" // annotations of a workflow run
)

// ParseFormat finds the format of a name. The error lists the names there are.
func ParseFormat(name string) (Format, error) {
	switch f := Format(name); f {
	case Text, Short, JSON, SARIF, GitHub:
		return f, nil
	}
	return "", fmt.Errorf("unknown format %q: use text, short, json, sarif or github", name)
}

// Printer prints lists. The zero Printer prints plain text without infos and
// without what authors silenced.
type Printer struct {
	Colour       bool // text and Diff only
	ShowInfos    bool // text and short; the formats for programs carry all
	ShowSilenced bool // text, short and github annotations
	Files        int  // how many files were checked, for json
	// Root leads from the repository to the folder that paths count from, such as
	// "content"; sarif, github and Diff need it.
	Root string
	// Help gives title and Markdown text of a code, for sarif.
	Help func(code string) (title, markdown string)
	// Edit is the address under which a file of the repository opens in an editor, for
	// the summary: its path and line follow.
	Edit string
	// StepSummary takes the whole list as Markdown in the github format.
	StepSummary io.Writer
}

// Print writes a list in the order of List.Sort. Its errors are the writers'.
func (p Printer) Print(w io.Writer, format Format, list List) error {
	list = slices.Clone(list)
	list.Sort()
	out := bufio.NewWriter(w)
	if err := p.print(out, format, list); err != nil {
		return err
	}
	return out.Flush()
}

// print leaves out's own errors to Flush, which keeps the first.
func (p Printer) print(out *bufio.Writer, format Format, list List) error {
	switch format {
	case Text:
		p.text(out, list)
	case Short:
		p.short(out, list)
	case JSON:
		return p.json(out, list)
	case SARIF:
		return p.sarif(out, list)
	case GitHub:
		return p.github(out, list)
	default:
		return fmt.Errorf("diag: no format %q", format)
	}
	return nil
}

// shows reports whether a finding is for the eyes of this run's reader.
func (p Printer) shows(d *Diagnostic) bool {
	if d.Silenced != nil {
		return p.ShowSilenced
	}
	return d.Severity > Info || p.ShowInfos
}

// rooted is a content path as seen from the repository.
func (p Printer) rooted(file string) string {
	return path.Join(strings.ReplaceAll(p.Root, `\`, "/"), file)
}
