package lsp

import (
	"bytes"
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
	open := openIn(text)
	for _, b := range open {
		if c.item = !b.group; b.key != "" {
			c.path = append(c.path, b.key)
		}
	}
	if len(open) == 0 {
		return
	}
	last := open[len(open)-1]
	c.atKey = last.group && last.key == ""
	c.beside = last.seen
	rest := text[last.from:] + string(value[len(before):])
	if i := strings.IndexAny(rest, ",]}"); i >= 0 && !strings.ContainsAny(rest, `"'`) {
		rest = rest[:i]
	}
	c.whole = scalarOf(rest)
}

// bracket is one that is open: of a group or a list, with the key whose value comes, the
// keys before, and where the entry begins.
type bracket struct {
	group bool
	key   string
	seen  []string
	from  int
}

// openIn lists the brackets that are open at the end of a text, from the outside in.
func openIn(text string) []bracket {
	var open []bracket
	for i, inside := range unquoted(text) {
		top := len(open) - 1
		switch {
		case inside == '[' || inside == '{':
			open = append(open, bracket{group: inside == '{', from: i + 1})
		case top < 0:
		case inside == ']' || inside == '}':
			open = open[:top]
		case inside == ',':
			open[top].key, open[top].from = "", i+1
		case inside == ':' && open[top].group && open[top].key == "":
			key := strings.Trim(strings.TrimSpace(text[open[top].from:i]), `"'`)
			open[top].key, open[top].seen, open[top].from = key, append(open[top].seen, key), i+1
		}
	}
	return open
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

// value is what may stand at the cursor, for the keys of a kind; nil for the unknown.
func (c *cursor) value(keys *content.Group) *content.Value { return keys.At(c.path...) }
