package diag

import "strings"

// style is the number of an ANSI rendition.
type style string

const (
	bold   style = "1"
	red    style = "1;31"
	green  style = "32"
	yellow style = "1;33"
	blue   style = "1;34"
	cyan   style = "1;36"
	minus  style = "31"
)

func severityStyle(s Severity) style {
	return [...]style{cyan, yellow, red}[s]
}

func (p Printer) paint(s style, text string) string {
	if !p.Colour || s == "" || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// plain makes a text safe to print on one line of a terminal: the author's words
// must neither break the line nor steer the terminal.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case steers(r):
			shown, _ := draw(r)
			return []rune(shown)[0]
		}
		return r
	}, text)
}
