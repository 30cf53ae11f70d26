package diag

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fixing is a finding whose safe fix makes some edits.
func fixing(edits ...Edit) Diagnostic {
	return Diagnostic{Severity: Error, At: edits[0].At, Fixes: []Fix{{Safe: true, Edits: edits}}}
}

func texts(changed []Changed) map[string]string {
	out := map[string]string{}
	for _, c := range changed {
		out[c.File.Path] = string(c.Text)
	}
	return out
}

func TestApply(t *testing.T) {
	f := NewFile("a.md", []byte("\ufeffone two\r\nthree\r\n"))
	at := func(word string) Span {
		i := bytes.Index(f.Text, []byte(word))
		return f.Span(i, i+len(word))
	}
	end := f.Span(len(f.Text), len(f.Text))
	for _, c := range []struct {
		name, want string
		list       List
	}{
		{"bytes around an edit survive", "\ufeff1 two\r\nthree\r\n", List{fixing(Edit{at("one"), "1"})}},
		{"several, in any order", "\ufeff1 two\r\n3\r\n4", List{fixing(Edit{end, "4"}, Edit{at("three"), "3"}), fixing(Edit{at("one"), "1"})}},
		{"the same twice is made once", "\ufeff1 two\r\nthree\r\n!", List{fixing(Edit{at("one"), "1"}), fixing(Edit{at("one"), "1"}, Edit{end, "!"}, Edit{end, "!"})}},
		{"the first of two that overlap wins", "\ufeff1 two\r\nthree\r\n", List{fixing(Edit{at("one"), "1"}), fixing(Edit{at("ne tw"), "2"})}},
		{"a fix is made whole or not at all", "\ufeff1 two\r\nthree\r\n", List{fixing(Edit{at("one"), "1"}), fixing(Edit{at("three"), "3"}, Edit{at("ne t"), ""})}},
		{"a fix that contradicts itself is left", "", List{fixing(Edit{at("one"), "1"}, Edit{at("on"), "2"})}},
		{"neighbours do not overlap", "\ufeff12two\r\nthree\r\n", List{fixing(Edit{at("one"), "1"}), fixing(Edit{at(" "), "2"})}},
		{"an insertion goes before what it touches", "\ufeff21 two\r\nthree\r\n", List{fixing(Edit{at("one"), "1"}), fixing(Edit{Span{f, 3, 3}, "2"})}},
		{"two insertions at one place are a guess", "\ufeffone two\r\nthree\r\n1", List{fixing(Edit{end, "1"}), fixing(Edit{end, "2"})}},
		{"no change", "", List{fixing(Edit{at("one"), "one"})}},
		{"outside the file", "", List{fixing(Edit{Span{f, 5, 99}, ""}), fixing(Edit{Span{f, 5, 4}, ""}), fixing(Edit{Span{}, "x"})}},
		{"not safe", "", List{{At: at("one"), Fixes: []Fix{{Edits: []Edit{{at("one"), "1"}}}}}}},
		{"silenced", "", List{{Silenced: &Silence{}, Fixes: []Fix{{Safe: true, Edits: []Edit{{at("one"), "1"}}}}}}},
		{"of several safe ones the first", "\ufeff1 two\r\nthree\r\n", List{{At: at("one"), Fixes: []Fix{{}, {Safe: true, Edits: []Edit{{at("one"), "1"}}}, {Safe: true, Edits: []Edit{{at("one"), "2"}}}}}}},
		{"another text of the same path", "\ufeff1 two\r\nthree\r\n", List{fixing(Edit{at("one"), "1"}), fixing(Edit{Span{NewFile("a.md", []byte("x and more and more")), 15, 16}, "y"})}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := string(f.Text)
			got := texts(Apply(c.list))
			same(t, c.want, got["a.md"])
			same(t, before, string(f.Text))
		})
	}
}

func TestApplyOrdersFilesByPath(t *testing.T) {
	var list List
	for _, path := range strings.Fields("c j a h b e g d f i") {
		list = append(list, fixing(Edit{Span{NewFile(path, []byte("x")), 0, 1}, path}))
	}
	var paths []string
	for _, c := range Apply(list) {
		paths = append(paths, c.File.Path)
	}
	same(t, strings.Fields("a b c d e f g h i j"), paths)
	same(t, []Changed{}, Apply(nil))
}

// TestApplyTwice checks and fixes as the command does: a rule against capitals.
func TestApplyTwice(t *testing.T) {
	lint := func(text string) (list List) {
		f := NewFile("a.md", []byte(text))
		for i, r := range text {
			if r >= 'A' && r <= 'Z' {
				list = append(list, fixing(Edit{f.Span(i, i+1), strings.ToLower(string(r))}))
			}
		}
		return list
	}
	once := texts(Apply(lint("\ufeffReps: é\r\nREST: 5\r\n")))["a.md"]
	same(t, "\ufeffreps: é\r\nrest: 5\r\n", once)
	same(t, []Changed{}, Apply(lint(once)))
}

func diffed(t *testing.T, p Printer, changed []Changed) string {
	t.Helper()
	var b strings.Builder
	if err := p.Diff(&b, changed); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	var lines strings.Builder
	for _, c := range "abcdefghijklmnopqrstuvw" {
		lines.WriteString(string(c) + "\r\n")
	}
	f := NewFile("a b.md", []byte(lines.String()+"z"))
	at := func(word string) Span {
		i := bytes.Index(f.Text, []byte(word))
		return f.Span(i, i+len(word))
	}
	list := List{
		fixing(Edit{at("a"), "A"}), fixing(Edit{at("h\r\n"), ""}), fixing(Edit{at("z"), "Z\n"}),
		fixing(Edit{Span{f, at("j").Start, at("j").Start}, "i2\r\ni3\r\n"}),
	}
	want := "--- a/content/a b.md\t\n+++ b/content/a b.md\t\n" +
		"@@ -1,12 +1,13 @@\n-a\r\n+A\r\n b\r\n c\r\n d\r\n e\r\n f\r\n g\r\n-h\r\n i\r\n+i2\r\n+i3\r\n j\r\n k\r\n l\r\n" +
		"@@ -21,4 +22,4 @@\n u\r\n v\r\n w\r\n-z\n\\ No newline at end of file\n+Z\n"
	same(t, want, diffed(t, Printer{Root: "content"}, Apply(list)))
	coloured := diffed(t, Printer{Root: "content", Colour: true}, Apply(list))
	if !strings.Contains(coloured, "\x1b[31m-a\r\x1b[0m\n\x1b[32m+A\r\x1b[0m\n b\r\n") {
		t.Errorf("%q", coloured)
	}
}

func TestDiffOfNeighboursAndOfNothing(t *testing.T) {
	of := func(text string, edits ...Edit) string {
		f := NewFile("a", []byte(text))
		for i := range edits {
			edits[i].At.File = f
		}
		_, hunks, _ := strings.Cut(diffed(t, Printer{}, Apply(List{fixing(edits...)})), "+++ b/a\n")
		return hunks
	}
	at := func(start, end int32, text string) Edit { return Edit{Span{Start: start, End: end}, text} }
	same(t, "@@ -0,0 +1,1 @@\n+x\n", of("", at(0, 0, "x\n")))
	same(t, "@@ -1,1 +0,0 @@\n-x\n", of("x\n", at(0, 2, "")))
	same(t, "@@ -1,1 +1,2 @@\n x\n+y\n", of("x\n", at(2, 2, "y\n")))
	same(t, "@@ -1,4 +1,2 @@\n ab\n-cd\n-ef\n-gh\n+1234h\n", of("ab\ncd\nef\ngh\n", at(3, 4, "12"), at(4, 7, "3"), at(7, 10, "4")))
}

func TestDiffNames(t *testing.T) {
	same(t, []string{"a/b.md", "a/b c.md\t", `"a/\"b\"\n.md"`},
		[]string{diffName("a/b.md"), diffName("a/b c.md"), diffName("a/\"b\"\n.md")})
}

// patches checks a diff with the program that people would use it with.
func patches(t testing.TB, changed []Changed, diff string) {
	t.Helper()
	dir := t.TempDir()
	for _, c := range changed {
		if err := os.WriteFile(filepath.Join(dir, c.File.Path), c.File.Text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	patch := exec.Command("patch", "-p1", "--binary", "--fuzz=0", "-s")
	patch.Dir, patch.Stdin = dir, strings.NewReader(diff)
	if out, err := patch.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s\n%s", err, out, diff)
	}
	for _, c := range changed {
		got, _ := os.ReadFile(filepath.Join(dir, c.File.Path))
		same(t, string(c.Text), string(got))
	}
}
