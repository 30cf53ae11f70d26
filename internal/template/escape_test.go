package template

import (
	"html/template"
	"testing"
)

// TestPlaces holds values in each place of HTML to html/template.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`<p title="{{.Text}}" lang='{{.Text}}'>`, `<p title="Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;" lang='Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;'>`},
		{`<title>{{.Text}} < </title><textarea>{{.Other}}</textarea >`, `<title>Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt; &lt; </title><textarea>plain</textarea >`},
		{`<a href="{{.Text}}">`, `<a href="Fish%20&amp;%20%22chips%22%20%3c5%20&#43;%20%27peas%27%3e">`},
		{`<a href="x/{{.Text}}">`, `<a href="x/Fish%20&amp;%20%22chips%22%20%3c5%20&#43;%20%27peas%27%3e">`},
		{`<a href="?q={{.Text}}#{{.Other}}">`, `<a href="?q=Fish%20%26%20%22chips%22%20%3c5%20%2b%20%27peas%27%3e#plain">`},
		{`<a href="x&quest;{{.Other}}&{{.Text}}" data-href="{{.Text}}">`, `<a href="x&quest;plain&Fish%20%26%20%22chips%22%20%3c5%20%2b%20%27peas%27%3e" data-href="Fish%20&amp;%20%22chips%22%20%3c5%20&#43;%20%27peas%27%3e">`},
		{`<track srclang="{{.Text}}" xmlns:a="{{.Door.URL}} {{.Other}}">`, `<track srclang="Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;" xmlns:a="oak.html plain">`},
		{`<p class={{if .Yes}}x{{end}}><p class={{if .No}}x{{end}} id=y>`, `<p class=x><p class= id=y>`},
		{`<a href="?q={{.Vouched}}{{.Part}}">`, `<a href="?q=data:image/png;base64,AA&#43;/=2.5">`},
		{`{{range .Doors}}<a href='{{.URL}}' data-url="{{.URL}}" svg:href="{{.URL}}" alt="{{.URL}}">{{end}}`,
			`<a href='oak.html' data-url="oak.html" svg:href="oak.html" alt="oak.html">` +
				`<a href='a%20b.html?q=1&amp;r=2#%c3%a9' data-url="a%20b.html?q=1&amp;r=2#%c3%a9" svg:href="a%20b.html?q=1&amp;r=2#%c3%a9" alt="a b.html?q=1&amp;r=2#é">`},
		{`<img src="{{.Vouched}}" srclang="{{.Address}}">`, `<img src="data:image/png;base64,AA&#43;/=" srclang="../a.html">`},
		{`<a href="{{.Address}}{{.Count}}/{{.Yes}}" download>`, `<a href="../a.html3/true" download>`},
		{`<a href="{{if .Yes}}x?{{else}}y?{{end}}{{.Text}}">`, `<a href="x?Fish%20%26%20%22chips%22%20%3c5%20%2b%20%27peas%27%3e">`},
		{`<a href="{{range .Words}}{{.}}/{{end}}">`, `<a href="one/two/three/">`},
		{`<a href="{{t "a {x}:&" "x" .Other}}" title="{{t "a {x}:&" "x" .Other}}">`, `<a href="#ZgotmplZ" title="a plain:&amp;">`},
		{`<meta name="description" content="{{.Text}}"><meta content="{{.Other}}">`, `<meta name="description" content="Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;"><meta content="plain">`},
		{`<a{{if .Yes}} class="x"{{end}}{{if .No}} id='y'{{end}} {{if .Yes}}open{{end}}>`, `<a class="x" open>`},
		{`<input{{if .Yes}} checked{{end}}{{if .Count}} value="{{.Count}}"{{end}}/>`, `<input checked value="3"/>`},
		{`{{if .Yes}}<a href="x"{{else}}<b{{end}} class="z">`, `<a href="x" class="z">`},
		{`<p class="{{range $i, $w := .Words}}{{if $i}} {{end}}{{$w}}{{end}}">`, `<p class="one two three">`},
		{`{{define "c"}}{{.Text}}{{end}}<p class="{{template "c" .}}">{{template "c" .}}<a href="{{template "c" .}}">`,
			`<p class="Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;">Fish &amp; &#34;chips&#34; &lt;5 &#43; &#39;peas&#39;&gt;<a href="Fish%20&amp;%20%22chips%22%20%3c5%20&#43;%20%27peas%27%3e">`},
		{`{{define "open"}}<p class="{{end}}{{template "open"}}{{.Other}}">`, `<p class="plain">`},
		{`<!doctype html><?x 1 <2 </ 3 <`, `<!doctype html>&lt;?x 1 &lt;2 &lt;/ 3 &lt;`},
		{`<my-part:x a=1 b = 'c' d>{{.Other}}</my-part:x><br/><p class=x{{if .Yes}}y{{end}}>`, `<my-part:x a=1 b = 'c' d>plain</my-part:x><br/><p class=xy>`},
		{`<script src="{{.Address}}" type="module"></script><style>p{color:red}</style>{{.Other}}`, `<script src="../a.html" type="module"></script><style>p{color:red}</style>plain`},
	} {
		check(t, c.text, c.want)
	}
}

// TestAddresses holds addresses of every kind to html/template, where it is not
// stricter.
func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"": "", "a.html": "a.html", "../a b": "../a%20b", "#é": "#%c3%a9", "//host/x": "//host/x", "a/b:c": "a/b:c",
		"http://x.org/?a=b&c=%20%2": "http://x.org/?a=b&amp;c=%20%252", "HTTPS://x": "HTTPS://x", "mailto:a@b.c": "mailto:a@b.c",
		"javascript:alert(1)": "#ZgotmplZ", "JavaScript:alert(1)": "#ZgotmplZ", " javascript:x": "#ZgotmplZ", "data:text/html,x": "#ZgotmplZ",
		"a?b:c": "#ZgotmplZ", ":": "#ZgotmplZ", "%": "%25", "%zz%41": "%25zz%41", "a\x00\"'<>`{}|\\^": "a%00%22%27%3c%3e%60%7b%7d%7c%5c%5e",
		"/!#$&*+,/:;=?@[]()-._~": "/!#$&amp;*&#43;,/:;=?@[]%28%29-._~",
	} {
		v := room()
		v.Address = address
		text := page(`<a href="{{.Address}}">`)
		got := mustOurs(t, text, v)
		if known, err := theirs(text, v); err != nil || got != known {
			t.Errorf("%q gives %s; html/template gives %s, %v", address, got, known, err)
		}
		if want := `<a href="` + want + `">`; got != want {
			t.Errorf("%q gives %s, want %s", address, got, want)
		}
	}
}

// TestDifferences lists where this package means not to do as html/template does.
func TestDifferences(t *testing.T) {
	v := room()
	v.Address = "tel:+49 30"
	for _, c := range []struct{ text, want string }{
		{`<a href="{{.Address}}">`, `<a href="tel:&#43;49%2030">`},
		{`<a href="{{.Vouched}}">`, `<a href="#ZgotmplZ">`},
		{`<img src="{{.Vouched}}" data-src="{{.Vouched}}">`, `<img src="data:image/png;base64,AA&#43;/=" data-src="#ZgotmplZ">`},
		{`<script type="application/ld+json">{{.Markup}}</script>`, `<script type="application/ld+json"><b>bold<\/b></script>`},
		{`<script type=application/json>{"a":{{.Markup}}}</script>{{.Other}}`, `<script type=application/json>{"a":<b>bold<\/b>}</script>plain`},
		{`<script>a // b</script><style>/* c */</style>`, `<script>a // b</script><style>/* c */</style>`},
		{`{{lt 1 .Part}} {{lt .Part 2}} {{eq .Third 1}}`, `true false false`},
		{`[{{.NoWay.Name}}{{.NoWay.Width}}{{(index .Ways 1).Name}}{{(index .Doors 1).Side}}{{index .Words 9}}]`, `[0]`},
	} {
		if got := mustOurs(t, page(c.text), v); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
	v.Vouched = "javascript:alert(1)"
	if got := mustOurs(t, page(`<img src="{{.Vouched}}">`), v); got != `<img src="#ZgotmplZ">` {
		t.Errorf("a script passes for a picture: %s", got)
	}
}

// TestDataEndsNoScript asks that JSON in a script stays in it.
func TestDataEndsNoScript(t *testing.T) {
	for data, want := range map[template.HTML]string{
		`{"a":"</script>"}`: `{"a":"<\/script>"}`, `"<!--<script>"`: `"\u003c!--<script>"`, `"<"`: `"<"`, `"a<</SCRIPT"`: `"a<<\/SCRIPT"`,
	} {
		v := room()
		v.Markup = data
		const before, after = `<script type='application/ld+json'>`, `</script>`
		got := mustOurs(t, page(before+`{{.Markup}}`+after), v)
		if want := before + want + after; got != want {
			t.Errorf("%s gives %s, want %s", data, got, want)
		}
	}
}
