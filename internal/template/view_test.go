package template

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"
	"testing"
	"testing/fstest"
)

// roomView has a field of every kind that templates know.
type roomView struct {
	inner
	Text, Other, Empty string
	Address            string
	Markup             template.HTML
	Vouched            template.URL
	Yes, No            bool
	Count, Zero        int
	Small              int8
	Short              uint16
	Big                uint64
	Part               float64
	Third              float32
	Role               role
	Words, NoWords     []string
	Doors              []doorView
	NoDoors            []doorView
	Ways               []*doorView
	Pair               [2]int
	Door               doorView
	Way, NoWay         *doorView
	Any                any
	Days               map[string]int
	At                 clock
	hidden             string
}

type inner struct{ Deep string }

type role string

type clock struct{ hour int }

func (c clock) String() string { return fmt.Sprint(c.hour, " o'clock") }

type doorView struct {
	*hinge
	Name, URL string
	Width     int
	Locks     []string
}

type hinge struct{ Side string }

func room() *roomView {
	oak := doorView{&hinge{"left"}, "Oak", "oak.html", 80, []string{"bolt", "bar"}}
	glass := doorView{nil, `"Glass" & <co>`, "a b.html?q=1&r=2#é", 90, nil}
	return &roomView{
		inner: inner{"deep"}, Text: `Fish & "chips" <5 + 'peas'>`, Other: "plain", Address: "../a.html",
		Markup: "<b>bold</b>", Vouched: "data:image/png;base64,AA+/=", Yes: true, Count: 3, Small: -4, Short: 5, Big: 1 << 63,
		Part: 2.5, Third: 0.1, Role: "warm-up", Words: []string{"one", "two", "three"},
		Doors: []doorView{oak, glass}, Ways: []*doorView{&oak, nil}, Pair: [2]int{7, 8}, Door: oak, Way: &glass, hidden: "no",
	}
}

// fill fills phrases as the site's words do.
func fill(phrase string, values ...any) string {
	for i := 0; i+1 < len(values); i += 2 {
		phrase = strings.ReplaceAll(phrase, "{"+values[i].(string)+"}", fmt.Sprint(values[i+1]))
	}
	return phrase
}

func fillCount(n int, one, other string, values ...any) string {
	if n == 1 {
		other = one
	}
	return fill(other, append(values, "n", n)...)
}

// files are templates by name; a lone text is the page.
func files(texts map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range texts {
		out[name+".html"] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// ours renders the page with this package.
func ours(texts map[string]string, v *roomView) (string, error) {
	s, err := Parse(files(texts), Funcs{})
	if err != nil {
		return "", err
	}
	page, err := Compile[roomView](s, "page")
	if err != nil {
		return "", err
	}
	return string(page.Append(nil, v)), nil
}

// theirs renders it with html/template.
func theirs(texts map[string]string, v *roomView) (string, error) {
	root := template.New("").Funcs(template.FuncMap{"t": fill, "n": fillCount})
	for name, text := range texts {
		if _, err := root.New(name).Parse(text); err != nil {
			return "", err
		}
	}
	var out bytes.Buffer
	err := root.ExecuteTemplate(&out, "page", v)
	return out.String(), err
}

// page is a set of one template.
func page(text string) map[string]string { return map[string]string{"page": text} }

func mustOurs(t *testing.T, texts map[string]string, v *roomView) string {
	t.Helper()
	got, err := ours(texts, v)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
