package template

import (
	"errors"
	"testing"
)

// TestErrors asks of each slip that it is told at its place, in an author's words.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<p>\n  {{.Txet}}", `2:6: a page page has no Txet; did you mean Text?`},
		{`{{range .Doors}}{{.Nmae}}{{end}}`, `1:20: a door has no Nmae; did you mean Name?`},
		{`{{.Door.Widht}}`, `1:9: a door has no Widht; did you mean Width?`},
		{`{{$d := .Door}}{{$d.Name.First}}`, `1:26: text has no First`},
		{`{{$.Way.Zzzzzz}}`, `1:9: a door has no Zzzzzz`},
		{`{{.hidden}} `, `1:4: a page page has no hidden`},
		{`{{.At.String}}`, `1:7: a clock has no String`},
		{`{{(index .Doors 0).Nam}}`, `1:20: a door has no Nam; did you mean Name?`},
		{`{{.Words.Length}}`, `1:10: a list has no Length`},
		{`{{printf "%d" .Count}}`, `1:3: there is no function printf; templates know and, eq, ge, gt, index, le, len, lt, n, ne, not, or, t`},
		{`{{lenn .Words}}`, `1:3: there is no function lenn; templates know and, eq, ge, gt, index, le, len, lt, n, ne, not, or, t; did you mean len?`},
		{`{{template "paeg" .}}`, `1:12: there is no template paeg; did you mean page?`},
		{`{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}{{template "a" .}}{{end}}{{template "a" .}}`, `1:65: a template must not call itself: page calls a calls b calls a`},
		{`{{template "page" .}}`, `1:12: a template must not call itself: page calls page`},
		{`{{define "a"}}{{.Text}}{{end}}{{template "a"}}`, `1:18: nothing has no Text`},
		{`{{template "a" or .Text .Words}}{{define "a"}}{{end}}`, `1:16: a template needs a value of one kind, and this may be of several`},

		{`<script>{{.Text}}</script>`, `1:11: a value cannot stand inside <script>`},
		{`<script type="text/plain">{{.Markup}}</script>`, `1:29: a value cannot stand inside <script>`},
		{`<script type="{{if .Yes}}application/json{{end}}">{{.Markup}}</script>`, `1:53: a value cannot stand inside <script>`},
		{`<script type="text/{{if .Yes}}x{{end}}application/json">{{.Markup}}</script>`, `1:59: a value cannot stand inside <script>`},
		{`<style>{{.Text}}</style>`, `1:10: a value cannot stand inside <style>`},
		{`<!-- {{.Text}} -->`, `1:8: a value cannot stand inside a comment`},
		{`<h{{.Count}}>`, `1:5: a value cannot stand inside a tag, but in the quotation marks of an attribute`},
		{`<p {{.Text}}="x">`, `1:6: a value cannot stand inside a tag, but in the quotation marks of an attribute`},
		{`<p class {{.Text}}>`, `1:12: a value cannot stand inside a tag, but in the quotation marks of an attribute`},
		{`<p class={{.Text}}>`, `1:12: put quotation marks around the value of the attribute class`},
		{`<p class=a{{.Text}}>`, `1:13: put quotation marks around the value of the attribute class`},
		{`<p onclick="{{.Text}}">`, `1:15: a value cannot stand in the attribute onclick: names that begin with on hold scripts`},
		{`<p style="{{.Text}}">`, `1:13: a value cannot stand in the attribute style`},
		{`<img srcset="{{.Text}}">`, `1:16: a value cannot stand in the attribute srcset`},
		{`<iframe srcdoc="{{.Text}}">`, `1:19: a value cannot stand in the attribute srcdoc`},
		{`<script type="{{.Text}}">`, `1:17: a value cannot stand in the attribute type`},
		{`<meta content="0;URL ={{.Address}}">`, `1:25: a value cannot stand behind url= in the attribute content`},
		{`<a hr{{if .Yes}}ef{{end}}="{{.Text}}">`, `1:11: the branches of this {{if}} end in different places: one in a name that is written in pieces, one in the name of the attribute hr`},
		{`<a hr{{template "ef"}}="{{.Text}}">{{define "ef"}}ef{{end}}`, `1:27: a value cannot stand in an attribute whose name is written in pieces`},
		{`<a href="{{if .Yes}}?{{end}}{{.Text}}">`, `1:31: an if before this value may or may not write the ? of the address: write the address whole in both branches`},
		{`<p title="{{.Markup}}">`, `1:13: markup cannot stand here: tags would show as text`},
		{`<title>{{.Markup}}</title>`, `1:10: markup cannot stand here: tags would show as text`},
		{`<a href="{{t "x{a}" "a" .Markup}}">`, `1:25: markup cannot stand here: tags would show as text`},
		{`<script type="application/json">{{.Text}}</script>`, `1:35: only markup, of the type HTML, can stand inside a script of data, and this is text`},
		{`{{if .Yes}}<p>{{else}}<p {{end}}`, `1:6: the branches of this {{if}} end in different places: one between tags, one inside a tag`},
		{`{{with .Text}}<!--{{end}}`, `1:8: the branches of this {{with}} end in different places: one inside a comment, one between tags`},
		{`{{range .Words}}<p title="{{end}}`, `1:9: the branches of this {{range}} end in different places: one inside the attribute title, one inside a tag`},
		{`{{range .Words}}<b {{if .}}{{break}}{{end}}>{{end}}`, `1:9: the branches of this {{range}} end in different places: one between tags, one inside a tag`},
		{`<p class="x`, `1:12: the template ends inside the attribute class`},
		{`<p "x">`, `1:4: " stands in a tag where it cannot; is a quotation mark missing before it?`},
		{"<p>\n<p =x>", `2:4: an attribute has no name`},
		{`<p a=b"c>`, `1:7: " stands in a value without quotation marks`},

		{`{{.Words}}`, `1:3: a list cannot be written: go through it with {{range}}`},
		{`{{.Door}}`, `1:3: a door cannot be written: write one of its fields`},
		{`{{.Way}}`, `1:3: a door cannot be written: write one of its fields`},
		{`{{.At}}`, `1:3: a clock cannot be written as text`},
		{`{{.Any}}`, `1:3: a value that templates cannot use (interface {}) cannot be written`},
		{`{{or .Text .Words}}`, `1:3: this may be of several kinds: it can be asked for in {{if}}, not written`},
		{`{{range .Text}}{{end}}`, `1:9: {{range}} needs a list, and this is text`},
		{`{{range .Days}}{{end}}`, `1:9: {{range}} needs a list, and this is a value that templates cannot use (map[string]int)`},
		{`{{$x := 1}}{{range $x = .Words}}{{end}}`, `1:20: declare the variables of a {{range}} with :=`},
		{`{{with or .Text .Words}}{{end}}`, `1:8: {{with}} needs a value of one kind, and this may be of several`},
		{`{{$x := or .Text .Words}}`, `1:3: a variable needs a value of one kind, and this may be of several`},
		{`{{$x := 1}}{{$x = .Text}}`, `1:14: $x holds a number and cannot hold text`},
		{`{{if .Yes}}{{$x := 1}}{{else}}{{$x}}{{end}}`, `1:33: there is no variable $x here`},
		{`{{nil}}`, `1:3: nil cannot stand here`},
		{`{{.Text .Count}}`, `1:3: .Text is not a function: it takes no values`},
		{`{{.Text | .Count}}`, `1:11: .Count is not a function: it takes no values`},
		{`{{eq .Text nil}}`, `1:12: nil cannot stand here`},
		{`{{eq .Text 1}}`, `1:3: eq cannot compare text with a number`},
		{`{{eq .Count 1.5}}`, `1:3: eq cannot compare a number with a number`},
		{`{{lt .Yes .No}}`, `1:3: lt cannot compare a yes or no with a yes or no`},
		{`{{eq .Door .Door}}`, `1:3: eq cannot compare a door with a door`},
		{`{{eq .Short -1}}`, `1:3: eq cannot compare a number with a number`},
		{`{{eq .Text}}`, `1:3: eq needs at least two values`},
		{`{{lt .Count 1 2}}`, `1:3: lt takes two values, and this gives it 3`},
		{`{{not}}`, `1:3: not takes one value, and this gives it 0`},
		{`{{len .Count}}`, `1:3: len counts a list, and this is a number`},
		{`{{index .Text 1}}`, `1:3: index looks into a list, and this is text`},
		{`{{index .Words .Count}}`, `1:3: index needs a number written out: index .List 0`},
		{`{{1i}}`, `1:3: 1i is not a number that can stand here`},
		{`{{t .Text}}`, `1:3: t needs a phrase in quotation marks`},
		{`{{t "a {b}"}}`, `1:3: the phrase holds {b}, and no value is given for it`},
		{`{{t "a" "b" .Text}}`, `1:3: the phrase does not say where {b} stands`},
		{`{{t "a {b}" "b"}}`, `1:3: a phrase needs a value for each name: t "Weeks {from} to {to}" "from" .From "to" .To`},
		{`{{t "a {b}" .Text .Text}}`, `1:3: the name of a value stands in quotation marks`},
		{`{{n .Count "a"}}`, `1:3: n needs a number and two phrases in quotation marks: n .Count "1 exercise" "{n} exercises"`},
		{`{{n .Text "a" "b"}}`, `1:3: n needs a whole number first, and this is text`},
		{`{{n .Count "a" "{n} {b}"}}`, `1:3: the phrase holds {b}, and no value is given for it`},

		{"a\n  {{if .Yes}}", `2:3: an {{if}}, {{with}}, {{range}}, {{define}} or {{block}} has no {{end}}`},
		{"a\n{{end}}", `2:1: this {{end}} closes nothing`},
		{"{{if .Yes}}{{end}}{{else}}", `1:1: this {{else}} belongs to nothing`},
		{"{{$x}}", `1:1: there is no variable $x here`},
		{"{{break}}", `1:1: {{break}} stands outside of {{range}}`},
		{"{{.Text", `1:1: this {{ is not closed: unclosed action`},
		{"{{if}}{{end}}", `1:1: {{if}} needs a value`},
		{"{{define \"a\"}}x{{end}}{{define \"a\"}}y{{end}}", `1:1: a is defined twice here`},
	} {
		_, err := ours(page(c.text), room())
		var slip *Error
		if !errors.As(err, &slip) {
			t.Errorf("%s\n got %v\nwant %s", c.text, err, c.want)
		} else if got := err.Error(); got != "page.html:"+c.want {
			t.Errorf("%s\n got %s\nwant page.html:%s", c.text, got, c.want)
		}
	}
}

// TestErrorInPartial asks that a slip is told where it stands, not where it is called.
func TestErrorInPartial(t *testing.T) {
	_, err := ours(map[string]string{
		"page": `{{range .Doors}}{{template "partials/door" .}}{{end}}`, "partials/door": "\n\n<p class=\"{{.Side}} {{.Naem}}\">",
	}, room())
	want := Error{File: "partials/door.html", Line: 3, Column: 24, Message: "a door has no Naem", Suggestion: "Name"}
	var slip *Error
	if !errors.As(err, &slip) || *slip != want {
		t.Errorf("got %#v, want %#v", err, want)
	}
}

func TestSetErrors(t *testing.T) {
	_, err := ours(map[string]string{"page": `{{define "a"}}x{{end}}`, "x": "\n{{define \"a\"}}y{{end}}"}, room())
	if want := "x.html:2:15: a stands already in page.html"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = ours(map[string]string{"pages": `x`}, room())
	if want := "page.html:1:1: there is no template page; did you mean pages?"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
