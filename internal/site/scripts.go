package site

import (
	"bytes"
	"regexp"
)

// scriptComment is a comment that has whole lines to itself.
var scriptComment = regexp.MustCompile(`(?m)^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*+[^*/])*\*+/[ \t]*)\n`)

// indent is the white space before a line.
var indent = regexp.MustCompile(`(?m)^[ \t]+`)

// bareScript leaves out of a module what only its readers in the repository need: comments
// that have lines to themselves, indents and empty lines. A module with a text over
// several lines stays as it is, since there they may mean something.
func bareScript(text []byte) []byte {
	if textOverLines(text) {
		return text
	}
	text = indent.ReplaceAll(scriptComment.ReplaceAll(text, nil), nil)
	for bytes.Contains(text, []byte("\n\n")) {
		text = bytes.ReplaceAll(text, []byte("\n\n"), []byte("\n"))
	}
	return bytes.TrimLeft(text, "\n")
}

// textOverLines reports whether a template literal may go over the end of a line.
func textOverLines(text []byte) bool {
	for line := range bytes.Lines(scriptComment.ReplaceAll(text, nil)) {
		if bytes.Count(line, []byte("`"))%2 == 1 {
			return true
		}
	}
	return false
}
