package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func fill() Fill {
	return Fill{
		Link: func(dest string) string { return "URL(" + dest + ")" },
		Cite: func(ids []string) string { return "CITE(" + strings.Join(ids, "+") + ")" },
	}
}

func TestSections(t *testing.T) {
	doc := NewReader().Read([]byte("Before.\n\n## How to perform\n\n1. Lie *down*.\n2. Lift.\n\n## Key points\n\n- Breathe: out.\n\nMore.\n"))
	var got []string
	for _, s := range doc.Sections {
		got = append(got, s.Title+"|"+s.ID+"|"+string(s.Text.Append(nil, fill())))
	}
	want := []string{
		"||<p>Before.</p>\n",
		"How to perform|how-to-perform|<ol>\n<li>Lie <em>down</em>.</li>\n<li>Lift.</li>\n</ol>\n",
		"Key points|key-points|<ul>\n<li>Breathe: out.</li>\n</ul>\n<p>More.</p>\n",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	list := doc.Section("HOW TO PERFORM").Lists[0]
	if !list.Numbered || len(list.Items) != 2 || list.Items[0].Plain() != "Lie down." {
		t.Errorf("the steps are %+v", list)
	}
	if got := string(list.Items[0].Text.Append(nil, fill())); got != "Lie <em>down</em>." {
		t.Errorf("the first step is %q", got)
	}
}

// Every place must cover the very words it stands for.
func TestPlaces(t *testing.T) {
	body := "See [plank](../exercises/plank.md#key-points) and <https://example.org/a>.\n\nA claim [@gordon2016; @who2023].\n\n" +
		"## A *heading* here\n\n![Feet](../media/feet.svg)\n\n<b>bold</b>\n\n<div>\nblock\n</div>\n\n<!-- regimen:allow E01 -- why -->\n\nNext block.\n"
	doc := NewReader().Read([]byte(body))
	text := func(p Place) string { return body[p.Start:p.End] }
	var got []string
	for _, l := range doc.Links {
		got = append(got, "link "+text(l.Place))
		if text(l.Place) != l.Destination {
			t.Errorf("%q stands at %q", l.Destination, text(l.Place))
		}
	}
	for _, c := range doc.Citations {
		got = append(got, "cite "+text(c.Place))
	}
	for _, h := range doc.Headings {
		got = append(got, "heading "+text(h.Place))
	}
	for _, p := range doc.HTML {
		got = append(got, "html "+text(p))
	}
	for _, c := range doc.Comments {
		got = append(got, "comment "+text(c.Place)+" before "+text(c.Next))
	}
	want := []string{
		"link ../exercises/plank.md#key-points", "link https://example.org/a", "link ../media/feet.svg",
		"cite gordon2016", "cite who2023", "heading A *heading* here",
		"html <b>", "html </b>", "html <div>\nblock\n</div>", "comment <!-- regimen:allow E01 -- why --> before Next block.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRendering(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"raw HTML never reaches a page", "a <script>x</script> b\n\n<div>c</div>\n", "<p>a x b</p>\n"},
		{"a link's address is asked for and escaped", `[a&b](x"y.md "t&t")`, "<p><a href=\"URL(x&#34;y.md)\" title=\"t&amp;t\">a&amp;b</a></p>\n"},
		{"citations are asked for", "[@one; @two] and [not @one]", "<p>CITE(one+two) and [not @one]</p>\n"},
		{"a table has no style", "| a | b |\n|:-:|--:|\n| 1 | 2 |\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"},
		{"a picture has its words", "![two *feet*](f.svg)", "<p><img src=\"URL(f.svg)\" alt=\"two feet\"></p>\n"},
		{"a control character may be written as an entity", "a &#2; b &#3;\n", "<p>a \x02 b \x03</p>\n"},
		{"anchors take the prefix and stay apart", "### One\n\n### One\n", "<h3 id=\"p-one\">One</h3>\n<h3 id=\"p-one-1\">One</h3>\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := fill()
			f.Prefix = "p-"
			doc := NewReader().Read([]byte(test.body))
			if got := string(doc.Sections[0].Text.Append(nil, f)); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestAnchor(t *testing.T) {
	for title, want := range map[string]string{
		"How to perform": "how-to-perform", "Pain, or discomfort?": "pain-or-discomfort",
		"Über 90/90": "über-9090", "snake_case-kept": "snake_case-kept",
	} {
		if got := anchor(title); got != want {
			t.Errorf("%q gives %q, want %q", title, got, want)
		}
	}
}

func TestBlocks(t *testing.T) {
	body := "Before **all** of\nit [@one; @two].\n\n## Part \\*one\\*\n\n- An [item](x.md), ![not seen](y.svg)here\n\n  > quoted\n\n" +
		"| a | b *c* [@three] |\n|---|---|\n| d | |\n\n<!-- x -->\n\n\u00fc & \u2013 end\n"
	doc := NewReader().Read([]byte(body))
	var got []string
	for b := range doc.Blocks() {
		line := fmt.Sprintf("%d %s|%s", b.Kind, b.Section, b.Text)
		if b.Quoted {
			line += " quoted"
		}
		for _, c := range b.Citations {
			line += " @" + c.ID
		}
		got = append(got, line)
	}
	want := []string{
		"0 |Before all of it . @one @two", "2 Part *one*|Part *one*", "1 Part *one*|An item, here", "1 Part *one*|quoted quoted",
		"3 Part *one*|a\nb c @three", "3 Part *one*|d", "0 Part *one*|\u00fc & \u2013 end",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for words, want := range map[string]string{
		"all of it": "all** of\nit", "of ": "of", "one*": "one\\*", "An item,": "An [item](x.md),", "b c": "b *c", "\u00fc &": "\u00fc &", "end": "end",
	} {
		if got := stretchOf(doc, body, words); got != want {
			t.Errorf("%q stands at %q, want %q", words, got, want)
		}
	}
}

// stretchOf is what the body has for words of the first block that holds them.
func stretchOf(doc Document, body, words string) string {
	for b := range doc.Blocks() {
		if i := strings.Index(b.Text, words); i >= 0 {
			at := b.In(i, i+len(words))
			return body[at.Start:at.End]
		}
	}
	return ""
}

// An address may stand in a paragraph of its own, by name.
func TestDefinitions(t *testing.T) {
	doc := NewReader().Read([]byte("See [a] or [b].\n\n  [a]: one.md\n[b]:\ntwo.md\nThe end.\n"))
	if len(doc.Links) != 2 || doc.Links[0].Destination != "one.md" || doc.Links[1].Destination != "two.md" {
		t.Errorf("the links are %+v", doc.Links)
	}
	if html := string(doc.Sections[0].Text.Append(nil, fill())); strings.Contains(html, "]:") || !strings.Contains(html, "<p>The end.</p>") {
		t.Errorf("the page shows %s", html)
	}
}

// TestForget writes over a body that is forgotten.
func TestForget(t *testing.T) {
	body := []byte("## One\n\n1. Lie down.\n2. Lie *down* \\*again\\* [@gordon2016].\n3. Push & pull.\n\n### Two\n\nSee [a](b.md), ![c](d.svg), <https://example.org>.\n\n<!-- e -->\n")
	doc := NewReader().Read(body)
	shown := func() string {
		var items []string
		for i := range doc.Sections[1].Lists[0].Items {
			items = append(items, doc.Sections[1].Lists[0].Items[i].Plain())
		}
		return fmt.Sprintf("%q %v %v %v %v %v %v %d", items, doc.Sections, doc.Headings, doc.Links, doc.Citations, doc.HTML, doc.Comments, doc.Words)
	}
	before := shown()
	doc.Forget()
	for i := range body {
		body[i] = 'x'
	}
	if diff := cmp.Diff(before, shown()); diff != "" {
		t.Error(diff)
	}
	for b := range doc.Blocks() {
		t.Errorf("%q is remembered", b.Text)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"## A\n\n1. x [y](z) [@a; @b]\n", "<!-- c -->\n\n<p>", "[a][b]\n\n[b]: <c d> 'e'\n", "![](x)\n# \n#\n", "- - 1. a\n\n  b\n", "\\[@a] `[@b]`",
	} {
		f.Add(seed)
	}
	reader := NewReader()
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			return // content refuses it first
		}
		doc := reader.Read([]byte(body))
		inside := func(p Place) {
			if p.Start < 0 || p.End < p.Start || int(p.End) > len(body) {
				t.Errorf("%+v lies outside the %d bytes of the body", p, len(body))
			}
		}
		for _, s := range doc.Sections {
			s.Text.Append(nil, fill())
			for _, l := range s.Lists {
				inside(l.Place)
				for _, item := range l.Items {
					inside(item.Place)
				}
			}
		}
		for b := range doc.Blocks() {
			inside(b.Place)
			for at := range b.Text {
				inside(b.In(at, at+1))
				inside(b.In(at, len(b.Text)))
			}
		}
		for _, h := range doc.Headings {
			inside(h.Place)
		}
		for _, l := range doc.Links {
			inside(l.Place)
		}
		for _, c := range doc.Citations {
			inside(c.Place)
		}
		for _, p := range doc.HTML {
			inside(p)
		}
		for _, c := range doc.Comments {
			inside(c.Place)
			inside(c.Next)
		}
	})
}
