package lsp

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"regimen/internal/content"
)

// cursor is a place in the frontmatter, read from the lines as they stand: while
// somebody types they are seldom whole YAML.
type cursor struct {
	path   []string // the keys around the place, from the outside in; items of a list have none
	atKey  bool     // a key is due here; else the value of the last key of path
	item   bool     // a dash or bracket stands before: an entry of a list
	start  int      // where the word under the cursor begins
	end    int      // where it ends
	whole  string   // the whole value, as far as it stands on this line
	beside []string // the keys that the same group has already
}

// row is a line of the frontmatter that begins at no bracket: its dashes, its key.
type row struct {
	start, end int
	dashes     []int // columns
	column     int   // of what follows the dashes
	key        string
	value      int // offset behind the colon; 0 without a key
}

var keyForm = regexp.MustCompile(`^(?:"([^"]*)"|'([^']*)'|([^\s#'"\[\]{},:][^:#]*?))[ \t]*:(?:[ \t]|$)`)

// frontOf is where the frontmatter of a text begins and ends.
func frontOf(t []byte) (start, end int, ok bool) {
	t = bytes.TrimPrefix(t, []byte("\ufeff"))
	if !bytes.HasPrefix(t, []byte("---")) {
		return 0, 0, false
	}
	nl := bytes.IndexByte(t, '\n')
	if nl < 0 {
		return 0, 0, false
	}
	start = nl + 1
	for at := start; at < len(t); {
		line := t[at:]
		next := len(t)
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], at+i+1
		}
		if string(bytes.TrimRight(line, " \t\r")) == "---" {
			return start, at, true
		}
		at = next
	}
	return start, len(t), true
}

// cursorAt reads the lines up to an offset; false outside of the frontmatter.
func cursorAt(t []byte, offset int) (cursor, bool) {
	mark := len(t) - len(bytes.TrimPrefix(t, []byte("\ufeff")))
	start, end, ok := frontOf(t)
	start, end = start+mark, end+mark
	if !ok || offset < start || offset > end || offset == end && end < len(t) && offset > start && t[offset-1] != '\n' {
		return cursor{}, false
	}
	rows := rowsOf(t, start, end)
	at := slices.IndexFunc(rows, func(r row) bool { return offset >= r.start && offset <= r.end })
	if at < 0 {
		return cursor{}, false
	}
	c := cursor{}
	c.start, c.end = wordAround(t, offset, rows[at])
	r := rows[at]
	column, from := r.column, min(r.start+r.column, r.end)
	if len(bytes.TrimSpace(t[r.start:r.end])) == 0 {
		column = offset - r.start
	}
	c.path, c.item = parentsOf(rows, at, column), len(r.dashes) > 0
	switch {
	case r.value > 0 && offset >= r.value:
		c.path = append(c.path, r.key)
		c.item = false
		c.inValue(t[r.value:min(offset, r.end)], t[r.value:r.end])
	case r.value == 0 && from < r.end && (t[from] == '[' || t[from] == '{'):
		c.inValue(t[from:max(from, offset)], t[from:r.end])
	default:
		c.atKey = true
		c.whole = strings.TrimSpace(string(t[from:r.end]))
		c.beside = besides(rows, at, column)
	}
	return c, true
}

// inValue follows the brackets of a value up to the cursor.
func (c *cursor) inValue(before, value []byte) {
	text := strings.TrimLeft(string(before), " \t\r\n")
	if !strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "{") {
		c.whole = scalarOf(string(value))
		return
	}
	type frame struct {
		group bool
		key   string
		seen  []string
		from  int
	}
	var open []frame
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		ch := text[i]
		switch top := len(open) - 1; {
		case quote != 0:
			if ch == quote {
				quote = 0
			}
		case ch == '"' || ch == '\'':
			quote = ch
		case ch == '[' || ch == '{':
			open = append(open, frame{group: ch == '{', from: i + 1})
		case ch == ']' || ch == '}':
			if top >= 0 {
				open = open[:top]
			}
		case top < 0:
		case ch == ',':
			open[top].key, open[top].from = "", i+1
		case ch == ':' && open[top].group && open[top].key == "":
			open[top].key = strings.Trim(strings.TrimSpace(text[open[top].from:i]), `"'`)
			open[top].seen = append(open[top].seen, open[top].key)
			open[top].from = i + 1
		}
	}
	for _, f := range open {
		if c.item = !f.group; f.key != "" {
			c.path = append(c.path, f.key)
		}
	}
	if n := len(open); n > 0 {
		c.atKey = open[n-1].group && open[n-1].key == ""
		c.beside = open[n-1].seen
		rest := text[open[n-1].from:] + string(value[len(before):])
		if i := strings.IndexAny(rest, ",]}"); i >= 0 && !strings.ContainsAny(rest, `"'`) {
			rest = rest[:i]
		}
		c.whole = scalarOf(rest)
	}
}

// scalarOf is the text of a value without quotes and comment.
func scalarOf(s string) string {
	s = strings.TrimSpace(s)
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if i := strings.IndexByte(s[1:], s[0]); i >= 0 {
			return s[1 : 1+i]
		}
		return s[1:]
	}
	if strings.HasPrefix(s, "#") {
		return ""
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

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
	depth, quote := 0, byte(0)
	for _, ch := range value {
		switch {
		case quote != 0:
			if ch == quote {
				quote = 0
			}
		case ch == '"' || ch == '\'':
			quote = ch
		case ch == '[' || ch == '{':
			depth++
		case ch == ']' || ch == '}':
			depth--
		}
	}
	return depth
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

// value is what may stand at the cursor, for the keys of a kind; nil for the unknown.
func (c *cursor) value(keys *content.Group) *content.Value { return keys.At(c.path...) }
