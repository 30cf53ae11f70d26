package source

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"regimen/internal/diag"
)

// mutant is a valid text with one slip planted in it.
type mutant struct {
	name string
	edit patch
	code string
	at   int  // where the slip must be reported, in the mutant
	same bool // mended in memory it reads like the valid text
}

// TestMutants plants one slip after another in valid texts. Each must be found at
// its place, alone; mended, the text must read as if the slip were not there.
func TestMutants(t *testing.T) {
	good, all := 0, 0
	for name, text := range validTexts(t) {
		want := readOf(text)
		for _, m := range mutants(text) {
			all++
			if problem := judge(text, m, want); problem == "" {
				good++
			} else {
				t.Logf("%s: %s at %d: %s", name, m.name, m.at, problem)
			}
		}
	}
	t.Logf("%d of %d planted slips are found and mended", good, all)
	if good*1000 < all*995 {
		t.Error("too few")
	}
}

func judge(text string, m mutant, want string) string {
	s, found := Read(diag.NewFile("x.md", []byte(planted(text, m.edit))), true)
	if len(found) != 1 {
		return listed(found)
	}
	if found[0].Code != m.code || int(found[0].At.Start) != m.at {
		return listed(found)
	}
	if s.Root == nil {
		return "nothing is read"
	}
	if got := certain(s); m.same && got != want {
		return "it reads " + got
	}
	return ""
}

func listed(found diag.List) string {
	var b strings.Builder
	for _, d := range found {
		b.WriteString(d.Code + " " + d.Message + "; ")
	}
	return "found: " + b.String()
}

// TestTwoSlips plants two slips in different lines: both must be found, and
// nothing else.
func TestTwoSlips(t *testing.T) {
	good, all := 0, 0
	for name, text := range validTexts(t) {
		ms := mutants(text)
		for i, a := range ms {
			for j := i + 11; j < len(ms); j += 37 {
				b := ms[j]
				if b.edit.start < a.edit.end+100 || a.name == "depth" || b.name == "depth" {
					continue
				}
				all++
				shift := len(a.edit.text) - (a.edit.end - a.edit.start)
				_, found := Read(diag.NewFile("x.md", []byte(planted(text, a.edit, b.edit))), true)
				found.Sort()
				if len(found) == 2 && found[0].Code == a.code && int(found[0].At.Start) == a.at && found[1].Code == b.code && int(found[1].At.Start) == b.at+shift {
					good++
				} else if all%50 == 0 {
					t.Logf("%s: %s and %s: %s", name, a.name, b.name, listed(found))
				}
			}
		}
	}
	t.Logf("%d of %d pairs are found", good, all)
	if good*100 < all*98 {
		t.Error("too few")
	}
}

// planted applies edits, the first one first in the text.
func planted(text string, edits ...patch) string {
	for _, e := range slices.Backward(edits) {
		text = text[:e.start] + e.text + text[e.end:]
	}
	return text
}

func validTexts(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("testdata/source/valid/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no texts", err)
	}
	all := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = string(text)
	}
	return all
}

func readOf(text string) string {
	s, _ := Read(diag.NewFile("x.md", []byte(text)), true)
	return certain(s)
}

// planter plants slips in the lines of a frontmatter.
type planter struct {
	text string
	all  []mutant
}

// same plants a slip that is mended without loss.
func (p *planter) same(name, code string, at int, edit patch) {
	p.all = append(p.all, mutant{name: name, code: code, at: at, same: true, edit: edit})
}

// other plants one that leaves another value, or is mended by a guess.
func (p *planter) other(name, code string, at int, edit patch) {
	p.all = append(p.all, mutant{name: name, code: code, at: at, edit: edit})
}

func mutants(text string) []mutant {
	p := &planter{text: text}
	end := strings.Index(text, "\n---\n") + 1
	inText := false
	for at := 4; at < end; {
		l := lineAt([]byte(text), at)
		at = l.next
		if l.text >= l.end || inText && l.text > l.start {
			continue
		}
		line := text[l.start:l.end]
		inText = strings.HasSuffix(line, "|") || strings.HasSuffix(line, ">-")
		p.line(l)
	}
	p.same("no closing fence", "D04", 0, patch{end, end + 4, ""})
	p.same("dots close", "D04", end, patch{end, end + 3, "..."})
	p.same("four dashes close", "D04", end, patch{end, end + 3, "----"})
	p.same("indented close", "D05", end+1, patch{end, end, " "})
	p.same("four dashes open", "D03", 0, patch{0, 0, "-"})
	p.same("indented open", "D03", 0, patch{0, 0, " "})
	p.same("blank before", "D03", 0, patch{0, 0, "\n"})
	p.same("no opening fence", "D03", 0, patch{0, 4, ""})
	want := readOf(text)
	p.all = slices.DeleteFunc(p.all, func(m mutant) bool { return m.name == "depth" && unharmed(text, m, want) })
	slices.SortStableFunc(p.all, func(a, b mutant) int { return cmp.Compare(a.edit.start, b.edit.start) })
	return p.all
}

// unharmed reports whether YAML reads the same in spite of a planted slip, as
// where a key stands alone under another.
func unharmed(text string, m mutant, want string) bool {
	mutated := planted(text, m.edit)
	root, err := nodes([]byte(mutated[4 : strings.Index(mutated, "\n---\n")+1]))
	return err == nil && (&Source{}).written(root) == want
}

func (p *planter) line(l textLine) {
	text, column := p.text, l.text-l.start
	body := l.text
	if strings.HasPrefix(text[body:], "- ") {
		p.same("tight dash", "D11", body, patch{body + 1, body + 2, ""})
		body += 2
	}
	if l.start > 4 {
		p.other("depth", "D06", l.text+1, patch{l.start, l.start, " "})
	}
	if column > 0 {
		p.other("depth", "D06", l.text-1, patch{l.start, l.start + 1, ""})
		p.same("tab", "D10", l.start, patch{l.start, l.text, strings.Repeat("\t", max(1, column/2))})
		p.same("no-break space", "D10", l.start, patch{l.start, l.start + 1, "\u00a0"})
	}
	shape, colon := shapeOf([]byte(text), body, l.end)
	switch {
	case shape == isKey && colon+1 < l.end:
		p.same("tight colon", "D11", body, patch{colon + 1, colon + 2, ""})
		if body == l.text && !strings.HasPrefix(text[l.next+column:], " ") {
			p.same("twice", "D14", l.next+column, patch{l.next, l.next, text[l.start:colon] + ": again\n"})
		}
		value, _, _ := strings.Cut(text[colon+2:l.end], "   #")
		if !strings.HasSuffix(value, ",") { // it goes on in the next line
			p.value(colon+2, colon+2+len(value))
		}
	case shape == isText && body > l.text:
		p.value(body, l.end)
	}
	p.brackets(body, l.end)
}

// value plants slips in a value that is plain text.
func (p *planter) value(at, end int) {
	if strings.ContainsAny(p.text[at:at+1], "[{\"|>") {
		return
	}
	value := p.text[at:end]
	p.other("colon in it", "D07", at, patch{at + 1, at + 1, " x: "})
	p.same("hash behind it", "D12", end+1, patch{end, end, " #1"})
	p.same("curly quotes", "D13", at, patch{at, end, "“" + value + "”"})
	p.same("quote opens", "D09", at, patch{at, at, `"`})
	p.other("quote closes too early", "D06", at, patch{at, at, `"a" `})
	p.other("bracket opens", "D09", at, patch{at, at, "["})
	p.other("at sign", "D06", at, patch{at, at, "@"})
	p.other("percent", "D06", at, patch{at, at, "%"})
	p.same("anchor", "D15", at, patch{at, at, "&x "})
	p.same("tag", "D15", at, patch{at, at, "!!str "})
}

// brackets plants slips between the brackets of a line.
func (p *planter) brackets(at, end int) {
	var open []int
	quote := -1
	for i := at; i < end; i++ {
		switch c := p.text[i]; {
		case c == '"' && quote < 0:
			quote = i
		case c == '"':
			p.same("quote never closed", "D09", quote, patch{i, i + 1, ""})
			quote = -1
		case quote >= 0:
		case c == '[' || c == '{':
			open = append(open, i)
		case c == ']' || c == '}':
			p.same("bracket never closed", "D09", open[len(open)-1], patch{i, i + 1, ""})
			open = open[:len(open)-1]
		case len(open) > 0 && c == ',':
			p.same("two commas", "D06", i+1, patch{i, i, ","})
		case len(open) > 0 && c == ':' && p.text[i+1] == ' ':
			p.pair(i)
		}
	}
}

// pair plants slips in a key and value between brackets.
func (p *planter) pair(colon int) {
	key, at := colon, colon+2
	for isWord(p.text[key-1]) || p.text[key-1] == '-' {
		key--
	}
	p.same("tight colon", "D11", key, patch{colon + 1, colon + 2, ""})
	if strings.ContainsAny(p.text[at:at+1], "[{\"") {
		return
	}
	end := at + strings.IndexAny(p.text[at:], ",]}")
	value := p.text[at:end]
	p.other("comma in it", "D08", at, patch{end, end, ", more words"})
	p.other("colon in it", "D07", at, patch{end, end, ": y"})
	p.same("curly quotes", "D13", at, patch{at, end, "“" + value + "”"})
	p.other("curly quotes, a comma", "D13", at, patch{at, end, "“" + value + ", x”"})
	p.same("quote opens", "D09", at, patch{at, at, `"`})
	p.other("hash behind it", "D12", end+1, patch{end, end, " #1"})
}
