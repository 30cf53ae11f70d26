package template

import (
	"strconv"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

// german speaks as a site with words of its own does.
func german() Funcs {
	phrases := map[string]string{
		"Rest & sleep": "Ruhe & Schlaf", "Weeks {from} to {to}": "Bis {to} von {from}, {to}{x} {", "empty": "", "a/{x}": "b/{x}?",
	}
	return Funcs{
		Phrase: func(english string) (string, bool) { own, ok := phrases[english]; return own, ok },
		Plural: func(one, other string, n int) string {
			if n == 3 {
				return "drei {n} <{n}> {what}"
			}
			return other
		},
		Number: func(v float64) string { return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", "<,>", 1) },
	}
}

func inGerman(t *testing.T, text string, v *roomView) string {
	t.Helper()
	s, err := Parse(files(page(text)), german())
	if err != nil {
		t.Fatal(err)
	}
	made, err := Compile[roomView](s, "page")
	if err != nil {
		t.Fatal(err)
	}
	return string(made.Append(nil, v))
}

// TestWords asks that phrases are said as the site says them, each part escaped for
// its place.
func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{{t "Rest & sleep"}}|{{t "Not known"}}|{{t "empty"}}`, `Ruhe &amp; Schlaf|Not known|`},
		{`{{t "Weeks {from} to {to}" "from" .Part "to" .Count}}`, `Bis 3 von 2&lt;,&gt;5, 3{x} {`},
		{`{{t "Weeks {from} to {to}" "from" .Markup "to" .Text}}`, `Bis Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt; von <b>bold</b>, Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;{x} {`},
		{`{{t "a {x}" "x" .Short}} {{t "a {x}" "x" .Third}} {{t "a {x}" "x" .Yes}} {{t "a {x}" "x" 1.5}} {{t "a {x}" "x" (len .Text)}}`, `a 5 a 0&lt;,&gt;10000000149011612 a true a 1&lt;,&gt;5 a 27`},
		{`{{n .Count "1 {what}" "{n} {what}" "what" .Other}} {{n 1 "1 {what}" "{n} {what}" "what" .Text}}`, `drei 3 &lt;3&gt; plain 1 Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;`},
		{`<p title="{{n .Count "1" "{n}"}}" lang="{{t "Rest & sleep"}}">`, `<p title="drei 3 &lt;3&gt; {what}" lang="Ruhe &amp; Schlaf">`},
		{`<a href="{{t "a/{x}" "x" .Text}}">{{.Part}}`, `<a href="b/Fish%20&amp;%20%22chips%22%20%3c5%20&#43;%20%27peas%27%3e?">2.5`},
		{`{{t "{x} {y}" "x" 1.5 "y" 1}}`, `1&lt;,&gt;5 1`},
		{`{{n .Zero "none" "{n} + more"}} {{n 300 "1" "{n}"}} {{n -1 "1" "{n}"}}`, `0 &#43; more 300 -1`},
	} {
		if got := inGerman(t, c.text, room()); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestPhrases asks for every phrase, wherever in a template it stands.
func TestPhrases(t *testing.T) {
	s, err := Parse(files(map[string]string{
		"b": "{{if eq .X (t \"in if\")}}\n{{t \"then\"}}{{else if not (t \"again\")}}{{n 1 \"one\" \"many\"}}{{end}}",
		"partials/a": "{{define \"c\"}}{{with t \"in with\" | len}}{{end}}{{end}}\n\n{{range index (index .X 0).Y (len (t \"in range\"))}}{{t \"in {v}\" \"v\" .}}{{else}}{{t \"none\"}}{{end}}" +
			"{{template \"b\" (t \"given\")}}{{$x := t \"kept\"}}{{(t \"behind\").X}}{{t .X}}{{n 1 .X}}",
	}), Funcs{})
	if err != nil {
		t.Fatal(err)
	}
	a, b := "partials/a.html", "b.html"
	want := []Phrase{
		{"again", "", b, 2}, {"in if", "", b, 1}, {"many", "one", b, 2}, {"then", "", b, 2},
		{"behind", "", a, 3}, {"given", "", a, 3}, {"in range", "", a, 3}, {"in with", "", a, 1}, {"in {v}", "", a, 3}, {"kept", "", a, 3}, {"none", "", a, 3},
	}
	byText := cmp.Transformer("set", func(list []Phrase) map[Phrase]bool {
		set := map[Phrase]bool{}
		for _, p := range list {
			set[p] = true
		}
		return set
	})
	found := s.Phrases()
	if diff := cmp.Diff(want, found, byText); diff != "" {
		t.Error(diff)
	}
	for i := 1; i < len(found); i++ {
		if x, y := found[i-1], found[i]; x.File > y.File || x.File == y.File && x.Line > y.Line {
			t.Errorf("%v stands before %v", x, y)
		}
	}
}

// TestManyAtOnce renders and compiles from many goroutines; the race detector watches.
func TestManyAtOnce(t *testing.T) {
	const text = `{{define "c"}}{{range $i, $d := .Doors}}{{$i}}{{.Name}}{{n $i "1 lock" "{n} locks"}}{{end}}{{end}}{{template "c" .}}{{$x := len .Text}}{{$x}}`
	s, err := Parse(files(page(text)), Funcs{})
	if err != nil {
		t.Fatal(err)
	}
	want := mustOurs(t, page(text), room())
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			made, err := Compile[roomView](s, "page")
			if err != nil {
				t.Error(err)
				return
			}
			for range 50 {
				if got := string(made.Append([]byte("<"), room())); got != "<"+want {
					t.Errorf("got %s, want <%s", got, want)
				}
			}
		})
	}
	all.Wait()
}

// TestNoView asks that a view that is not there counts as an empty one.
func TestNoView(t *testing.T) {
	s, err := Parse(files(page(`{{.Text}}{{range .Words}}{{.}}{{end}}{{with .Way}}{{.Name}}{{end}}.`)), Funcs{})
	if err != nil {
		t.Fatal(err)
	}
	made, err := Compile[roomView](s, "page")
	if err != nil {
		t.Fatal(err)
	}
	made.Append(nil, room())
	if got := string(made.Append(nil, nil)); got != "." {
		t.Errorf("got %s", got)
	}
}

// TestForget asks that a frame that waits for work holds no view.
func TestForget(t *testing.T) {
	f := &frame{}
	f.room(2)
	under := f.under(1)
	f.slots[1].text, f.slots[0].at, under.slots[0].at = "text", unsafe.Pointer(f), unsafe.Pointer(f)
	f.forget()
	for _, s := range append(f.slots, under.slots...) {
		if s != (slot{}) {
			t.Errorf("a slot keeps %v", s)
		}
	}
}
