package diag

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const contextLines = 3

// Diff writes changes as a unified diff that patch -p1 and git apply take. Its
// errors are the writer's.
func (p Printer) Diff(w io.Writer, changed []Changed) error {
	out := bufio.NewWriter(w)
	for _, c := range changed {
		out.WriteString(p.paint(bold, "--- "+diffName("a/"+p.rooted(c.File.Path))) + "\n")
		out.WriteString(p.paint(bold, "+++ "+diffName("b/"+p.rooted(c.File.Path))) + "\n")
		d := differ{Printer: p, w: out, lines: splitLines(c.File.Text)}
		for _, h := range hunks(c.blocks()) {
			d.hunk(h)
		}
	}
	return out.Flush()
}

// diffName quotes a path as git does where the header could be misread.
func diffName(path string) string {
	switch quoted := strconv.Quote(path); {
	case quoted != `"`+path+`"`:
		return quoted
	case strings.Contains(path, " "):
		return path + "\t"
	}
	return path
}

// block is a run of old lines, the first counted from 0, and what replaces them.
type block struct {
	first    int
	old, new [][]byte
}

// blocks gives the changed lines of a file, from its edits.
func (c Changed) blocks() []block {
	var out []block
	f, lines := c.File, c.File.lines()
	for i := 0; i < len(c.edits); {
		first, last := f.lineOf(int(c.edits[i].At.Start)), f.lineOf(int(c.edits[i].At.End))
		n := i + 1
		for ; n < len(c.edits) && f.lineOf(int(c.edits[n].At.Start)) <= last; n++ {
			last = f.lineOf(int(c.edits[n].At.End))
		}
		from, to := lines[first], len(f.Text)
		if last+1 < len(lines) {
			to = lines[last+1]
		}
		old := f.Text[from:to]
		b := block{first, splitLines(old), splitLines(spliced(old, from, c.edits[i:n]))}
		if b = b.trimmed(); len(b.old)+len(b.new) > 0 {
			out = append(out, b)
		}
		i = n
	}
	return out
}

// trimmed leaves out the lines at both ends of a block that stay as they are.
func (b block) trimmed() block {
	for len(b.old) > 0 && len(b.new) > 0 && bytes.Equal(b.old[0], b.new[0]) {
		b.first, b.old, b.new = b.first+1, b.old[1:], b.new[1:]
	}
	for len(b.old) > 0 && len(b.new) > 0 &&
		bytes.Equal(b.old[len(b.old)-1], b.new[len(b.new)-1]) {
		b.old, b.new = b.old[:len(b.old)-1], b.new[:len(b.new)-1]
	}
	return b
}

// hunks groups blocks that are so near that their context would meet.
func hunks(blocks []block) [][]block {
	var out [][]block
	for i, b := range blocks {
		if i > 0 && b.first-blocks[i-1].past() <= 2*contextLines {
			out[len(out)-1] = append(out[len(out)-1], b)
			continue
		}
		out = append(out, []block{b})
	}
	return out
}

func (b block) past() int { return b.first + len(b.old) }

// differ prints the hunks of one file, in order.
type differ struct {
	Printer
	w     *bufio.Writer
	lines [][]byte // of the old text
	grown int      // lines that the hunks before have added
}

// hunk prints blocks with the lines around them.
func (d *differ) hunk(blocks []block) {
	from := max(0, blocks[0].first-contextLines)
	to := min(len(d.lines), blocks[len(blocks)-1].past()+contextLines)
	growth := 0
	for _, b := range blocks {
		growth += len(b.new) - len(b.old)
	}
	header := "@@ -" + stretch(from, to-from) + " +" + stretch(from+d.grown, to-from+growth) + " @@"
	d.w.WriteString(d.paint(cyan, header) + "\n")
	at := from
	for _, b := range blocks {
		d.print(" ", "", d.lines[at:b.first])
		d.print("-", minus, b.old)
		d.print("+", green, b.new)
		at = b.past()
	}
	d.print(" ", "", d.lines[at:to])
	d.grown += growth
}

func (d *differ) print(sign string, s style, lines [][]byte) {
	for _, line := range lines {
		text, ended := bytes.CutSuffix(line, []byte{'\n'})
		d.w.WriteString(d.paint(s, sign+string(text)) + "\n")
		if !ended {
			d.w.WriteString("\\ No newline at end of file\n")
		}
	}
}

// stretch is the place of lines in a header; an empty one is after its line.
func stretch(first, length int) string {
	if length > 0 {
		first++
	}
	return fmt.Sprintf("%d,%d", first, length)
}

// splitLines keeps line ends and has no empty last line.
func splitLines(text []byte) [][]byte {
	lines := bytes.SplitAfter(text, []byte{'\n'})
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}
