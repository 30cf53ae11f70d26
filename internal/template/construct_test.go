package template

import (
	"testing"
	"testing/fstest"
)

// TestConstructs holds each construct to what it should give, and to html/template.
func TestConstructs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`plain < text & <b>tags</b>`, `plain &lt; text & <b>tags</b>`},
		{`a{{/* comment */}}b<!-- gone -->c`, `abc`},
		{`a <!-- {{if .Yes}}gone{{end}} --> b`, `a  b`},
		{"a {{- .Other -}} \n b", `aplainb`},
		{`{{.Text}}`, `Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;`},
		{`{{.Markup}} {{.Vouched}}`, `<b>bold</b> data:image/png;base64,AA&#43;/=`},
		{`{{.Deep}} {{.Door.Name}} {{.Way.Width}} {{.Door.Side}} {{.Role}}`, `deep Oak 90 left warm-up`},
		{`{{.Yes}} {{.Count}} {{.Small}} {{.Short}} {{.Big}} {{.Part}} {{.Third}}`, `true 3 -4 5 9223372036854775808 2.5 0.1`},
		{`{{"a<b"}} {{7}} {{-2.50}} {{1e3}} {{0x1e}} {{'a'}} {{true}} {{1e30}}`, `a&lt;b 7 -2.5 1000 30 97 true 1e&#43;30`},
		{`{{$x := .Text}}{{$y := len .Words}}{{$x}} {{$y}} {{$.Count}}`, `Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt; 3 3`},
		{`{{$x := "a"}}{{range .Words}}{{$x}}{{$x = .}} {{end}}{{$x}}`, `a one two three`},
		{`{{$last := 9}}{{$old := 9}}{{range $i, $w := .Words}}{{$old = $last}}{{$last = $i}}{{end}}{{$old}}{{$last}}`, `12`},
		{`{{$d := .Door}}{{$d.Name}} {{$d.Width}}`, `Oak 80`},
		{`{{if .Yes}}a{{else}}b{{end}}{{if .No}}a{{else if .Count}}c{{else}}b{{end}}{{if .Empty}}a{{end}}`, `ac`},
		{`{{if .NoWay}}a{{end}}{{if .Way}}b{{end}}{{if .NoDoors}}c{{end}}{{if .Doors}}d{{end}}{{if .Door}}e{{end}}{{if .Pair}}f{{end}}`, `bdef`},
		{`{{if .Zero}}a{{end}}{{if .Small}}b{{end}}{{if .Part}}c{{end}}{{if .Third}}d{{end}}{{if .Big}}e{{end}}{{if .Short}}f{{end}}`, `bcdef`},
		{`{{if $x := .Other}}{{$x}}{{end}}`, `plain`},
		{`{{with .Text}}{{len .}}{{end}}{{with .Empty}}a{{else}}b{{end}}{{with .NoWay}}a{{else with .Way}}{{.Width}}{{end}}`, `27b90`},
		{`{{with $d := .Door}}{{$d.Name}}{{.Name}}{{end}}{{with or .Empty .Other}}{{.}}{{end}}`, `OakOakplain`},
		{`{{with len .Words}}{{.}}{{end}}{{with eq .Count 3}}{{.}}{{end}}{{with t "x {n}" "n" .Other}}{{.}}{{end}}`, `3truex plain`},
		{`{{range .Words}}{{.}},{{end}}{{range .NoWords}}a{{else}}none{{end}}`, `one,two,three,none`},
		{`{{range $i, $w := .Words}}{{if $i}}, {{end}}{{$w}}{{end}} {{range $w := .Words}}{{$w}}{{.}}{{end}}`, `one, two, three oneonetwotwothreethree`},
		{`{{range .Doors}}{{.Name}}{{range .Locks}} {{.}} {{$.Count}}{{end}};{{end}}`, `Oak bolt 3 bar 3;&#34;Glass&#34; &amp; &lt;co&gt;;`},
		{`{{range .Ways}}{{if .}}{{.Name}}{{else}}nobody{{end}} {{end}}{{range $i, $n := .Pair}}{{$i}}={{$n}} {{end}}`, `Oak nobody 0=7 1=8 `},
		{`{{range .Words}}{{if eq . "two"}}{{break}}{{end}}{{.}}{{end}} {{range .Words}}{{if eq . "two"}}{{continue}}{{end}}{{.}}{{end}}`, `one onethree`},
		{`{{range .Doors}}{{range .Locks}}{{break}}x{{end}}{{.Width}}{{end}}`, `8090`},
		{`{{index .Words 1}} {{(index .Doors 0).Name}} {{index .Pair 1}} {{(index .Doors 1).URL}}`, `two Oak 8 a b.html?q=1&amp;r=2#é`},
		{`{{.Words | len}} {{.Count | eq 3}} {{len (index .Doors 0).Locks}}`, `3 true 2`},
		{`{{block "b" .Door}}<i>{{.Name}}</i>{{end}}{{define "c"}}[{{.}}]{{end}}{{template "c" .Other}}{{template "c" 4}}`, `<i>Oak</i>[plain][4]`},
		{`{{define "q"}}quiet{{end}}{{template "q"}}{{range .Doors}}{{template "q" .}}{{end}}`, `quietquietquiet`},
	} {
		check(t, c.text, c.want)
	}
}

func TestFunctions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{{eq .Other "plain"}} {{eq "plain" .Other}} {{ne .Other .Text}} {{eq .Role "warm-up"}}`, `true true true true`},
		{`{{eq .Other "a" "plain"}} {{eq .Other "a" "b"}} {{eq .Yes true}} {{ne .Yes .No}}`, `true false true true`},
		{`{{lt .Count 4}} {{le .Count 3}} {{gt .Count 3}} {{ge .Count 3}} {{lt .Other "q"}} {{lt .Count 3}}`, `true true false true true false`},
		{`{{eq .Small -4}} {{eq .Short 5}} {{gt .Big 1}} {{lt .Part 2.6}} {{gt .Part 2.5}} {{eq .Third .Third}} {{eq 5 .Short}} {{ne .Count 0xe}} {{ne .Count 'e'}}`, `true true true true false true true true true`},
		{`{{ne .Other "plain"}} {{le .Other "plain"}} {{ge .Other "q"}} {{gt .Other "p"}}`, `false true false true`},
		{`{{eq (len .Words) 3}} {{gt (len .Text) (len .Other)}} {{eq (index .Words 0) "one"}}`, `true true true`},
		{`{{and .Other .Deep}} {{and .Empty .Other}}| {{or .Empty .Deep}} {{or .Other .Deep}} {{or .Zero .Count}} {{and .Count .Zero}}`, `deep | deep plain 3 0`},
		{`{{or .No .Yes}} {{and .Yes .No}} {{and .Yes (eq .Count 3) .Yes}} {{not .Yes}} {{not .Words}} {{not .NoWords}}`, `true false true false false true`},
		{`{{if and .Words .Other}}a{{end}}{{if or .NoDoors .NoWords}}b{{end}}{{if and .Words .Empty}}c{{end}}{{if or .Empty .Doors}}d{{end}}`, `ad`},
		{`{{if or .NoWay .Way}}a{{end}}{{range or .NoWords .Words}}{{.}}{{end}}`, `aonetwothree`},
		{`{{t "Hello <you> & {me}" "me" .Text}}`, `Hello &lt;you&gt; &amp; Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;`},
		{`{{t "{a}{b} {a}" "a" .Count "b" .Part}} {{t "{} }{ {x"}}`, `32.5 3 {} }{ {x`},
		{`{{n .Count "1 door" "{n} doors"}} {{n (len .Pair) "1 <" "{n} <"}} {{n 1 "1 door" "{n} doors"}}`, `3 doors 2 &lt; 1 door`},
		{`{{n .Count "1 of {all}" "{n} of {all}" "all" .Short}}`, `3 of 5`},
		{`<p title="{{t "{a}'s" "a" .Other}}" lang="{{n .Count "one" "{n}+"}}">{{t (t "nested") }}</p>`, `<p title="plain&#39;s" lang="3&#43;">nested</p>`},
		{`{{$w := t "say {x}" "x" .Other}}{{$w}} {{len $w}} {{eq $w "say plain"}} {{len (n 2 "a" "bc")}}`, `say plain 9 true 2`},
	} {
		check(t, c.text, c.want)
	}
}

// check renders a page with this package and with html/template.
func check(t *testing.T, text, want string) {
	t.Helper()
	got, err := ours(page(text), room())
	if err != nil {
		t.Errorf("%s: %v", text, err)
	} else if got != want {
		t.Errorf("%s\n got %s\nwant %s", text, got, want)
	}
	if known, err := theirs(page(text), room()); err != nil || known != want {
		t.Errorf("%s\nhtml/template gives %s, %v\nwant %s", text, known, err, want)
	}
}

// TestNoAllocation asks that rendering into a large enough buffer allocates nothing.
func TestNoAllocation(t *testing.T) {
	page := `<a href="{{.Address}}">{{.Text}}</a>{{range $i, $d := .Doors}}{{if $i}}, {{end}}<b title="{{$d.Name}}">{{.Width}}</b>{{end}}{{n .Count "1 door" "{n} doors"}}{{.Markup}}`
	s, err := Parse(fstest.MapFS{"page.html": {Data: []byte(page)}}, Funcs{})
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := Compile[roomView](s, "page")
	if err != nil {
		t.Fatal(err)
	}
	v, buffer := room(), make([]byte, 0, 4096)
	if n := testing.AllocsPerRun(50, func() { buffer = compiled.Append(buffer[:0], v) }); n > 0 {
		t.Errorf("a page allocates %v times", n)
	}
}
