package template

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"regimen/internal/diag"
)

// Error is a slip of a template's author, at its place.
type Error struct {
	File       string // below the folder of templates
	Line       int
	Column     int // in characters
	Message    string
	Suggestion string // what was probably meant, or empty
}

func (e *Error) Error() string {
	text := fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
	if e.Suggestion != "" {
		text += "; did you mean " + e.Suggestion + "?"
	}
	return text
}

// nearest is the likeliest of the candidates, or nothing.
func nearest(word string, candidates []string) string {
	if found := diag.Nearest(word, candidates); len(found) > 0 {
		return found[0]
	}
	return ""
}

// syntax says in an author's words what the parser of the standard library says in
// a programmer's.
var syntax = []struct {
	pattern *regexp.Regexp
	words   string
}{
	{regexp.MustCompile(`^unexpected EOF`), "an {{if}}, {{with}}, {{range}}, {{define}} or {{block}} has no {{end}}"},
	{regexp.MustCompile(`^unexpected \{\{end\}\}`), "this {{end}} closes nothing"},
	{regexp.MustCompile(`^unexpected \{\{else\}\}`), "this {{else}} belongs to nothing"},
	{regexp.MustCompile(`^undefined variable "(.*)"`), "there is no variable $1 here"},
	{regexp.MustCompile(`^\{\{(break|continue)\}\} outside`), "{{$1}} stands outside of {{range}}"},
	{regexp.MustCompile(`^(unclosed action|unclosed left paren|unterminated quoted string|unclosed comment)`), "this {{ is not closed: $1"},
	{regexp.MustCompile(`multiple definition of template "(.*)"`), "$1 is defined twice here"},
	{regexp.MustCompile(`^missing value for (\w+)`), "{{$1}} needs a value"},
}

func syntaxError(file *diag.File, name string, err error) *Error {
	message := strings.TrimPrefix(err.Error(), "template: "+name+":")
	number, message, _ := strings.Cut(message, ": ")
	line, _ := strconv.Atoi(number)
	line = max(1, line)
	for _, s := range syntax {
		if at := s.pattern.FindStringSubmatchIndex(message); at != nil {
			message = string(s.pattern.ExpandString(nil, strings.ReplaceAll(s.words, "{$1}", "{${1}}"), message, at))
			break
		}
	}
	// The parser knows the line alone: point to the first action in it.
	column := bytes.Index(file.Line(line), []byte("{{"))
	at := file.Position(file.Offset(line, 1) + max(0, column))
	return &Error{File: file.Path, Line: line, Column: at.Column, Message: message}
}
