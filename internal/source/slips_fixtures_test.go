package source

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"regimen/internal/diag"
)

type fixture struct{ name, input, want string }

func fixtures(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	names, err := filepath.Glob("testdata/source/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	all := map[string]*txtar.Archive{}
	for _, name := range names {
		if all[name], err = txtar.ParseFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func texts(archive *txtar.Archive) []fixture {
	var all []fixture
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".md"); ok {
			all = append(all, fixture{name: name, input: strings.Replace(string(f.Data), "<EOF>\n", "", 1)})
		} else if n := len(all) - 1; n >= 0 {
			all[n].want = string(f.Data)
		}
	}
	return all
}

// withWant gives the archive with another .want behind a text.
func withWant(archive *txtar.Archive, name, want string) *txtar.Archive {
	out := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if f.Name == name+".want" {
			continue
		}
		out.Files = append(out.Files, f)
		if f.Name == name+".md" {
			out.Files = append(out.Files, txtar.File{Name: name + ".want", Data: []byte(want)})
		}
	}
	return out
}

type form struct {
	name   string
	stored []byte
}

// forms are the four ways in which a text may be stored.
func forms(text string) []form {
	lf := special.Replace(text)
	crlf := special.Replace(strings.ReplaceAll(text, "\n", "\r\n"))
	all := []form{{"LF", []byte(lf)}, {"CRLF", []byte(crlf)}}
	if utf8.ValidString(lf) {
		all = append(all, form{"LF with a mark", []byte(byteOrderMark + lf)}, form{"CRLF with a mark", []byte(byteOrderMark + crlf)})
	}
	return all
}

// special stands for what cannot be seen in a fixture.
var special = strings.NewReplacer(
	"<TAB>", "\t", "<NBSP>", "\u00a0", "<WIDE>", "\u3000", "<CR>", "\r", "<NEL>", "\u0085", "<LS>", "\u2028",
	"<PS>", "\u2029", "<NUL>", "\x00", "<BEL>", "\a", "<C1>", "\u0090", "<DEL>", "\x7f", "<E9>", "\xe9", "<FF>", "\xff", "<FE>", "\xfe",
)

func read(stored []byte) (*Source, diag.List) {
	s, found := Read(diag.NewFile("x.md", stored), true)
	return s, append(found, HeadingSlips(s)...)
}

// applied gives the text with its safe fixes, and their number.
func applied(stored []byte, found diag.List) ([]byte, int) {
	var edits []diag.Edit
	n := 0
	for _, d := range found {
		if len(d.Fixes) > 0 && d.Fixes[0].Safe {
			edits, n = append(edits, d.Fixes[0].Edits...), n+1
		}
	}
	slices.SortStableFunc(edits, func(a, b diag.Edit) int { return int(a.At.Start - b.At.Start) })
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(append(out, stored[at:e.At.Start]...), e.Text...)
		at = int(e.At.End)
	}
	return append(out, stored[at:]...), n
}

// readAs writes what was read on one line; a `?` marks what is in doubt.
func readAs(s *Source) string {
	if s.Root == nil {
		return "nothing"
	}
	return s.written(s.Root)
}

// certain is the same without the marks of doubt.
func certain(s *Source) string { return strings.ReplaceAll(readAs(s), "\"?", "\"") }

func (s *Source) written(n *Node) string {
	var parts []string
	doubt := ""
	if s.Doubtful(n) {
		doubt = "?"
	}
	switch n.Kind {
	case Mapping:
		for i := 0; i+1 < len(n.Content); i += 2 {
			parts = append(parts, n.Content[i].Value+": "+s.written(n.Content[i+1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case Sequence:
		for _, c := range n.Content {
			parts = append(parts, s.written(c))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if n.Tag == "!!null" && n.Value == "" {
		return "-" + doubt
	}
	return fmt.Sprintf("%q", n.Value) + doubt
}

// checkWords holds the messages to what an author can read.
func checkWords(t *testing.T, d diag.Diagnostic) {
	t.Helper()
	if n := utf8.RuneCountInString(d.Message); n > 110 {
		t.Errorf("%s: a message of %d characters: %s", d.Code, n, d.Message)
	}
	if strings.ContainsAny(d.Message, "\n\t") {
		t.Errorf("%s: a message of several lines: %q", d.Code, d.Message)
	}
	if d.Help == "" && len(d.Fixes) == 0 {
		t.Errorf("%s: no word on how to mend it: %s", d.Code, d.Message)
	}
	for _, word := range []string{"invalid", "scalar", "mapping", "unmarshal", "yaml:", "!!map", "!!null", "<nil>", "node", "token"} {
		if strings.Contains(strings.ToLower(d.Message+d.Help), word) {
			t.Errorf("%s: %q in: %s", d.Code, word, d.Message)
		}
	}
}

func checkSpans(t *testing.T, file *diag.File, d diag.Diagnostic) {
	t.Helper()
	checkSpan(t, file, d.At)
	for _, r := range d.Related {
		checkSpan(t, file, r.At)
	}
	for _, f := range d.Fixes {
		for _, e := range f.Edits {
			checkSpan(t, file, e.At)
		}
	}
}

func checkSpan(t *testing.T, file *diag.File, at diag.Span) {
	t.Helper()
	if at.File != file || at.Start < 0 || at.End < at.Start || int(at.End) > len(file.Text) {
		t.Fatalf("a span from %d to %d in a file of %d bytes", at.Start, at.End, len(file.Text))
	}
}

// walkSpans asks that every value stands inside the file, and its parts inside it.
func walkSpans(t *testing.T, s *Source, n *Node) {
	t.Helper()
	whole := s.Value(n)
	checkSpan(t, s.File, whole)
	for end := range len(n.Value) + 1 {
		part := s.Within(n, end/2, end)
		checkSpan(t, s.File, part)
		if part.Start < whole.Start || part.End > whole.End {
			t.Fatalf("%q: its part %d-%d stands at %d-%d, outside %d-%d", n.Value, end/2, end, part.Start, part.End, whole.Start, whole.End)
		}
	}
	for _, c := range n.Content {
		walkSpans(t, s, c)
	}
}
