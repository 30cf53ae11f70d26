package lsp

import (
	"bytes"
	"iter"
	"regexp"
	"slices"
)

// row is a line of the frontmatter that begins at no bracket: its dashes, its key.
type row struct {
	start, end int
	dashes     []int // columns
	column     int   // of what follows the dashes
	key        string
	value      int // offset behind the colon; 0 without a key
}

var keyForm = regexp.MustCompile(`^(?:"([^"]*)"|'([^']*)'|([^\s#'"\[\]{},:][^:#]*?))[ \t]*:(?:[ \t]|$)`)

// rowsOf parts the frontmatter into rows; brackets that stay open join lines.
func rowsOf(t []byte, start, end int) []row {
	var rows []row
	for at := start; at <= end; {
		r := row{start: at}
		line, next := lineFrom(t, at, end)
		r.end = at + len(line)
		r.read(t)
		for depth := r.depth(t); depth > 0 && next < end; depth = r.depth(t) {
			more, after := lineFrom(t, next, end)
			if keyAtEdge(more) {
				break // a bracket that nobody closed
			}
			r.end, next = next+len(more), after
		}
		rows = append(rows, r)
		if next <= at {
			break
		}
		at = next
	}
	return rows
}

func keyAtEdge(line []byte) bool {
	return len(line) > 0 && line[0] != ' ' && line[0] != ']' && line[0] != '}' && keyForm.Match(line)
}

// lineFrom gives a line without its end, and where the next one begins; past the last
// one, that is behind end.
func lineFrom(t []byte, at, end int) (line []byte, next int) {
	line, next = t[at:end], end+1
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line, next = line[:i], at+i+1
	}
	return bytes.TrimSuffix(line, []byte("\r")), next
}

func (r *row) read(t []byte) {
	line := t[r.start:r.end]
	at := 0
	for at < len(line) {
		switch {
		case line[at] == ' ':
		case line[at] == '-' && (at+1 == len(line) || line[at+1] == ' '):
			r.dashes = append(r.dashes, at)
		default:
			r.column = at
			if m := keyForm.FindSubmatchIndex(line[at:]); m != nil {
				for i := 2; i < len(m); i += 2 {
					if m[i] >= 0 {
						r.key = string(line[at+m[i] : at+m[i+1]])
					}
				}
				colon := at + m[1]
				if line[colon-1] != ':' {
					colon--
				}
				r.value = r.start + colon
			}
			return
		}
		at++
	}
	if r.column = at; len(r.dashes) > 0 {
		r.column = max(at, r.dashes[len(r.dashes)-1]+2)
	}
}

// depth is how many brackets of the row's value are open at its end.
func (r *row) depth(t []byte) int {
	from := min(r.start+r.column, r.end)
	if r.value > 0 {
		from = r.value
	}
	value := bytes.TrimLeft(t[from:r.end], " \t")
	if len(value) == 0 || value[0] != '[' && value[0] != '{' {
		return 0
	}
	depth := 0
	for _, c := range unquoted(string(value)) {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
	}
	return depth
}

// unquoted walks the bytes of a text that stand outside of quotes.
func unquoted(text string) iter.Seq2[int, byte] {
	return func(yield func(int, byte) bool) {
		quote := byte(0)
		for i := range len(text) {
			switch c := text[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case !yield(i, c):
				return
			}
		}
	}
}

// bare reports whether a row has neither key nor dash.
func (r *row) bare() bool { return r.key == "" && len(r.dashes) == 0 }

// parentsOf climbs from a column of a row to the keys around it.
func parentsOf(rows []row, at, column int) []string {
	var path []string
	inItem := false
	climb := func(dashes []int) {
		for i := len(dashes) - 1; i >= 0; i-- {
			if dashes[i] < column {
				column, inItem = dashes[i], true
			}
		}
	}
	climb(rows[at].dashes)
	for i := at - 1; i >= 0 && (column > 0 || inItem); i-- {
		r := rows[i]
		switch {
		case r.key != "" && (r.column < column || inItem && r.column == column && len(r.dashes) == 0):
			path = append(path, r.key)
			column, inItem = r.column, false
			climb(r.dashes)
		case len(r.dashes) > 0 && r.column == column && !inItem:
			climb(r.dashes)
		}
	}
	slices.Reverse(path)
	return path
}

// besides lists the other keys of the group that a column of a row belongs to.
func besides(rows []row, at, column int) []string {
	var keys []string
	for i := at - 1; i >= 0 && len(rows[at].dashes) == 0; i-- {
		r := rows[i]
		if r.bare() {
			continue
		}
		if r.key != "" && r.column == column {
			keys = append(keys, r.key)
		}
		if r.column < column || len(r.dashes) > 0 && r.column == column {
			break
		}
	}
	for i := at + 1; i < len(rows); i++ {
		r := rows[i]
		if r.bare() {
			continue
		}
		if r.column < column || len(r.dashes) > 0 && r.dashes[0] < column {
			break
		}
		if r.key != "" && r.column == column {
			keys = append(keys, r.key)
		}
	}
	return keys
}

// wordAround is the word or key that the cursor touches, of the characters of ids.
func wordAround(t []byte, offset int, r row) (start, end int) {
	part := func(c byte) bool {
		return c >= 0x80 || c == '-' || c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	start, end = offset, offset
	for start > r.start && part(t[start-1]) {
		start--
	}
	for end < r.end && part(t[end]) {
		end++
	}
	if start < end && t[start] == '-' && start+1 < len(t) && (end == start+1 || t[start+1] == ' ') {
		start++
	}
	return min(start, offset), max(end, offset)
}
