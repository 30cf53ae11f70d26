package template

import (
	"html/template"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestAsHTMLTemplate asks that random templates within what this package knows give,
// for random views, the very bytes of html/template.
func TestAsHTMLTemplate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := writer{t: t, defined: map[string]string{}}
		text := w.nodes(inRoom, 3)
		texts := page(text)
		for name, body := range w.defined {
			texts[name] = body
		}
		v := randomRoom(t)
		got, err := ours(texts, v)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		want, err := theirs(texts, v)
		if err != nil {
			t.Fatalf("html/template: %v\n%s", err, text)
		}
		if got != want {
			t.Fatalf("%s\n got %q\nwant %q", text, got, want)
		}
	})
}

// TestPieces joins pieces of HTML and actions without sense. Whatever this package
// takes, html/template takes too and writes alike.
func TestPieces(t *testing.T) {
	pieces := rapid.SampledFrom([]string{
		"<", ">", "</", "/", "=", `"`, "'", " ", "\n", "<!--", "-->", "<!doctype", "a", "b", "?", "#", ":", "&amp;", "&#63;", ";",
		"<p", "<p>", "</p>", "<a href=\"", "<a href='", "<a href=", " class=\"", " title", " href", " src=\"", " data-", "xmlns:x=\"",
		"<a href=\"{{.Address}}", "\">", "<p title='{{.Text}}' ", "'>", "<title>", "</title>", "<textarea ", "</textarea>", "<meta content=\"", "url=", "<img ", "<script></script>", "<style>p{}</style>",
		"{{.Text}}", "{{.Address}}", "{{.Count}}", "{{.Part}}", "{{.Markup}}", "{{t \"a'&b\"}}", "{{t \"x {y}?\" \"y\" .Address}}",
		"{{if .Yes}}", "{{if .No}}", "{{else}}", "{{range .Words}}", "{{with $.Other}}", "{{end}}", "{{break}}", "{{continue}}", "{{.}}",
		"{{- \"\" -}}", "{{/* c */}}", "{{template \"q\" $}}",
	})
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 1, 12).Draw(t, "pieces"), "")
		text += strings.Repeat("{{end}}", max(0, strings.Count(text, "{{if")+strings.Count(text, "{{range")+strings.Count(text, "{{with")-strings.Count(text, "{{end}}")))
		texts := map[string]string{"page": text, "q": rapid.SampledFrom([]string{"", "{{.Text}}", " id=\"x\"", "?"}).Draw(t, "q")}
		v := randomRoom(t)
		got, err := ours(texts, v)
		if err != nil {
			return
		}
		taken++
		if want, err := theirs(texts, v); err != nil {
			t.Fatalf("html/template: %v\n%s", err, text)
		} else if got != want {
			t.Fatalf("%s\n got %q\nwant %q", text, got, want)
		}
	})
	if taken == 0 {
		t.Error("no template was taken")
	}
}

func randomRoom(t *rapid.T) *roomView {
	text := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("ab :/?#&+<>\"'%=\x00é–\u2028;!()[]")), 0, 8, -1),
		rapid.SampledFrom([]string{"", "a", "javascript:x", "HTTP://x/?a=b", "mailto:x", "%41%4", "\xff\xfe", "data:x", "a:b/c", "/a:b"}),
	)
	texts := rapid.SliceOfN(text, 0, 3)
	door := rapid.Custom(func(t *rapid.T) doorView {
		return doorView{Name: text.Draw(t, "name"), URL: text.Draw(t, "url"), Width: rapid.IntRange(-1, 2).Draw(t, "width"), Locks: texts.Draw(t, "locks")}
	})
	d := door.Draw(t, "door")
	v := &roomView{
		inner: inner{text.Draw(t, "deep")}, Text: text.Draw(t, "text"), Other: text.Draw(t, "other"), Address: text.Draw(t, "address"),
		Markup: template.HTML(text.Draw(t, "markup")), Yes: rapid.Bool().Draw(t, "yes"), Count: rapid.IntRange(-2, 3).Draw(t, "count"),
		Small: rapid.Int8().Draw(t, "small"), Short: rapid.Uint16().Draw(t, "short"), Big: rapid.Uint64().Draw(t, "big"),
		Part: rapid.Float64().Draw(t, "part"), Third: rapid.Float32().Draw(t, "third"), Words: texts.Draw(t, "words"),
		Doors: rapid.SliceOfN(door, 0, 3).Draw(t, "doors"), Door: d, Way: &d, Role: role(text.Draw(t, "role")),
	}
	v.Ways = []*doorView{&d, nil}[:rapid.IntRange(0, 2).Draw(t, "ways")]
	if rapid.Bool().Draw(t, "no way") {
		v.NoWay = &d
	}
	return v
}
