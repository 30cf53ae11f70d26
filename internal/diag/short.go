package diag

import (
	"bufio"
	"fmt"
)

func (p Printer) short(w *bufio.Writer, list List) {
	for i := range list {
		if p.shows(&list[i]) {
			p.headline(w, &list[i])
		}
	}
}

// headline is the first line of a finding: path:line:col: severity[CODE]: message.
func (p Printer) headline(w *bufio.Writer, d *Diagnostic) {
	if d.At.File != nil {
		w.WriteString(p.paint(bold, place(d.At)+":") + " ")
	}
	kind := d.Severity.String()
	if d.Code != "" {
		kind += "[" + plain(d.Code) + "]"
	}
	message := plain(d.Message)
	if d.Silenced != nil {
		message += " (silenced)"
	}
	w.WriteString(p.paint(severityStyle(d.Severity), kind) + p.paint(bold, ": "+message) + "\n")
}

// place is path:line:col of a span's start.
func place(at Span) string {
	start := at.start()
	return fmt.Sprintf("%s:%d:%d", plain(at.Path()), start.Line, start.Column)
}
